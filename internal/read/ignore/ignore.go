// Package ignore reads and writes suppressions: comments of the form
// "iatilint-ignore RULE[,RULE] [until DATE] reason".
package ignore

import (
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/schema"
)

// The words that such a comment begins with, and the key of the same meaning in
// JSON and YAML, and the header of the column in tables.
const (
	Word     = "iatilint-ignore"
	FileWord = "iatilint-ignore-file"
	Key      = "x-iatilint-ignore"
	Column   = "iatilint-ignore"
)

// Comment reads a comment; false if it is no suppression.
func Comment(text string) (schema.Suppression, bool) {
	text = strings.TrimFunc(text, unicode.IsSpace)
	if rest, ok := cutWord(text, FileWord); ok {
		s := Parse(rest)
		s.WholeFile = true
		return s, true
	}
	if rest, ok := cutWord(text, Word); ok {
		return Parse(rest), true
	}
	return schema.Suppression{}, false
}

func cutWord(text, word string) (string, bool) {
	rest, ok := strings.CutPrefix(text, word)
	if !ok || rest != "" && !strings.HasPrefix(rest, ":") && strings.TrimLeftFunc(rest, unicode.IsSpace) == rest {
		return "", false
	}
	return strings.TrimPrefix(rest, ":"), true
}

// Parse reads the text behind the word, the value of the key, or a cell of the column:
// rules, then perhaps a date, then the reason.
func Parse(text string) schema.Suppression {
	var s schema.Suppression
	words := strings.Fields(strings.Clone(text)) // it outlives the entry
	for more := true; more && len(words) > 0; words = words[1:] {
		word := words[0]
		more = strings.HasSuffix(word, ",") || len(words) > 1 && strings.HasPrefix(words[1], ",")
		for rule := range strings.SplitSeq(word, ",") {
			if rule = strings.TrimRight(rule, ":"); rule != "" {
				s.Rules = append(s.Rules, rule)
			}
		}
	}
	if len(words) > 1 && words[0] == "until" {
		if day, ok := schema.ParseDate(strings.TrimRight(words[1], ":;,.")); ok {
			s.Until = day
			words = words[2:]
		}
	}
	s.Reason = strings.TrimLeft(strings.Join(words, " "), "-–—:;,. ")
	return s
}

// Text writes a suppression so that Parse reads it.
func Text(s *schema.Suppression) string {
	text := strings.Join(s.Rules, ",")
	if text == "" && (s.Reason != "" || !s.Until.IsZero()) {
		text = ":" // or the reason's first word would be a rule
	}
	reason := s.Reason
	if !s.Until.IsZero() {
		text += " until " + s.Until.String()
	} else if reason == "until" || strings.HasPrefix(reason, "until ") {
		text += " -"
	}
	if reason != "" {
		text += " " + reason
	}
	return text
}
