package schema

import (
	"sync"
	"sync/atomic"
	"unsafe"
)

// stopEvery is the distance of the places that are remembered of an escaped
// text, in bytes of its value. To find each place from the text's beginning would
// take time by the square of its length where every part of it has a violation.
const stopEvery = 4 << 10

// LongText is how long an escaped text is before places in it are remembered.
const LongText = 4 * stopEvery

// remembered is what was worked out about long texts of a Source, by their place.
type remembered struct {
	text  string
	mutex sync.Mutex
	texts map[Range]any
}

// Remember keeps what is worked out about a text for the next who ask.
func (s *Source) Remember(t Text, workOut func() any) any {
	known := (*remembered)(atomic.LoadPointer(&s.remembered))
	if known == nil || known.text != s.Text {
		known = &remembered{text: s.Text, texts: map[Range]any{}}
		atomic.StorePointer(&s.remembered, unsafe.Pointer(known)) //nolint:gosec // an atomic.Pointer would forbid copies
	}
	known.mutex.Lock()
	defer known.mutex.Unlock()
	found, ok := known.texts[t.At]
	if !ok {
		found = workOut()
		known.texts[t.At] = found
	}
	return found
}

// RawOffset finds where byte n of an escaped value begins in its raw text. skip
// passes over n bytes of a value and says how many bytes of raw they take; it
// passes over fewer than n where a character would be cut in two.
func (s *Source) RawOffset(t Text, n int, skip func(raw string, n int) (taken, passed int)) int {
	raw := s.At(t.At)
	if n < LongText {
		taken, _ := skip(raw, n)
		return taken
	}
	stops := s.Remember(t, func() any { return stopsOf(raw, skip) }).([]stop)
	from := stops[min(n/stopEvery, len(stops)-1)]
	taken, _ := skip(raw[from.raw:], n-from.value)
	return from.raw + taken
}

// stop is a place in a value and in its raw text.
type stop struct{ value, raw int }

// stopsOf are the last places at or before every stopEvery-th byte of a value.
func stopsOf(raw string, skip func(raw string, n int) (taken, passed int)) []stop {
	stops := []stop{{}}
	for at := stops[0]; at.raw < len(raw); {
		taken, passed := skip(raw[at.raw:], len(stops)*stopEvery-at.value)
		if passed == 0 {
			break // a character of more bytes than that: there is none
		}
		at = stop{at.value + passed, at.raw + taken}
		stops = append(stops, at)
	}
	return stops
}
