package cli_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// faulty is an activity file with faults of structure, code lists, dates, words
// and narratives, beside letters that every encoding writes otherwise.
const faulty = `<?xml version="1.0" encoding="%s"?>
<iati-activities version="2.03">
  <iati-activity xml:lang="fr">
    <iati-identifier>XM-DAC-41146-SEN_D_1.1</iati-identifier>
    <title><narrative>Les élèves de Thiès accèdent à l&apos;école (À SUPPRIMER)</narrative></title>
    <activity-status code="7"/>
    <result type="Résultat">
      <title><narrative>Élèves</narrative></title>
      <indicator measure="1"><title><narrative>Nombre d&#xE9;lèves là où le dévelopement avance</narrative></title>
        <period><period-start iso-date="2023-01-01"/><period-end iso-date="2022-12-31"/><target value="à définir"/></period>
      </indicator>
    </result>
  </iati-activity>
</iati-activities>
`

// seen is a violation without its byte offsets.
func seen(t *testing.T, file string) []string {
	t.Helper()
	type position struct{ Line, Column int }
	var report struct {
		Violations []struct {
			Rule, Message, Excerpt, Field string
			Span                          struct{ Start, End position }
		}
	}
	if err := json.Unmarshal([]byte(run(t, 1, "check", "--format", "json", "--as-of", "2024-06-30", file)), &report); err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, v := range report.Violations {
		list = append(list, fmt.Sprint(v))
	}
	return list
}

func TestTwinsInOtherEncodingsGiveTheSameViolations(t *testing.T) {
	write := func(name string, e encoding.Encoding) string {
		content, err := e.NewEncoder().Bytes(fmt.Appendf(nil, faulty, name))
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "a.xml")
		if err := os.WriteFile(file, content, 0o644); err != nil {
			t.Fatal(err)
		}
		return file
	}
	want := seen(t, write("UTF-8", encoding.Nop))
	if len(want) < 8 {
		t.Fatalf("only %d violations: %v", len(want), want)
	}
	for name, e := range map[string]encoding.Encoding{
		"ISO-8859-1":   charmap.ISO8859_1,
		"Windows-1252": charmap.Windows1252,
		"UTF-16":       unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	} {
		if diff := cmp.Diff(want, seen(t, write(name, e))); diff != "" {
			t.Errorf("%s (-UTF-8 +%s):\n%s", name, name, diff)
		}
	}
}

// libxml2, and with it the official validator, stops counting at line 65,535.
func TestLinesBeyond65535(t *testing.T) {
	file := filepath.Join(t.TempDir(), "long.xml")
	content := `<iati-activities version="2.03">` + strings.Repeat("\n", 70_000) + `<iati-activity colour="blue"/>` + "\n</iati-activities>"
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := run(t, 1, "check", file); !strings.Contains(got, "long.xml:70001:16: error:") {
		t.Errorf("the line is wrong:\n%s", got)
	}
}
