package prose

import (
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/internal/text/spell"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Text is a narrative as EachText looks at it: its text in its language and role,
// without what surrounds it.
type Text struct {
	Value string
	Role  Role
	Env   *lint.Environment

	narrative *schema.Narrative
}

// Role is what a narrative is in its entry.
type Role struct {
	Name string      // the element: title, description, comment, or another's name
	Of   schema.Kind // of the node that it belongs to; NoKind where the model does not hold it
	Noun string      // what that is: outcome, activity, result, indicator, target, document
	Type string      // of the entry's description, or of the result that it belongs to
}

// Reported reports whether a text in the role reports on results, as Part.Reported.
func (r Role) Reported() bool {
	switch r.Of {
	case schema.EntryNode, schema.ResultNode, schema.IndicatorNode, schema.MeasurementNode:
		return true
	}
	return false
}

// Text reports whether the role is that of a title, description or comment, and not
// of a name.
func (r Role) Text() bool { return Part{Name: r.Name}.Text() }

func (p Part) role(n *schema.Narrative) Role {
	r := Role{Name: p.Name, Noun: p.Noun}
	if p.Of == nil {
		return r
	}
	r.Of = schema.KindOf(p.Of)
	switch of := p.Of.(type) {
	case *schema.Entry:
		if parent, ok := n.Parent().(*schema.Prose); ok {
			r.Type = parent.Type.Value
		}
	case *schema.Result:
		r.Type = of.Type.Value
	}
	return r
}

// TextOf returns a narrative of the current entry as a Text.
func TextOf(p *lint.Pass, n *schema.Narrative) Text {
	return Text{n.Value, PartOf(p.Entry, n).role(n), p.Env, n}
}

// EachText looks at every narrative in two steps. find looks for something in its
// text; report is called where there is something, and sees the narrative with what
// surrounds it. What find returns may depend on nothing but its argument: where no
// check finds anything in a text, the same text in the same language and role is not
// looked at again.
func EachText[F any](find func(Text) []F, report func(*lint.Pass, *schema.Narrative, []F)) lint.Check {
	return lint.Check{Visits: []lint.Visit{{
		Kind: schema.NarrativeNode,
		Key:  textKey,
		Run: func(p *lint.Pass, node schema.Node) bool {
			n, _ := node.(*schema.Narrative)
			found := find(TextOf(p, n))
			if len(found) > 0 {
				report(p, n, found)
			}
			return len(found) > 0
		},
	}}}
}

// textKey returns a hash of all that a Text has, and 0 where its language depends on
// what surrounds it.
func textKey(p *lint.Pass, node schema.Node) uint64 {
	n, _ := node.(*schema.Narrative)
	if n.Lang == "" && p.Env.Language == "" {
		return 0
	}
	r := PartOf(p.Entry, n).role(n)
	h := mix(mix(mix(spellingKey(p.Env, n), r.Name), r.Noun), r.Type)
	return max(h*prime+uint64(r.Of), 1)
}

// Doc returns the analysis of the text.
func (t Text) Doc() *text.Doc { return Of(t.Env, t.narrative) }

// Written reports whether somebody wrote the text.
func (t Text) Written() bool { return Written(t.Env, t.narrative) }

// Spelling returns what is wrong with the words of the text.
func (t Text) Spelling() []spell.Finding { return Spelling(t.Env, t.narrative) }

// Mismatch returns the language that the text is in, if it declares another one.
func (t Text) Mismatch() (code string, other bool) { return Mismatch(t.Env, t.narrative) }
