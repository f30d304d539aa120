package cli_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/cli"
)

// What is too large to be read was not checked, and so it is no success, however
// good the rest is.
func TestUnreadIsNoSuccess(t *testing.T) {
	entry := "- iati-identifier: A_1\n"
	for _, c := range []struct {
		name, file string
		heavy      bool // tried only with IATILINT_HEAVY
		content    io.Reader
	}{
		{"a row of a table", "a.csv", false, strings.NewReader("iati-identifier,title\nA_1," + strings.Repeat("x", 40<<20) + "\n")},
		{"YAML", "a.yaml", false, strings.NewReader(entry + "#" + strings.Repeat("x", 64<<20) + "\n")},
		{"an entry of many nodes", "a.xml", false, strings.NewReader(activityOf(strings.Repeat("<result/>", 100_100)))},
		{"an entry of JSON", "a.json", true, io.MultiReader(strings.NewReader(`[{"title": "`), &repeated{257 << 20})},
		{"a document in a pipe", "a.docx", true, io.MultiReader(strings.NewReader("PK\x03\x04word/"), &repeated{257 << 20})},
	} {
		if c.heavy && heavy(0, 1) == 0 {
			continue
		}
		var out, errOut bytes.Buffer
		args := []string{"iatilint", "check", "--no-config", "--select", "file/too-large", "--stdin-filename", c.file, "-"}
		if exit := cli.Main(args, c.content, &out, &errOut); exit != 1 || !strings.Contains(out.String(), "error: ") || !strings.Contains(out.String(), "[file/too-large]") {
			t.Errorf("%s: exit code %d: %s%s", c.name, exit, out.String(), errOut.String())
		}
	}
}

// Nor is it compared as if it were whole.
func TestUnreadIsNotCompared(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.xml")
	if err := os.WriteFile(path, []byte(activityOf(strings.Repeat("<result/>", 100_100))), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errOut bytes.Buffer
	exit := cli.Main([]string{"iatilint", "diff", "--no-config", path, path}, nil, &out, &errOut)
	if exit != 2 || !strings.Contains(errOut.String(), "could not compare "+filepath.ToSlash(path)) {
		t.Errorf("exit code %d: %s%s", exit, out.String(), errOut.String())
	}
}

// repeated is a letter, so many times.
type repeated struct{ n int }

func (r *repeated) Read(p []byte) (int, error) {
	if r.n == 0 {
		return 0, io.EOF
	}
	p = p[:min(len(p), r.n)]
	for i := range p {
		p[i] = 'x'
	}
	r.n -= len(p)
	return len(p), nil
}
