package xmltoken

import "sort"

// checkpointEvery is the distance of checkpoints, in bytes of the decoded value.
const checkpointEvery = 4 << 10

// RawIndex is RawSpan for a long text, in which decoding starts at checkpoints.
type RawIndex struct{ checkpoints []checkpoint }

// checkpoint is a decoder behind some bytes of the value.
type checkpoint struct {
	decoder
	decoded int // how many bytes of the value
	last    int // where the raw bytes that give them end
}

// NewRawIndex decodes the arguments of RawSpan once.
func NewRawIndex(raw []byte, isAttr bool, ents *Entities) *RawIndex {
	now := checkpoint{decoder: decoder{raw: raw, ents: ents, attr: isAttr}}
	x := &RawIndex{checkpoints: []checkpoint{now}}
	for now.next() {
		n := now.size()
		if n == 0 {
			continue
		}
		now.decoded, now.last = now.decoded+n, now.end
		if now.decoded >= x.checkpoints[len(x.checkpoints)-1].decoded+checkpointEvery {
			x.checkpoints = append(x.checkpoints, now)
		}
	}
	return x
}

// before returns the last checkpoint at or before a byte of the value.
func (x *RawIndex) before(n int) checkpoint {
	return x.checkpoints[max(sort.Search(len(x.checkpoints), func(i int) bool { return x.checkpoints[i].decoded > n })-1, 0)]
}

// Span returns what RawSpan does.
func (x *RawIndex) Span(start, end int) (rawStart, rawEnd int) {
	start, end = max(start, 0), max(end, start, 0)
	if end-start <= checkpointEvery {
		return x.before(start).span(start, end)
	}
	rawStart, _ = x.before(start).span(start, start)
	_, rawEnd = x.before(end-1).span(end-1, end)
	return rawStart, rawEnd
}
