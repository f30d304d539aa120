package prose

import (
	"strings"

	"github.com/cespare/xxhash/v2"

	"github.com/iatilint/iatilint/internal/text"
	"github.com/iatilint/iatilint/internal/text/lang"
	"github.com/iatilint/iatilint/internal/text/spell"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// DoubtfulWords returns the words of a narrative that may be one of two spellings.
func DoubtfulWords(env *lint.Environment, n *schema.Narrative) []text.Span {
	c := cacheOf(env)
	key := c.spellingKey(env, n)
	if c.undoubted == nil || key == 0 {
		return analysed(env, n).spellChecked(env).doubtful
	}
	undoubted := &c.undoubted[key%maxUndoubted]
	if *undoubted == key {
		return nil
	}
	words := analysed(env, n).spellChecked(env).doubtful
	if len(words) == 0 {
		*undoubted = key
	}
	return words
}

// spellingKey returns a hash of all that the spelling of a narrative depends on, and
// 0 where its language depends on what surrounds it.
func (c *cache) spellingKey(env *lint.Environment, n *schema.Narrative) uint64 {
	if n.Lang == "" && env.Language == "" {
		return 0
	}
	return c.spelling.get(c.entry, n, func() uint64 { return max(mix(mix(xxhash.Sum64String(n.Value), n.Lang), env.Language), 1) })
}

const prime = 0x9e3779b185ebca87

func mix(h uint64, s string) uint64 {
	h = (h ^ uint64(len(s))) * prime
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * prime
	}
	return h ^ h>>29
}

// spellChecked returns the analysis with what is wrong with the words of the text.
func (a *analysis) spellChecked(env *lint.Environment) *analysis {
	if !a.spelt {
		a.spelling, a.spelt = a.scan(env), true
	}
	return a
}

func (a *analysis) scan(env *lint.Environment) []spell.Finding {
	doc := a.doc
	scanner, ok := cacheOf(env).scanner(env, doc.Language())
	if !ok {
		return nil
	}
	words := func(yield func(spell.Word) bool) {
		for i, w := range doc.Words() {
			if !w.Has(text.Numeral) && !yield(spell.Word{Start: w.Start, End: w.End, ID: doc.WordID(i)}) {
				return
			}
		}
	}
	var found []spell.Finding
	scanner.Scan(doc.Text(), words, func(f spell.Finding) { found = append(found, f) },
		func(start, end int) { a.doubtful = append(a.doubtful, text.Span{Start: start, End: end}) })
	if len(found) == 0 || a.otherLanguage(env) != "" {
		return nil
	}
	kept := found[:0]
	for _, f := range found {
		at := text.Span{Start: f.Start, End: f.End}
		if covered(doc, at) {
			continue
		}
		standing := standingOf(env, doc, at)
		if standing == lang.Foreign {
			continue
		}
		f.Certain = f.Certain && standing == lang.Certain
		kept = append(kept, f)
	}
	return kept
}

// standingOf returns what the phrase around a span is, beside the language that the
// text is read in.
func standingOf(env *lint.Environment, doc *text.Doc, at text.Span) lang.Standing {
	phrase := doc.Phrase(at)
	return Detector(env).Standing(doc.Language(), doc.Text()[phrase.Start:at.Start], doc.Text()[at.End:phrase.End])
}

// cutWord reports whether a span is the last word of a text that breaks off: half
// a word is no misspelling.
func cutWord(doc *text.Doc, s text.Span) bool {
	t := doc.Truncation()
	return !t.Closed && s.Overlaps(t.Last) && (t.Limit > 0 || t.Cut == text.LikelyCut)
}

// covered reports whether another rule reports a span of the text.
func covered(doc *text.Doc, s text.Span) bool {
	if cutWord(doc, s) {
		return true
	}
	for _, m := range doc.Markers() {
		if m.Overlaps(s) {
			return true
		}
	}
	for _, m := range doc.Markup() {
		if m.Overlaps(s) {
			return true
		}
	}
	for _, m := range doc.Mojibake() {
		if m.Overlaps(s) {
			return true
		}
	}
	return strings.ContainsRune(s.Of(doc.Text()), '\uFFFD')
}
