package xlsxread

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/iatilint/iatilint/internal/read/ooxml"
	"github.com/iatilint/iatilint/internal/xmltoken"
)

// pieces cuts the children out of one element of a part: the rows of sheetData,
// the texts of sst. Each is read by itself, so that memory stays flat.
type pieces struct {
	in      io.Reader
	text    []byte // what was read and not cut off, from used
	used    int
	ended   bool
	context *xmltoken.Context
	scanner *xmltoken.Scanner
	done    bool
}

const (
	readSize = 256 << 10
	maxPiece = 64 << 20 // of one row or text
	maxHead  = 8 << 20  // of the text before the first
)

var errNoElement = errors.New("the element that holds the data is missing")

// newPieces reads up to the start tag of the element with the children. Each tag
// before it is given to before, perhaps more than once.
func newPieces(in io.Reader, element string, before func(*xmltoken.Scanner)) (*pieces, error) {
	p := &pieces{in: in}
	for size := readSize; ; size *= 2 {
		if err := p.fill(size); err != nil {
			return nil, err
		}
		p.text = bytes.TrimPrefix(p.text, []byte("\xEF\xBB\xBF"))
		s := xmltoken.NewDocument(p.text)
		for {
			kind, err := s.Next()
			if err == nil && kind == xmltoken.StartTag && string(s.Local()) == element {
				_, p.used = s.Range()
				p.context, p.done = s.Context(), s.SelfClosing()
				p.scanner = xmltoken.NewFragment(nil, p.context)
				return p, nil
			}
			if err == nil && kind != xmltoken.EOF {
				if kind == xmltoken.StartTag {
					before(s)
				}
				continue
			}
			if p.ended || len(p.text) > maxHead {
				if err != nil {
					return nil, fmt.Errorf("could not read the part: %w", err)
				}
				return nil, errNoElement
			}
			break
		}
	}
}

// fill reads on until there are so many bytes in all, or no more.
func (p *pieces) fill(size int) error {
	p.text = append(p.text[:0], p.text[p.used:]...)
	p.used = 0
	for len(p.text) < size && !p.ended {
		if cap(p.text) < size {
			p.text = append(make([]byte, 0, size), p.text...)
		}
		n, err := p.in.Read(p.text[len(p.text):cap(p.text)])
		p.text = p.text[:len(p.text)+n]
		if errors.Is(err, io.EOF) {
			p.ended = true
		} else if err != nil {
			return err
		}
	}
	return nil
}

// next returns a scanner over the next child, nil after the last.
func (p *pieces) next() (*xmltoken.Scanner, error) {
	for !p.done {
		size, whole := child(p.text[p.used:])
		if whole && size == 0 {
			p.done = true
			break
		}
		if whole {
			piece := p.text[p.used : p.used+size]
			p.used += size
			if start := bytes.TrimLeft(piece, " \t\r\n"); start[1] != '!' && start[1] != '?' {
				p.scanner.ResetFragment(start, p.context)
				return p.scanner, nil
			}
			continue
		}
		if p.ended {
			return nil, io.ErrUnexpectedEOF
		}
		if len(p.text)-p.used > maxPiece {
			return nil, ooxml.ErrTooLarge
		}
		if err := p.fill(max(readSize, 2*(len(p.text)-p.used))); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// child returns the size of the element, comment or instruction at the start of text,
// with the white space before it; 0 where there is the end tag of what it is
// in. Whole is false where more text is needed.
func child(text []byte) (size int, whole bool) {
	at := bytes.IndexByte(text, '<')
	if at < 0 || len(text)-at < 4 {
		return 0, false
	}
	switch text[at+1] {
	case '/':
		return 0, true
	case '!':
		return upTo(text, at, "-->")
	case '?':
		return upTo(text, at, "?>")
	}
	end := tagEnd(text[at:])
	if end < 0 {
		return 0, false
	}
	if text[at+end-1] == '/' {
		return at + end + 1, true
	}
	name := text[at+1 : at+end]
	if i := bytes.IndexAny(name, " \t\r\n"); i >= 0 {
		name = name[:i]
	}
	closing := append([]byte("</"), name...)
	for from := at + end; ; {
		i := bytes.Index(text[from:], closing)
		if i < 0 {
			return 0, false
		}
		from += i + len(closing)
		stop := bytes.IndexByte(text[from:], '>')
		if stop < 0 {
			return 0, false
		}
		if len(bytes.TrimSpace(text[from:from+stop])) == 0 {
			return from + stop + 1, true
		}
	}
}

func upTo(text []byte, from int, end string) (int, bool) {
	if i := bytes.Index(text[from:], []byte(end)); i >= 0 {
		return from + i + len(end), true
	}
	return 0, false
}

// tagEnd returns the '>' that ends a tag, -1 without.
func tagEnd(text []byte) int {
	quote := byte(0)
	for i, b := range text {
		switch {
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '"' || b == '\'':
			quote = b
		case b == '>':
			return i
		}
	}
	return -1
}

// attribute returns the value of an attribute without a prefix of the scanner's tag.
func attribute(s *xmltoken.Scanner, name string) string {
	attrs := s.Attrs()
	for i := range attrs {
		a := &attrs[i]
		if string(a.Local) == name && len(a.Prefix) == 0 {
			return value(a)
		}
	}
	return ""
}

func value(a *xmltoken.Attr) string {
	if a.Coded {
		return string(xmltoken.DecodeAttr(nil, a.Raw, nil))
	}
	return string(a.Raw)
}
