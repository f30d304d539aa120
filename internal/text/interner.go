package text

// An Interner numbers the words of texts and caches their lexemes, for one
// goroutine. It holds the first few thousand different words, which are the
// commonest, and drops none. The zero Interner is ready.
type Interner struct {
	slots [internerSlots]interned // open addressing
	count int
}

const (
	internerSlots = 1 << 13
	maxInterned   = internerSlots / 2
	maxProbes     = 8
)

// interned is a word of up to 16 bytes.
type interned struct {
	head, tail uint64
	number     uint16 // from 1; 0 = the slot is free
	id         uint16 // in the lexicon
}

// slot returns the slot of the word of size bytes that a text begins with; nil
// where the word is too long, or there is no room for it. A new slot has no number.
func (n *Interner) slot(s string, size int) *interned {
	head, tail, ok := wordKey(s, size)
	if !ok {
		return nil
	}
	h := (head ^ tail*wordPrime) * wordPrime
	h ^= h >> 29
	for range maxProbes {
		w := &n.slots[h%internerSlots]
		if w.head == head && w.tail == tail {
			return w
		}
		if w.head == 0 {
			if n.count == maxInterned {
				return nil
			}
			w.head, w.tail = head, tail
			return w
		}
		h++
	}
	return nil
}

const wordPrime = 0x9E3779B185EBCA87

// add numbers a new word with its lexeme.
func (n *Interner) add(w *interned, id uint16) {
	n.count++
	w.number, w.id = uint16(n.count), id
}

// wordKey returns the first size bytes of a text as numbers.
func wordKey(s string, size int) (head, tail uint64, ok bool) {
	switch {
	case size > 16:
		return 0, 0, false
	case len(s) < 16:
		var buffer [16]byte
		copy(buffer[:], s[:size])
		padded := string(buffer[:])
		return eightBytes(padded), eightBytes(padded[8:]), true
	case size <= 8:
		return eightBytes(s) & (1<<(8*size) - 1), 0, true
	}
	return eightBytes(s), eightBytes(s[8:]) & (1<<(8*(size-8)) - 1), true
}

func eightBytes(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
