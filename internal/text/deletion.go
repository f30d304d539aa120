package text

import (
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/nearest"
)

// deletion looks for a marker of deletion whose first distinctive word is word i.
func (d *Doc) deletion(i int, h hint) {
	switch {
	case h&hintBe != 0 && i > 0 && i+1 < len(d.words) && blank(d.before(i)) && blank(d.after(i)):
		if sameWord(d.word(i-1), "to") {
			d.toBe(i-1, i+1)
		} else {
			d.shouldBe(i)
		}
	case h&hintIntro != 0 && i+1 < len(d.words) && blank(d.after(i)):
		d.infinitive(i)
	case h&hintDelete != 0:
		d.imperative(i)
	}
}

// toBe judges "to be deleted", words i to j.
func (d *Doc) toBe(i, j int) {
	if d.isDeletionVerb(j, deletionVerbs.english) {
		d.judge(i, j)
		return
	}
	// A word may stand between: to be permanently deleted.
	if strings.HasSuffix(d.word(j), "ly") && j+1 < len(d.words) && blank(d.after(j)) && d.isDeletionVerb(j+1, deletionVerbs.english) {
		d.judge(i, j+1)
	}
}

// shouldBe judges "This indicator should be deleted": the whole must be a
// sentence about a thing of the submission, with a demonstrative.
func (d *Doc) shouldBe(i int) {
	c := d.lex.senses[english][d.ids[i-1]].class
	if c&cAuxiliary == 0 || !blank(d.before(i-1)) || i < 3 || i+1 >= len(d.words) {
		return
	}
	if !slices.Contains([]string{"deleted", "removed", "dropped"}, strings.ToLower(d.word(i+1))) {
		return
	}
	if d.hint(i-2)&hintSubject == 0 || d.hint(i-3)&hintDemonstrative == 0 || !blank(d.before(i-2)) || d.edgeBefore(i-3) < markEdge || d.edgeAfter(i+1) == noEdge {
		return
	}
	d.accept(i-3, i+1)
}

func (d *Doc) hint(i int) hint { return d.lex.hints[d.ids[i]] }

// infinitive judges "à supprimer", "para eliminar", "a ser removido", the first
// word being word i.
func (d *Doc) infinitive(i int) {
	j := i + 1
	if w := d.words[j]; w.Len() < 3 || w.Flags&(Digit|URL|Email) != 0 {
		return
	}
	if sameWord(d.word(j), "ser") && j+1 < len(d.words) && blank(d.after(j)) {
		if d.hint(j+1)&hintDelete != 0 {
			d.judge(i, j+1)
		}
		return
	}
	// Only where the phrase is set off, measure the verb.
	if d.edgeAfter(j) == noEdge && !d.allCaps(i, j) {
		return
	}
	intro := strings.ToLower(d.word(i))
	french := intro == "à" || intro == "a"
	if french && d.isDeletionVerb(j, deletionVerbs.french) || intro != "à" && d.isDeletionVerb(j, deletionVerbs.iberian) {
		d.judge(i, j)
	}
}

// judge accepts the phrase of words i to j where it is set off from the prose:
// alone, in brackets, behind or before punctuation at an edge, in capitals.
func (d *Doc) judge(i, j int) {
	a, subject := d.subjectBefore(i)
	b := j
	for n := 0; n < 4 && b+1 < len(d.words) && blank(d.after(b)) && (d.hint(b+1)&(hintFiller|hintSubject) != 0 || d.words[b+1].Flags&Numeral != 0 || d.words[b+1].Flags&Code != 0); n++ {
		b++
	}
	left, right := d.edgeBefore(a), d.edgeAfter(j)
	if right == noEdge && b > j && d.edgeAfter(b) != noEdge && !d.prepositional(j+1, b) {
		right = d.edgeAfter(b)
	} else {
		b = j
	}
	inside := left == bracketEdge || right == bracketEdge
	switch {
	case left >= markEdge && right >= markEdge, inside && left != noEdge && right != noEdge:
		d.accept(a, b)
	case d.allCaps(i, j) && d.words[i].Flags&Digit == 0 && (right >= commaEdge || left >= commaEdge || subject && d.allCaps(a, j)) && d.mixedCase(a, b):
		if subject && d.allCaps(a, j) {
			d.accept(a, j)
		} else {
			d.accept(i, j)
		}
	case subject && left >= markEdge && right == noEdge && j+1 < len(d.words) && d.hint(j+1)&hintReason != 0:
		d.accept(a, j)
	case subject && right >= markEdge && left != noEdge && a < i:
		d.accept(a, b)
	}
}

// prepositional reports whether words i to j begin a phrase of prose, as in "to be
// removed from the list".
func (d *Doc) prepositional(i, j int) bool {
	return slices.ContainsFunc(d.words[i:j+1], func(w Word) bool {
		word := strings.ToLower(w.Of(d.text))
		return word == "from" || word == "in"
	})
}

// mixedCase reports whether not all words around the words i to j are in capitals
// too.
func (d *Doc) mixedCase(i, j int) bool {
	for n, w := range d.words {
		if (n < i || n > j) && w.Flags&(Lower|Capitalised) != 0 && w.Len() > 2 {
			return true
		}
	}
	return i == 0 && j == len(d.words)-1
}

// subjectBefore walks back from word i over the thing that is to be deleted:
// OUTCOME, this duplicate entry, MLI_D_1.3.
func (d *Doc) subjectBefore(i int) (first int, ok bool) {
	first = i
	for n := 0; n < 5 && first > 0 && blank(d.before(first)); n++ {
		w := d.words[first-1]
		h := d.hint(first - 1)
		switch {
		case h&hintSubject != 0, w.Flags&Code != 0:
			ok = true
		case h&hintFiller != 0, w.Flags&Numeral != 0:
		default:
			if !ok {
				return i, false
			}
			return first, ok
		}
		first--
	}
	if !ok {
		return i, false
	}
	return first, ok
}

// accept marks words i to j, with the bracket that they fill.
func (d *Doc) accept(i, j int) {
	span := Span{d.words[i].Start, d.words[j].End}
	if b, ok := d.bracket(i, j); ok && d.fills(b, i, j) {
		span = b
	}
	d.mark(Marker{Span: span, Kind: Deletion})
}

// fills reports whether a marker is at least half of its bracket, which is then
// marked whole.
func (d *Doc) fills(b Span, i, j int) bool {
	return 2*(d.words[j].End-d.words[i].Start) >= b.Len()-2
}

// imperative judges "delete this line", "(deleted)", "DELETE".
func (d *Doc) imperative(i int) {
	word := strings.ToLower(d.word(i))
	left, right := d.edgeBefore(i), d.edgeAfter(i)
	a := i
	if left == noEdge && i > 0 && d.hint(i-1)&hintPolite != 0 {
		a = i - 1
		if sameWord(d.word(a), "favor") && a > 0 {
			a--
		}
		left = d.edgeBefore(a)
	}
	switch word {
	case "delete", "deleted", "supprimer", "supprimé", "supprimée", "effacer", "eliminar", "eliminado", "eliminada", "borrar", "borrado",
		"excluir", "excluído", "apagar", "apagado", "remover", "removido":
	case "remove":
		if a == i && right != noEdge {
			return
		}
	default:
		return
	}
	alone := left == bracketEdge && right == bracketEdge || left == textEdge && right == textEdge ||
		d.allCaps(i, i) && (left >= lineEdge && right >= markEdge || right == textEdge && left >= markEdge)
	if alone {
		d.accept(a, i)
		return
	}
	if left < markEdge || right != noEdge || i+1 >= len(d.words) || strings.HasSuffix(word, "d") || strings.HasSuffix(word, "é") || strings.HasSuffix(word, "o") {
		return
	}
	j := i + 1
	if d.hint(j)&hintDemonstrative == 0 && !(a < i && d.hint(j)&hintFiller != 0) {
		if a < i && d.hint(j)&hintSubject != 0 {
			d.accept(a, j)
		}
		return
	}
	if d.edgeAfter(j) >= markEdge { // delete this
		d.accept(a, j)
		return
	}
	for n := j + 1; n < len(d.words) && n <= j+2 && blank(d.before(n)); n++ {
		if d.hint(n)&hintSubject != 0 {
			d.accept(a, n)
			return
		}
	}
}

// isDeletionVerb reports whether word i is a verb of the list or a misspelling of
// one: two edits at most, the same first letter, and no word of its own.
func (d *Doc) isDeletionVerb(i int, verbs []string) bool {
	word := d.word(i)
	if len(word) < 5 || len(word) > 14 {
		return false
	}
	if slices.ContainsFunc(verbs, func(v string) bool { return strings.EqualFold(v, word) }) {
		return true
	}
	if d.hint(i)&hintDelete != 0 {
		return false // right, but not of this shape
	}
	low := strings.ToLower(word)
	misspelt := slices.ContainsFunc(verbs, func(v string) bool {
		limit := 2
		if len(v) < 7 {
			limit = 1
		}
		return low[0] == v[0] && nearest.Distance([]byte(low), []byte(v), limit) <= limit
	})
	return misspelt && !strings.Contains(nearDeletion, " "+low+" ")
}
