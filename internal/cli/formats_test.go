package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/cli"
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
		if !strings.Contains(text, "period/reversed") {
			t.Errorf("%s: violations are missing", name)
		}
		if err := cli.ReadBack(name, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
