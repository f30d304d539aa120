package text

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

// languageOf reads the primary subtag of a language tag.
func languageOf(tag string) language {
	if len(tag) < 2 || len(tag) > 2 && tag[2] != '-' && tag[2] != '_' {
		return other
	}
	switch [2]byte{tag[0] | 0x20, tag[1] | 0x20} {
	case [2]byte{'e', 'n'}:
		return english
	case [2]byte{'f', 'r'}:
		return french
	case [2]byte{'e', 's'}:
		return spanish
	case [2]byte{'p', 't'}:
		return portuguese
	}
	return other
}
