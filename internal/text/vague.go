package text

import "strings"

// A Vague is a quantifier that says no number: many, plusieurs, varios.
type Vague struct {
	Span
	Phrase string // as listed: "a number of"
}

// Vague returns the vague quantifiers of a text in a known language.
func (d *Doc) Vague() []Vague {
	if d.startPart(doneVague) && d.lang != other {
		d.lexemes()
		d.findVague()
	}
	return d.vague
}

func (d *Doc) findVague() {
	v := vocabularies[d.lang]
	m := d.lex.vague[d.lang]
	for i := 0; i < len(d.words); i++ {
		if d.class(i)&cVagueFirst == 0 {
			continue
		}
		p, n := d.match(m, i)
		if n == 0 || d.precise(i, n, p.all, v.vagueNotBy) {
			continue
		}
		last := d.words[i+n-1]
		if strings.HasSuffix(p.all, "'") {
			_, elision := cutLast(p.all)
			last.End = last.Start + elided(last.Of(d.text), elision)
		}
		d.vague = append(d.vague, Vague{Span{d.words[i].Start, last.End}, p.all})
		i += n - 1
	}
}

// cutLast takes the last word off a phrase.
func cutLast(s string) (before, last string) {
	at := strings.LastIndexByte(s, ' ')
	return s[:max(at, 0)], s[at+1:]
}

// precise reports whether the quantifier at word i belongs to something that is
// not vague: how many, as many as 40, several hundred, these many.
func (d *Doc) precise(i, n int, phrase string, before []string) bool {
	single := !strings.Contains(phrase, " ")
	if single && i > 0 && blank(d.before(i)) {
		for _, b := range before {
			if d.precede(i, b) {
				return true
			}
		}
	}
	last := i + n - 1
	if strings.HasSuffix(phrase, "'") {
		return false
	}
	if last+1 >= len(d.words) {
		return strings.HasSuffix(phrase, " of") || !single
	}
	next := last + 1
	if !blank(d.after(last)) {
		gap := d.after(last)
		return single && (gap == "-" || phrase == "numerous")
	}
	c := d.class(next)
	w := d.words[next]
	switch {
	case w.Flags&Digit != 0:
		return true // quelques 40
	case c&(cScale|cMany|cCollective) != 0 && single && phrase != "quelques":
		return true // several hundred
	}
	switch phrase {
	case "many", "several", "numerous", "different", "hundreds", "thousands", "dozens", "millions":
		// A noun or "of" must follow: many of the women, many women.
		if c&(cAuxiliary|cConjunction|cPronoun) != 0 {
			return true
		}
		if phrase == "many" && (sameWord(d.word(next), "times") || sameWord(d.word(next), "ways") || sameWord(d.word(next), "more")) {
			return true
		}
		if single && strings.HasSuffix(phrase, "s") && phrase != "numerous" && phrase != "various" {
			return !sameWord(d.word(next), "of")
		}
	case "nombreux", "nombreuses", "distintos", "distintas", "différents", "différentes", "diferentes", "diversos", "diversas", "divers", "diverses", "pocos", "pocas":
		return c&(cFunction) != 0 && !partitiveWord(d.word(next))
	case "a few":
		return sameWord(d.word(next), "times")
	}
	return false
}
