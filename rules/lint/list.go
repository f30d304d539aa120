package lint

import (
	"encoding/binary"
	"iter"
)

// List is any number of things in a Log. They are read from first to last.
type List[F any, P Fact[F]] struct {
	log    Log
	n      int
	packer Packer
	record []byte
}

// NewList makes a list in an empty log, which is its own from now on.
func NewList[F any, P Fact[F]](log Log) *List[F, P] { return &List[F, P]{log: log} }

// Add adds a thing that knows no place.
func (l *List[F, P]) Add(thing F) {
	l.packer.text = l.packer.text[:0]
	P(&thing).Pack(&l.packer)
	l.record = append(binary.AppendUvarint(l.record[:0], uint64(len(l.packer.text))), l.packer.text...)
	l.log.Append(l.record)
	l.n++
}

// Len is the number of things.
func (l *List[F, P]) Len() int { return l.n }

// All gives the things. An error ends them.
func (l *List[F, P]) All() iter.Seq2[F, error] {
	return func(yield func(F, error) bool) {
		packer := Packer{reads: true}
		for block, err := range l.log.Blocks() {
			if err != nil {
				var none F
				yield(none, err)
				return
			}
			for len(block) > 0 {
				var thing F
				packer.text, block = cut(block)
				P(&thing).Pack(&packer)
				if !yield(thing, nil) {
					return
				}
			}
		}
	}
}
