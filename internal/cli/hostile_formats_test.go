package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

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
		for i, line := range strings.Split(text, "\n") {
			if i == 0 && name == "csv" {
				line = strings.TrimPrefix(line, "\ufeff")
			}
			if at := strings.IndexFunc(strings.TrimSuffix(line, "\r"), acts); at >= 0 {
				t.Errorf("%s: line %d holds a character that acts: %q", name, i+1, line[max(0, at-40):min(len(line), at+20)])
				break
			}
		}
		if !strings.Contains(text, "marker/deletion") {
			t.Errorf("%s: the violations are missing", name)
		}
		check := inactive[name]
		if check == nil {
			check = func(text string) error { return wellFormed(name, text) }
		}
		if err := check(text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// acts tells characters that do something to a terminal or to the order of
// others; a tab is one only in data.
func acts(r rune) bool {
	return unicode.IsControl(r) && r != '\t' || unicode.Is(unicode.Bidi_Control, r) || r == '\ufeff' || r == '\u2028' || r == '\u2029'
}

// inactive finds what acts in a format.
var inactive = map[string]func(string) error{
	"text":     noCommands,
	"github":   noCommands,
	"csv":      noFormulas,
	"html":     noForeignMarkup,
	"markdown": noMarkdown,
	"summary":  noMarkdown,
	"sarif":    encodedURIs,
}

var ourCommand = regexp.MustCompile(`^::(error|warning|notice) file=`)

// noCommands finds workflow commands that the data would give.
func noCommands(text string) error {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.Contains(line, "##[") || strings.HasPrefix(line, "::") && !ourCommand.MatchString(line) {
			return fmt.Errorf("a command: %q", line)
		}
	}
	return nil
}

func noFormulas(text string) error {
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	for _, row := range rows {
		for _, cell := range row {
			if start := strings.TrimLeftFunc(cell, unicode.IsSpace); start != "" && strings.ContainsAny(start[:1], "=+-@") || strings.HasPrefix(start, "\uff1d") {
				return fmt.Errorf("a formula: %q", cell)
			}
		}
	}
	return err
}

// noForeignMarkup parses the page as a browser does.
func noForeignMarkup(text string) error {
	scripts := 0
	tokens := html.NewTokenizer(strings.NewReader(text))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			if scripts > 1 {
				return fmt.Errorf("%d scripts", scripts)
			}
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			token := tokens.Token()
			if ours := len(token.Attr) > 0 && token.Attr[0].Key == "class"; token.Data == "svg" && ours {
				continue
			}
			if slices.Contains([]string{"img", "iframe", "svg", "object", "embed", "base"}, token.Data) {
				return fmt.Errorf("an element of the data: %s", token)
			}
			if token.Data == "script" {
				scripts++
			}
			for _, a := range token.Attr {
				if strings.HasPrefix(a.Key, "on") || strings.Contains(a.Val, "javascript:") && a.Key == "href" || (a.Key == "href" || a.Key == "src") && strings.Contains(a.Val, "evil.example") {
					return fmt.Errorf("an attribute of the data: %s", token)
				}
			}
		}
	}
}

var activeMarkdown = regexp.MustCompile(`(^|[^\\\x60])(<[a-zA-Z/!]|\]\((javascript|http://evil)|!\[x)`)

func noMarkdown(text string) error {
	for line := range strings.Lines(text) {
		if found := activeMarkdown.FindString(codeSpans.ReplaceAllString(strings.ReplaceAll(line, "@<!-- -->", "@"), "")); found != "" {
			return fmt.Errorf("mark-up of the data, %q: %q", found, line)
		}
	}
	return nil
}

var codeSpans = regexp.MustCompile("`+[^`]*`+")

// encodedURIs reads every address of a SARIF log.
func encodedURIs(text string) error {
	var document any
	if err := json.Unmarshal([]byte(text), &document); err != nil {
		return err
	}
	found := 0
	var walk func(any) error
	walk = func(v any) error {
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				if err := walk(item); err != nil {
					return err
				}
			}
		case map[string]any:
			for key, value := range v {
				uri, isText := value.(string)
				if key == "uri" && isText {
					found++
					if _, err := url.Parse(uri); err != nil || strings.ContainsFunc(uri, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`<>"|\^{}`+"`", r) }) {
						return fmt.Errorf("not an address: %q", uri)
					}
				}
				if err := walk(value); err != nil {
					return err
				}
			}
		}
		return nil
	}
	if err := walk(document); err != nil {
		return err
	}
	if found < len(payloads) {
		return errors.New("addresses are missing")
	}
	return nil
}
