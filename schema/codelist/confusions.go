package codelist

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed confusions.txt
var confusionsTable string

// confusions maps, list by list, what is often written to the code meant.
var confusions = sync.OnceValue(func() map[string]map[string]string {
	table := make(map[string]map[string]string)
	var list map[string]string
	for line := range strings.Lines(confusionsTable) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if name, ok := strings.CutPrefix(line, "["); ok {
			list = make(map[string]string)
			table[strings.TrimSuffix(name, "]")] = list
			continue
		}
		code, wrong, _ := strings.Cut(line, ":")
		for word := range strings.FieldsSeq(wrong) {
			list[word] = strings.TrimSpace(code)
		}
	}
	return table
})

// confused looks the text up among the known confusions of the list; a
// language also loses its region ("en-GB") and a file name its leading part.
func (l *List) confused(text string) (Code, bool) {
	text = strings.ToLower(text)
	candidates := []string{text}
	switch l.name {
	case "Language":
		base, _, _ := strings.Cut(strings.ReplaceAll(text, "_", "-"), "-")
		candidates = append(candidates, base)
	case "FileFormat":
		text, _, _ = strings.Cut(text, ";") // text/html; charset=utf-8
		text = strings.TrimSpace(text)
		candidates = append(candidates, text)
		if dot := strings.LastIndexByte(text, '.'); dot >= 0 {
			candidates = append(candidates, text[dot+1:])
		}
		if slash := strings.LastIndexByte(text, '/'); slash >= 0 {
			candidates = append(candidates, text[slash+1:])
		}
	}
	for _, candidate := range candidates {
		if entry, ok := l.Lookup(candidate); ok {
			return entry, true
		}
		if entry, ok := l.Lookup(confusions()[l.name][candidate]); ok {
			return entry, true
		}
	}
	return Code{}, false
}
