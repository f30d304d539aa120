package input

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/schema"
)

// identifiers returns the identifiers of the entries of an input.
func identifiers(t *testing.T, in Input) []string {
	t.Helper()
	r, err := in.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	return identifiersOf(t, r.Next)
}

func identifiersOf(t *testing.T, next func() (func() *schema.Entry, error)) (list []string) {
	t.Helper()
	for {
		job, err := next()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, job().Identifier.Value)
	}
}

// submission returns a text of one entry.
func submission(identifier string) string {
	return "outcome " + identifier + "\nWomen have a say\nIn 12 counties.\n"
}

// books are a submission whose entry stands in two files, and another file.
var books = map[string]string{
	"books/results.csv":    "Result Identifier,Type,Title Narrative\nKE-1_r1,2 - Outcome,Counties plan with women\n",
	"books/indicators.csv": "Indicator Identifier,Measure,Title Narrative\nKE-1_r1_i1,2 - Percentage,Share of counties\n",
	"other.csv":            "id,title,narrative\nA_1.1,Women have a say,In 12 counties.\n",
}

// inFolder writes files to a folder of the test, and makes temporary ones of another,
// whose path it returns.
func inFolder(t *testing.T, files map[string]string) (temporary string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		save(t, name, []byte(content))
	}
	temporary = t.TempDir()
	for _, variable := range []string{"TMPDIR", "TMP"} {
		t.Setenv(variable, temporary)
	}
	return temporary
}

func TestOpen(t *testing.T) {
	temporary := inFolder(t, map[string]string{
		"a.txt": submission("A_1.1"), "reports/b.txt": submission("B_1.1"), "reports/draft.txt": submission("D_1.1"), "reports/notes.txt": "x",
	})
	excluded := func(file string, found bool) bool { return strings.Contains(file, "draft") && found }
	for _, c := range []struct {
		name   string
		paths  []string
		reopen bool
		want   []string // path, whether its bytes are its own, a copy or read only once, identifiers
		copies int
	}{
		{"a file", []string{"a.txt"}, true, []string{"a.txt own [A_1.1]"}, 0},
		{"a folder", []string{"reports"}, false, []string{"reports/b.txt own [B_1.1]"}, 0},
		{"an excluded file by its name", []string{"reports/draft.txt"}, false, []string{"reports/draft.txt own [D_1.1]"}, 0},
		{"standard input", []string{"a.txt", "-"}, false, []string{"a.txt own [A_1.1]", "in.txt once [S_1.1]"}, 0},
		{"standard input that is opened again", []string{"-", "a.txt"}, true, []string{"in.txt copy [S_1.1]", "a.txt own [A_1.1]"}, 1},
		{"standard input twice", []string{"-", "-"}, true, []string{"in.txt copy [S_1.1]", "in.txt copy [S_1.1]"}, 1},
	} {
		set, err := Open(t.Context(), c.paths, Options{Stdin: strings.NewReader(submission("S_1.1")), StdinName: "in.txt", Excluded: excluded, Reopen: c.reopen})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		var got []string
		for _, in := range set.Inputs {
			kind := "copy"
			switch {
			case in.Own:
				kind = "own"
			case in.Local == "":
				kind = "once"
			}
			first := identifiers(t, in)
			if again := identifiers(t, in); kind != "once" && !cmp.Equal(first, again) {
				t.Errorf("%s: %s has %v, then %v", c.name, in.Path, first, again)
			}
			got = append(got, fmt.Sprint(in.Path, " ", kind, " ", first))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if copies, _ := filepath.Glob(filepath.Join(temporary, "*", "*")); len(copies) != c.copies {
			t.Errorf("%s: %d copies, want %d", c.name, len(copies), c.copies)
		}
		if err := set.Close(); err != nil {
			t.Error(err)
		}
		if left, _ := os.ReadDir(temporary); len(left) > 0 {
			t.Errorf("%s: %v is left behind", c.name, left)
		}
	}
}

func TestOpenFails(t *testing.T) {
	temporary := inFolder(t, map[string]string{"a.txt": submission("A_1.1")})
	for _, c := range []struct {
		paths []string
		o     Options
		want  string
	}{
		{[]string{"-", "nowhere"}, Options{Stdin: strings.NewReader(""), StdinName: "in.txt", Reopen: true}, "could not find nowhere"},
		{[]string{"-"}, Options{Stdin: strings.NewReader("")}, "standard input has no name"},
		{[]string{"-"}, Options{}, "could not find -"},
	} {
		if _, err := Open(t.Context(), c.paths, c.o); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.paths, err, c.want)
		}
		if left, _ := os.ReadDir(temporary); len(left) > 0 {
			t.Errorf("%q: %v is left behind", c.paths, left)
		}
	}
}

// TestBooksAreJoined: one of the books may be standard input, of which a copy is made.
func TestBooksAreJoined(t *testing.T) {
	inFolder(t, books)
	o := Options{Stdin: strings.NewReader(books["books/indicators.csv"]), StdinName: "books/i.csv"}
	set, err := Open(t.Context(), []string{"other.csv", "books/results.csv", "-"}, o)
	if err != nil {
		t.Fatal(err)
	}
	defer set.Close()
	together := []string{"books/results.csv", "books/i.csv"}
	for i, want := range [][]string{nil, together, together} {
		if diff := cmp.Diff(want, set.Inputs[i].Joined); diff != "" {
			t.Errorf("%s (-want +got):\n%s", set.Inputs[i].Path, diff)
		}
	}
	for range 2 {
		if got := identifiers(t, set.Inputs[1]); !cmp.Equal(got, []string{"KE-1"}) {
			t.Errorf("the results have %v", got)
		}
		if got := identifiers(t, set.Inputs[2]); len(got) > 0 {
			t.Errorf("the indicators have %v by themselves", got)
		}
	}
}

func TestChain(t *testing.T) {
	inFolder(t, books)
	for _, c := range []struct {
		paths []string
		want  []string // identifiers; the error if there is but one and it has a space
	}{
		{[]string{"other.csv"}, []string{"A_1.1"}},
		{[]string{"books"}, []string{"KE-1"}},
		{[]string{"books/results.csv", "books/indicators.csv", "books/results.csv"}, []string{"KE-1"}},
		{[]string{"other.csv", "books"}, []string{"other.csv does not belong to the other files"}},
		{[]string{"other.csv", "books/results.csv"}, []string{"books/results.csv does not belong to the other files"}},
	} {
		set, err := Open(t.Context(), c.paths, Options{})
		if err != nil {
			t.Fatal(err)
		}
		r, err := OpenChain(set.Inputs)
		if strings.Contains(c.want[0], " ") {
			if err == nil || !strings.HasPrefix(err.Error(), c.want[0]) {
				t.Errorf("%q: error %v, want %q", c.paths, err, c.want)
			}
			continue
		}
		if err != nil {
			t.Fatalf("%q: %v", c.paths, err)
		}
		if diff := cmp.Diff(c.want, identifiersOf(t, r.Next)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.paths, diff)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestOpenSide: a folder is taken whole, an archive by what the other side has.
func TestOpenSide(t *testing.T) {
	inFolder(t, map[string]string{"now/a.txt": submission("A_1.1"), "old/a.txt": submission("A_1.1"), "old/gone.txt": submission("G_1.1")})
	save(t, "old.zip", zipOf(t, member{"a.txt", submission("A_1.1"), false}, member{"gone.txt", submission("G_1.1"), false}))
	save(t, "empty.zip", zipOf(t))
	for _, c := range []struct {
		path, other string
		want        []string // paths, or the error
	}{
		{"old", "now/a.txt", []string{"old/a.txt", "old/gone.txt"}},
		{"old.zip", "now", []string{"old.zip:a.txt", "old.zip:gone.txt"}},
		{"old.zip", "now/a.txt", []string{"old.zip:a.txt"}},
		{"old.zip", "old.zip", []string{"old.zip:a.txt", "old.zip:gone.txt"}},
		{"empty.zip", "now", []string{"there is no earlier submission to compare with: empty.zip has no file for now"}},
	} {
		var got []string
		set, err := OpenSide(t.Context(), c.path, c.other, Options{Read: read.Options{}, Reopen: true})
		if err != nil {
			got = append(got, err.Error())
		} else {
			for _, in := range set.Inputs {
				got = append(got, in.Path)
			}
			if err := set.Close(); err != nil {
				t.Error(err)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s beside %s (-want +got):\n%s", c.path, c.other, diff)
		}
	}
}
