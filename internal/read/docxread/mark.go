package docxread

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/iatilint/iatilint/schema"
)

// within returns the marks of the lines from first to before last.
func (d *document) within(first, last int) []mark {
	from := sort.Search(len(d.marks), func(i int) bool { return d.marks[i].line >= first })
	to := sort.Search(len(d.marks), func(i int) bool { return d.marks[i].line >= last })
	return d.marks[from:to]
}

// appendFault adds the fault of a mark. Pieces that are struck through with nothing
// between them are one.
func (d *document) appendFault(m mark, faults []schema.Fault, source *schema.Source, at schema.Range) []schema.Fault {
	switch m.kind {
	case struck:
		if n := len(faults) - 1; n >= 0 && faults[n].Kind == schema.Deletion && faults[n].Hint == unstrike {
			between := schema.Range{Start: faults[n].At.End, End: at.Start}
			if strings.TrimSpace(source.At(between)) == "" {
				at.Start = faults[n].At.Start
				faults = faults[:n]
			}
		}
		if strings.TrimSpace(source.At(at)) == "" {
			return faults
		}
		return append(faults, schema.Fault{
			Kind: schema.Deletion, At: at, Hint: unstrike,
			Message: fmt.Sprintf("this text is struck through in the document, so it is to be deleted: %q", short(source.At(at))),
		})
	case deleted:
		if strings.TrimSpace(m.text) == "" {
			return faults
		}
		return append(faults, schema.Fault{
			Kind: schema.Deletion, At: at, Hint: "accept or reject the change in Word",
			Message: fmt.Sprintf("a tracked change deletes text here, and nobody has accepted it yet: %q", short(m.text)),
		})
	case textBox:
		return append(faults, schema.Fault{
			Kind: schema.UnrecognisedBlock, At: at, Hint: "move it into the text",
			Message: fmt.Sprintf("a text box stands here, which is no part of the text and not checked: %q", short(m.text)),
		})
	}
	if m.kind == note {
		return append(faults, schema.Fault{
			Kind: schema.UnrecognisedBlock, At: at, Hint: "move what belongs to the results into the text",
			Message: fmt.Sprintf("what stands in footnotes and endnotes is no part of the text and not checked; the document has %d, the first one here", d.notes),
		})
	}
	return append(faults, schema.Fault{
		Kind: schema.UnrecognisedBlock, At: at, Hint: "put the text itself here",
		Message: "the document takes over text from another file here, which is not opened",
	})
}

const unstrike = "delete the text, or take away the line through it"

// short returns the beginning of a text, for a message.
func short(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}
