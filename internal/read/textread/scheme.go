package textread

import (
	"regexp"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Begins reports whether an entry begins in a text.
func Begins(text string, own *regexp.Regexp) bool {
	before := ""
	for at := range lines(text, 0) {
		line := text[at.Start:at.End]
		if _, reads := (scheme{own}).header(line, before); reads == begins || exact(line) {
			return true
		}
		before = line
	}
	return false
}

// IsIdentifier reports whether a text is the identifier of an entry, be it malformed,
// and nothing else.
func IsIdentifier(text string, own *regexp.Regexp) bool {
	text = strings.TrimFunc(text, isSpace)
	if n := (scheme{own}).identifier(text); n > 0 {
		return n == len(text) && !ofIndicator.MatchString(plainIdentifier(text))
	}
	return !strings.ContainsFunc(text, isSpace) && len(text) <= maxIdentifier && composed(text) && strings.ContainsRune(text, '_')
}

// ofIndicator matches the number of an indicator: SP_D_1.2A.
var ofIndicator = regexp.MustCompile(`_\d+(\.\d+)+\pL$`)

// Divide returns the places of the identifier and the statement of a text that begins
// an entry: "KEN_D_1.1 Women vote". There may be no statement, but then there is a word before the identifier.
func Divide(text string, own *regexp.Regexp) (identifier, statement schema.Range, ok bool) {
	h, reads := (scheme{own}).header(firstLine(text), "")
	if reads != begins || !h.identifier.Known() || h.identifier == trim(text, schema.Range{End: int32(len(text))}) {
		return identifier, statement, false
	}
	if h.statement.Known() {
		h.statement.End = trim(text, schema.Range{End: int32(len(text))}).End
	}
	return h.identifier, h.statement, true
}
