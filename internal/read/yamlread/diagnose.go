package yamlread

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/encoding/charmap"

	"github.com/iatilint/iatilint/schema"
)

// spot is where a text stops being YAML.
type spot struct {
	text   string
	read   int    // how much of the text the parser had read by then
	begun  int    // the line, from 1, at which what it was reading begins
	reason string // in the parser's words
}

// diagnose words what is wrong with a text, and what most likely led to it.
func diagnose(text string, err error) schema.Fault {
	s := spot{text: text, read: len(text), begun: 1, reason: strings.TrimPrefix(err.Error(), "yaml: ")}
	if m := linePrefix.FindStringSubmatch(s.reason); m != nil {
		s.begun, _ = strconv.Atoi(m[1])
		s.reason = s.reason[len(m[0]):]
	}
	if !errors.Is(err, errParser) {
		s.read = consumed(text)
	}
	for _, c := range causes() {
		if c.phrases == nil || slices.ContainsFunc(c.phrases, func(p string) bool { return strings.Contains(s.reason, p) }) {
			if f, ok := c.diagnose(s); ok {
				return f
			}
		}
	}
	return s.fault(s.line(), "from here on, the file is not YAML", "look at this line and the one before it: a quote, a colon or the indentation is often wrong there")
}

var linePrefix = regexp.MustCompile(`^line (\d+): `)

// consumed returns how much of a text the parser reads before it gives up.
func consumed(text string) int {
	in := &byteReader{text: text}
	d := yaml.NewDecoder(in)
	for {
		var n yaml.Node
		if decode(d, &n) != nil {
			return in.at
		}
	}
}

// byteReader gives one byte at a time, so that nothing is read ahead.
type byteReader struct {
	text string
	at   int
}

func (r *byteReader) Read(p []byte) (int, error) {
	if r.at == len(r.text) {
		return 0, io.EOF
	}
	p[0] = r.text[r.at]
	r.at++
	return 1, nil
}

func (s spot) fault(at schema.Range, message, hint string) schema.Fault {
	return schema.Fault{Kind: schema.NotWellFormed, Unread: true, At: at, Message: message, Hint: hint}
}

// line returns the text of the last line that was read, without indentation.
func (s spot) line() schema.Range {
	text := strings.TrimRight(s.text[:s.read], " \t\r\n")
	start := strings.LastIndexAny(text, "\r\n") + 1
	end := start + lineLength(s.text[start:])
	for start < end-1 && blank(s.text[start]) {
		start++
	}
	return schema.Range{Start: int32(start), End: int32(max(end, start+1, 1))}
}

// textAt returns the text at a place, as far as it is in the file.
func (s spot) textAt(at schema.Range) string {
	return s.text[min(int(at.Start), len(s.text)):min(int(at.End), len(s.text))]
}

// char returns the place of the character at a byte.
func (s spot) char(at int) schema.Range {
	_, size := utf8.DecodeRuneInString(s.text[at:])
	return schema.Range{Start: int32(at), End: int32(at + size)}
}

// cause is a likely cause of some of the parser's errors.
type cause struct {
	phrases  []string // parts of the errors; nil = any
	diagnose func(spot) (schema.Fault, bool)
}

// causes are tried in order: the more special before the more general.
func causes() []cause {
	line := func(message, hint string) func(spot) (schema.Fault, bool) {
		return func(s spot) (schema.Fault, bool) { return s.fault(s.line(), message, hint), true }
	}
	bracket := func(closing string) func(spot) (schema.Fault, bool) {
		return line(fmt.Sprintf("a comma or the closing %q is missing before or in this line", closing), "look for the bracket that is never closed, or put a text with brackets or commas in quotes")
	}
	return []cause{
		{[]string{errParser.Error()}, func(s spot) (schema.Fault, bool) {
			return s.fault(schema.Range{End: 1}, "the file is not YAML that can be understood", "export it again, or check it as JSON"), true
		}},
		{[]string{"control characters are not allowed"}, controlCharacter},
		{[]string{"unknown anchor '"}, unknownAnchor},
		{[]string{"found unexpected end of stream", "found unexpected document indicator"}, openQuote},
		{[]string{"unknown escape character", "hexdecimal number", "invalid Unicode character escape"}, unknownEscape},
		{nil, tab},
		{[]string{"cannot start any token"}, badStart},
		{[]string{"mapping values are not allowed"}, colonInText},
		{[]string{"expected ',' or ']'"}, bracket("]")},
		{[]string{"expected ',' or '}'"}, bracket("}")},
		{[]string{"block sequence entries are not allowed"}, line("a hyphen begins the item of a list where none can stand", "put each item on a line of its own, below its key; put a text that begins with a hyphen in quotes")},
		{[]string{"expected '-' indicator"}, line("this line is neither an item of the list that it stands in nor indented to belong to one", "begin each item with a hyphen, all in the same column")},
		{[]string{"could not find expected ':'"}, line("this line, or the one before it, holds a text where a key is expected", "write key: value; indent what belongs to a text of several lines")},
		{[]string{"expected key", "expected <document start>", "mapping keys are not allowed", "expected node content"}, badIndentation},
		{[]string{"expected comment or line break", "indentation indicator equal to 0"}, line("the text that begins with | or > must begin on the next line", "break the line behind the sign, and indent the text")},
		{[]string{"exceeded max depth"}, line("far too many brackets are open at once", "no submission needs that; export it again")},
	}
}

func controlCharacter(s spot) (schema.Fault, bool) {
	for i, r := range s.text {
		if r < ' ' && !strings.ContainsRune("\t\r\n", r) || r >= 0x7F && r < 0xA0 && r != 0x85 || r == 0xFEFF && i > 0 || r == 0xFFFE || r == 0xFFFF {
			hint := "remove it; it often comes from text that was pasted"
			if meant := charmap.Windows1252.DecodeByte(byte(r)); r >= 0x80 && r < 0xA0 && meant != utf8.RuneError {
				hint = fmt.Sprintf("write \"%c\" in its place: that is what the number stands for in Windows-1252", meant)
			}
			return s.fault(s.char(i), fmt.Sprintf("there is a character (%U) that YAML does not allow", r), hint), true
		}
	}
	return schema.Fault{}, false
}

func unknownAnchor(s spot) (schema.Fault, bool) {
	_, name, _ := strings.Cut(s.reason, "unknown anchor '")
	name, _, _ = strings.Cut(name, "'")
	at := s.line()
	if i := strings.LastIndex(s.text[:s.read], "*"+name); i >= 0 {
		at = schema.Range{Start: int32(i), End: int32(i + 1 + len(name))}
	}
	return s.fault(at, fmt.Sprintf("*%s repeats something called %q, but nothing before it is (as &%s)", name, name, name), "put a text that begins with * in quotes"), true
}

// openQuote finds a text whose closing quote is missing.
func openQuote(s spot) (schema.Fault, bool) {
	start := 0
	for range s.begun - 1 {
		n := lineLength(s.text[start:])
		start += n + breakSize(s.text[start+n:])
	}
	line := s.text[start : start+lineLength(s.text[start:])]
	// The quote is behind the last colon, hyphen or bracket that one can stand behind.
	at := -1
	for i := range line {
		if (line[i] == '"' || line[i] == '\'') && (i == 0 || strings.IndexByte(" \t[{,", line[i-1]) >= 0) {
			at = i
			if strings.IndexByte(line[i+1:], line[i]) < 0 {
				break
			}
		}
	}
	if at < 0 {
		return s.fault(s.line(), "the file ends within a text in quotes", "write the closing quote"), true
	}
	quote := line[at : at+1]
	return s.fault(schema.Range{Start: int32(start + at), End: int32(start + len(line))}, "the text that begins here never ends", fmt.Sprintf("write the closing quote (%s) at its end", quote)), true
}

func unknownEscape(s spot) (schema.Fault, bool) {
	i := strings.LastIndexByte(s.text[:s.read], '\\')
	if i < 0 {
		return schema.Fault{}, false
	}
	at := s.char(min(i+1, len(s.text)-1))
	at.Start = int32(i)
	for s.text[i:at.End] != "" && int(at.End) < s.read && wordByte(s.text[at.End]) {
		at.End++
	}
	return s.fault(at, fmt.Sprintf("a backslash before %q means nothing in a text in double quotes", strings.TrimPrefix(s.textAt(at), `\`)), `write \\ for a backslash, or put the text in single quotes`), true
}

func wordByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' }

// tab finds a tab where only spaces may indent: in the last line that was read,
// or in the last one that has more than white space.
func tab(s spot) (schema.Fault, bool) {
	for _, end := range []int{s.read, int(s.line().Start)} {
		start := strings.LastIndexAny(s.text[:end], "\r\n") + 1
		if i := strings.IndexByte(s.text[start:start+blanks(s.text[start:])], '\t'); i >= 0 {
			return s.fault(s.char(start+i), "a tab indents this line", "write spaces: YAML does not allow tabs there"), true
		}
	}
	return schema.Fault{}, false
}

// badStart finds a value that begins with a character of YAML's own.
func badStart(s spot) (schema.Fault, bool) {
	i := s.read
	for i > 0 {
		_, size := utf8.DecodeLastRuneInString(s.text[:i])
		i -= size
		if strings.IndexByte("@`%\t", s.text[i]) >= 0 {
			return s.fault(s.char(i), fmt.Sprintf("a text cannot begin with %q", s.textAt(s.char(i))), "put the text in quotes"), true
		}
		if s.text[i] == '\n' {
			break
		}
	}
	return schema.Fault{}, false
}

// colonInText finds a text with a colon in it that looks like a key, or a key
// that is indented as if it belonged to the text before it.
func colonInText(s spot) (schema.Fault, bool) {
	at := s.line()
	text := s.textAt(at)
	i := strings.LastIndex(s.text[:min(s.read, len(s.text))], ":")
	if strings.Count(text, ": ") > 1 && i >= int(at.Start) {
		return s.fault(s.char(i), "a colon stands within a text without quotes, so that what is before it looks like a key", "put the whole text in quotes"), true
	}
	return s.fault(at, "this line is indented as a part of the text before it, but looks like a key", "indent keys of the same group by the same number of spaces; put a text with a colon in quotes"), true
}

func badIndentation(s spot) (schema.Fault, bool) {
	text := strings.TrimSpace(s.textAt(s.line()))
	if strings.Contains(text, ": ") || strings.HasSuffix(text, ":") || strings.HasPrefix(text, "- ") {
		return s.fault(s.line(), "this line is indented like none before it", "indent keys of the same group by the same number of spaces, and what belongs to them by more"), true
	}
	return s.fault(s.line(), "here stands something that is no key with a value", "write key: value; if it belongs to a text, put the whole text in quotes"), true
}
