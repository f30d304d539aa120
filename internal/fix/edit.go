package fix

import (
	"io"
	"slices"
	"strings"
)

// edit replaces bytes of the file on disk by others.
type edit struct {
	start, end int64
	text       string
}

// piece is a stretch of an edited file: bytes of the file on disk, or new text.
type piece edit

func (p piece) size() int64 { return p.end - p.start + int64(len(p.text)) }

// pieces returns a file of so many bytes with edits, in order of place, made to it.
func pieces(size int64, edits []edit) []piece {
	var list []piece
	at := int64(0)
	for _, e := range edits {
		if e.start > at {
			list = append(list, piece{start: at, end: e.start})
		}
		if e.text != "" {
			list = append(list, piece{text: e.text})
		}
		at = e.end
	}
	if at < size {
		list = append(list, piece{start: at, end: size})
	}
	return list
}

// apply returns a reader of a file with edits made.
func apply(in io.ReaderAt, size int64, edits []edit) io.Reader {
	var readers []io.Reader
	for _, p := range pieces(size, edits) {
		if p.text != "" {
			readers = append(readers, strings.NewReader(p.text))
		} else {
			readers = append(readers, io.NewSectionReader(in, p.start, p.end-p.start))
		}
	}
	return io.MultiReader(readers...)
}

// compose returns edits with the same effect as first, followed by edits made
// to its outcome. Both are in order of place.
func compose(size int64, first, then []edit) []edit {
	var list []piece
	rest := pieces(size, first)
	at := int64(0)
	advance := func(until int64, keep bool) {
		for len(rest) > 0 && at < until {
			part := rest[0]
			n := min(part.size(), until-at)
			if part.text != "" {
				rest[0].text = part.text[n:]
				part.text = part.text[:n]
			} else {
				rest[0].start += n
				part.end = part.start + n
			}
			if rest[0].size() == 0 {
				rest = rest[1:]
			}
			if keep {
				list = append(list, part)
			}
			at += n
		}
	}
	for _, e := range then {
		advance(e.start, true)
		if e.text != "" {
			list = append(list, piece{text: e.text})
		}
		advance(e.end, false)
	}
	return editsOf(size, append(list, rest...))
}

// editsOf is the inverse of pieces: it returns the edits that replace the bytes
// that are not kept.
func editsOf(size int64, list []piece) []edit {
	var edits []edit
	at := int64(0)
	var text strings.Builder
	replace := func(until int64) {
		if until > at || text.Len() > 0 {
			edits = append(edits, edit{at, until, text.String()})
		}
		text.Reset()
	}
	for _, p := range list {
		if p.text != "" {
			text.WriteString(p.text)
			continue
		}
		replace(p.start)
		at = p.end
	}
	replace(size)
	return slices.Clip(edits)
}
