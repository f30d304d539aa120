package iati

import "math/bits"

// run is a row of children of one name that follow each other.
type run struct {
	index uint8
	count int32
	at    Range // of the first
}

// maxRuns bounds what is remembered of one element's children; the order of a
// sane document needs one run for each name.
const maxRuns = 4096

// note remembers that a child came, for the order of the children to be judged
// at the end of the element.
func (w *Walk) note(f *frame, index int, at Range) {
	i := uint8(index)
	if len(w.runs) > f.runs && f.last == i {
		w.runs[len(w.runs)-1].count++
		return
	}
	f.disorder = f.disorder || i < f.last
	f.last = i
	if len(w.runs)-f.runs < maxRuns {
		w.runs = append(w.runs, run{i, 1, at})
	}
}

// misplaced reports the children that stand too early or too late: the fewest
// that would have to be moved for the rest to be in order, each name once.
func (w *Walk) misplaced(f *frame) {
	runs := w.runs[f.runs:]
	kept := inOrder(runs, len(f.node.children)+1)
	var reported uint64
	for i, r := range runs {
		if kept[i] || reported&(1<<r.index) != 0 {
			continue
		}
		reported |= 1 << r.index
		fault := Fault{Kind: MisplacedElement, Version: w.structure.version, Parent: f.node.name, At: r.at}
		fault.Element, fault.Path = f.childName(int(r.index)), f.node.path
		for j, other := range runs {
			switch {
			case !kept[j] && other.index == r.index:
				fault.Count += int(other.count)
			case !kept[j]:
			case other.index == r.index:
			case j < i && other.index > r.index && fault.Before == "":
				fault.Before, fault.RelatedAt = f.childName(int(other.index)), other.at
			case j > i && other.index < r.index && fault.Before == "":
				fault.After, fault.RelatedAt = f.childName(int(other.index)), other.at
			}
		}
		if int(r.index) < len(f.node.children) {
			fault.Path += "/" + fault.Element
		} else if f.alike != 0 {
			fault.Kind, fault.Element = WrongNamespace, f.childName(bits.TrailingZeros64(f.alike))
			f.guessed |= f.alike
		}
		w.report(fault)
	}
}

// childName names a child; those of other namespaces, which come last, have none.
func (f *frame) childName(index int) string {
	if index == len(f.node.children) {
		return ""
	}
	return f.node.children[index].name
}

// inOrder marks the runs of the heaviest subsequence that is in order, which
// are the ones to keep.
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
			if best[k] > weight {
				weight, from = best[k], last[k]
			}
		}
		before[i] = from
		best[r.index], last[r.index] = weight+int(r.count), i
	}
	end := -1
	weight := 0
	for k := range best {
		if best[k] > weight {
			weight, end = best[k], last[k]
		}
	}
	kept := make([]bool, len(runs))
	for ; end >= 0; end = before[end] {
		kept[end] = true
	}
	return kept
}
