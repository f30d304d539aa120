package charset

import (
	"bytes"
	"errors"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"
)

// A stepper appends to dst what src holds, up to a character that is not yet
// whole. It returns how many bytes of src it used and, where it stopped
// because the next bytes are no character, how many those are.
type stepper func(dst, src []byte, atEOF bool) (out []byte, used, bad int)

func (e Encoding) stepper() stepper {
	switch e.kind {
	case kindUTF16LE:
		return func(dst, src []byte, atEOF bool) ([]byte, int, int) { return stepUTF16(dst, src, atEOF, 0) }
	case kindUTF16BE:
		return func(dst, src []byte, atEOF bool) ([]byte, int, int) { return stepUTF16(dst, src, atEOF, 1) }
	case kindSingle:
		return e.table.step
	}
	return multiStepper(e.multi)
}

func (t *table) step(dst, src []byte, _ bool) ([]byte, int, int) {
	for i, b := range src {
		r := t.runes[b]
		if r < 0 {
			return dst, i, 1
		}
		if r < utf8.RuneSelf {
			dst = append(dst, byte(r))
		} else {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst, len(src), 0
}

func stepUTF16(dst, src []byte, atEOF bool, low int) ([]byte, int, int) {
	i := 0
	for ; i+1 < len(src); i += 2 {
		r := rune(src[i+low]) | rune(src[i+1-low])<<8
		if !utf16.IsSurrogate(r) {
			if r < utf8.RuneSelf {
				dst = append(dst, byte(r))
			} else {
				dst = utf8.AppendRune(dst, r)
			}
			continue
		}
		if i+3 >= len(src) {
			if atEOF || r >= 0xDC00 {
				return dst, i, 2
			}
			return dst, i, 0
		}
		r = utf16.DecodeRune(r, rune(src[i+2+low])|rune(src[i+3-low])<<8)
		if r == utf8.RuneError {
			return dst, i, 2
		}
		dst = utf8.AppendRune(dst, r)
		i += 2
	}
	if atEOF && i < len(src) {
		return dst, i, len(src) - i
	}
	return dst, i, 0
}

// multiStepper decodes a character at a time: golang.org/x/text puts U+FFFD in
// place of what it cannot read, and only so is it known which bytes that was.
func multiStepper(enc encoding.Encoding) stepper {
	decoder := enc.NewDecoder()
	return func(dst, src []byte, atEOF bool) ([]byte, int, int) {
		var char [utf8.UTFMax]byte
		used := 0
		for used < len(src) {
			if c := src[used]; c == '\x1b' || c == '~' {
				// Take a switch of state alone, so that it does not count as
				// part of the character behind it.
				_, nSrc, _ := decoder.Transform(nil, src[used:], atEOF)
				used += nSrc
				if used == len(src) {
					break
				}
			}
			room := char[:3] // U+FFFD fills it, so that nothing else comes with it
			nDst, nSrc, err := decoder.Transform(room, src[used:], atEOF)
			if nDst == 0 && nSrc == 0 && errors.Is(err, transform.ErrShortDst) {
				room = char[:]
				nDst, nSrc, err = decoder.Transform(room, src[used:], atEOF)
			}
			if bytes.Contains(room[:nDst], []byte("\uFFFD")) {
				bad := src[used : used+nSrc]
				if n := bytes.IndexByte(src[used+1:used+nSrc], '\x1b'); n >= 0 {
					bad = bad[:1+n] // a switch of state was taken along
				}
				if written, err := enc.NewEncoder().Bytes([]byte("\uFFFD")); err != nil || !bytes.Equal(written, bad) {
					return dst, used, len(bad)
				}
			}
			dst = append(dst, room[:nDst]...)
			used += nSrc
			if nDst == 0 && nSrc == 0 {
				if err != nil && atEOF && !errors.Is(err, transform.ErrShortDst) {
					return dst, used, len(src) - used
				}
				break
			}
		}
		return dst, used, 0
	}
}
