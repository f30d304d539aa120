// Package facts stores what rules gather from the entries of a submission until all
// entries are read: compact facts and the places that they refer to.
package facts

import (
	"encoding/binary"
	"iter"
	"reflect"

	"github.com/cespare/xxhash/v2"

	"github.com/iatilint/iatilint/schema"
)

// Log stores the facts of a rule.
type Log interface {
	// Append adds a chunk, and does not retain it.
	Append(chunk []byte)
	// Blocks yields all chunks in their order, one or more at a time. A block is
	// valid until the next one. It may be called any number of times.
	Blocks() iter.Seq2[[]byte, error]
}

// Hash returns a key of a fact, made of the texts that it is compared by.
func Hash(parts ...string) uint64 {
	if len(parts) == 1 {
		return xxhash.Sum64String(parts[0])
	}
	var d xxhash.Digest
	d.Reset()
	for _, part := range parts {
		_, _ = d.WriteString(part) // never fails
		_, _ = d.WriteString("\x00")
	}
	return d.Sum64()
}

// buffer holds the memory that chunks are made in.
type buffer struct {
	body []byte
	fact []byte
	keys []uint64
	slab []byte // for chunks; what is left of it
}

// Pack encodes the facts of an entry as a chunk: the header of the entry, then a
// record for each fact, which begins with its keys. Every part has its size before
// it. keys may be nil.
func (c *Codec[F]) Pack(p *Places, e *schema.Entry, facts []F, keys func([]uint64, *F) []uint64) []byte {
	if len(facts) == 0 {
		return nil
	}
	b := &p.buffer
	header := p.encodedHeader(e)
	body := append(binary.AppendUvarint(b.body[:0], uint64(len(header))), header...)
	for i := range facts {
		b.keys = b.keys[:0]
		if keys != nil {
			b.keys = keys(b.keys, &facts[i])
		}
		b.fact = c.Append(b.fact[:0], &facts[i])
		body = binary.AppendUvarint(body, uint64(1+8*len(b.keys)+len(b.fact)))
		body = append(body, byte(len(b.keys)))
		for _, key := range b.keys {
			body = binary.LittleEndian.AppendUint64(body, key)
		}
		body = append(body, b.fact...)
	}
	b.body = body
	chunk := b.allocate(binary.MaxVarintLen32 + len(body))
	return append(binary.AppendUvarint(chunk, uint64(len(body))), body...)
}

// slabSize is the size of a slab: the chunks of a few entries.
const slabSize = 4 << 10

// allocate returns an empty slice for n bytes from the current slab.
func (b *buffer) allocate(n int) []byte {
	if cap(b.slab) < n {
		b.slab = make([]byte, max(n, slabSize))
	}
	chunk := b.slab[:0:n]
	b.slab = b.slab[n:]
	return chunk
}

// record is an encoded fact.
type record struct {
	keys  []byte
	fact  []byte
	chunk *chunk
}

// chunk is what the facts of one entry have in common.
type chunk struct {
	header []byte
	ref    *entryRef // made when first needed
	files  []*schema.File
	codec  *Codec[header]
}

// entryRef identifies the entry of the facts.
func (c *chunk) entryRef() *entryRef {
	if c.ref == nil {
		c.ref = new(entryRef)
		c.codec.plan.decode(&decoder{text: c.header}, reflect.ValueOf(&c.ref.header).Elem())
		c.ref.file = c.files[c.ref.Input]
	}
	return c.ref
}

// records calls visit for every fact of a log, until that returns false. The chunk
// of a record is valid until the next one.
func records(log Log, visit func(record) bool) error {
	var c chunk
	for block, err := range log.Blocks() {
		if err != nil {
			return err
		}
		var body, rest []byte
		for len(block) > 0 {
			body, block = cut(block)
			c.ref = nil
			c.header, body = cut(body)
			for len(body) > 0 {
				rest, body = cut(body)
				keys := 1 + 8*int(rest[0])
				if !visit(record{rest[1:keys], rest[keys:], &c}) {
					return nil
				}
			}
		}
	}
	return nil
}

// cut cuts off a part that has its size before it.
func cut(text []byte) (part, rest []byte) {
	size, n := binary.Uvarint(text)
	text = text[n:]
	return text[:size], text[size:]
}

// eachKey calls visit for the keys of a fact.
func (r *record) eachKey(visit func(uint64)) {
	for keys := r.keys; len(keys) > 0; keys = keys[8:] {
		visit(binary.LittleEndian.Uint64(keys))
	}
}

// All yields the facts of a log, and ends with the error that it can't be read with.
func (c *Codec[F]) All(p *Places, log Log) iter.Seq2[F, error] { return c.facts(p, log, nil) }

// Shared yields those facts of a log that have a key in common with another.
func (c *Codec[F]) Shared(p *Places, log Log) iter.Seq2[F, error] {
	keys, err := shared(log, keysAtOnce)
	if err != nil {
		return func(yield func(F, error) bool) { yield(*new(F), err) }
	}
	return c.facts(p, log, keys)
}

// facts yields those facts of a log that have one of the keys; nil = all.
func (c *Codec[F]) facts(p *Places, log Log, keys map[uint64]struct{}) iter.Seq2[F, error] {
	return func(yield func(F, error) bool) {
		fact := new(F)
		v, d := reflect.ValueOf(fact).Elem(), new(decoder)
		err := records(log, func(r record) bool {
			if keys != nil && !r.hasOne(keys) {
				return true
			}
			var none F
			*fact = none
			r.chunk.files, r.chunk.codec = p.Files, p.headers
			d.text, d.chunk = r.fact, r.chunk
			c.plan.decode(d, v)
			return yield(*fact, nil)
		})
		if err != nil {
			yield(*new(F), err)
		}
	}
}

func (r *record) hasOne(keys map[uint64]struct{}) (has bool) {
	r.eachKey(func(key uint64) {
		if _, ok := keys[key]; ok {
			has = true
		}
	})
	return has
}

// keysAtOnce is how many keys are compared at a time: a megabyte.
const keysAtOnce = 1 << 16

// shared returns the keys that several facts of a log have. It reads the log once
// for every atOnce keys, which it divides by their value.
func shared(log Log, atOnce int) (map[uint64]struct{}, error) {
	keys := 0
	if err := records(log, func(r record) bool { keys += len(r.keys) / 8; return true }); err != nil {
		return nil, err
	}
	shared, seen := map[uint64]struct{}{}, map[uint64]struct{}{}
	parts := uint64(keys/atOnce + 1)
	for part := range parts {
		clear(seen)
		err := records(log, func(r record) bool {
			r.eachKey(func(key uint64) {
				if key%parts != part {
					return
				}
				if _, again := seen[key]; again {
					shared[key] = struct{}{}
				} else {
					seen[key] = struct{}{}
				}
			})
			return true
		})
		if err != nil {
			return nil, err
		}
	}
	return shared, nil
}

// blockSize is the size of a block in memory.
const blockSize = 32 << 10

// MemoryLog is a Log in memory.
type MemoryLog struct{ blocks [][]byte }

// Append implements Log.
func (l *MemoryLog) Append(chunk []byte) {
	last := len(l.blocks) - 1
	if last < 0 || len(l.blocks[last])+len(chunk) > blockSize {
		l.blocks = append(l.blocks, nil)
		last++
	}
	l.blocks[last] = append(l.blocks[last], chunk...)
}

// Blocks implements Log.
func (l *MemoryLog) Blocks() iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, block := range l.blocks {
			if !yield(block, nil) {
				return
			}
		}
	}
}
