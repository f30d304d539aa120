package cli_test

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// browse opens a page in Chromium and gives the document that its script made.
func browse(t *testing.T, file, fragment string) string {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			program = found
			break
		}
	}
	if program == "" {
		unavailable(t, "Chromium is not installed: the page is not looked at")
	}
	address := (&url.URL{Scheme: "file", Path: filepath.ToSlash(file), Fragment: fragment}).String()
	out, err := outside(t, ".", nil, program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir="+t.TempDir(), "--dump-dom", address)
	if err != nil {
		unavailable(t, "Chromium does not run here: %v", err)
	}
	return string(out)
}

var (
	item     = regexp.MustCompile(`<li class="(\w+)" data-severity="\w+" data-rule="([^"]+)"( hidden="")?>`)
	shownNow = regexp.MustCompile(`<output id="shown"[^>]*>([^<]*)</output>`)
	loads    = regexp.MustCompile(`(?i)<(link|img|iframe|object|embed|audio|video|source|base|meta http-equiv="refresh")\b|\bsrc=|@import|url\(`)
)

// The filters work without a server, from an address with their state in it.
func TestPageFilters(t *testing.T) {
	reports := allReports(t)
	file, err := filepath.Abs("out.html")
	if err != nil {
		t.Fatal(err)
	}
	all := len(item.FindAllString(reports["html"], -1))
	for _, c := range []struct {
		fragment string
		shown    func(severity, rule string) bool
	}{
		{"", func(string, string) bool { return true }},
		{"severity=error", func(severity, _ string) bool { return severity == "error" }},
		{"severity=warning,info&rule=evidence/none", func(_, rule string) bool { return rule == "evidence/none" }},
		{"entry=no such entry", func(string, string) bool { return false }},
	} {
		page := browse(t, file, c.fragment)
		want, got := 0, 0
		for _, m := range item.FindAllStringSubmatch(page, -1) {
			visible := m[3] == ""
			if visible {
				got++
			}
			if c.shown(m[1], m[2]) {
				want++
			}
			if visible != c.shown(m[1], m[2]) {
				t.Errorf("#%s: a violation of %s with severity %s is shown: %v", c.fragment, m[2], m[1], visible)
			}
		}
		if got == 0 && !strings.HasPrefix(c.fragment, "entry=") {
			t.Errorf("#%s: nothing is shown of %d, the test says nothing", c.fragment, all)
		}
		m := shownNow.FindStringSubmatch(page)
		if m == nil || !strings.HasPrefix(m[1], strconv.Itoa(want)+" of "+strconv.Itoa(all)+" ") {
			t.Errorf("#%s: the page says %q, want %d of %d", c.fragment, m, want, all)
		}
	}
}

// The page loads nothing and its policy would not let it.
func TestPageLoadsNothing(t *testing.T) {
	page := allReports(t)["html"]
	if found := loads.FindString(page); found != "" {
		t.Errorf("the page loads something: %s", found)
	}
	if !strings.Contains(page, `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;`) {
		t.Error("the page has no policy that forbids loading")
	}
	for _, m := range regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if !strings.HasPrefix(m[1], "#") {
			t.Errorf("a link that leaves the page: %s", m[1])
		}
	}
	if n := strings.Count(page, "<script"); n != 1 {
		t.Errorf("%d scripts, want our own alone", n)
	}
}

// What a history violation says is shown word by word.
func TestPageComparesTexts(t *testing.T) {
	text := readFile(t, filepath.Join(samples, "outcomes.txt"))
	t.Chdir(t.TempDir())
	for name, content := range map[string]string{
		"new.txt": text,
		"old.txt": strings.Replace(text, " (OUTCOME TO BE DELECTED)", "", 1),
	} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	page := run(t, 1, "check", "--as-of", "2024-06-30", "--against", "old.txt", "--format", "html", "new.txt")
	if !strings.Contains(page, "<ins>(OUTCOME TO BE DELECTED)</ins>") {
		t.Error("what came into the title is not marked")
	}
}
