package xmltoken

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// DecodeText appends to dst the character data of raw: a Text's or CData's Raw
// or the whole content of an element. References are resolved and line ends
// normalised (section 2.11); CDATA sections give their inside; comments,
// processing instructions and tags give nothing. A reference that raw's own
// Scanner would refuse is kept as it stands.
func DecodeText(dst, raw []byte, ents *Entities) []byte {
	return decode(dst, decoder{raw: raw, ents: ents})
}

// DecodeAttr appends to dst the normalised value of an attribute whose Raw is
// raw: section 3.3.3, for attributes of type CDATA.
func DecodeAttr(dst, raw []byte, ents *Entities) []byte {
	return decode(dst, decoder{raw: raw, ents: ents, attr: true})
}

func decode(dst []byte, d decoder) []byte {
	dst = slices.Grow(dst, len(d.raw))
	for d.next() {
		if d.char != 0 {
			dst = utf8.AppendRune(dst, d.char)
		} else {
			dst = append(dst, d.out...)
		}
	}
	return dst
}

// A decoder walks over raw bytes in segments: runs that stand for themselves,
// and what stands for something else.
type decoder struct {
	raw   []byte
	ents  *Entities
	attr  bool
	cdata bool // inside a CDATA section
	pos   int

	start, end int    // the segment in raw
	char       rune   // what it stands for, if that is one character
	out        []byte // what it stands for, else
	replaced   bool   // it does not stand for itself
}

// special reports whether c ends a run that stands for itself.
func (d *decoder) special(c byte) bool {
	switch c {
	case '\r':
		return true
	case '&':
		return !d.cdata
	case '<':
		return !d.attr && !d.cdata
	case ']':
		return d.cdata
	case '\t', '\n':
		return d.attr
	}
	return false
}

// longestRun is where a run is cut, in bytes: a place in the midst of it can be
// found without a look at the whole.
const longestRun = checkpointEvery

// run returns the end of the run that begins here.
func (d *decoder) run() int {
	i, most := d.pos, min(d.pos+longestRun, len(d.raw))
	for i < most && !d.special(d.raw[i]) {
		i++
	}
	for cut := i; i == d.pos+longestRun && cut > i-utf8.UTFMax; cut-- {
		if cut == len(d.raw) || utf8.RuneStart(d.raw[cut]) {
			return cut
		}
	}
	return i
}

func (d *decoder) next() bool {
	for d.pos < len(d.raw) {
		if i := d.run(); i > d.pos {
			return d.literal(i)
		}
		i := d.pos
		switch d.raw[i] {
		case '\r':
			end := i + 1
			if end < len(d.raw) && d.raw[end] == '\n' {
				end++
			}
			if d.attr {
				return d.replace(end, ' ', nil)
			}
			return d.replace(end, '\n', nil)
		case '\t', '\n':
			return d.replace(i+1, ' ', nil)
		case ']':
			if bytes.HasPrefix(d.raw[i:], []byte("]]>")) {
				d.cdata = false
				d.pos += len("]]>")
				continue
			}
			return d.literal(i + 1)
		case '<':
			if !beginsMarkup(d.raw, i) {
				return d.literal(i + 1)
			}
			d.pos = d.markup(i)
		default:
			return d.reference(i)
		}
	}
	return false
}

// literal makes the bytes up to end a segment that stands for itself.
func (d *decoder) literal(end int) bool {
	d.start, d.end, d.pos = d.pos, end, end
	d.char, d.out, d.replaced = 0, d.raw[d.start:end], false
	return true
}

// replace makes the bytes up to end a segment that stands for a character, or for out.
func (d *decoder) replace(end int, char rune, out []byte) bool {
	d.start, d.end, d.pos = d.pos, end, end
	d.char, d.out, d.replaced = char, out, true
	return true
}

// size returns how many bytes the segment gives.
func (d *decoder) size() int {
	if d.char != 0 {
		return utf8.RuneLen(d.char)
	}
	return len(d.out)
}

func (d *decoder) reference(i int) bool {
	if i+1 < len(d.raw) && d.raw[i+1] == '#' {
		r, end, fault := charRef(d.raw, i)
		if fault != 0 {
			return d.literal(i + 1)
		}
		return d.replace(end, r, nil)
	}
	end, _ := scanName(d.raw, i+1)
	if end >= len(d.raw) || d.raw[end] != ';' {
		return d.literal(i + 1)
	}
	name := d.raw[i+1 : end]
	if c := predefined(name); c != 0 {
		return d.replace(end+1, rune(c), nil)
	}
	e := d.ents.lookup(name)
	if e == nil || e.fault != 0 {
		return d.literal(i + 1)
	}
	if d.attr {
		return d.replace(end+1, 0, e.value)
	}
	return d.replace(end+1, 0, e.text)
}

// beginsMarkup reports whether the '<' at i is none in text, which is not well-formed.
func beginsMarkup(raw []byte, i int) bool {
	if i+1 >= len(raw) {
		return false
	}
	switch raw[i+1] {
	case '/', '!', '?':
		return true
	}
	end, _ := scanName(raw, i+1)
	return end > i+1
}

// markup returns the offset behind the markup that begins at i, and enters a
// CDATA section.
func (d *decoder) markup(i int) int {
	rest := d.raw[i:]
	switch {
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		d.cdata = true
		return i + len("<![CDATA[")
	case bytes.HasPrefix(rest, []byte("<!--")):
		return behind(d.raw, i+len("<!--"), "-->")
	case bytes.HasPrefix(rest, []byte("<?")):
		return behind(d.raw, i+len("<?"), "?>")
	}
	return tagEnd(d.raw, i)
}

// behind returns the offset behind the next mark, or the end of raw.
func behind(raw []byte, i int, mark string) int {
	n := bytes.Index(raw[i:], []byte(mark))
	if n < 0 {
		return len(raw)
	}
	return i + n + len(mark)
}

// tagEnd returns the offset behind the '>' of the tag at i, or the end of raw.
func tagEnd(raw []byte, i int) int {
	for i < len(raw) {
		switch c := raw[i]; c {
		case '>':
			return i + 1
		case '"', '\'':
			n := bytes.IndexByte(raw[i+1:], c)
			if n < 0 {
				return len(raw)
			}
			i += n + 2
		default:
			i++
		}
	}
	return i
}
