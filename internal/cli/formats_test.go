package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/iatilint/iatilint/internal/report"
)

// hostile is a report whose every part tries to act on what shows it.
const hostile = "outcome XM-DAC-41146-KEN_D_1.1\n" +
	"=HYPERLINK(\"http://x\") <script>alert(1)</script> | [x](javascript:y) ::error::boo (TO BE DELETED)\n" +
	"\x1b[31mred\x1b[0m \u202Eevil\u202C ]]> & <b>bold</b> esnure %0A::warning::x \x07 ```\n"

// TestEveryFormat writes all formats in one run, over the samples and a hostile
// report, and reads each back with a reader of its kind.
func TestEveryFormat(t *testing.T) {
	folder := t.TempDir()
	bad := filepath.Join(folder, "bad\x1b[1m.txt")
	if err := os.WriteFile(bad, []byte(hostile), 0o644); err != nil {
		t.Fatal(err)
	}
	args := []string{"check", "--profile", "un-women", "--as-of", "2024-06-30", samples, bad}
	for _, name := range report.FormatNames() {
		args = append(args, "--format", name+"="+filepath.Join(folder, "out."+name))
	}
	run(t, 1, args...)
	for _, name := range report.FormatNames() {
		text := readFile(t, filepath.Join(folder, "out."+name))
		if strings.ContainsFunc(text, func(r rune) bool {
			return unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\r' || r == '\u202e'
		}) {
			t.Errorf("%s: a control character of the data comes through", name)
		}
		if !strings.Contains(text, "period/reversed") {
			t.Errorf("%s: violations are missing", name)
		}
		if err := wellFormed(name, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// wellFormed reads a report back.
func wellFormed(format, text string) error {
	switch format {
	case "json", "sarif", "rdjson":
		var document map[string]any
		return json.Unmarshal([]byte(text), &document)
	case "jsonl":
		for line := range strings.Lines(text) {
			var violation map[string]any
			if err := json.Unmarshal([]byte(line), &violation); err != nil {
				return err
			}
		}
	case "junit", "checkstyle":
		return readXML(text)
	case "csv":
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
		for _, row := range rows {
			for _, cell := range row {
				if strings.HasPrefix(cell, "=") {
					return errors.New("a formula: " + cell)
				}
			}
		}
		return err
	case "github":
		for line := range strings.Lines(text) {
			if strings.HasPrefix(line, "::") && !strings.HasPrefix(line, "::error file=") &&
				!strings.HasPrefix(line, "::warning file=") && !strings.HasPrefix(line, "::notice file=") {
				return errors.New("a command that is not ours: " + line)
			}
		}
	case "html":
		if strings.Contains(text, "<script>alert") || strings.Contains(text, "<b>bold") {
			return errors.New("mark-up of the data comes through")
		}
	}
	return nil
}

func readXML(text string) error {
	decoder := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}
