package suppress

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

func TestResolver(t *testing.T) {
	r := NewResolver(map[string][]string{"spelling": {"spelling/a", "spelling/b"}, "spelling/a": {"spelling/a"}, "old": {"spelling/b"}}, schema.Date{})
	s := r.New(lint.Suppression{Rules: []string{"spelling", "none", "old"}})
	for rule, want := range map[string][]int{"spelling/a": {1, 0, 0}, "spelling/b": {1, 0, 1}, "other/c": {0, 0, 0}} {
		one := unused([]*Suppression{s})[0]
		if one.suppress(&lint.Violation{Rule: rule}) != slices.Contains(want, 1) {
			t.Errorf("%s is suppressed, or not", rule)
		}
		if got := []int{one.names[0].used, one.names[1].used, one.names[2].used}; !slices.Equal(got, want) {
			t.Errorf("%s uses %v, want %v", rule, got, want)
		}
	}
	if diff := cmp.Diff([][]string{{"none"}, {"old", "spelling", "spelling/a"}}, [][]string{s.Unknown, s.Known}); diff != "" {
		t.Error(diff)
	}
	if known := r.New(lint.Suppression{Rules: []string{"spelling"}}); known.Unknown != nil || known.Known != nil {
		t.Errorf("%q is unknown, where there are %q", known.Unknown, known.Known)
	}
}

// However many different names a file has, what the names mean and which there are
// is in memory once.
func TestResolvedNamesAreShared(t *testing.T) {
	r := NewResolver(map[string][]string{"spelling": {"spelling/a"}}, schema.Date{})
	first := r.New(lint.Suppression{Rules: []string{"none", "spelling"}})
	for i := range 1000 {
		s := r.New(lint.Suppression{Rules: []string{fmt.Sprint("none", i), "spelling"}})
		if &s.Known[0] != &first.Known[0] || &s.names[1].ids[0] != &first.names[1].ids[0] {
			t.Fatal("the names are listed again")
		}
	}
}
