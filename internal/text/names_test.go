package text

func (k NumberKind) String() string {
	return [...]string{
		"", "count", "money", "percent", "fraction", "year", "date", "time", "ordinal", "identifier",
		"reference", "duration", "age", "phone", "list number", "coordinate", "pronoun", "modifier",
	}[k]
}

func (k HiddenKind) String() string {
	return [...]string{"", "zero-width character", "bidirectional control", "soft hyphen", "replacement character", "control character", "non-character", "invalid UTF-8", "private-use character", "separator", "Windows-1252 character"}[k]
}

func (k MarkerKind) String() string {
	return [...]string{"", "deletion", "placeholder", "retired", "template", "test"}[k]
}

func (k PersonalKind) String() string {
	return [...]string{"", "e-mail address", "phone number", "identity number"}[k]
}

func (e Ending) String() string {
	return [...]string{"none", ".", "?", "!", "…", ":", ";"}[e]
}

func (k Dangling) String() string {
	return [...]string{"", "conjunction", "preposition", "article", "comma", "slash", "hyphen", "bracket", "quotation mark", "auxiliary verb"}[k]
}
