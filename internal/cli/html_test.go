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
	address := (&url.URL{Scheme: "file", Path: filepath.ToSlash(file), Fragment: fragment}).String()
	return chromium(t, "--dump-dom", address)
}

// chromium runs Chromium without a window and gives its output.
func chromium(t *testing.T, args ...string) string {
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
	out, err := outside(t, ".", nil, program, append([]string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir=" + t.TempDir()}, args...)...)
	if err != nil {
		unavailable(t, "Chromium does not run here: %v", err)
	}
	return string(out)
}

// On paper nothing can be unfolded: words that are folded away on the screen
// are printed.
func TestFoldedWordsArePrinted(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	t.Chdir(t.TempDir())
	head := "outcome XM-DAC-41146-KEN_D_1.1\nWomen have a say in county budgets\n"
	long := strings.Repeat("the committees met in every ward of the county ", 20) + "where maize grows " + strings.Repeat("and they wrote their plans down ", 20)
	writeFiles(t, map[string]string{
		"old.txt": head + "In 12 counties 88 women lead, " + long + "until June.\n",
		"new.txt": head + "In 12 counties 90 women lead, " + long + "until July.\n",
	})
	writeFiles(t, map[string]string{"page.html": run(t, 1, "diff", "--no-config", "--format", "html", "old.txt", "new.txt")})
	file, err := filepath.Abs("page.html")
	if err != nil {
		t.Fatal(err)
	}
	chromium(t, "--no-pdf-header-footer", "--print-to-pdf=page.pdf", (&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String())
	out, err := outside(t, ".", nil, "pdftotext", "page.pdf", "-")
	if err != nil {
		t.Fatal(err)
	}
	if text := strings.Join(strings.Fields(string(out)), " "); !strings.Contains(text, "where maize grows") {
		t.Errorf("on paper:\n%s", text)
	}
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
