package history

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// NarrativeShrunk reports texts of which little or nothing is left.
var NarrativeShrunk = &lint.Rule{
	ID:       "history/narrative-shrunk",
	Title:    "a text is less than half as long as in the earlier submission, or empty",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A text that loses half of its words was usually cut off on its way, pasted in part, or
emptied by a system. What it told of the results is gone.

Put the text back. An emptied title or description is an error, a comment that is gone
a warning. Where no indicator or no result of an entry has its description any more, it
is said once for the entry. A placeholder in place of the text is history/marker-added; what was only a
placeholder may go.`,
	Options: &NarrativeShrunkOptions{Words: 20},
	Check:   lint.Also(inBoth(narrativeShrunk), continued(proseGone), inBoth(descriptionsGone)),
}

// NarrativeShrunkOptions are the options of history/narrative-shrunk.
type NarrativeShrunkOptions struct {
	Words int `yaml:"words" doc:"texts that were shorter than this may lose half of their words"`
}

func narrativeShrunk(p *lint.Pass, before, after *schema.Narrative) {
	part := prose.PartOf(p.Entry, after)
	if !part.Reported() || before.Value == after.Value || !prose.Written(p.Env, before) || len(addedMarkers(p, before, after)) > 0 {
		return
	}
	v := lint.Violation{At: after.At, Node: after}
	if prose.Wordless(after.Value) {
		if !v.At.Known() {
			v.At = after.Parent().Place()
		}
		v.Message, v.Severity = prose.Called(p, after)+" is empty; it was "+quoted(before.Value), emptied(part)
		report(p, v, earlierValue{at: before.At, text: before.Value}, after.Value)
		return
	}
	old, current := len(prose.Of(p.Env, before).Words()), len(prose.Of(p.Env, after).Words())
	if part.Name == "title" || old < lint.Options[NarrativeShrunkOptions](p).Words || 2*current >= old {
		return
	}
	v.Message = fmt.Sprintf("%s went from %d to %d words", prose.Called(p, after), old, current)
	report(p, v, earlierValue{at: before.At, text: before.Value}, after.Value)
}

// proseGone reports titles, descriptions and comments that are gone from what
// is still there.
func proseGone(p *lint.Pass, before, after *schema.Prose) {
	if before == nil || after != nil || p.Node == nil {
		return
	}
	text := describe.Text(before)
	part := prose.Part{Name: before.Name(), Of: p.Node}
	if !part.Reported() || len(before.Narratives) == 0 || !prose.Written(p.Env, before.Narratives[0]) || foundInDescriptions(p, text) {
		return
	}
	name := "the " + part.Name
	switch of := p.Node.(type) {
	case *schema.Entry:
		if of.Kind != schema.ActivityEntry && part.Name == "description" {
			name = "the narrative"
		}
	case *schema.Result:
		if part.Name == "description" && droppedFrom(p).results.several() {
			return
		}
		name += " of the result"
	case *schema.Indicator:
		if part.Name == "description" && droppedFrom(p).indicators.several() {
			return
		}
		name += " of the indicator"
	case *schema.Measurement:
		name += " on " + measurement(of)
	}
	report(p, lint.Violation{
		At:       p.Node.Place(),
		Node:     p.Node,
		Message:  name + " is gone; it was " + quoted(text),
		Severity: emptied(part),
	}, earlierValue{at: before.Narratives[0].At, text: text}, "")
}

func emptied(part prose.Part) lint.Severity {
	if part.Name == "comment" {
		return lint.Warning
	}
	return lint.Error
}

// foundInDescriptions reports whether one of the entry's descriptions has a text now.
func foundInDescriptions(p *lint.Pass, text string) bool {
	words := describe.Words(text)
	return slices.ContainsFunc(descriptionNarratives(p.Entry), func(n *schema.Narrative) bool { return strings.Contains(describe.Words(n.Value), words) })
}
