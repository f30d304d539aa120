package lint

import (
	"iter"

	"github.com/iatilint/iatilint/internal/facts"
	"github.com/iatilint/iatilint/schema"
)

// Pass is what a rule sees of a run: the current entry or file, and where to
// report. One pass serves one rule on one goroutine.
type Pass struct {
	Rule  *Rule
	File  *schema.File
	Entry *schema.Entry // nil in EachFile and Judge, and for an entry that is gone
	Node  schema.Node   // the current node in Each and Pair; of what is gone, the one that held it
	Env   *Environment

	// Earlier is the entry as it was in the earlier submission, and Match how it
	// was recognised; only in Pair.
	Earlier *schema.Entry
	Match   Match

	// Options is the rule's Options as configured, of the same type.
	Options any

	// Nodes are all nodes of the current entry, by kind; see Nodes.
	Nodes *[schema.Kinds][]schema.Node

	// Host serves the methods of the pass. It is set by what runs the rule.
	Host Host
}

// Host takes what rules report.
type Host interface {
	Report(p *Pass, v *Violation)
	ReportAt(p *Pass, place Place, v *Violation)
	ReportSuppression(p *Pass, s *Suppression, v *Violation)
	Places() *facts.Places // of facts
	Fail(err error)        // takes what kept a rule from its check
}

// Options returns the options of the pass's rule, whose type must be T.
func Options[T any](p *Pass) *T { return p.Options.(*T) }

// Nodes yields the nodes of one kind in the current entry, in the order of Walk.
func Nodes[N schema.Node](p *Pass) iter.Seq[N] {
	return func(yield func(N) bool) {
		var none N
		for _, n := range p.Nodes[schema.KindOf(none)] {
			if !yield(n.(N)) {
				return
			}
		}
	}
}

// Report reports a violation in the current entry, or in the file.
func (p *Pass) Report(v Violation) { p.Host.Report(p, &v) }

// ReportAt reports a violation at a place in a released entry.
func (p *Pass) ReportAt(place Place, v Violation) { p.Host.ReportAt(p, place, &v) }

// ReportSuppression reports a violation in the place of a suppression.
func (p *Pass) ReportSuppression(s *Suppression, v Violation) { p.Host.ReportSuppression(p, s, &v) }

// Place is a place in an entry that may be released: a field of facts.
type Place = facts.Place

// Keep returns the Place of a range in the current entry, for facts.
func (p *Pass) Keep(at schema.Range) Place { return p.Host.Places().Keep(p.Entry, at) }

// Line returns the line of the file in which a place begins.
func (p *Pass) Line(place Place) int {
	shown, err := p.Host.Places().Resolve(place)
	if err != nil {
		p.Host.Fail(err)
	}
	return shown.Span.Start.Line
}

// RelatedAt returns a related place in a released entry.
func RelatedAt(place Place, message string) Related {
	return Related{Place: place, Message: message}
}

// Hash returns a key of a fact, made of the texts that it is compared by.
func Hash(parts ...string) uint64 { return facts.Hash(parts...) }
