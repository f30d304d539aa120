package iati

import (
	"github.com/iatilint/iatilint/schema/codelist"
)

// Attr is an attribute of a start tag, its value decoded. Declarations of
// namespaces may be among the attributes or left out.
type Attr struct {
	Space           string // the namespace's URI, empty for none
	Name, Value     []byte
	NameAt, ValueAt Range
}

// Walk follows one document, or one part of it, and reports its faults. It must
// not be used by two goroutines at once; a walk that has reached the end of its
// first element may be used again.
//
// The tags of a document come in order and balanced; End calls that match no
// Start are ignored. Comments and processing instructions are left out.
type Walk struct {
	// Codes, if set, is called for each value that is not on its code list.
	Codes func(CodeFault)
	// Lists are the code lists; nil means the embedded ones.
	Lists *codelist.Set
	// Prefix, if set, resolves a namespace prefix in scope (the empty one for the
	// default namespace). It is called only for the value of an xsi:type.
	Prefix func(prefix string) (space string, ok bool)

	structure *Structure
	report    func(Fault)
	stack     []frame
	runs      []run
	text      []byte // of the innermost element, where its type or a code list has a say
	skipping  int    // depth below an element that was reported and is not looked into
	home      string // the namespace that takes the place of none, after a WrongNamespace fault
	lists     []*codelist.List
	unknown   unknown // the last one
}

// frame is an element that is open.
type frame struct {
	node     *node
	at       Range
	seen     uint64 // bits of the children that were there
	repeated uint64 // bits of the children that were reported as repeated
	runs     int    // where the element's runs begin in Walk.runs
	guessed  uint64 // bits of the children that an unknown element probably stands for
	alike    uint64 // bits of the children whose name an element of another namespace has
	textAt   Range
	last     uint8 // the child last seen
	any      bool  // there were children
	disorder bool  // not in the order of their indexes
	stray    bool  // text between the children was reported
	markup   bool  // elements in the text were reported
	holds    bool  // the condition that a child's code list depends on
}

// NewWalk returns a walk that calls report for each fault. Faults of an
// element's children as a whole, such as missing ones, are reported at its end
// tag, with the place of its start tag.
func (s *Structure) NewWalk(report func(Fault)) *Walk {
	return &Walk{structure: s, report: report, stack: make([]frame, 0, 16), runs: make([]run, 0, 128)}
}

// Reset forgets a document that ended early.
func (w *Walk) Reset() {
	w.stack, w.runs, w.text, w.skipping, w.home = w.stack[:0], w.runs[:0], w.text[:0], 0, ""
}

// Start enters an element. The first one is the document's root; at is the
// place of its start tag.
func (w *Walk) Start(space string, name []byte, attrs []Attr, at Range) {
	if w.skipping > 0 {
		w.skipping++
		return
	}
	var next *node
	if len(w.stack) == 0 {
		next = w.enterRoot(space, name, at)
	} else {
		next = w.enterChild(space, name, at)
	}
	if next == nil {
		w.skipping = 1
		return
	}
	w.push(next, attrs, at)
}

// StartActivity enters an iati-activity as the first element of a walk of its
// own. Its place in the document is checked by the walk whose [Walk.Activity] is called.
func (w *Walk) StartActivity(space string, attrs []Attr, at Range) {
	w.Reset()
	w.home = space
	w.push(w.structure.activity, attrs, at)
}

// Activity adds an iati-activity whose content another walk checks, in place of Start
// and End of that element. It returns false if no activity may stand
// here at all, so that its content need not be checked.
func (w *Walk) Activity(space string, at Range) bool {
	if w.skipping > 0 || len(w.stack) == 0 {
		return false
	}
	return w.enterChild(space, []byte(activityElement), at) != nil
}

// Text passes text on: character data and resolved references, in as many
// pieces as the caller likes.
func (w *Walk) Text(text []byte, at Range) {
	if w.skipping > 0 || len(w.stack) == 0 {
		return
	}
	f := &w.stack[len(w.stack)-1]
	switch {
	case f.node.text == typeString && f.node.codes == nil, f.node.lax:
		return
	case f.node.text != typeNone:
		if len(w.text) == 0 {
			f.textAt = at
		}
		f.textAt.End = at.End
		w.text = append(w.text, text...)
		return
	}
	if f.stray || len(collapse(text)) == 0 {
		return
	}
	f.stray = true
	w.reportStrayText(f, text, at)
}

// CData passes a CDATA section on. It differs from Text in one point: between
// elements, libxml2 rejects even an empty one. A caller that does not tell
// CDATA sections from text may pass all of them to Text.
func (w *Walk) CData(text []byte, at Range) {
	if w.skipping == 0 && len(w.stack) > 0 {
		if f := &w.stack[len(w.stack)-1]; f.node.text == typeNone && !f.node.lax && !f.stray {
			f.stray = true
			w.reportStrayText(f, text, at)
			return
		}
	}
	w.Text(text, at)
}

// End leaves the innermost element; the place is that of its end tag.
func (w *Walk) End(Range) {
	if w.skipping > 0 {
		w.skipping--
		return
	}
	if len(w.stack) == 0 {
		return
	}
	f := &w.stack[len(w.stack)-1]
	if f.node.text != typeNone {
		w.leaveText(f)
	} else if !f.node.lax {
		w.leaveChildren(f)
	}
	w.runs = w.runs[:f.runs]
	w.stack = w.stack[:len(w.stack)-1]
}

func (w *Walk) push(n *node, attrs []Attr, at Range) {
	if len(w.stack) == cap(w.stack) {
		w.stack = append(w.stack, frame{})
	} else {
		w.stack = w.stack[:len(w.stack)+1]
	}
	f := &w.stack[len(w.stack)-1]
	*f = frame{node: n, at: at, runs: len(w.runs)}
	w.text = w.text[:0]
	if n.lax {
		w.foreignAttributes(f, attrs)
		return
	}
	w.attributes(f, attrs)
}

// isHome reports whether a namespace is that of the standard's elements, which is none.
func (w *Walk) isHome(space string) bool {
	return space == "" || w.home != "" && space == w.home
}

func (w *Walk) enterRoot(space string, name []byte, at Range) *node {
	w.Reset()
	if string(name) != RootActivities {
		w.report(Fault{Kind: WrongRoot, Version: w.structure.version, Element: string(name), Namespace: space, Expected: []string{RootActivities}, At: at})
		return nil
	}
	if space != "" {
		w.home = space
		w.report(Fault{Kind: WrongNamespace, Version: w.structure.version, Element: RootActivities, Path: RootActivities, Namespace: w.home, At: at})
	}
	return w.structure.root
}

// enterChild returns the element that a start tag stands for among the children
// of the innermost open one; nil means that it was reported and is not looked into.
func (w *Walk) enterChild(space string, name []byte, at Range) *node {
	f := &w.stack[len(w.stack)-1]
	n := f.node
	home := w.isHome(space)
	if n.lax {
		if home {
			if global, ok := w.structure.globals[string(name)]; ok {
				return global()
			}
		}
		return w.structure.foreign
	}
	if n.text != typeNone {
		w.reportMarkup(f, space, name, at)
		return nil
	}
	f.any = true
	index := 0
	if !home {
		index = f.foreignIndex()
	} else {
		if index = f.find(name); index < 0 {
			w.reportUnknown(f, name, at)
			return nil
		}
		bit := uint64(1) << index
		if f.seen&bit != 0 && !n.children[index].many {
			if f.repeated&bit == 0 {
				f.repeated |= bit
				w.reportRepeated(f, index, at)
			}
			return n.children[index].node
		}
		f.seen |= bit
	}
	w.addChild(f, index, !home, at)
	if !home {
		if like := n.childNamed(string(name)); like >= 0 {
			f.alike |= 1 << like
		}
		return w.structure.foreign
	}
	return n.children[index].node
}

// find returns the index of a child; as a rule it is the child last seen or one
// of those that follow it.
func (f *frame) find(name []byte) int {
	children := f.node.children
	last := int(f.last)
	for i := last; i < len(children); i++ {
		if children[i].name == string(name) {
			return i
		}
	}
	return f.node.childNamed(string(name))
}

// leaveText checks the text of an element against its type and its code lists.
func (w *Walk) leaveText(f *frame) {
	n := f.node
	if f.markup || n.text == typeString && n.codes == nil {
		return
	}
	at := f.textAt
	if len(w.text) == 0 {
		at = f.at
	}
	if !n.text.accepts(w.text) {
		fault := w.elementFault(InvalidText, n, at)
		fault.Value, fault.Type = shorten(w.text), n.text.String()
		w.report(fault)
	}
	for i := range n.codes {
		w.checkCode(&n.codes[i], w.text, nil, at)
	}
	w.text = w.text[:0]
}
