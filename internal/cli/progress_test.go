package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/settings"
)

// progressOf runs two files past a progress line that was begun so long ago.
func progressOf(t *testing.T, when string, ago time.Duration) (shown, left string) {
	t.Helper()
	var inputs []input.Input
	for _, name := range []string{"a.txt", "b.txt"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, make([]byte, 3_000_000), 0o600); err != nil {
			t.Fatal(err)
		}
		inputs = append(inputs, input.Input{Path: path})
	}
	var out bytes.Buffer
	p := newProgress(&settings.Plan{Values: settings.Values{Progress: settings.When(when)}}, &out, inputs)
	if p == nil {
		return "", ""
	}
	p.line.after = p.line.after.Add(-ago)
	p.update(engine.Progress{Input: 0, Entries: 1234, Done: true})
	time.Sleep(110 * time.Millisecond) // it is drawn ten times a second
	p.update(engine.Progress{Input: 1, Offset: 1_500_000, Entries: 2345})
	time.Sleep(110 * time.Millisecond)
	p.update(engine.Progress{Input: 1, Offset: 1_600_000, Entries: 2345})
	p.end()
	return out.String(), onScreen(out.String())
}

// onScreen is what a terminal's line shows after text.
func onScreen(text string) string {
	var line []rune
	at := 0
	for _, r := range text {
		if r == '\r' {
			at = 0
			continue
		}
		line = append(line[:at], append([]rune{r}, line[min(at+1, len(line)):]...)...)
		at++
	}
	return strings.TrimSpace(string(line))
}

func TestProgressLine(t *testing.T) {
	shown, left := progressOf(t, "always", time.Hour)
	for _, want := range []string{"1/2 files, 2,345 entries", "75%", "/6.0 MB", "MB/s"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the line does not show %q: %q", want, shown)
		}
	}
	if left != "" {
		t.Errorf("after the end %q is left of it", left)
	}
}

func TestShortWorkShowsNoProgress(t *testing.T) {
	for when, ago := range map[string]time.Duration{"always": 0, "never": time.Hour, "auto": time.Hour} {
		if shown, _ := progressOf(t, when, ago); shown != "" {
			t.Errorf("%s: %q is shown", when, shown)
		}
	}
}
