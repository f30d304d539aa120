package spool

import (
	"iter"

	"github.com/iatilint/iatilint/internal/facts"
)

// FactsInMemory is how many bytes of facts are kept before a file is made: those
// of some thirty megabytes of XML.
const FactsInMemory = 1 << 20

// blockSize is how much of one log is kept in one piece.
const blockSize = 32 << 10

// Facts stores what rules gather from the entries of a run. Logs may be read, but not
// be appended to, from several goroutines at a time.
type Facts struct{ store store }

// NewFacts returns a store of which inMemory bytes stay in memory. Close it.
func NewFacts(inMemory int) *Facts { return &Facts{newStore(inMemory)} }

// Close removes all logs.
func (f *Facts) Close() error { return f.store.close() }

// NewLog returns an empty log, which is valid until Close.
func (f *Facts) NewLog() facts.Log { return &log{store: &f.store} }

// log is a log in pieces, between those of others.
type log struct {
	store  *store
	blocks []block
	open   []byte // the last one, which is not in the store yet
}

type block struct {
	at   int64
	size int
}

// Append implements facts.Log.
func (l *log) Append(chunk []byte) {
	if len(l.open)+len(chunk) > min(blockSize, l.store.limit) && len(l.open) > 0 {
		l.blocks = append(l.blocks, block{l.store.append(l.open), len(l.open)})
		l.open = l.open[:0]
	}
	l.open = append(l.open, chunk...)
}

// Blocks implements facts.Log.
func (l *log) Blocks() iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		var buffer []byte
		for _, b := range l.blocks {
			if cap(buffer) < b.size {
				buffer = make([]byte, max(b.size, blockSize))
			}
			buffer = buffer[:b.size]
			if err := l.store.copy(buffer, b.at); err != nil {
				yield(nil, err)
				return
			}
			if !yield(buffer, nil) {
				return
			}
		}
		if len(l.open) > 0 {
			yield(l.open, nil)
		}
	}
}
