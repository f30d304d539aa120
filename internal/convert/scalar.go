package convert

import (
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// scalar writes a text so that every reader of YAML, of whatever version, reads
// a text, and exactly this one: plain where that is safe, as a block where it has
// several lines, else in quotes.
func scalar(s, indent string) string {
	switch {
	case strings.ContainsFunc(s, unprintable):
		return doubleQuoted(s)
	case strings.Contains(s, "\n"):
		if text, ok := block(s, indent); ok {
			return text
		}
		return doubleQuoted(s)
	case plain(s):
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}

// unprintable reports whether a character may not stand in YAML as it is, or is taken
// for a line break by some reader without being the line feed.
func unprintable(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r >= 0x7F && r < 0xA0 ||
		r == 0x2028 || r == 0x2029 || r == 0xFEFF || r == 0xFFFD || r == 0xFFFE || r == 0xFFFF
}

// plain reports whether a text is safe without quotes.
func plain(s string) bool {
	if s == "" || s != strings.TrimSpace(s) || strings.ContainsAny(s[:1], "-?:,[]{}#&*!|>'\"%@`=<~") ||
		strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.Contains(s, "\t") || s[len(s)-1] == ':' {
		return false
	}
	if numeric.MatchString(s) {
		return false
	}
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off":
		return false
	}
	return (&yaml.Node{Kind: yaml.ScalarNode, Value: s}).ShortTag() == "!!str"
}

// numeric finds what some version of YAML takes for a number, date or time of day.
var numeric = regexp.MustCompile(`^[-+.0-9][-+.:_, 0-9eExXoObBTtZa-fA-F]*$`)

// block writes a text of several lines as they are; false where that would not
// be exact.
func block(s, indent string) (string, bool) {
	if strings.ContainsAny(s[:1], " \t\n") || strings.HasSuffix(s, "\n\n") {
		return "", false
	}
	var b strings.Builder
	b.WriteString("|")
	text, ended := strings.CutSuffix(s, "\n")
	if !ended {
		b.WriteString("-")
	}
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString("\n")
		if line != "" {
			b.WriteString(indent + line)
		}
	}
	return b.String(), true
}

var shortEscapes = map[rune]string{'"': `\"`, '\\': `\\`, '\n': `\n`, '\t': `\t`, '\r': `\r`}

func doubleQuoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		short, special := shortEscapes[r]
		switch {
		case special:
			b.WriteString(short)
		case !unprintable(r):
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02X`, r)
		default:
			fmt.Fprintf(&b, `\u%04X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
