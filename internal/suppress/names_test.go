package engine

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/rules/lint"
)

func TestNaming(t *testing.T) {
	c := &Config{Names: map[string][]string{"spelling": {"spelling/a", "spelling/b"}, "spelling/a": {"spelling/a"}, "old": {"spelling/b"}}}
	n := new(naming)
	for range 2 { // the second time from memory
		s := lint.Silence{Rules: []string{"spelling", "none", "old"}}
		rules := n.of(c, &s)
		if diff := cmp.Diff(map[string][]int{"spelling/a": {0}, "spelling/b": {0, 2}}, rules); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([][]string{{"none"}, {"old", "spelling", "spelling/a"}}, [][]string{s.Unknown, s.Known}); diff != "" {
			t.Error(diff)
		}
	}
	known := lint.Silence{Rules: []string{"spelling"}}
	if n.of(c, &known); known.Unknown != nil || known.Known != nil {
		t.Errorf("%q is unknown, where there are %q", known.Unknown, known.Known)
	}
}

// However many different names a file has, few are remembered; and of names that
// are unknown all that there is is listed once.
func TestNamingRemembersFew(t *testing.T) {
	c := &Config{Names: map[string][]string{"spelling": {"spelling/a"}}}
	n := new(naming)
	var first []string
	for i := range 10 * remembered {
		s := lint.Silence{Rules: []string{fmt.Sprint("none", i)}}
		n.of(c, &s)
		if first == nil {
			first = s.Known
		}
		if &s.Known[0] != &first[0] {
			t.Fatal("what there is is listed again")
		}
	}
	if len(n.read) > remembered {
		t.Errorf("%d requests are remembered", len(n.read))
	}
}
