package spell

// language indexes the tables of this package.
type language uint8

const (
	english language = iota
	french
	spanish
	portuguese
	languageCount
)

var languages = map[string]language{"en": english, "fr": french, "es": spanish, "pt": portuguese}
