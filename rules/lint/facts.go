package lint

import (
	"encoding/binary"
	"iter"

	"github.com/cespare/xxhash/v2"

	"github.com/iatilint/iatilint/schema"
)

// Fact is what a rule keeps of an entry for after it is gone. Pack names its
// fields one by one, and so serves to write them down and to read them back.
type Fact[F any] interface {
	*F
	Pack(p *Packer)
}

// Log keeps the facts of a rule, wherever it has room for them.
type Log interface {
	// Append takes a chunk, and keeps none of its memory.
	Append(chunk []byte)
	// Blocks gives all chunks again in their order, one or more at a time. A
	// block holds until the next one. It may be walked any number of times.
	Blocks() iter.Seq2[[]byte, error]
}

// Hash is a key of a fact, made of what it is compared by.
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

// pack writes the facts of an entry as a chunk: what names the entry, then a
// record for each fact, which begins with its keys. Every part has its size
// before it.
func pack[F any, P Fact[F]](p *Pass, e *schema.Entry, facts []F, keys func([]uint64, *F) []uint64) []byte {
	if len(facts) == 0 {
		return nil
	}
	k := p.Keeper
	header := k.header(e)
	body := append(binary.AppendUvarint(k.body[:0], uint64(len(header))), header...)
	for i := range facts {
		if keys != nil {
			k.keys = keys(k.keys[:0], &facts[i])
		}
		k.packer.text = k.packer.text[:0]
		P(&facts[i]).Pack(&k.packer)
		body = binary.AppendUvarint(body, uint64(1+8*len(k.keys)+len(k.packer.text)))
		body = append(body, byte(len(k.keys)))
		for _, key := range k.keys {
			body = binary.LittleEndian.AppendUint64(body, key)
		}
		body = append(body, k.packer.text...)
	}
	k.body, k.keys = body, k.keys[:0]
	chunk := k.room(binary.MaxVarintLen32 + len(body))
	return append(binary.AppendUvarint(chunk, uint64(len(body))), body...)
}

// slabSize is what is set aside at a time for chunks that are on their way to
// their logs: those of a few entries.
const slabSize = 4 << 10

// room is an empty slice for n bytes, out of those that nobody has.
func (k *Keeper) room(n int) []byte {
	if cap(k.slab) < n {
		k.slab = make([]byte, max(n, slabSize))
	}
	room := k.slab[:0:n]
	k.slab = k.slab[n:]
	return room
}

// record is a fact as it was packed.
type record struct {
	keys    []byte
	packed  []byte
	inChunk *chunk
}

// chunk is what the facts of one entry have in common.
type chunk struct {
	header []byte
	entry  *entryRef // made when it is needed
}

// records shows every fact of a log to visit, until that returns false. The
// chunk of a record holds until the next one.
func records(log Log, visit func(record) bool) error {
	var c chunk
	for block, err := range log.Blocks() {
		if err != nil {
			return err
		}
		var body, rest []byte
		for len(block) > 0 {
			body, block = cut(block)
			c.entry = nil
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

// cut takes off a part that has its size before it.
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

// facts gives those facts of a log that have one of the keys; nil = all.
func facts[F any, P Fact[F]](p *Pass, log Log, keys map[uint64]struct{}) iter.Seq[F] {
	return func(yield func(F) bool) {
		packer := Packer{reads: true, files: p.Keeper.Files}
		err := records(log, func(r record) bool {
			if keys != nil && !r.hasOne(keys) {
				return true
			}
			var fact F
			packer.text, packer.chunk = r.packed, r.inChunk
			P(&fact).Pack(&packer)
			return yield(fact)
		})
		if err != nil {
			p.Fail(err)
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

// keysAtOnce is how many keys are looked through at a time: a megabyte.
const keysAtOnce = 1 << 16

// shared finds the keys that several facts of a log have. It goes through the
// log once for every so many keys, which it divides by their value.
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

// blockSize is how much a log keeps in one piece.
const blockSize = 32 << 10

// MemoryLog is a Log in memory.
type MemoryLog struct{ blocks [][]byte }

// Append keeps a chunk.
func (l *MemoryLog) Append(chunk []byte) {
	last := len(l.blocks) - 1
	if last < 0 || len(l.blocks[last])+len(chunk) > blockSize {
		l.blocks = append(l.blocks, nil)
		last++
	}
	l.blocks[last] = append(l.blocks[last], chunk...)
}

// Blocks gives what was kept.
func (l *MemoryLog) Blocks() iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, block := range l.blocks {
			if !yield(block, nil) {
				return
			}
		}
	}
}
