package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible makes text from the data fit for a terminal or a log: control
// characters, bidirectional controls and other characters without a shape of
// their own are written out ("\u202e"), so that data can't move the cursor,
// change colours or hide what stands beside it. Tabs and line ends become
// spaces. "##[" is broken up: GitHub's runner takes it for a command wherever
// it stands in a log.
func Visible(s string) string {
	if strings.Contains(s, "##[") {
		s = strings.ReplaceAll(s, "##[", `#\u0023[`)
	}
	if !strings.ContainsFunc(s, unsafeRune) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			b.WriteByte(' ')
		case unsafeRune(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// lineStart makes text visible that begins a line, where "::" is a command to
// GitHub's runner.
func lineStart(s string) string {
	s = Visible(s)
	if trimmed := strings.TrimSpace(s); strings.HasPrefix(trimmed, "::") {
		return `\u003a` + trimmed[1:]
	}
	return s
}

// unsafeRune reports whether a character acts on a terminal rather than shows
// on it.
// The zero-width joiners are part of several scripts and stay.
func unsafeRune(r rune) bool {
	switch {
	case r < 0x20 || r == utf8.RuneError:
		return true
	case r < 0x7f:
		return false
	case r == '\u200c' || r == '\u200d':
		return false
	case r == '\u00ad' || r == '\u2028' || r == '\u2029':
		return true
	case r&0xfffe == 0xfffe: // no characters, which XML and some readers of logs refuse
		return true
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r)
}
