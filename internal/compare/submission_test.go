package compare_test

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/schema"
)

// TestWhatCannotBeReadAgain finds renumbered entries in formats and encodings
// whose entries can't be read again from their bytes.
func TestWhatCannotBeReadAgain(t *testing.T) {
	const form = `[{"id": "%s", "title": "Villages have clean water all year"}, {"id": "A-2", "title": "Farmers have access to seeds of good quality"}]`
	want := []string{"B-9 was A-1 by similarity"}
	before, after := []byte(fmt.Sprintf(form, "A-1")), []byte(fmt.Sprintf(form, "B-9"))
	if diff := cmp.Diff(want, changes(t, "a.json", before, after, nil)); diff != "" {
		t.Errorf("JSON (-want +got):\n%s", diff)
	}
	text := activity("A-1", "Villages have clean water all year", "", "Number of wells=10")
	before, after = utf16(file(text)), utf16(file(strings.Replace(text, "A-1", "B-9", 1)))
	if diff := cmp.Diff(want, changes(t, "a.xml", before, after, nil)); diff != "" {
		t.Errorf("UTF-16 (-want +got):\n%s", diff)
	}
}

func utf16(ascii []byte) []byte {
	out := []byte{0xFF, 0xFE}
	for _, c := range ascii {
		out = append(out, c, 0)
	}
	return out
}

func compared(t *testing.T, earlier, current []compare.Input) *compare.Comparison {
	t.Helper()
	c, err := compare.Submissions(context.Background(), earlier, current, nil, 2)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

// TestSuccessorFiles says in which file an entry that is gone would stand: the one that
// its file became, else the one that most of its other entries have moved to.
func TestSuccessorFiles(t *testing.T) {
	one, two, three := activity("A-1", "Villages have clean water", ""), activity("A-2", "Farmers have good seeds", ""), activity("A-3", "Girls go to school", "")
	gone := activity("A-9", "Roads are open in the rainy season", "")
	for _, c := range []struct{ became, want string }{{"x.xml", "x.xml"}, {"not there.xml", "y.xml"}, {"", "y.xml"}} {
		earlier := input(t, "old.xml", file(one, two, three, gone))
		earlier.Current = c.became
		comparison := compared(t, []compare.Input{earlier}, []compare.Input{input(t, "x.xml", file(one)), input(t, "y.xml", file(two, three))})
		var got []string
		if err := comparison.Gone(func(e *schema.Entry, f *schema.File) error {
			got = append(got, e.Identifier.Value+" in "+f.Path)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{"A-9 in " + c.want}, got); diff != "" {
			t.Errorf("became %q (-want +got):\n%s", c.became, diff)
		}
	}
}

func TestNotes(t *testing.T) {
	whole := input(t, "whole.xml", file(activity("A-1", "Villages have clean water", "")))
	for name, content := range map[string]string{
		"broken.xml": `<iati-activities version="2.03"><iati-activity></iati-activities>`,
		"cut.xml":    `<iati-activities version="2.03">`,
		"empty.xml":  "",
		"a.pdf":      "%PDF-1.7",
	} {
		notes := compared(t, []compare.Input{input(t, name, []byte(content))}, []compare.Input{whole}).Notes()
		if len(notes) != 1 || !strings.HasPrefix(notes[0], "the earlier file "+name+" can be read only in part") {
			t.Errorf("%s: notes %q", name, notes)
		}
	}
	odd := input(t, "odd.xml", []byte(`<iati-activities version="2.03" odd="1"></iati-activities>`))
	for _, input := range []compare.Input{whole, odd} {
		if notes := compared(t, []compare.Input{input}, []compare.Input{whole}).Notes(); len(notes) > 0 {
			t.Errorf("%s can be read as a whole: notes %q", input.Path, notes)
		}
	}
}

// TestIndexIsSmall measures what a comparison keeps of each entry.
func TestIndexIsSmall(t *testing.T) {
	const entries, most = 20_000, 250
	var b strings.Builder
	for i := range entries {
		fmt.Fprintf(&b, "outcome XM-DAC-41146-KEN_D_%d\nWomen have a say\nIn %d counties.\n", i, i)
	}
	content := []byte(b.String())
	earlier, current := input(t, "a.txt", content), input(t, "b.txt", content)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	comparison := compared(t, []compare.Input{earlier}, []compare.Input{current})
	runtime.GC()
	runtime.ReadMemStats(&after)
	if each := (int64(after.HeapAlloc) - int64(before.HeapAlloc)) / entries; each > most {
		t.Errorf("%d bytes for each entry, want at most %d", each, most)
	}
	runtime.KeepAlive(comparison)
	runtime.KeepAlive(content)
}
