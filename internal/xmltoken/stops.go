package xmltoken

import "sort"

// stopEvery is the distance of stops, in bytes of the decoded value.
const stopEvery = 4 << 10

// Stops makes RawSpan quick in a long text: places from which its decoding can
// go on.
type Stops struct{ all []stop }

// stop is a decoder on its way.
type stop struct {
	decoder
	decoded int // bytes of the value that are behind
	last    int // where the raw bytes that give them end
}

// NewStops decodes what RawSpan would be given, once.
func NewStops(raw []byte, isAttr bool, ents *Entities) *Stops {
	now := stop{decoder: decoder{raw: raw, ents: ents, attr: isAttr}}
	s := &Stops{all: []stop{now}}
	for now.next() {
		n := now.size()
		if n == 0 {
			continue
		}
		now.decoded, now.last = now.decoded+n, now.end
		if now.decoded >= s.all[len(s.all)-1].decoded+stopEvery {
			s.all = append(s.all, now)
		}
	}
	return s
}

// before is the last stop that is not behind a byte of the value.
func (s *Stops) before(n int) stop {
	return s.all[max(sort.Search(len(s.all), func(i int) bool { return s.all[i].decoded > n })-1, 0)]
}

// Span is RawSpan.
func (s *Stops) Span(start, end int) (rawStart, rawEnd int) {
	start, end = max(start, 0), max(end, start, 0)
	if end-start <= stopEvery {
		return s.before(start).span(start, end)
	}
	rawStart, _ = s.before(start).span(start, start)
	_, rawEnd = s.before(end-1).span(end-1, end)
	return rawStart, rawEnd
}
