package suppress

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

func TestResolver(t *testing.T) {
	r := NewResolver(map[string][]string{"spelling": {"spelling/a", "spelling/b"}, "spelling/a": {"spelling/a"}, "old": {"spelling/b"}}, schema.Date{})
	for range 2 { // the second time from the cache
		s := r.New(lint.Suppression{Rules: []string{"spelling", "none", "old"}})
		if diff := cmp.Diff(map[string][]int{"spelling/a": {0}, "spelling/b": {0, 2}}, s.rules); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([][]string{{"none"}, {"old", "spelling", "spelling/a"}}, [][]string{s.Unknown, s.Known}); diff != "" {
			t.Error(diff)
		}
	}
	if known := r.New(lint.Suppression{Rules: []string{"spelling"}}); known.Unknown != nil || known.Known != nil {
		t.Errorf("%q is unknown, where there are %q", known.Unknown, known.Known)
	}
}

// However many different names a file has, few are cached; and for names that
// are unknown all names are listed once.
func TestResolverCachesFew(t *testing.T) {
	r := NewResolver(map[string][]string{"spelling": {"spelling/a"}}, schema.Date{})
	var first []string
	for i := range 10 * maxCached {
		s := r.New(lint.Suppression{Rules: []string{fmt.Sprint("none", i)}})
		if first == nil {
			first = s.Known
		}
		if &s.Known[0] != &first[0] {
			t.Fatal("the names are listed again")
		}
	}
	if len(r.cache) > maxCached {
		t.Errorf("%d lists of names are cached", len(r.cache))
	}
}
