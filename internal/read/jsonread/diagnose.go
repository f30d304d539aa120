package jsonread

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/iatilint/iatilint/schema"
)

// diagnose words what is wrong with JSON at a byte of a text, and what most
// likely led to it.
func diagnose(text string, at int, err error) schema.Fault {
	s := spot{text: text, at: min(max(at, 0), len(text)), reason: err.Error()}
	s.ended = errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) || s.at >= len(strings.TrimRight(text, " \t\r\n"))
	for s.at < len(text) && strings.IndexByte(" \t\r\n", text[s.at]) >= 0 {
		s.at++
	}
	for _, cause := range causes {
		if f, ok := cause(s); ok {
			return f
		}
	}
	return s.fault(s.here(), fmt.Sprintf("%q stands where JSON has no place for it", s.char()), "look at what stands before it: a quote, a comma or a bracket is often missing there")
}

// spot is where a text stops being JSON.
type spot struct {
	text   string
	at     int
	reason string // in the decoder's words
	ended  bool
}

func (s spot) fault(at schema.Range, message, hint string) schema.Fault {
	return schema.Fault{Kind: schema.NotWellFormed, Unread: true, At: at, Message: message, Hint: hint}
}

func (s spot) here() schema.Range {
	if s.at == len(s.text) {
		return schema.Range{Start: int32(max(s.at-1, 0)), End: int32(max(s.at, 1))}
	}
	_, size := utf8.DecodeRuneInString(s.text[s.at:])
	return schema.Range{Start: int32(s.at), End: int32(s.at + size)}
}

func (s spot) char() string {
	at := s.here()
	return s.text[at.Start:min(int(at.End), len(s.text))]
}

// before returns the last byte before the spot that is no white space, and where it is.
func (s spot) before() (byte, int) {
	trimmed := strings.TrimRight(s.text[:s.at], " \t\r\n")
	if trimmed == "" {
		return 0, -1
	}
	return trimmed[len(trimmed)-1], len(trimmed) - 1
}

// causes are tried in order: the more special before the more general.
var causes = []func(spot) (schema.Fault, bool){
	depth, openText, brokenEscape, cutOff, strayComma, comment, singleQuote, curlyQuote,
	missingComma, missingColon, wrongBracket, badNumber, bareWord,
}

func depth(s spot) (schema.Fault, bool) {
	return s.fault(s.here(), "more than 10,000 brackets are open at once", "no submission needs that; export it again"),
		strings.Contains(s.reason, "max depth")
}

// openText finds a text whose closing quote is missing: it runs into the end of
// its line, or of the file.
func openText(s spot) (schema.Fault, bool) {
	start := openQuote(s.text[:s.at])
	if start < 0 {
		return schema.Fault{}, false
	}
	line := int32(start + len(firstLine(s.text[start:])))
	at := schema.Range{Start: int32(start), End: line}
	switch {
	case s.ended:
		return s.fault(at, "the text that begins here never ends", `write the closing quote (") at its end`), true
	case s.text[s.at] == '\n' || s.text[s.at] == '\r':
		return s.fault(at, "the text that begins here has no closing quote on its line", `write the closing quote ("); a line break within a text is written \n`), true
	case s.text[s.at] < ' ':
		return s.fault(s.here(), "a tab or another control character stands in a text", `write a tab as \t, a line break as \n`), true
	}
	return schema.Fault{}, false
}

// openQuote returns where a text begins that is open at the end of s, or -1.
func openQuote(s string) int {
	open := -1
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && open >= 0:
			i++
		case s[i] == '"' && open >= 0:
			open = -1
		case s[i] == '"':
			open = i
		}
	}
	return open
}

func firstLine(s string) string {
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		return s[:i]
	}
	return s
}

func brokenEscape(s spot) (schema.Fault, bool) {
	if !strings.Contains(s.reason, "escape") && !strings.Contains(s.reason, "surrogate") {
		return schema.Fault{}, false
	}
	at := s.here()
	end := int(at.Start)
	for end < len(s.text) && end < int(at.Start)+6 && s.text[end] != '"' && s.text[end] > ' ' {
		_, size := utf8.DecodeRuneInString(s.text[end:])
		end += size
	}
	at.End = int32(max(end, int(at.End)))
	raw := s.text[at.Start:at.End]
	if strings.HasPrefix(raw, `\u`) && len(raw) == 6 {
		return s.fault(at, fmt.Sprintf("%s is half of a character", raw), "write the character itself; the export cut it in two"), true
	}
	return s.fault(at, fmt.Sprintf("a backslash before %q means nothing in JSON", strings.TrimPrefix(raw, `\`)), `write \\ for a backslash`), true
}

func cutOff(s spot) (schema.Fault, bool) {
	if !s.ended {
		return schema.Fault{}, false
	}
	f := s.fault(s.here(), "the file ends too early", "it was probably cut off on the way; export it again")
	if at, open := openBracket(s.text); open {
		closing := closingOf[s.text[at]]
		f.Message = fmt.Sprintf("the file ends too early: %q is never closed", s.text[at:at+1])
		f.Hint = fmt.Sprintf("if the rest is there, write %s at the end; else the file was cut off on the way: export it again", closing)
		f.Related = []schema.RelatedPlace{{At: schema.Range{Start: int32(at), End: int32(at + 1)}, Message: "opened here"}}
	}
	return f, true
}

var closingOf = map[byte]string{'{': "}", '[': "]"}

// openBracket returns the innermost bracket of a text that is not closed.
func openBracket(s string) (int, bool) {
	var open []int
	quoted := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			open = append(open, i)
		case (c == '}' || c == ']') && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	if len(open) == 0 {
		return 0, false
	}
	return open[len(open)-1], true
}

func strayComma(s spot) (schema.Fault, bool) {
	c, at := s.before()
	place := schema.Range{Start: int32(at), End: int32(at + 1)}
	closing := strings.IndexByte("}]", s.text[s.at]) >= 0
	switch {
	case c == ',' && closing:
		return s.fault(place, fmt.Sprintf("there is a comma before the closing %q", s.char()), "remove the comma: it stands between two things, not after the last"), true
	case s.text[s.at] == ',' && (c == ',' || c == '{' || c == '['):
		return s.fault(s.here(), "there is a comma with nothing before it", "remove it"), true
	}
	return schema.Fault{}, false
}

func comment(s spot) (schema.Fault, bool) {
	c := s.text[s.at]
	return s.fault(s.here(), "JSON has no comments", "remove the comment, or keep the file as YAML, which has them (#)"),
		c == '#' || strings.HasPrefix(s.text[s.at:], "//") || strings.HasPrefix(s.text[s.at:], "/*")
}

func singleQuote(s spot) (schema.Fault, bool) {
	return s.fault(s.here(), "a text begins with a single quote", `write double quotes (")`), s.text[s.at] == '\''
}

func curlyQuote(s spot) (schema.Fault, bool) {
	return s.fault(s.here(), fmt.Sprintf("a text begins with a typographic quote (%s)", s.char()), `write straight quotes ("); word processors change them`),
		s.text[s.at] >= utf8.RuneSelf && slices.Contains([]string{"“", "”", "„", "«", "»", "‘", "’", "‚"}, s.char())
}

// missingComma finds two values side by side.
func missingComma(s spot) (schema.Fault, bool) {
	c, at := s.before()
	ends := c == '"' || c == '}' || c == ']' || c >= '0' && c <= '9' || c == 'e' || c == 'l'
	starts := strings.IndexByte(`"{[-0123456789`, s.text[s.at]) >= 0
	return s.fault(schema.Range{Start: int32(at), End: int32(at + 1)}, "a comma is missing after this", `write a comma (,) between two values; a quote (") within a text is written \"`),
		ends && starts && !strings.Contains(s.reason, "after object name")
}

func missingColon(s spot) (schema.Fault, bool) {
	c, at := s.before()
	return s.fault(schema.Range{Start: int32(at), End: int32(at + 1)}, "a colon is missing after this name", `write it as "name": value`),
		c == '"' && strings.Contains(s.reason, "after object name")
}

func wrongBracket(s spot) (schema.Fault, bool) {
	if strings.IndexByte("}]", s.text[s.at]) < 0 {
		return schema.Fault{}, false
	}
	if c, at := s.before(); c == ':' {
		return s.fault(schema.Range{Start: int32(at), End: int32(at + 1)}, "the value after this colon is missing", `write the value, or "" for none`), true
	}
	at, open := openBracket(s.text[:s.at])
	if !open {
		return s.fault(s.here(), fmt.Sprintf("this %q closes nothing", s.char()), "remove it, or add the bracket that it should close"), true
	}
	f := s.fault(s.here(), fmt.Sprintf("%q stands where %q is still open", s.char(), s.text[at:at+1]), "close the inner bracket first: "+closingOf[s.text[at]])
	f.Related = []schema.RelatedPlace{{At: schema.Range{Start: int32(at), End: int32(at + 1)}, Message: "opened here"}}
	return f, true
}

func badNumber(s spot) (schema.Fault, bool) {
	start := len(strings.TrimRight(s.text[:s.at], "+-.0123456789eE"))
	end := len(s.text) - len(strings.TrimLeft(s.text[s.at:], "+-.0123456789eE%"))
	word := s.text[start:end]
	if !strings.ContainsAny(word, "0123456789") {
		return schema.Fault{}, false
	}
	return s.fault(schema.Range{Start: int32(start), End: int32(end)}, fmt.Sprintf("%s is no number as JSON writes it", word),
		fmt.Sprintf(`write digits with a point for the fraction and no zero in front, or put it in quotes: "%s"`, word)), true
}

// bareWord finds a word without quotes: a name, or what other languages write
// for nothing, yes and no.
func bareWord(s spot) (schema.Fault, bool) {
	start := len(strings.TrimRightFunc(s.text[:s.at], isWordRune))
	end := len(s.text) - len(strings.TrimLeftFunc(s.text[s.at:], isWordRune))
	if start == end {
		return schema.Fault{}, false
	}
	word := s.text[start:end]
	hint := fmt.Sprintf(`put it in quotes: "%s"`, word)
	switch strings.ToLower(word) {
	case "nan", "infinity", "inf", "undefined", "none", "nil", "null":
		hint = "leave the whole key out where there is no value"
	case "true", "false":
		hint = "write " + strings.ToLower(word)
	}
	return s.fault(schema.Range{Start: int32(start), End: int32(end)}, fmt.Sprintf("%q stands without quotes", word), hint), true
}

func isWordRune(r rune) bool {
	return r|0x20 >= 'a' && r|0x20 <= 'z' || r == '_' || r >= utf8.RuneSelf || r >= '0' && r <= '9' || r == '-'
}

// trailing returns the fault of what follows the end of the submission.
func trailing(source *schema.Source) schema.Fault {
	at := len(source.Text) - len(strings.TrimLeft(source.Text, " \t\r\n"))
	s := spot{text: source.Text, at: min(at, len(source.Text)-1)}
	return s.fault(s.here(), "the submission has ended, but something follows it", "remove it, or put all entries into one list in [ ], with a comma between")
}
