package sheet

// slab allocates values of one type in chunks, which are used again after a reset.
type slab[T any] struct {
	chunks [][]T
	chunk  int // that is in use
	used   int // of it
}

// The sizes of chunks: each is larger than the one before.
const (
	firstChunk = 16
	maxChunk   = 1024
)

// reserve returns the rest of a chunk with n unused items or more.
func (s *slab[T]) reserve(n int) []T {
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

// next allocates a value.
func (s *slab[T]) next() *T {
	one := &s.reserve(1)[0]
	s.used++
	return one
}

// list allocates an empty slice with a capacity of n.
func (s *slab[T]) list(n int) []T {
	if n == 0 {
		return nil
	}
	list := s.reserve(n)[:0:n]
	s.used += n
	return list
}

// reset frees all values: none may be in use.
func (s *slab[T]) reset() {
	for i := range s.chunks[:min(s.chunk+1, len(s.chunks))] {
		clear(s.chunks[i])
	}
	s.chunk, s.used = 0, 0
}
