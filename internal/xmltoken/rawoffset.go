package xmltoken

import "unicode/utf8"

// RawOffset maps an offset in the decoded value of raw back to raw: the start
// of the character that gives the byte at that offset, or of the reference
// that does. Offsets at or past the end of the value give the offset behind
// its last character. raw is what DecodeAttr (isAttr) or DecodeText was given.
func RawOffset(raw []byte, isAttr bool, decodedOffset int, ents *Entities) int {
	start, _ := RawSpan(raw, isAttr, decodedOffset, decodedOffset, ents)
	return start
}

// RawSpan maps the decoded bytes start to end back to the raw bytes that give
// them. The end is the end of the last character's raw bytes, so that comments
// and the marks of a CDATA section behind it stay outside. An empty span has
// no width.
func RawSpan(raw []byte, isAttr bool, start, end int, ents *Entities) (rawStart, rawEnd int) {
	from := checkpoint{decoder: decoder{raw: raw, ents: ents, attr: isAttr}}
	return from.span(max(start, 0), max(end, start, 0))
}

// span is RawSpan from a checkpoint at or before the start.
func (d checkpoint) span(start, end int) (rawStart, rawEnd int) {
	raw, decoded, last := d.raw, d.decoded, d.last
	found := false
	for d.next() {
		n := d.size()
		if n == 0 {
			continue
		}
		next := decoded + n
		if !found && start < next {
			found = true
			rawStart = d.start
			if !d.replaced {
				rawStart = runeStart(raw, d.start, d.start+start-decoded)
			}
			if end == start {
				return rawStart, rawStart
			}
		}
		if found && end <= next {
			if d.replaced {
				return rawStart, d.end
			}
			return rawStart, runeEnd(raw, d.start+end-decoded, d.end)
		}
		decoded, last = next, d.end
	}
	if !found {
		rawStart = last
	}
	return rawStart, last
}

// runeStart moves i back to the start of its character, but not below low.
func runeStart(raw []byte, low, i int) int {
	j := i
	for j > low && i-j < utf8.UTFMax && !utf8.RuneStart(raw[j]) {
		j--
	}
	if _, size := utf8.DecodeRune(raw[j:]); j+size > i {
		return j
	}
	return i
}

// runeEnd moves i on to the end of a character that it cuts in two.
func runeEnd(raw []byte, i, high int) int {
	if i <= 0 || i >= high || utf8.RuneStart(raw[i]) {
		return i
	}
	start := runeStart(raw, max(0, i-utf8.UTFMax), i)
	if start == i {
		return i
	}
	_, size := utf8.DecodeRune(raw[start:])
	return min(start+size, high)
}
