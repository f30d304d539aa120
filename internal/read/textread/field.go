package textread

import (
	"strings"

	"github.com/iatilint/iatilint/internal/read/sheet"
)

// maxField is how long the name of a field may be, in bytes.
const maxField = 60

// field returns what the name that a line begins with says that follows, in a text
// that was a form: title or description, "" for anything else. value is where that begins.
func field(line string) (of string, value int) {
	name := line[:min(len(line), maxField)]
	value = len(line)
	if end := strings.IndexAny(name, ":：\t"); end >= 0 {
		name, value = name[:end], end+ornament(line[end:])
	} else if value > len(name) {
		return "", 0
	}
	path := strings.TrimPrefix(sheet.PartOf(name), "result/")
	of, _, _ = strings.Cut(path, "/")
	alone := value == len(line) && !strings.ContainsAny(line, ":：")
	switch {
	case of == "description", of == "title" && !(alone && len(strings.Fields(name)) == 1): // "Title" may be one
		return of, value
	}
	return "", 0
}
