package sheet

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// words returns the words of a header without case, accents, marks and the little
// words of the languages in which headers are written.
func words(header string) []string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(splitCamelCase(header)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '#' || r == '%':
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	text := " " + strings.Join(strings.Fields(b.String()), " ") + " "
	for _, p := range synonyms {
		text = strings.ReplaceAll(text, " "+p.phrase+" ", " "+p.meaning+" ")
	}
	all := strings.Fields(text)
	kept := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return slices.Contains(stopWords, w) })
	if len(kept) == 0 && slices.Contains(all, "narrative") {
		return []string{story}
	}
	return kept
}

// story is a column called narrative; in others, such as "title narrative", the
// word has no meaning.
const story = "story"

// splitCamelCase puts spaces into resultTitle.
func splitCamelCase(s string) string {
	var b strings.Builder
	before := rune(0)
	for _, r := range s {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

// key returns the same for headers with the same words, whatever their order: "Titre
// de l'indicateur" and "indicator title".
func key(header string) string {
	w := words(header)
	slices.Sort(w)
	return strings.Join(w, " ")
}

var stopWords = strings.Fields("of the de du des d la le les l el los las del da do dos das o a en em iso narrative")

// synonym is a phrase of headers with its meaning in the words of the tables.
type synonym struct{ phrase, meaning string }

// synonyms are applied in this order, longer ones first.
var synonyms = []synonym{
	{"valeur de reference", "baseline"}, {"donnees de reference", "baseline"}, {"situation de reference", "baseline"},
	{"valor de referencia", "baseline"}, {"niveau de base", "baseline"}, {"ligne de base", "baseline"},
	{"linea de base", "baseline"}, {"linha de base", "baseline"}, {"base line", "baseline"}, {"linea base", "baseline"},
	{"valeur cible", "target"}, {"valeur reelle", "actual"}, {"valeur atteinte", "actual"}, {"valor real", "actual"},
	{"valor alcanzado", "actual"}, {"valor alcancado", "actual"}, {"current value", "actual"}, {"actual result", "actual"},
	{"outcome statement", "statement"}, {"outcome title", "statement"}, {"outcome narrative", story}, {"progress narrative", story},
	{"narrative progress", story}, {"enonce du resultat", "statement"}, {"enonce de l effet", "statement"},
	{"org", "organisation"}, {"organization", "organisation"}, {"organisation name", "organisation"},
	{"identifiant", "identifier"}, {"identificador", "identifier"}, {"activite", "activity"},
	{"actividad", "activity"}, {"atividade", "activity"}, {"titre", "title"}, {"titulo", "title"}, {"enonce", "statement"},
	{"enunciado", "statement"}, {"indicateur", "indicator"}, {"indicador", "indicator"}, {"indicators", "indicator"},
	{"cible", "target"}, {"meta", "target"}, {"objectif", "target"}, {"targets", "target"}, {"realise", "actual"}, {"realisation", "actual"},
	{"atteint", "actual"}, {"alcanzado", "actual"}, {"alcancado", "actual"}, {"realizado", "actual"}, {"logro", "actual"},
	{"achieved", "actual"}, {"achievement", "actual"}, {"actuals", "actual"},
	{"periode", "period"}, {"periodo", "period"}, {"debut", "start"}, {"inicio", "start"}, {"fin", "end"}, {"fim", "end"}, {"final", "end"},
	{"annee", "year"}, {"ano", "year"}, {"valeur", "value"}, {"valor", "value"}, {"langue", "language"}, {"idioma", "language"},
	{"lingua", "language"}, {"lang", "language"}, {"unite", "measure"}, {"unidad", "measure"}, {"unidade", "measure"}, {"mesure", "measure"},
	{"medida", "measure"}, {"commentaire", "comment"}, {"comentario", "comment"}, {"comments", "comment"},
	{"descripcion", "description"}, {"descricao", "description"}, {"desc", "description"}, {"recit", story},
	{"narratif", story}, {"narrativa", story}, {"progres", "progress"}, {"progreso", "progress"}, {"progresso", "progress"},
	{"avance", "progress"}, {"avances", "progress"}, {"effet", "outcome"}, {"efecto", "outcome"}, {"efeito", "outcome"},
	{"resultat", "result"}, {"resultado", "result"}, {"results", "result"}, {"tipo", "type"}, {"produit", "output"}, {"producto", "output"},
	{"produto", "output"}, {"ref", "reference"},
}
