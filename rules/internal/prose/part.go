package prose

import (
	"slices"
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Part is what a narrative is part of, in the words of messages.
type Part struct {
	Name string      // the element: title, description, comment, or another's name
	Of   schema.Node // the node that has it; nil where the model does not keep it
	Noun string      // of that node: outcome, activity, result, indicator, target, document
}

// PartOf returns what a narrative of an entry is part of.
func PartOf(e *schema.Entry, n *schema.Narrative) Part {
	switch parent := n.Parent().(type) {
	case *schema.Organisation:
		return Part{Name: "name", Of: parent, Noun: "organisation"}
	case *schema.Prose:
		return part(e, parent)
	}
	return Part{}
}

func part(e *schema.Entry, p *schema.Prose) Part {
	whole := Part{Name: p.Name(), Of: p.Parent()}
	switch parent := p.Parent().(type) {
	case *schema.Entry:
		if p != e.Title && !slices.Contains(e.Descriptions, p) && e.Kind != schema.UnassignedText {
			return Part{Name: p.Name()}
		}
		whole.Noun = string(e.Kind)
	case *schema.Result:
		whole.Noun = "result"
	case *schema.Indicator:
		whole.Noun = "indicator"
	case *schema.Measurement:
		whole.Noun = parent.Name()
	case *schema.DocumentLink:
		whole.Noun = "document"
	}
	return whole
}

// Reported reports whether the text is about results: titles and descriptions of
// entries, results and indicators, and comments; not names of organisations,
// documents or what the model does not keep.
func (p Part) Reported() bool {
	switch p.Of.(type) {
	case *schema.Entry, *schema.Result, *schema.Indicator, *schema.Measurement:
		return true
	}
	return false
}

// Text reports whether the part is a title, description or comment, not a name.
func (p Part) Text() bool {
	return p.Name == "title" || p.Name == "description" || p.Name == "comment"
}

// Called returns what a message calls the narrative: "the title", "the comment on
// the target".
func Called(p *lint.Pass, n *schema.Narrative) string {
	part := PartOf(p.Entry, n)
	switch of := part.Of.(type) {
	case *schema.Entry:
		if of.Kind != schema.ActivityEntry && part.Name == "description" {
			return "the narrative"
		}
		return "the " + part.Name
	case *schema.Measurement:
		return "the " + part.Name + " on the " + part.Noun
	case nil:
		if part.Text() {
			return "the " + part.Name
		}
		if role, ok := strings.CutSuffix(part.Name, "-org"); ok {
			return "the name of the " + role + " organisation"
		}
		return "the " + strings.ReplaceAll(part.Name, "-", " ")
	}
	return "the " + part.Name + " of the " + part.Noun
}

// Wordless reports whether a text has no letter, digit or symbol: narrative/empty
// reports it where a text is required.
func Wordless(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsSymbol(r)
	})
}

// Empty reports whether narrative/empty reports the element of a narrative: it has
// no word in any language.
func Empty(env *lint.Environment, n *schema.Narrative) bool {
	p, _ := n.Parent().(*schema.Prose)
	if p == nil || !(Part{Name: p.Name()}).Text() {
		return false
	}
	c := cacheOf(env)
	return c.element.get(c.entry, p, func() bool {
		return !slices.ContainsFunc(p.Narratives, func(n *schema.Narrative) bool { return !Wordless(n.Value) })
	})
}

// Written reports whether somebody wrote a text: it has words, and is not as a
// whole a marker or placeholder. What is not written can't be written badly.
func Written(env *lint.Environment, n *schema.Narrative) bool {
	return !Wordless(n.Value) && unmarked(Of(env, n))
}

// unmarked reports whether a text is not as a whole a marker or placeholder.
func unmarked(doc *text.Doc) bool {
	markers := doc.Markers()
	return len(markers) == 0 || !markers[0].Whole
}
