package lint

import (
	"slices"

	"github.com/cespare/xxhash/v2"

	"github.com/iatilint/iatilint/schema"
)

// EachText looks at every narrative, alone, by its text: a check that has
// nothing to say of a text in a language has nothing to say of it anywhere else
// in the same role (the title of an output, the comment on an actual). It is
// not asked again. Where something was found and only what stands around the
// narrative kept the check silent, it calls Pass.Unsettled.
func EachText(check func(*Pass, *schema.Narrative)) Check {
	c := Each(check)
	c.Visits[0].ByText = true
	return c
}

// Unsettled tells that a check in EachText was silent for what stands around the
// narrative: the same text elsewhere is to be looked at again.
func (p *Pass) Unsettled() {
	if p.Quiet != nil {
		p.Quiet.spoken = true
	}
}

// Quiet remembers texts of which no check in EachText had anything to say. It
// serves the passes of one goroutine.
type Quiet struct {
	texts  [1 << 15]uint64 // hashes, each until another takes its place
	spoken bool            // a check has said something, or would have

	entry *schema.Entry // the one at hand, and what is the same for all its texts
	base  uint64
}

// Text is the key of a narrative's text in its language and role; 0 where it
// depends on more than these.
func (q *Quiet) Text(env *Environment, e *schema.Entry, n *schema.Narrative) uint64 {
	if env.Uncached || n.Lang == "" && env.Language == "" {
		return 0 // its language is that of what stands around it
	}
	if q.entry != e {
		q.entry, q.base = e, mix(mix(mix(0, env.Language), string(e.Kind)), string(e.File.Format))
	}
	h := mix(q.base^xxhash.Sum64String(n.Value), n.Lang)
	switch parent := n.Parent().(type) {
	case *schema.Organisation:
		h = mix(h, "organisation")
	case *schema.Prose:
		h = mix(mix(h, parent.Name()), parent.Type.Value)
		h = h*prime + uint64(schema.KindOf(parent.Parent()))
		switch of := parent.Parent().(type) {
		case *schema.Entry:
			if parent == of.Title || slices.Contains(of.Descriptions, parent) {
				h++ // of the entry itself, not of what the model does not keep
			}
		case *schema.Result:
			h = mix(h, of.Type.Value)
		case *schema.Measurement:
			h = mix(h, of.Name())
		}
	}
	return max(h, 1)
}

const prime = 0x9e3779b185ebca87

func mix(h uint64, s string) uint64 {
	h = (h ^ uint64(len(s))) * prime
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * prime
	}
	return h ^ h>>29
}

// Has tells whether a text is known to leave all checks silent.
func (q *Quiet) Has(text uint64) bool { return text != 0 && q.texts[text%uint64(len(q.texts))] == text }

// Listen begins to hear what the checks say of a text.
func (q *Quiet) Listen() { q.spoken = false }

// Heard remembers the text if none has said anything since Listen.
func (q *Quiet) Heard(text uint64) {
	if text != 0 && !q.spoken {
		q.texts[text%uint64(len(q.texts))] = text
	}
}

// Forget is for another set of checks or options.
func (q *Quiet) Forget() { clear(q.texts[:]) }
