package compare_test

import (
	"bytes"
	"context"
	"io"
	"testing"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/schema"
)

// entriesOf reads all entries that are whole.
func entriesOf(name string, content []byte) (list []*schema.Entry) {
	r, err := read.New(io.NopCloser(bytes.NewReader(content)), name, read.Options{})
	if err != nil {
		return nil
	}
	for {
		job, err := r.Next()
		if err != nil {
			return list
		}
		if e := job(); !e.Unusable && e.Kind != schema.UnassignedText {
			list = append(list, e)
		}
	}
}

// FuzzMatch pairs any two submissions: nothing panics, no earlier entry is
// taken for two current ones, and each is either found again or gone. What
// happens to the parts of two entries is the same in both directions: what is
// new in one is gone in the other.
func FuzzMatch(f *testing.F) {
	one, two := activity("A_1", "Women lead", "", "Seats=12", "Posts=3"), activity("A_2", "Women earn", "", "Jobs=40")
	f.Add("a.xml", file(one, two), file(two, one))
	f.Add("a.xml", file(one, one), file(activity("A_3", "Women lead", "", "Seats=13", "Seats=13")))
	f.Add("a.txt", []byte("outcome A_1\nWomen lead\nIn 12 counties.\noutcome A_1\n"), []byte("outcome A_2\nWomen lead\nIn 13 counties.\n"))
	f.Add("a.json", []byte(`[{"id": "A_1", "title": "x", "result": [{"type": 1, "indicator": [{"measure": 1, "period": [{"start": "2020-01-01", "target": {"value": 1}}]}]}]}]`),
		[]byte(`[{"id": "A_1", "title": "x", "result": [{"type": 1, "indicator": [{"measure": 1, "period": [{"start": "2020-01-02", "target": {"value": 2}}, {}]}]}]}]`))
	f.Add("a.txt", []byte("Women lead as A_1 says\n"), []byte("outcome A_1\nWomen lead\nIn 13 counties.\n"))
	f.Fuzz(func(t *testing.T, name string, before, after []byte) {
		switch name {
		case "a.xml", "a.txt", "a.json":
		default:
			name = "a.xml"
		}
		c, err := compare.Submissions(context.Background(), []compare.Input{input(t, name, before)}, []compare.Input{input(t, name, after)}, nil, 2)
		if err != nil {
			return // it can't be read
		}
		defer func() { _ = c.Close() }()
		earlier, current := entriesOf(name, before), entriesOf(name, after)
		taken := map[int]bool{}
		for _, e := range current {
			was, _, err := c.Before(e)
			if err != nil {
				t.Fatal(err)
			}
			if was == nil {
				continue
			}
			if taken[was.Index] {
				t.Errorf("earlier entry %d is two current ones", was.Index)
			}
			taken[was.Index] = true
			both, added, gone := tally(was, e)
			backBoth, backAdded, backGone := tally(e, was)
			if both != backBoth || added != backGone || gone != backAdded {
				t.Errorf("%d pairs, %d new, %d gone; backwards %d, %d, %d", both, added, gone, backBoth, backAdded, backGone)
			}
		}
		gone := 0
		if err := c.Gone(func(*schema.Entry, *schema.File) error {
			gone++
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if len(taken)+gone != len(earlier) {
			t.Errorf("of %d earlier entries %d are found again and %d are gone", len(earlier), len(taken), gone)
		}
	})
}

// tally counts the pairs of two entries, and what has no other half.
func tally(before, after *schema.Entry) (both, added, gone int) {
	compare.Pairs(before, after, func(b, a, _ schema.Node) {
		switch {
		case b == nil:
			added++
		case a == nil:
			gone++
		default:
			both++
		}
	})
	return both, added, gone
}
