package cli_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/iatilint/iatilint/internal/charset"
	"github.com/iatilint/iatilint/internal/cli"
)

// longReport is a submission of so many outcomes, each with two words to correct.
func longReport(outcomes int) string {
	var b strings.Builder
	for i := range outcomes {
		fmt.Fprintf(&b, "outcome XM-DAC-41146-KEN_D_%d.1\r\nWomen have a say in budget no. %d\r\n"+
			"In %d counties, the women sit on teh café committees and recieve a fair share of the money there.\r\n\r\n", i+1, i+1, i+2)
	}
	return b.String()
}

func corrected(s string) string {
	return strings.NewReplacer("teh ", "the ", "recieve", "receive").Replace(s)
}

// TestFixKeepsTheEncoding: outside of the edits no byte changes, and the edits
// are in the file's own encoding.
func TestFixKeepsTheEncoding(t *testing.T) {
	xml := func(encoding, text string) string {
		return `<?xml version="1.0" encoding="` + encoding + `"?>` + "\r\n" + `<iati-activities version="2.03"><iati-activity xml:lang="en">` +
			`<title><narrative>` + text + "</narrative></title>\r\n\t</iati-activity></iati-activities>"
	}
	for _, c := range []struct {
		name, mark, text, want string
		encoding               charset.Encoding
	}{
		{name: "utf8.txt", text: longReport(3), want: corrected(longReport(3))},
		{name: "mark.txt", mark: "\xEF\xBB\xBF", text: longReport(3), want: corrected(longReport(3))},
		{name: "1252.txt", text: longReport(3), want: corrected(longReport(3)), encoding: charset.Windows1252()},
		{name: "utf16le.txt", mark: "\xFF\xFE", text: longReport(3), want: corrected(longReport(3)), encoding: charset.UTF16LE()},
		{name: "utf16be.txt", mark: "\xFE\xFF", text: longReport(3), want: corrected(longReport(3)), encoding: charset.UTF16BE()},
		{name: "utf16.xml", mark: "\xFF\xFE", text: xml("UTF-16", "In the café, teh women have a say"), want: xml("UTF-16", "In the café, the women have a say"), encoding: charset.UTF16LE()},
		{name: "1252.xml", text: xml("windows-1252", "In the café, teh women have a say"), want: xml("windows-1252", "In the café, the women have a say"), encoding: charset.Windows1252()},
		// Windows-1252 has no letter for &#x2192;: where no code can stand, that fix is left out, the other made.
		{name: "lacks.xml", text: xml("windows-1252", "a &amp;#x2192; b"), want: xml("windows-1252", "a &#8594; b"), encoding: charset.Windows1252()},
		{name: "lacks-cdata.xml", text: xml("windows-1252", "<![CDATA[a &#x2192; b]]>"), want: xml("windows-1252", "<![CDATA[a &#x2192; b]]>"), encoding: charset.Windows1252()},
		{name: "lacks-one.xml", text: xml("windows-1252", "<![CDATA[a &#x2192; b: here teh women are]]>"), want: xml("windows-1252", "<![CDATA[a &#x2192; b: here the women are]]>"), encoding: charset.Windows1252()},
		{name: "has.xml", text: xml("windows-1252", "a &amp;#x20AC; b"), want: xml("windows-1252", "a € b"), encoding: charset.Windows1252()},
	} {
		path := filepath.Join(t.TempDir(), c.name)
		written, err := c.encoding.Encode(c.text)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, append([]byte(c.mark), written...), 0o600); err != nil {
			t.Fatal(err)
		}
		run(t, 0, "check", "--fix", "--fail-on", "never", "--select", "spelling,narrative/markup", path)
		want, err := c.encoding.Encode(c.want)
		if err != nil {
			t.Fatal(err)
		}
		if got := readFile(t, path); got != c.mark+string(want) {
			t.Errorf("%s: the file is now %q, want %q", c.name, got, c.mark+string(want))
		}
	}
}

// TestKilledFixLeavesAWholeFile kills the program at moments all over a run:
// the file is the old or the new one, with its mode, and the next run makes
// good what is missing.
func TestKilledFixLeavesAWholeFile(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "a.txt")
	old := longReport(400)
	now := corrected(old)
	start := func(t *testing.T) *exec.Cmd {
		t.Helper()
		if err := os.WriteFile(path, []byte(old), 0o640); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(program, "check", "--fix", "--select", "spelling", path)
		cmd.Args[0] = "iatilint" // what TestMain looks at
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd
	}
	begun := time.Now()
	if err := start(t).Wait(); err != nil {
		t.Fatal(err)
	}
	whole := time.Since(begun)
	if got := readFile(t, path); got != now {
		t.Fatal("the file is not fixed even when nobody kills the program")
	}
	fixed := 0
	const kills = 40
	for range kills {
		cmd := start(t)
		time.Sleep(rand.N(whole + whole/5))
		_ = cmd.Process.Kill() // it may have ended
		_ = cmd.Wait()
		switch got := readFile(t, path); got {
		case old:
		case now:
			fixed++
		default:
			t.Fatalf("%d bytes are left, which are neither the %d old nor the %d new ones", len(got), len(old), len(now))
		}
	}
	t.Logf("of %d runs, %d came to the end of the fix", kills, fixed)
	left, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range left {
		if f.Name() != "a.txt" && !strings.HasPrefix(f.Name(), ".a.txt.iatilint-") {
			t.Errorf("%s is left", f.Name())
		}
	}
	run(t, 0, "check", "--fix", "--select", "spelling", folder)
	if got := readFile(t, path); got != now {
		t.Error("the next run does not fix the file")
	}
}

// TestFixOfChangedFile: somebody writes to the file while it is checked, and
// keeps what was written. The moment is when the program says that it does not
// make one of the fixes; the other is still to be written.
func TestFixOfChangedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	const twins = "outcome XM-DAC-41146-KEN_D_1.1\nWomen have a say in county budgets\n\n" +
		"outcome XM-DAC-41146-KEN_D_1.2\nWomen have a say in county budgets (TO BE DELETED)\nteh end\n"
	if err := os.WriteFile(path, []byte(twins), 0o600); err != nil {
		t.Fatal(err)
	}
	const theirs = "outcome XM-DAC-41146-KEN_D_1.1\n"
	stderr := &atFirst{do: func() error { return os.WriteFile(path, []byte(theirs), 0o600) }}
	code := cli.Main([]string{"iatilint", "check", "--fix-unsafe", "--select", "spelling,marker,consistency", path}, nil, io.Discard, stderr)
	for _, want := range []string{"the fix (remove the marker) was not made", "was changed by somebody else"} {
		if !strings.Contains(stderr.said.String(), want) {
			t.Errorf("standard error has %q, want %q", stderr.said.String(), want)
		}
	}
	if code != 2 {
		t.Errorf("exit code %d, want 2", code)
	}
	if got := readFile(t, path); got != theirs {
		t.Errorf("what was written meanwhile is lost: the file holds %q", got)
	}
}

// atFirst does something when it is first written to.
type atFirst struct {
	do   func() error
	said bytes.Buffer
}

func (w *atFirst) Write(p []byte) (int, error) {
	if w.said.Len() == 0 {
		if err := w.do(); err != nil {
			return 0, err
		}
	}
	return w.said.Write(p)
}
