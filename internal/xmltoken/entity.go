package xmltoken

import (
	"bytes"
	"unicode/utf8"
)

const (
	maxEntities     = 1000
	maxEntityLength = 1024
)

// Entities are the general entities that a document declares. They never
// change once the document type declaration was read. Nil is no entities.
type Entities struct {
	byName map[string]*entity
}

// An entity is what a reference to it stands for.
type entity struct {
	text     []byte // in text
	value    []byte // in an attribute value
	cdataEnd bool   // its replacement text holds "]]>", which no text may
	fault    Code   // why it cannot be used, or 0
}

func (e *Entities) lookup(name []byte) *entity {
	if e == nil {
		return nil
	}
	return e.byName[string(name)]
}

// newEntity resolves a literal entity value (production 9) that is known to be
// well-formed, in the two steps of section 4.5: character references and line
// ends on declaration, everything else on use.
func newEntity(literal []byte) *entity {
	var replacement []byte
	for i := 0; i < len(literal); {
		switch c := literal[i]; {
		case c == '&' && literal[i+1] == '#':
			r, end, _ := charRef(literal, i)
			replacement = utf8.AppendRune(replacement, r)
			i = end
		case c == '\r':
			replacement = append(replacement, '\n')
			i++
			if i < len(literal) && literal[i] == '\n' {
				i++
			}
		default:
			replacement = append(replacement, c)
			i++
		}
	}
	e := &entity{cdataEnd: bytes.Contains(replacement, []byte("]]>"))}
	e.use(replacement)
	return e
}

// use works out what the replacement text gives when it is read again.
func (e *entity) use(replacement []byte) {
	for i := 0; i < len(replacement); {
		c := replacement[i]
		switch {
		case c == '<':
			e.fault = MarkupEntity
			return
		case c == '&':
			out, end, fault := plainReference(replacement, i)
			if fault != 0 {
				e.fault = fault
				return
			}
			e.text = append(e.text, out...)
			e.value = append(e.value, out...)
			i = end
		case isSpace(c):
			e.text = append(e.text, c)
			e.value = append(e.value, ' ')
			i++
		default:
			e.text = append(e.text, c)
			e.value = append(e.value, c)
			i++
		}
	}
}

// plainReference resolves a character reference or a predefined entity.
func plainReference(src []byte, i int) (out []byte, end int, fault Code) {
	if i+1 < len(src) && src[i+1] == '#' {
		r, end, fault := charRef(src, i)
		return utf8.AppendRune(nil, r), end, fault
	}
	end, _ = scanName(src, i+1)
	if end == i+1 {
		return nil, end, BareAmpersand
	}
	if end >= len(src) || src[end] != ';' {
		return nil, end, UnterminatedReference
	}
	c := predefined(src[i+1 : end])
	if c == 0 {
		return nil, end, NestedEntity
	}
	return []byte{c}, end + 1, 0
}
