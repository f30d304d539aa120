// Package slab allocates the values that an entry is made of, many at a time.
package slab

import "slices"

// Slab allocates values of one type in chunks, which are used again after a reset.
type Slab[T any] struct {
	chunks [][]T
	chunk  int // index of the one in use
	used   int // values of it
}

// The sizes of chunks: each is twice as large as the one before.
const (
	firstChunk = 16
	maxChunk   = 1024
)

// maxKept is the number of chunks that a reset keeps, for some 4,000 values.
const maxKept = 9

// reserve returns the unused part of a chunk with n values or more.
func (s *Slab[T]) reserve(n int) []T {
	for s.chunk < len(s.chunks) {
		if c := s.chunks[s.chunk]; len(c)-s.used >= n {
			return c[s.used:]
		}
		s.chunk, s.used = s.chunk+1, 0
	}
	size := firstChunk
	if last := len(s.chunks) - 1; last >= 0 {
		size = min(2*len(s.chunks[last]), maxChunk)
	}
	s.chunks = append(s.chunks, make([]T, max(size, n)))
	return s.chunks[s.chunk]
}

// New allocates a value.
func (s *Slab[T]) New() *T {
	one := &s.reserve(1)[0]
	s.used++
	return one
}

// List allocates an empty slice with a capacity of n.
func (s *Slab[T]) List(n int) []T {
	if n == 0 {
		return nil
	}
	list := s.reserve(n)[:0:n]
	s.used += n
	return list
}

// Append appends to a list, which begins with a capacity of n.
func (s *Slab[T]) Append(list []T, n int, item T) []T {
	if list == nil {
		list = s.List(n)
	}
	return append(list, item)
}

// Reset frees all values: none may be in use.
func (s *Slab[T]) Reset() {
	for i := range s.chunks[:min(s.chunk, len(s.chunks))] {
		clear(s.chunks[i])
	}
	if s.chunk < len(s.chunks) {
		clear(s.chunks[s.chunk][:s.used])
	}
	s.chunks = slices.Delete(s.chunks, min(maxKept, len(s.chunks)), len(s.chunks))
	s.chunk, s.used = 0, 0
}
