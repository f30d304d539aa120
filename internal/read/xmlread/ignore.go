package xmlread

import (
	"bytes"

	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/internal/xmltoken"
	"github.com/iatilint/iatilint/schema"
)

// asksToIgnore reports whether the current comment may be a suppression.
func asksToIgnore(s *xmltoken.Scanner) bool { return bytes.Contains(s.Raw(), []byte(ignore.Word)) }

// comment reads a comment outside the activities: it is about the next one, or,
// where it stands before the root, about the whole file.
func (r *Reader) comment(s *xmltoken.Scanner, source *schema.Source, beforeRoot bool) {
	if !asksToIgnore(s) {
		return
	}
	asked, ok := ignore.Comment(string(s.Raw()))
	if !ok {
		return
	}
	asked.At, asked.Source = rangeOf(s.Range()), source
	asked.WholeFile = asked.WholeFile || beforeRoot
	r.pending = append(r.pending, asked)
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
			if asked, ok := ignore.Comment(string(scanner.Raw())); ok {
				asked.At = rangeOf(scanner.Range())
				waiting = append(waiting, len(all))
				all = append(all, asked)
			}
		case xmltoken.StartTag:
			start, _ := scanner.Range()
			open = append(open, opened{start, waiting})
			waiting = nil
		case xmltoken.EndTag:
			last := open[len(open)-1]
			open = open[:len(open)-1]
			_, end := scanner.Range()
			for _, i := range append(last.asked, waiting...) {
				all[i].Scope = rangeOf(last.start, end)
			}
			waiting = nil
		case xmltoken.EOF:
			return all
		}
	}
}

// opened is an element and the comments that it closes the scope of.
type opened struct {
	start int
	asked []int
}
