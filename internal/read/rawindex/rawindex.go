// Package rawindex maps the bytes of escaped values to the raw text that they were
// decoded from. Checkpoints in long values keep the time for a place from growing
// with its distance from the start of the value.
package rawindex

import (
	"github.com/iatilint/iatilint/internal/attachment"
	"github.com/iatilint/iatilint/schema"
)

// checkpointEvery is the distance of checkpoints, in bytes of the value.
const checkpointEvery = 4 << 10

// LongText is the length, in bytes, from which on a value has checkpoints.
const LongText = 4 * checkpointEvery

// Skip skips n bytes of the value that a raw text begins with, fewer where
// a character would be cut in two. It returns the number of raw bytes that were
// taken and of bytes of the value that were passed.
type Skip func(raw string, n int) (taken, passed int)

// RawSpan returns the function that a Source has for values that skip decodes.
func RawSpan(skip Skip) func(s *schema.Source, t schema.Text, from, to int) (rawFrom, rawTo int) {
	return func(s *schema.Source, t schema.Text, from, to int) (int, int) {
		rawFrom := offset(s, t, from, skip)
		size, _ := skip(s.At(t.At)[rawFrom:], to-from)
		return rawFrom, rawFrom + size
	}
}

// offset returns the offset in the raw text at which byte n of a value begins.
func offset(s *schema.Source, t schema.Text, n int, skip Skip) int {
	raw := s.At(t.At)
	var from checkpoint
	if n >= LongText {
		all := attachment.Get(&s.Cache, t.At, func() []checkpoint { return checkpoints(raw, skip) })
		from = all[min(n/checkpointEvery, len(all)-1)]
	}
	taken, _ := skip(raw[from.raw:], n-from.value)
	return from.raw + taken
}

// checkpoint is an offset in a value and in its raw text.
type checkpoint struct{ value, raw int }

// checkpoints returns the last places at or before every checkpointEvery-th byte
// of a value.
func checkpoints(raw string, skip Skip) []checkpoint {
	all := []checkpoint{{}}
	for at := all[0]; at.raw < len(raw); {
		taken, passed := skip(raw[at.raw:], len(all)*checkpointEvery-at.value)
		if passed == 0 {
			break // no character has more bytes than the distance
		}
		at = checkpoint{at.value + passed, at.raw + taken}
		all = append(all, at)
	}
	return all
}
