package text

import "strings"

// language indexes the vocabularies.
type language uint8

const (
	other language = iota
	english
	french
	spanish
	portuguese
	languages // how many there are
)

func (l language) code() string {
	return [...]string{"", "en", "fr", "es", "pt"}[l]
}

// languageOf returns the language of a tag.
func languageOf(tag string) language {
	switch primary(tag) {
	case "en":
		return english
	case "fr":
		return french
	case "es":
		return spanish
	case "pt":
		return portuguese
	}
	return other
}

// Analysed reports whether texts in the language of a tag are analysed in all respects.
func Analysed(tag string) bool { return languageOf(tag) != other }

// primary returns the primary subtag of a language tag, if it has two letters.
func primary(tag string) string {
	if len(tag) < 2 || len(tag) > 2 && tag[2] != '-' && tag[2] != '_' {
		return ""
	}
	return strings.ToLower(tag[:2])
}
