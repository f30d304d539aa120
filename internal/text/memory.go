package text

// Memory is what the texts of one goroutine remember of their words, so that a
// word is looked up once for all of them. It holds the first few thousand words
// that come, which are the commonest, and never forgets one.
type Memory struct {
	slots [memorySlots]remembered
	known int
}

const (
	memorySlots = 1 << 13
	mostWords   = memorySlots / 2
	mostProbes  = 8
)

// remembered is a word of up to 16 bytes.
type remembered struct {
	head, tail uint64
	number     uint16 // from 1; 0 = the slot is free
	id         uint16 // in the lexicon
}

// word gives the slot of the word that begins a text, which reaches on behind
// it; nil where the word is too long to be remembered, or came too late. A new
// slot has no number.
func (m *Memory) word(s string, size int) *remembered {
	head, tail, ok := wordKey(s, size)
	if !ok {
		return nil
	}
	h := (head ^ tail*wordPrime) * wordPrime
	h ^= h >> 29
	for range mostProbes {
		r := &m.slots[h%memorySlots]
		if r.head == head && r.tail == tail {
			return r
		}
		if r.head == 0 {
			if m.known == mostWords {
				return nil
			}
			r.head, r.tail = head, tail
			return r
		}
		h++
	}
	return nil
}

const wordPrime = 0x9E3779B185EBCA87

// settle numbers a new word, and keeps what was found of it.
func (m *Memory) settle(r *remembered, id uint16) {
	m.known++
	r.number, r.id = uint16(m.known), id
}

// wordKey is the first size bytes of a text, as numbers.
func wordKey(s string, size int) (head, tail uint64, ok bool) {
	switch {
	case size > 16:
		return 0, 0, false
	case len(s) < 16:
		var room [16]byte
		copy(room[:], s[:size])
		padded := string(room[:])
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
