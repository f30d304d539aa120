package cli_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/cli"
	"github.com/iatilint/iatilint/internal/report"
)

// payloads try to act on what shows them, wherever they stand.
var payloads = []string{
	"\x1b[31mred", "\x1b]8;;http://evil.example/\x1b\\link", "\x1b]52;c;ZXZpbA==\x07", "\u009b31m", "\u009d52;c;x\u009c", "\x00\x08\x7f", "\ufffe\uffff",
	"::error::owned", "::set-output name=x::y", "\n::add-mask::x", "##[command]x", "%0A::warning::x", "::stop-commands::x",
	"\u202egnp.exe", "\u2066x\u2069", "\u200e\u061c", "\u2028::error::x", "\u0085::error::x", "\ufeff",
	"<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "<iframe src=javascript:alert(1)>", "' onmouseover='alert(1)", "</title></style></script><svg onload=alert(1)>", "<!-- -->", "]]>", "&lt;script&gt;", "&#x1b;",
	"[click](javascript:alert(1))", "![x](http://evil.example/x.png)", "| a | b |", "`code` ``` fence", "# heading", "**bold** @everyone #1", "<http://evil.example>", "https://evil.example/x",
	"=cmd|' /C calc'!A0", "+1+1", "-1-1", "@SUM(1)", "\t=1+1", "  =1+1", "\r=1+1", "=HYPERLINK(\"http://evil.example\")", "\uff1d1+1",
}

// TestNothingOfTheDataActs puts every payload into the identifier, the title
// and the text of an entry and into the file's name, writes every format, and
// reads each back: what comes from the data is text there and nothing else.
func TestNothingOfTheDataActs(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("such names of files can't be")
	}
	folder, out := t.TempDir(), t.TempDir()
	args := []string{"check", "--as-of", "2024-06-30", "--profile", "un-women", "--summary", "entries,rules,files"}
	for i, p := range payloads {
		name := fmt.Sprintf("%s %d.txt", strings.NewReplacer("/", "", "\x00", "").Replace(p), i)
		if i%2 == 0 {
			name = fmt.Sprintf("%d.json", i)
		}
		content := "outcome XM-DAC-41146-KEN_D_1.1 " + p + "\n" + p + " (TO BE DELETED)\n" + p + " esnure and recieve of\n"
		if strings.HasSuffix(name, ".json") {
			value := func(s string) string { text, _ := json.Marshal(s); return string(text) }
			content = `[{"id": ` + value(p) + `, ` + value(p) + `: 1, "title": ` + value(p+" (TO BE DELETED)") + `, "narrative": ` + value(p+" and recieve") +
				`, "result": [{"type": ` + value(p) + `, "title": ` + value(p) + `, "indicator": [{"measure": 1, "period": [{"target": {"value": ` + value(p) + `}}]}]}]}]`
		}
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(strings.ReplaceAll(content, "\x00", "")), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	for _, name := range report.FormatNames() {
		args = append(args, "--format", name+"="+filepath.Join(out, name))
	}
	summary := filepath.Join(out, "summary")
	t.Setenv("GITHUB_STEP_SUMMARY", summary)
	run(t, 1, args...)
	for _, name := range append(report.FormatNames(), "summary") {
		text := readFile(t, filepath.Join(out, name))
		if !strings.Contains(text, "marker/deletion") {
			t.Errorf("%s: the violations are missing", name)
		}
		if err := cli.ReadBack(name, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if name == "sarif" && strings.Count(text, `"uri":`) < len(payloads) {
			t.Error("addresses are missing")
		}
	}
}
