package iati

import (
	"math/bits"
	"slices"
	"strings"
)

// leaveChildren judges the children of an element at its end: their order, and
// what is missing among them.
func (w *Walk) leaveChildren(f *frame) {
	if f.disorder {
		w.misplaced(f)
	}
	n := f.node
	missing := n.must &^ f.seen &^ f.guessed
	if missing == 0 {
		return
	}
	if like := missing & f.alike; like != 0 {
		name := n.children[bits.TrailingZeros64(like)].name
		w.report(Fault{Kind: WrongNamespace, Version: w.structure.version, Element: name, Parent: n.name, Path: n.path + "/" + name, At: f.at})
		if missing &^= like; missing == 0 {
			return
		}
	}
	if f.stray && n.wrapsText() && !f.any {
		return // the text is what was meant to be in the missing element
	}
	fault := w.elementFault(MissingElement, n, f.at)
	if !f.any && !f.stray {
		fault.Kind = EmptyElement
	}
	for i := range n.children {
		if missing&(1<<i) != 0 {
			fault.Missing = append(fault.Missing, n.children[i].name)
		}
	}
	first := bits.TrailingZeros64(missing)
	for _, r := range w.runs[f.runs:] {
		switch i := int(r.index); {
		case r.foreign:
		case i < first:
			fault.After, fault.RelatedAt = n.children[i].name, r.at
		case i > first && fault.Before == "":
			fault.Before = n.children[i].name
			if fault.After == "" {
				fault.RelatedAt = r.at
			}
		}
	}
	w.report(fault)
}

// wrapsText reports whether the element's text belongs into a narrative.
func (n *node) wrapsText() bool {
	return len(n.children) > 0 && n.children[0].name == "narrative"
}

func (w *Walk) reportStrayText(f *frame, text []byte, at Range) {
	n := f.node
	fault := w.elementFault(StrayText, n, at)
	fault.Value, fault.hint = shorten(text), hintChoice
	if n.wrapsText() && fault.Value != "" {
		fault.hint = hintWrap
		fault.Expected = []string{"narrative"}
	} else {
		fault.Expected = n.childNames()
	}
	w.report(fault)
}

// reportMarkup reports an element inside text, once for each text.
func (w *Walk) reportMarkup(f *frame, space string, name []byte, at Range) {
	if f.markup {
		return
	}
	f.markup = true
	w.report(Fault{Kind: MarkupInText, Version: w.structure.version, Element: string(name), Parent: f.node.name, Path: f.node.path, Namespace: space, At: at})
}

// reportRepeated reports the second element of a kind that may stand only once.
func (w *Walk) reportRepeated(f *frame, index int, at Range) {
	c := &f.node.children[index]
	fault := Fault{Kind: RepeatedElement, Version: w.structure.version, Element: c.name, Parent: f.node.name, Path: c.node.path, At: at}
	for _, r := range w.runs[f.runs:] {
		if int(r.index) == index && !r.foreign {
			fault.RelatedAt = r.at
			break
		}
	}
	for _, later := range w.structure.later() {
		if n := later.at(c.node.path); n != nil {
			if parent := later.at(f.node.path); parent.children[parent.childNamed(c.name)].many {
				fault.Kind, fault.Since = NewerElement, later.version
				break
			}
		}
	}
	w.report(fault)
}

// reportUnknown reports an element that may not stand in its parent. Who writes
// it once writes it often, so what was meant is kept for the next one.
func (w *Walk) reportUnknown(f *frame, name []byte, at Range) {
	u := &w.unknown
	if u.in != f.node || u.fault.Element != string(name) {
		u.in = f.node
		u.fault, u.guessed = w.explainUnknown(f.node, string(name))
	}
	f.guessed |= u.guessed
	fault := u.fault
	fault.At = at
	w.report(fault)
}

// unknown is an element that may not stand in another.
type unknown struct {
	in      *node
	fault   Fault  // of no place
	guessed uint64 // bits of the children that it probably stands for
}

// explainUnknown returns what was probably meant by an element: one of a later or
// much earlier version, one that is spelt alike, or one that belongs elsewhere.
func (w *Walk) explainUnknown(n *node, name string) (fault Fault, guessed uint64) {
	fault = Fault{Kind: UnknownElement, Version: w.structure.version, Element: name, Parent: n.name, Path: n.path}
	for _, later := range w.structure.later() {
		if parent := later.at(n.path); parent != nil && parent.childNamed(fault.Element) >= 0 {
			fault.Kind, fault.Since, fault.Path = NewerElement, later.version, n.path+"/"+fault.Element
			return fault, 0
		}
	}
	if instead, ok := removed[n.name+"/"+fault.Element]; ok {
		fault.Kind, fault.Expected = RemovedElement, []string{instead}
		return fault, 0
	}
	if i := likeliest(fault.Element, n.childNames(), true); i >= 0 {
		fault.Expected, fault.hint = []string{n.children[i].name}, hintSpelling
		return fault, 1 << i
	}
	if parents := w.structure.parents()[fault.Element]; len(parents) > 0 {
		fault.Expected, fault.hint = nearestParents(n, parents), hintElsewhere
		return fault, 0
	}
	if i := likeliest(fault.Element, n.childNames(), false); i >= 0 {
		fault.Expected, fault.hint = []string{n.children[i].name}, hintSpelling
		return fault, 1 << i
	}
	fault.Expected, fault.hint = n.childNames(), hintChoice
	return fault, 0
}

// nearestParents names the elements that take a certain child: those around the
// place where it stands before those elsewhere.
func nearestParents(here *node, parents []*node) []string {
	var near, far []string
	for _, p := range parents {
		inside := strings.HasPrefix(p.path, here.path+"/")
		around := strings.HasPrefix(here.path, p.path+"/") || p.path == parentPath(here.path)
		sibling := parentPath(p.path) == parentPath(here.path)
		switch {
		case slices.Contains(near, p.name):
		case inside || around || sibling:
			near = append(near, p.name)
		case !slices.Contains(far, p.name):
			far = append(far, p.name)
		}
	}
	if len(near) > 0 {
		return near
	}
	return far
}

func (n *node) childNames() []string {
	names := make([]string, len(n.children))
	for i := range n.children {
		names[i] = n.children[i].name
	}
	return names
}

func parentPath(path string) string {
	return path[:max(strings.LastIndexByte(path, '/'), 0)]
}

func parentName(path string) string {
	path = parentPath(path)
	return path[strings.LastIndexByte(path, '/')+1:]
}

// shorten cuts a value for a message.
func shorten(text []byte) string {
	const most = 60
	s := strings.Join(strings.Fields(string(text[:min(len(text), 4*most)])), " ")
	for i := range s {
		if i > most {
			return s[:i] + "…"
		}
	}
	return s
}
