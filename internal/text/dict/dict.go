// Package dict holds the word lists of English (American and British), French,
// Spanish and Portuguese (European and Brazilian), and reads those of users.
//
// The lists are finite state transducers that are searched as they lie in the
// program; nothing is unpacked, and a language costs nothing until it is used.
// They are made from Hunspell dictionaries: see NOTICE.md and gen.
package dict

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/vellum"
)

//go:generate go run ./gen

// A Dict is the word list of one language. It is safe for concurrent use.
type Dict struct {
	fst     *vellum.FST
	letters []rune   // what an edit may put into a word
	spelt   []string // the same as strings
	readers sync.Pool
}

// Languages returns the codes that For knows.
func Languages() []string { return []string{"en", "fr", "es", "pt"} }

// For returns the word list for a language code; region subtags and case are
// disregarded (EN, pt-BR).
func For(lang string) (*Dict, bool) {
	if len(lang) < 2 || len(lang) > 2 && lang[2] != '-' && lang[2] != '_' {
		return nil, false
	}
	list, ok := lists[strings.ToLower(lang[:2])]
	if !ok {
		return nil, false
	}
	return list(), true
}

var (
	//go:embed data/en.fst
	englishData []byte
	//go:embed data/fr.fst
	frenchData []byte
	//go:embed data/es.fst
	spanishData []byte
	//go:embed data/pt.fst
	portugueseData []byte
)

const ascii = "abcdefghijklmnopqrstuvwxyz"

var lists = map[string]func() *Dict{
	"en": sync.OnceValue(func() *Dict { return load(englishData, ascii+"'") }),
	"fr": sync.OnceValue(func() *Dict { return load(frenchData, ascii+"'àâäçéèêëîïôöùûüœæ") }),
	"es": sync.OnceValue(func() *Dict { return load(spanishData, ascii+"áéíóúüñ") }),
	"pt": sync.OnceValue(func() *Dict { return load(portugueseData, ascii+"áàâãçéêíóôõúü") }),
}

func load(data []byte, letters string) *Dict {
	fst, err := vellum.Load(data)
	if err != nil {
		panic("embedded word list: " + err.Error()) // impossible in a tested build
	}
	d := &Dict{fst: fst, letters: []rune(letters), spelt: strings.Split(letters, "")}
	d.readers.New = func() any {
		r, err := fst.Reader()
		if err != nil {
			panic("embedded word list: " + err.Error())
		}
		return r
	}
	return d
}

// Lookup finds a word as it is written; the apostrophe is ' (U+0027).
func (d *Dict) Lookup(word string) (Value, bool) {
	var buffer [64]byte
	r := d.readers.Get().(*vellum.Reader)
	v, found, _ := r.Get(append(buffer[:0], word...))
	d.readers.Put(r)
	return Value(v), found
}

// Has reports whether the word is known, allowing what a sentence start or a
// heading does to it: Word for word, WORD for word or Word.
func (d *Dict) Has(word string) bool {
	_, found := d.Find(word)
	return found
}

// Find is Has that also returns what is said about the word.
func (d *Dict) Find(word string) (Value, bool) {
	if v, found := d.Lookup(word); found {
		return v, true
	}
	first, size := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) {
		return 0, false
	}
	lower := strings.ToLower(word)
	if v, found := d.Lookup(lower); found {
		return v, true
	}
	if strings.ToUpper(word) == word && size < len(word) {
		return d.Lookup(word[:size] + strings.ToLower(word[size:]))
	}
	return 0, false
}
