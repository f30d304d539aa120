package facts

import (
	"encoding/binary"
	"iter"
)

// List is a list in a Log. It is read from first to last.
type List[T any] struct {
	log    Log
	n      int
	codec  *Codec[T]
	value  []byte
	record []byte
}

// NewList returns an empty list in an empty log, which no one else may use.
func NewList[T any](log Log) *List[T] { return &List[T]{log: log, codec: NewCodec[T]()} }

// Append adds a value, which must hold no Place.
func (l *List[T]) Append(value T) {
	l.value = l.codec.Append(l.value[:0], &value)
	l.record = append(binary.AppendUvarint(l.record[:0], uint64(len(l.value))), l.value...)
	l.log.Append(l.record)
	l.n++
}

// Len returns the number of values.
func (l *List[T]) Len() int { return l.n }

// All yields the values, and ends with the error that they can't be read with.
func (l *List[T]) All() iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		for block, err := range l.log.Blocks() {
			if err != nil {
				yield(none, err)
				return
			}
			for len(block) > 0 {
				var value T
				var text []byte
				text, block = cut(block)
				l.codec.Decode(text, &value)
				if !yield(value, nil) {
					return
				}
			}
		}
	}
}
