package charset

import (
	"errors"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// Encode writes s in the encoding, without a byte order mark. It fails where a
// character has no place in the encoding or s is not UTF-8.
func (e Encoding) Encode(s string) ([]byte, error) {
	if at := firstInvalid([]byte(s)); at < len(s) {
		return nil, fmt.Errorf("could not encode text as %s: byte %d is not UTF-8", e.Name(), at)
	}
	switch e.kind {
	case kindUTF8:
		return []byte(s), nil
	case kindUTF16LE, kindUTF16BE:
		return e.encodeUTF16(s), nil
	case kindSingle:
		dst := make([]byte, 0, len(s))
		for _, r := range s {
			b, ok := e.table.bytes[r]
			if !ok {
				return nil, e.noPlace(r)
			}
			dst = append(dst, b)
		}
		return dst, nil
	}
	dst, err := e.encodeMulti(s)
	if err == nil {
		return dst, nil
	}
	for _, r := range s {
		if _, err := e.encodeMulti(string(r)); err != nil {
			return nil, e.noPlace(r)
		}
	}
	return nil, fmt.Errorf("could not encode text as %s: %w", e.Name(), err)
}

var errNotSame = errors.New("it reads back as another text")

// encodeMulti reads back what it wrote: the tables of golang.org/x/text are
// not each other's inverse everywhere (U+E178 in GB18030).
func (e Encoding) encodeMulti(s string) ([]byte, error) {
	dst, err := e.multi.NewEncoder().Bytes([]byte(s))
	if err != nil {
		return nil, err
	}
	back, err := e.multi.NewDecoder().Bytes(dst)
	if err != nil {
		return nil, err
	}
	if string(back) != s {
		return nil, errNotSame
	}
	return dst, nil
}

func (e Encoding) noPlace(r rune) error {
	return fmt.Errorf("could not encode text as %s: it has no %q", e.Name(), r)
}

func (e Encoding) encodeUTF16(s string) []byte {
	dst := make([]byte, 0, 2*len(s))
	for _, unit := range utf16.Encode([]rune(s)) {
		low, high := byte(unit), byte(unit>>8)
		if e.kind == kindUTF16LE {
			dst = append(dst, low, high)
		} else {
			dst = append(dst, high, low)
		}
	}
	return dst
}

// EncodedLen returns how many bytes of the file the UTF-8 text takes. It is exact
// for text that was read from the file, except in encodings that switch
// between states (ISO-2022-JP, HZ-GB-2312), where it counts from the initial
// state, and for the few characters that their encoding can write in two ways.
// A character that the encoding cannot write counts as one byte, or three in
// EUC-JP, whose supplementary set can be read but not written.
func (e Encoding) EncodedLen(text []byte) int64 {
	switch e.kind {
	case kindUTF8:
		return int64(len(text))
	case kindSingle:
		return int64(utf8.RuneCount(text))
	case kindUTF16LE, kindUTF16BE:
		n := int64(0)
		for i := 0; i < len(text); {
			if text[i] < utf8.RuneSelf {
				n += 2
				i++
				continue
			}
			r, size := utf8.DecodeRune(text[i:])
			n += int64(2 * utf16.RuneLen(r))
			i += size
		}
		return n
	}
	return e.multiLen(text)
}

func (e Encoding) multiLen(text []byte) int64 {
	encoder := e.multi.NewEncoder()
	var buf [512]byte
	n := int64(0)
	for {
		nDst, nSrc, err := encoder.Transform(buf[:], text, true)
		n += int64(nDst)
		text = text[nSrc:]
		switch {
		case err == nil:
			return n
		case errors.Is(err, transform.ErrShortDst) && nDst+nSrc > 0:
		case len(text) == 0:
			return n
		default:
			n += e.unencodable()
			_, size := utf8.DecodeRune(text)
			text = text[size:]
		}
	}
}

func (e Encoding) unencodable() int64 {
	if e.name == "EUC-JP" {
		return 3
	}
	return 1
}
