package xmlread

import (
	"bytes"

	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/internal/xmltoken"
	"github.com/iatilint/iatilint/schema"
)

// mayBeSuppression reports whether the current comment may be a suppression.
func mayBeSuppression(s *xmltoken.Scanner) bool { return bytes.Contains(s.Raw(), []byte(ignore.Word)) }

// comment reads a comment outside the activities: it is about the next one, or,
// where it stands before the root, about the whole file.
func (r *Reader) comment(s *xmltoken.Scanner, source *schema.Source, beforeRoot bool) {
	if !mayBeSuppression(s) {
		return
	}
	suppression, ok := ignore.Comment(string(s.Raw()))
	if !ok {
		return
	}
	suppression.At, suppression.Source = rangeOf(s.Range()), source
	suppression.WholeFile = suppression.WholeFile || beforeRoot
	r.pending = append(r.pending, suppression)
}

// suppressions reads the comments of an activity that has some. Each is about
// the next element, or about the one around it where none follows.
func suppressions(src []byte, ctx *xmltoken.Context) []schema.Suppression {
	var all []schema.Suppression
	var open []opened // elements, from the outermost
	var waiting []int // comments that no element has followed
	scanner := xmltoken.NewFragment(src, ctx)
	for {
		kind, err := scanner.Next()
		if err != nil {
			return all
		}
		switch kind {
		case xmltoken.Comment:
			if suppression, ok := ignore.Comment(string(scanner.Raw())); ok {
				suppression.At = rangeOf(scanner.Range())
				waiting = append(waiting, len(all))
				all = append(all, suppression)
			}
		case xmltoken.StartTag:
			start, _ := scanner.Range()
			open = append(open, opened{start, waiting})
			waiting = nil
		case xmltoken.EndTag:
			last := open[len(open)-1]
			open = open[:len(open)-1]
			_, end := scanner.Range()
			for _, i := range append(last.suppressions, waiting...) {
				all[i].Scope = rangeOf(last.start, end)
			}
			waiting = nil
		case xmltoken.EOF:
			return all
		}
	}
}

// opened is an open element and the suppressions whose scope it is.
type opened struct {
	start        int
	suppressions []int
}
