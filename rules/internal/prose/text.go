package prose

import (
	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/internal/text/lang"
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
	cache     *cache
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
	return Text{n.Value, PartOf(p.Entry, n).role(n), p.Env, n, cacheOf(p.Env)}
}

// EachText looks at every narrative in two steps. find looks for something in its
// text; report is called where there is something, and sees the narrative with what
// surrounds it. What find returns may depend on nothing but its argument: where no
// check finds anything in a text, the same text in the same language and role is not
// looked at again.
func EachText[F any](find func(Text) []F, report func(*lint.Pass, *schema.Narrative, []F)) lint.Check {
	return lint.Check{Visits: []lint.Visit{{
		Kind: schema.NarrativeNode,
		Prepare: func(p *lint.Pass, node schema.Node) (any, uint64) {
			n, _ := node.(*schema.Narrative)
			t := TextOf(p, n)
			t.cache.text = t
			return &t.cache.text, t.key()
		},
		Run: func(p *lint.Pass, _ schema.Node, prepared any) bool {
			t, _ := prepared.(*Text)
			found := find(*t)
			if len(found) > 0 {
				report(p, t.narrative, found)
			}
			return len(found) > 0
		},
	}}}
}

// key returns a hash of all that the text has, and 0 where its language depends on
// what surrounds it.
func (t *Text) key() uint64 {
	h := t.cache.spellingKey(t.Env, t.narrative)
	if h == 0 {
		return 0
	}
	return max(mix(mix(mix(h, t.Role.Name), t.Role.Noun), t.Role.Type)*prime+uint64(t.Role.Of), 1)
}

// analysis returns the analysis of the text.
func (t *Text) analysis() *analysis {
	if t.Env.Uncached {
		return analysed(t.Env, t.narrative)
	}
	return t.cache.analysed(t.Env, t.narrative)
}

// Doc returns the analysis of the text.
func (t Text) Doc() *text.Doc { return t.analysis().doc }

// Written reports whether somebody wrote the text.
func (t Text) Written() bool { return !Wordless(t.Value) && unmarked(t.Doc()) }

// Spelling returns what is wrong with the words of the text, outside of what other
// rules report: markers, mark-up, broken characters. Text that is evidently in
// another language than it declares has no findings.
func (t Text) Spelling() []spell.Finding { return t.analysis().spellChecked(t.Env).spelling }

// Foreign reports whether a span stands in a phrase of another language than the one
// that the text is read in.
func (t Text) Foreign(at text.Span) bool { return standingOf(t.Env, t.Doc(), at) == lang.Foreign }

// Mismatch returns the language that the text is in, if it declares another one.
func (t Text) Mismatch() (code string, other bool) {
	code = t.analysis().otherLanguage(t.Env)
	return code, code != ""
}
