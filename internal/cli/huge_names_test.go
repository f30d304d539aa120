package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/cli"
)

// What a file calls something is shortened by diff and convert as it is by check.
func TestHugeNamesAreShortened(t *testing.T) {
	huge := strings.Repeat("A", 100_000)
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	entry := func(id, title string) string {
		return `{"id": "` + id + `", "title": "` + title + `", "narrative": "Women farm."}`
	}
	old := file("old.json", "["+entry(huge+"_1"+huge, "One")+","+entry(huge+"_2", "Zebra crossings")+"]")
	now := file("new.json", "["+entry(huge+"_3"+huge, "One")+","+entry(huge+"_4", "Seeds")+"]")
	broken := file("a.xml", "<"+huge+"/>")
	asks := file("b.yaml", "- iati-identifier: A_1 # iatilint-ignore "+huge+"\n  title: One\n")
	for _, c := range []struct {
		args  []string
		exit  int
		want  string
		bytes int // of the report at most
	}{
		{[]string{"diff", "--no-config", old, now}, 1, "1 renumbered", 4000},
		{[]string{"diff", "--no-config", "--format", "json", old, now}, 1, `"renumbered"`, 8000},
		{[]string{"diff", "--no-config", "--format", "markdown", old, now}, 1, "…", 4000},
		{[]string{"diff", "--no-config", "--format", "html", old, now}, 1, "…", 60_000},
		{[]string{"convert", "--no-config", broken}, 2, "could not convert", 4000},
		{[]string{"convert", "--no-config", asks}, 0, "is not carried over", 4000},
	} {
		var out, errOut bytes.Buffer
		exit := cli.Main(append([]string{"iatilint"}, c.args...), nil, &out, &errOut)
		all := out.String() + errOut.String()
		if exit != c.exit || !strings.Contains(all, c.want) {
			t.Errorf("%v: exit code %d:\n%.600s", c.args[:2], exit, all)
		}
		if len(all) > c.bytes {
			t.Errorf("%v: %d bytes", c.args, len(all))
		}
	}
}
