package text

// A Doc is one analysed text. It is not safe for concurrent use, because its
// methods compute on first use; slices it returns belong to it.
type Doc struct {
	text string
	lang language
	lex  *lexicon

	words     []Word
	sentences []Sentence
	seen      seen

	ids      []uint16 // lexeme of each word, parallel to words
	wordIDs  []uint16 // its number in the interner, if there is one
	interner *Interner

	done       done
	numbers    []Number
	quantities []Number
	vague      []Vague
	markers    []Marker
	personal   []Personal
	markup     []Markup
	hidden     []Hidden
	mojibake   []Mojibake
	rtl        bool
	truncation Truncation
	statement  Statement
}

// done says which of the lazily computed parts exist.
type done uint16

const (
	doneLexemes done = 1 << iota
	doneNumbers
	doneVague
	doneMarkers
	donePersonal
	doneMarkup
	doneHidden
	doneMojibake
	doneTruncation
	doneStatement
	doneDirection
)

// startPart reports whether a part has not been computed yet, and marks it computed.
func (d *Doc) startPart(part done) bool {
	if d.done&part != 0 {
		return false
	}
	d.done |= part
	return true
}

// Analyse splits a text into words and sentences. The language is a BCP 47 tag
// ("en", "FR", "pt-BR"); empty or unknown tags are fine.
func Analyse(s, lang string) *Doc {
	d := new(Doc)
	d.Reset(s, lang)
	return d
}

// AnalyseWith is Analyse with the words of the texts before it, none if words is
// nil.
func AnalyseWith(words *Interner, s, lang string) *Doc {
	d := &Doc{interner: words}
	d.Reset(s, lang)
	return d
}

// Reset analyses another text in the memory of the Doc: slices that it returned
// before are no longer valid.
func (d *Doc) Reset(s, lang string) {
	d.text, d.lang, d.lex = s, languageOf(lang), theLexicon()
	d.done, d.seen = 0, 0
	d.words, d.sentences, d.ids = d.words[:0], d.sentences[:0], d.ids[:0]
	d.wordIDs = d.wordIDs[:0]
	d.numbers, d.quantities, d.vague = d.numbers[:0], d.quantities[:0], d.vague[:0]
	d.markers, d.personal, d.markup = d.markers[:0], d.personal[:0], d.markup[:0]
	d.hidden, d.mojibake = d.hidden[:0], d.mojibake[:0]
	d.truncation, d.statement = Truncation{}, Statement{}
	d.split()
	d.segment()
}

// Text returns the text as it was given.
func (d *Doc) Text() string { return d.text }

// Language returns the language the analysis used: "en", "fr", "es", "pt", or
// "" where it knows none.
func (d *Doc) Language() string { return d.lang.code() }

// Words returns all words in order.
func (d *Doc) Words() []Word { return d.words }

// Sentences returns all sentences in order. Bullets and list numbers stand
// between sentences, in none of them.
func (d *Doc) Sentences() []Sentence { return d.sentences }

// word returns the text of word i.
func (d *Doc) word(i int) string { return d.words[i].Of(d.text) }

// before returns what stands between word i and the word before it.
func (d *Doc) before(i int) string {
	if i == 0 {
		return d.text[:d.words[0].Start]
	}
	return d.text[d.words[i-1].End:d.words[i].Start]
}

// after returns what stands between word i and the next.
func (d *Doc) after(i int) string {
	if i+1 >= len(d.words) {
		return d.text[d.words[i].End:]
	}
	return d.text[d.words[i].End:d.words[i+1].Start]
}
