package yamlread

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/iatilint/iatilint/schema"
)

// segment says that from a byte of a value on the raw text runs along with it,
// up to the next segment.
type segment struct{ value, raw int32 }

// scan walks over the raw text of a scalar beside the value that the parser
// made of it, and notes where the two part: at escapes, at folded lines, at
// indentation.
type scan struct {
	raw      string
	at       int // in raw
	value    string
	out      int // bytes of value that were found again
	segments []segment
	failed   bool
}

// locate finds the raw text of a scalar that begins at a byte of raw: at is its
// place without quotes, whole the place with them. ok is false where the raw
// text does not give the value; then the place is a rough one.
func locate(raw string, start int, n *yaml.Node) (at, whole schema.Range, segments []segment, ok bool) {
	s := &scan{raw: raw, at: start, value: n.Value}
	begin, quotes := start, 0
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		if begin = s.block(n.Style&yaml.FoldedStyle != 0); begin < 0 {
			indicator := schema.Range{Start: int32(start), End: int32(start + 1)}
			return indicator, indicator, nil, !s.failed
		}
	case n.Style&yaml.DoubleQuotedStyle != 0:
		begin, quotes = s.quoted('"'), 1
	case n.Style&yaml.SingleQuotedStyle != 0:
		begin, quotes = s.quoted('\''), 1
	default:
		s.flow(0)
	}
	if s.failed || s.out != len(s.value) {
		line := schema.Range{Start: int32(start), End: int32(start + lineLength(raw[start:]))}
		return line, line, nil, false
	}
	at = schema.Range{Start: int32(begin), End: int32(s.at)}
	if len(s.segments) > 0 {
		s.mark() // the end, which the bytes of an escape before it don't lead to
	}
	for i := range s.segments {
		s.segments[i].raw -= at.Start
	}
	whole = schema.Range{Start: at.Start - int32(quotes), End: at.End + int32(quotes)}
	return at, whole, s.segments, true
}

// rawSpan returns the raw text, counted from its start, of a part of a value.
func rawSpan(segments []segment, size int, from, to int) (int, int) {
	at := func(n int) int {
		i := max(sort.Search(len(segments), func(i int) bool { return int(segments[i].value) > n })-1, 0)
		end := size
		if i+1 < len(segments) {
			end = int(segments[i+1].raw)
		}
		return min(int(segments[i].raw)+n-int(segments[i].value), end)
	}
	if len(segments) == 0 {
		return 0, size
	}
	return at(from), at(to)
}

// emit finds the next bytes of the value in the next size bytes of raw.
func (s *scan) emit(size int, text string) {
	if !strings.HasPrefix(s.value[s.out:], text) {
		s.failed = true
		return
	}
	if text != "" {
		s.mark()
	}
	s.at += size
	s.out += len(text)
}

func (s *scan) mark() {
	next := segment{int32(s.out), int32(s.at)}
	if n := len(s.segments); n > 0 {
		if last := s.segments[n-1]; next.raw-next.value == last.raw-last.value {
			return
		}
	}
	s.segments = append(s.segments, next)
}

// quoted reads a text in quotes and gives the place behind the first of them.
func (s *scan) quoted(quote byte) int {
	if s.at >= len(s.raw) || s.raw[s.at] != quote {
		s.failed = true
		return s.at
	}
	s.at++
	begin := s.at
	s.flow(quote)
	return begin
}

// flow reads a text that is plain (quote 0) or in quotes: line breaks in it are
// folded.
func (s *scan) flow(quote byte) {
	for !s.failed {
		rest := s.raw[s.at:]
		switch {
		case quote == 0 && s.out == len(s.value):
			return
		case rest == "":
			s.failed = true
		case quote == '\'' && strings.HasPrefix(rest, "''"):
			s.emit(2, "'")
		case quote != 0 && rest[0] == quote:
			return
		case quote == '"' && rest[0] == '\\':
			s.escape(rest)
		case blank(rest[0]) || breakSize(rest) > 0:
			s.space(rest)
		default:
			s.run(rest, quote)
		}
	}
}

// run reads characters without a special meaning.
func (s *scan) run(rest string, quote byte) {
	n := 0
	for n < len(rest) && rest[n] != quote && !blank(rest[n]) && (rest[n] != '\\' || quote != '"') && breakSize(rest[n:]) == 0 {
		n++
	}
	if quote == 0 {
		n = min(n, len(s.value)-s.out)
	}
	s.emit(n, rest[:n])
}

// space reads white space: as it is within a line, folded around line breaks.
func (s *scan) space(rest string) {
	n := blanks(rest)
	first := breakSize(rest[n:])
	if first == 0 {
		s.emit(n, rest[:n])
		return
	}
	text := lineBreak(rest[n : n+first])
	more, size := emptyLines(rest[n+first:])
	switch {
	case text != "\n":
		text += more
	case more == "":
		text = " "
	default:
		text = more
	}
	s.emit(n+first+size, text)
}

// emptyLines returns the line breaks at the start of rest, whatever blanks stand
// between them, and how many bytes they are with those around them.
func emptyLines(rest string) (breaks string, size int) {
	for {
		size += blanks(rest[size:])
		n := breakSize(rest[size:])
		if n == 0 {
			return breaks, size
		}
		breaks += lineBreak(rest[size : size+n])
		size += n
	}
}

// escapes are what a backslash makes of the character behind it.
var escapes = map[byte]string{
	'0': "\x00", 'a': "\a", 'b': "\b", 't': "\t", '\t': "\t", 'n': "\n", 'v': "\v", 'f': "\f", 'r': "\r", 'e': "\x1B",
	' ': " ", '"': `"`, '\'': "'", '\\': `\`, '/': "/", 'N': "\u0085", '_': "\u00A0", 'L': "\u2028", 'P': "\u2029",
}

var escapeDigits = map[byte]int{'x': 2, 'u': 4, 'U': 8}

func (s *scan) escape(rest string) {
	if n := breakSize(rest[1:]); n > 0 {
		breaks, size := emptyLines(rest[1+n:])
		s.emit(1+n+size, breaks)
		return
	}
	if len(rest) < 2 {
		s.failed = true
		return
	}
	if text, ok := escapes[rest[1]]; ok {
		s.emit(2, text)
		return
	}
	digits := escapeDigits[rest[1]]
	if digits == 0 || len(rest) < 2+digits {
		s.failed = true
		return
	}
	code, err := strconv.ParseUint(rest[2:2+digits], 16, 32)
	s.failed = err != nil
	s.emit(2+digits, string(utf8.AppendRune(nil, rune(code))))
}

// block reads a block scalar and gives the place of its first character, -1
// where it has none.
func (s *scan) block(folded bool) int {
	s.at += lineLength(s.raw[s.at:])
	s.at += breakSize(s.raw[s.at:])
	indent, some := s.indent()
	if !some {
		return -1
	}
	pending := s.at // where the breaks that are not yet written begin
	var first string
	leadingBlank := false
	more, inside := s.breaks(indent)
	for inside && !s.failed {
		rest := s.raw[s.at:]
		text := first
		if folded && !leadingBlank && !blank(rest[0]) && first == "\n" {
			if text = ""; more == "" {
				text = " "
			}
		}
		leadingBlank = blank(rest[0])
		content := s.at
		s.at = pending
		s.emit(content-pending, text+more)
		s.at = content
		n := lineLength(rest)
		s.emit(n, rest[:n])
		pending = s.at
		n = breakSize(s.raw[s.at:])
		first = lineBreak(s.raw[s.at : s.at+n])
		s.at += n
		more, inside = s.breaks(indent)
	}
	// What is left of the value are the breaks at its end that count.
	end := s.at
	s.at = pending
	switch left := s.value[s.out:]; left {
	case "":
	case first:
		s.emit(breakSize(s.raw[s.at:]), left)
	case first + more:
		s.emit(end-pending, left)
	default:
		s.failed = true
	}
	if len(s.segments) == 0 {
		s.failed = true
		return s.at
	}
	return int(s.segments[0].raw)
}

// indent returns the indentation of a block scalar: what its first line that is not
// empty has beyond the value.
func (s *scan) indent() (n int, some bool) {
	value, at := s.value, s.at
	for breakSize(value) > 0 {
		value = value[breakSize(value):]
		at += spaces(s.raw[at:])
		at += breakSize(s.raw[at:])
	}
	n = spaces(s.raw[at:]) - spaces(value)
	if n < 0 {
		s.failed = true
	}
	return n, value != ""
}

// breaks reads empty lines and the indentation behind them; inside reports whether
// the line that follows belongs to the block.
func (s *scan) breaks(indent int) (breaks string, inside bool) {
	var b strings.Builder
	for {
		column := min(spaces(s.raw[s.at:]), indent)
		s.at += column
		n := breakSize(s.raw[s.at:])
		if n == 0 {
			return b.String(), column == indent && s.at < len(s.raw)
		}
		b.WriteString(lineBreak(s.raw[s.at : s.at+n]))
		s.at += n
	}
}

func blank(c byte) bool { return c == ' ' || c == '\t' }

func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " \t")) }

func spaces(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// breakSize returns the size of the line break at the start of s, 0 where there is
// none. YAML 1.1 knows three more than the usual ones.
func breakSize(s string) int {
	if s == "" {
		return 0
	}
	switch s[0] {
	case '\n':
		return 1
	case '\r':
		if strings.HasPrefix(s, "\r\n") {
			return 2
		}
		return 1
	case 0xC2:
		if strings.HasPrefix(s, "\u0085") {
			return 2
		}
	case 0xE2:
		if strings.HasPrefix(s, "\u2028") || strings.HasPrefix(s, "\u2029") {
			return 3
		}
	}
	return 0
}

// lineBreak returns what a line break means in a text.
func lineBreak(s string) string {
	if len(s) == 3 || s == "" {
		return s
	}
	return "\n"
}

// lineLength returns the length of the first line, without its line break.
func lineLength(s string) int {
	for i := range len(s) {
		if breakSize(s[i:]) > 0 {
			return i
		}
	}
	return len(s)
}
