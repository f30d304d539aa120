package yamlread

import (
	"strings"
	"unicode/utf8"
)

// places converts the lines and columns of the parser to offsets. It is fast in the
// order of the text.
type places struct {
	text         string
	starts       []int32 // of lines, as YAML 1.1 counts them
	line, column int     // of at
	at           int
}

func newPlaces(text string) *places {
	p := &places{text: text}
	begin := 0
	if strings.HasPrefix(text, "\uFEFF") {
		begin = len("\uFEFF")
	}
	p.starts = append(p.starts, int32(begin))
	for i := begin; i < len(text); {
		if n := breakSize(text[i:]); n > 0 {
			i += n
			p.starts = append(p.starts, int32(i))
			continue
		}
		i++
	}
	p.at, p.line, p.column = begin, 1, 1
	return p
}

// seek returns the byte at a line and column, both from 1.
func (p *places) seek(line, column int) int {
	line = min(max(line, 1), len(p.starts))
	if line != p.line || column < p.column {
		p.line, p.column, p.at = line, 1, int(p.starts[line-1])
	}
	for p.column < column && p.at < len(p.text) {
		_, size := utf8.DecodeRuneInString(p.text[p.at:])
		p.at += size
		p.column++
	}
	return p.at
}
