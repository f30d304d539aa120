package iati

import "math/bits"

// run is a row of children of one name, or of other namespaces, that follow each other.
type run struct {
	index   uint8
	foreign bool
	count   int32
	at      Range // of the first
}

const foreignBit = 1 << 63

// maxRuns bounds the runs of one element's children; the order of a
// sane document needs one run for each name.
const maxRuns = 4096

// addChild records a child, so that the order of the children is checked at the end of
// the element.
func (w *Walk) addChild(f *frame, index int, foreign bool, at Range) {
	i := uint8(index)
	if last := len(w.runs) - 1; last >= f.runs && w.runs[last].index == i && w.runs[last].foreign == foreign {
		w.runs[last].count++
		f.last = i
		return
	}
	f.disorder = f.disorder || i < f.last
	f.last = i
	if len(w.runs)-f.runs < maxRuns {
		w.runs = append(w.runs, run{i, foreign, 1, at})
	}
}

// foreignIndex returns where an element of another namespace stands in the order:
// after the last child; if that may be repeated, libxml2 lets both alternate.
func (f *frame) foreignIndex() int {
	children := f.node.children
	last := len(children) - 1
	if last >= 0 && children[last].many && (!children[last].required || f.seen&(1<<last) != 0) {
		return last
	}
	return last + 1
}

// misplaced reports the children that stand too early or too late: the fewest
// that would have to be moved for the rest to be in order, each name once.
func (w *Walk) misplaced(f *frame) {
	runs := w.runs[f.runs:]
	kept := inOrder(runs, len(f.node.children)+1)
	var reported uint64
	for i, r := range runs {
		bit := uint64(1) << r.index
		if r.foreign {
			bit = foreignBit
		}
		if kept[i] || reported&bit != 0 {
			continue
		}
		reported |= bit
		fault := Fault{Kind: MisplacedElement, Version: w.structure.version, Parent: f.node.name, Path: f.node.path, At: r.at}
		fault.Element = f.nameOf(r)
		for j, other := range runs {
			same := other.index == r.index && other.foreign == r.foreign
			switch {
			case !kept[j] && same:
				fault.Count += int(other.count)
			case !kept[j] || same:
			case j < i && other.index > r.index && fault.Before == "":
				fault.Before, fault.RelatedAt = f.nameOf(other), other.at
			case j > i && other.index < r.index && fault.Before == "":
				fault.After, fault.RelatedAt = f.nameOf(other), other.at
			}
		}
		switch {
		case !r.foreign:
			fault.Path += "/" + fault.Element
		case f.alike != 0:
			fault.Kind, fault.Element = WrongNamespace, f.node.children[bits.TrailingZeros64(f.alike)].name
			f.guessed |= f.alike
		}
		w.report(fault)
	}
}

// nameOf names the children of a run; those of other namespaces have no name here.
func (f *frame) nameOf(r run) string {
	if r.foreign || int(r.index) >= len(f.node.children) {
		return ""
	}
	return f.node.children[r.index].name
}

// weight returns what moving the run costs; elements of other namespaces are the first to go.
func (r run) weight() int {
	if r.foreign {
		return 1
	}
	return 1 + int(r.count)
}

// inOrder marks the runs of the heaviest subsequence that is in order, which
// are the ones to keep; of two as heavy, the one whose last runs come earlier,
// so that it is the later comer that is said to be out of place.
func inOrder(runs []run, names int) []bool {
	// best[k] is the heaviest sequence that ends with a child k.
	best := make([]int, names)
	last := make([]int, names)
	before := make([]int, len(runs))
	for k := range last {
		last[k] = -1
	}
	for i, r := range runs {
		weight, from := 0, -1
		for k := 0; k <= int(r.index); k++ {
			if best[k] > 0 && best[k] >= weight {
				weight, from = best[k], last[k]
			}
		}
		before[i] = from
		best[r.index], last[r.index] = weight+r.weight(), i
	}
	end := -1
	weight := 0
	for k := range best {
		if best[k] >= weight {
			weight, end = best[k], last[k]
		}
	}
	kept := make([]bool, len(runs))
	for ; end >= 0; end = before[end] {
		kept[end] = true
	}
	return kept
}
