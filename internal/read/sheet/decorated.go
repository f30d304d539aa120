package sheet

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// readings returns the texts that a header may be, as it is written first, then with
// less and less of what people put around the name of a column: hints in brackets, a
// number before it, words that say how to fill it in. Several texts of one reading
// stand beside each other in the header: Title / Titre.
func readings(header string) [][]string {
	if labelled.MatchString(header) {
		return [][]string{{header}}
	}
	header = unnumbered(header)
	bare := withoutBrackets(header, false)
	parts := between.Split(bare, -1)
	list := [][]string{{header}, {withoutBrackets(header, true)}, {bare}, parts}
	plain := []string{unqualified(bare)}
	if len(parts) > 1 {
		list = append(list, plain)
		plain = nil
		for _, part := range parts {
			plain = append(plain, unqualified(part))
		}
	}
	return append(list, plain)
}

// unnumbered returns a header without the number of its column.
func unnumbered(header string) string {
	return strings.TrimSpace(numbering.ReplaceAllString(header, ""))
}

var (
	// numbering is the number of a column before its name: 1. a) 2.3 Q4: III) #5.
	numbering = regexp.MustCompile(`(?i)^[\s*]*(?:(?:q|no\.?|nr\.?|n[°º]|#|col(?:umn|onne|umna|una)?)?\s*\d{1,2}(?:\.\d{1,2})*\s*[.):\s–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s*`)
	// labelled is a code with its label, which is no header: 1 - Output.
	labelled = regexp.MustCompile(`^\s*[A-Za-z]?\d{1,4}\s+[-–—]\s`)
	// between is what stands between the names of a column.
	between = regexp.MustCompile(`\s*[/|\n;:]\s*|\s+(?:[-–—]|or|ou|oder|o)\s+`)
	// notes are the marks of footnotes and of columns that must be filled in.
	notes  = strings.NewReplacer("¹", "", "²", "", "³", "", "⁴", "", "†", "", "‡", "", "§", "", "*", "")
	years4 = regexp.MustCompile(`(?:19|20)\d\d`)
)

// withoutBrackets returns a header without the marks of footnotes and what stands in
// brackets, of which years may be kept.
func withoutBrackets(header string, years bool) string {
	var b strings.Builder
	depth, opened := 0, 0
	for i, r := range header {
		switch {
		case strings.ContainsRune("([{<（【", r):
			if depth++; depth == 1 {
				opened = i
			}
		case strings.ContainsRune(")]}>）】", r) && depth > 0:
			if depth--; depth == 0 && years && !namesLength(header[opened:i]) {
				b.WriteString(" " + strings.Join(years4.FindAllString(header[opened:i], -1), "-") + " ")
			}
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(notes.Replace(b.String()))
}

// unqualified returns the words of a header without those that only say how the
// column is to be filled in, or which of its kind it is.
func unqualified(header string) string {
	long := namesLength(header)
	return strings.Join(slices.DeleteFunc(plainWords(header), func(w string) bool {
		return qualifiers()[w] || lengths()[w] || long && isNumber(w)
	}), " ")
}

// namesLength reports whether a text says how long another may be.
func namesLength(text string) bool {
	return slices.ContainsFunc(plainWords(text), func(w string) bool { return lengths()[w] })
}

var lengths = sync.OnceValue(func() map[string]bool {
	return set("max maximum maximal maximo maxi characters chars words caracteres mots palabras palavras zeichen worter tekens parole caratteri signes espaces")
})

var qualifiers = sync.OnceValue(func() map[string]bool {
	return set(`
	cumulative cumulated total overall annual yearly latest reported approved revised agreed official full short brief expected
	required mandatory optional obligatory compulsory please enter insert fill write your here text format yyyy mm dd to date if any numeric in for by toward towards against iati each per s
	cumulatif cumulee cumule annuel annuelle requis obligatoire facultatif optionnel saisir texte jj aaaa attendu dernier derniere revise
	acumulado acumulada anual obligatorio obligatoria requerido opcional texto revisado ultimo ultima esperado obrigatorio obrigatoria
	kumuliert jahrlich pflichtfeld tt jjjj`)
})

// meaning is what a header stands for.
type meaning struct {
	path string
	year string // that the header names; "" for none
	rank int    // the lower, the closer to the name of a column
}

// meaning returns what a header stands for.
func (n names) meaning(header string) (m meaning, known bool) {
	if figure(header) {
		return meaning{}, false
	}
	all := readings(header)
	for rank, texts := range all {
		if rank > 0 && slices.Equal(texts, all[rank-1]) {
			continue
		}
		var found []meaning
		for _, text := range texts {
			if one, ok := n.exactly(text); ok {
				found = append(found, one)
			}
		}
		if len(found) == 0 {
			continue
		}
		m, m.rank = found[0], rank
		for _, other := range found[1:] {
			if other != found[0] && !(prose(m.path) && prose(other.path)) {
				return meaning{}, false // target / actual
			}
		}
		return m, true
	}
	return meaning{}, false
}

// prose reports whether a path leads to the text of an entry or a result.
func prose(path string) bool {
	return slices.Contains([]string{"title", "result/title", "description/0", "description/1", "description/2"}, path)
}

// exactly returns what a header stands for that is the name of a column, with a year
// or without.
func (n names) exactly(header string) (meaning, bool) {
	w := words(header)
	if path, ok := n[keyOfWords(w)]; ok {
		return meaning{path: path}, true
	}
	from, to, year := yearOf(w)
	if year == "" {
		return meaning{}, false
	}
	path, ok := n[keyOfWords(slices.Delete(w, from, to))]
	switch {
	case path == "result/title":
		path = "result/indicator/period/actual/value" // beside a milestone, the result of a year
	case !ok, !strings.Contains(path, "/target") && !strings.Contains(path, "/actual") && !strings.Contains(path, "/baseline"):
		return meaning{}, false
	}
	return meaning{path: path, year: year}, true
}

// yearOf returns where among words a year or a range of years is: 2022, FY2022, 2022-2023, 2022/23.
func yearOf(w []string) (from, to int, year string) {
	for i := range w {
		year = strings.TrimPrefix(w[i], "fy")
		if !isYear(year) {
			continue
		}
		if i+1 == len(w) {
			return i, i + 1, year
		}
		if next := w[i+1]; isYear(next) && next > year {
			return i, i + 2, year + "-" + next
		} else if century := year[:2] + next; isYear(century) && century > year {
			return i, i + 2, year + "-" + century
		}
		return i, i + 1, year
	}
	return 0, 0, ""
}

// byContent returns what a header stands for that means something only by the cells
// below it.
func byContent(header string, column int, below []*Row) (meaning, bool) {
	for _, t := range telling() {
		filled := 0
		fits := !slices.ContainsFunc(below, func(r *Row) bool {
			c := r.At(column)
			if c == nil {
				return false
			}
			filled++
			return !t.fits(strings.TrimSpace(r.Value(c)))
		})
		if !fits || filled == 0 {
			continue
		}
		if m, ok := t.names.meaning(header); ok && m.rank <= 4 {
			return m, true
		}
	}
	return meaning{}, false
}

// figure reports whether a cell holds a figure: 1,200, 45 %.
func figure(s string) bool {
	return strings.ContainsAny(s, "0123456789") && strings.Trim(s, "0123456789.,%-–+~<>≤≥ \u00a0\u202f'’") == ""
}

// identifierLike reports whether a cell holds an identifier: KEN_D_1.1, 1.2.
func identifierLike(s string) bool {
	return strings.ContainsAny(s, "0123456789") && strings.ContainsAny(s, "-_./") && !strings.ContainsAny(s, " \t\n,;%") && len(s) <= 100
}

// sentence reports whether a cell holds a sentence or more.
func sentence(s string) bool { return len(s) >= longText/2 && strings.Count(s, " ") > proseBlanks }

// measureWord reports whether a cell holds the measure of an indicator, as a code or in words.
func measureWord(s string) bool {
	code, _, _ := strings.Cut(s, " - ")
	return codes["indicator/measure"][strings.ToLower(s)] != "" || len(code) == 1 && code >= "1" && code <= "5"
}
