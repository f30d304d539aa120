package sheet

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// words returns the words of a header without case, accents, marks and the little
// words of the languages in which headers are written.
func words(header string) []string {
	all := translated(translated(plainWords(header))) // twice: "org name" is an organisation
	kept := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return slices.Contains(stopWords, w) })
	if len(kept) == 0 && slices.Contains(all, "narrative") {
		return []string{story}
	}
	return kept
}

// plainWords returns the words of a text in lower case, without accents and marks.
func plainWords(text string) []string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(splitCamelCase(text)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '#' || r == '%':
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

// translated returns words with each phrase that has a synonym in its place, the
// longest first.
func translated(w []string) []string {
	all := phrases()
	list := make([]string, 0, len(w))
	for len(w) > 0 {
		known := all[w[0]]
		i := slices.IndexFunc(known, func(p translation) bool { return len(p.words) <= len(w) && slices.Equal(p.words, w[:len(p.words)]) })
		if i < 0 {
			list = append(list, w[0])
			w = w[1:]
			continue
		}
		list = append(list, known[i].meaning...)
		w = w[len(known[i].words):]
	}
	return list
}

// translation is a synonym in words.
type translation struct{ words, meaning []string }

// phrases are the synonyms by their first words, longer ones first.
var phrases = sync.OnceValue(func() map[string][]translation {
	all := map[string][]translation{}
	for _, s := range synonyms {
		p := translation{strings.Fields(s.phrase), strings.Fields(s.meaning)}
		all[p.words[0]] = append(all[p.words[0]], p)
	}
	for _, list := range all {
		slices.SortStableFunc(list, func(a, b translation) int { return len(b.words) - len(a.words) })
	}
	return all
})

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
func key(header string) string { return keyOfWords(words(header)) }

func keyOfWords(w []string) string {
	return strings.Join(slices.Compact(slices.Sorted(slices.Values(w))), " ")
}

var stopWords = strings.Fields("of the de du des d la le les l el los las del da do dos das o a en em iso narrative")

// synonym is a phrase of headers with its meaning in the words of the tables.
type synonym struct{ phrase, meaning string }

// synonyms are the phrases of headers that have another meaning than their words.
var synonyms = []synonym{
	{"annee de reference", "baseline year"}, {"annee de base", "baseline year"}, {"ano de referencia", "baseline year"},
	{"ano de referencia", "baseline year"}, {"valore di base", "baseline"}, {"linea di base", "baseline"}, {"unite de mesure", "unit"},
	{"unidad de medida", "unit"}, {"unidade de medida", "unit"}, {"unit of measurement", "unit"}, {"unit of measure", "unit"},
	{"unita di misura", "unit"}, {"date de debut", "start date"}, {"fecha de inicio", "start date"}, {"data de inicio", "start date"},
	{"data di inizio", "start date"}, {"date de fin", "end date"}, {"fecha de termino", "end date"}, {"fecha de fin", "end date"},
	{"data de fim", "end date"}, {"data di fine", "end date"}, {"ano base", "baseline year"}, {"ano base", "baseline year"},
	{"базовое значение", "baseline"}, {"базовыи показатель", "baseline"}, {"исходное значение", "baseline"}, {"خط الاساس", "baseline"},
	{"قيمة الاساس", "baseline"}, {"valore obiettivo", "target"}, {"целевое значение", "target"},
	{"целевои показатель", "target"}, {"القيمة المستهدفة", "target"}, {"value achieved", "actual"}, {"erreichter wert", "actual"},
	{"gerealiseerde waarde", "actual"}, {"valore raggiunto", "actual"}, {"фактическое значение", "actual"}, {"القيمة الفعلية", "actual"},
	{"القيمة المحققة", "actual"}, {"measurement unit", "unit"}, {"единица измерения", "unit"}, {"وحدة القياس", "unit"},
	{"дата начала", "start date"}, {"تاريخ البداية", "start date"}, {"تاريخ البدء", "start date"}, {"дата окончания", "end date"},
	{"تاريخ النهاية", "end date"}, {"تاريخ الانتهاء", "end date"},
	{"valeur de reference", "baseline"}, {"donnees de reference", "baseline"}, {"situation de reference", "baseline"},
	{"valor de referencia", "baseline"}, {"niveau de base", "baseline"}, {"ligne de base", "baseline"},
	{"linea de base", "baseline"}, {"linha de base", "baseline"}, {"base line", "baseline"}, {"linea base", "baseline"},
	{"valeur cible", "target"}, {"valeur reelle", "actual"}, {"valeur atteinte", "actual"}, {"valor real", "actual"},
	{"valor alcanzado", "actual"}, {"valor alcancado", "actual"}, {"current value", "actual"}, {"actual result", "actual"},
	{"outcome statement", "statement"}, {"outcome title", "statement"}, {"outcome narrative", story}, {"progress narrative", story},
	{"narrative progress", story}, {"result narrative", story}, {"results narrative", story}, {"narrative of results", story}, {"narrative on results", story},
	{"narrative results", story}, {"recit des resultats", story}, {"nombre del", "name"}, {"nombre de la", "name"}, {"enonce du resultat", "statement"}, {"enonce de l effet", "statement"},
	{"org", "organisation"}, {"organization", "organisation"}, {"organisation name", "organisation"},
	{"identifiant", "identifier"}, {"identificador", "identifier"}, {"activite", "activity"},
	{"actividad", "activity"}, {"atividade", "activity"}, {"titre", "title"}, {"titulo", "title"}, {"enonce", "statement"},
	{"enunciado", "statement"}, {"indicateur", "indicator"}, {"indicador", "indicator"}, {"indicators", "indicator"},
	{"cible", "target"}, {"meta", "target"}, {"objectif", "target"}, {"targets", "target"}, {"realise", "actual"}, {"realisation", "actual"},
	{"atteint", "actual"}, {"alcanzado", "actual"}, {"alcancado", "actual"}, {"realizado", "actual"}, {"logro", "actual"},
	{"achieved", "actual"}, {"achievement", "actual"}, {"actuals", "actual"},
	{"periode", "period"}, {"periodo", "period"}, {"debut", "start"}, {"inicio", "start"}, {"fin", "end"}, {"fim", "end"}, {"final", "end"},
	{"annee", "year"}, {"ano", "year"}, {"valeur", "value"}, {"valor", "value"}, {"langue", "language"}, {"idioma", "language"},
	{"lingua", "language"}, {"lang", "language"}, {"unite", "unit"}, {"unidad", "unit"}, {"unidade", "unit"}, {"mesure", "measure"},
	{"medida", "measure"}, {"commentaire", "comment"}, {"comentario", "comment"}, {"comments", "comment"},
	{"descripcion", "description"}, {"descricao", "description"}, {"desc", "description"}, {"recit", story},
	{"narratif", story}, {"narrativa", story}, {"progres", "progress"}, {"progreso", "progress"}, {"progresso", "progress"},
	{"avance", "progress"}, {"avances", "progress"}, {"effet", "outcome"}, {"efecto", "outcome"}, {"efeito", "outcome"},
	{"resultat", "result"}, {"resultado", "result"}, {"results", "result"}, {"tipo", "type"}, {"produit", "output"}, {"producto", "output"},
	{"produto", "output"}, {"ref", "reference"},
	{"basisjahr", "baseline year"}, {"ausgangswert", "baseline"}, {"basiswert", "baseline"}, {"nulmeting", "baseline"}, {"uitgangswaarde", "baseline"},
	{"zielwert", "target"}, {"sollwert", "target"}, {"streefwaarde", "target"}, {"istwert", "actual"}, {"milestone", "target"},
	{"milestones", "target"}, {"jalon", "target"}, {"jalons", "target"}, {"hito", "target"}, {"marco", "target"}, {"etape", "target"},
	{"meilenstein", "target"}, {"mijlpaal", "target"}, {"planned", "target"}, {"prevu", "target"}, {"previsto", "target"}, {"prevista", "target"},
	{"geplant", "target"}, {"realisations", "actual"}, {"commentaires", "comment"}, {"comentarios", "comment"}, {"nom", "name"}, {"nome", "name"}, {"nota", "note"}, {"notas", "notes"}, {"avancement", "progress"}, {"avancees", "progress"}, {"ziel", "target"}, {"doel", "target"}, {"obiettivo", "target"}, {"цель", "target"}, {"المستهدف", "target"},
	{"الهدف", "target"}, {"reached", "actual"}, {"realised", "actual"}, {"realized", "actual"}, {"obtained", "actual"}, {"atteinte", "actual"},
	{"realisee", "actual"}, {"reel", "actual"}, {"logrado", "actual"}, {"obtenido", "actual"}, {"erreicht", "actual"}, {"behaald", "actual"},
	{"raggiunto", "actual"}, {"факт", "actual"}, {"достигнуто", "actual"}, {"الفعلي", "actual"}, {"المحقق", "actual"}, {"codigo", "code"},
	{"kennung", "identifier"}, {"معرف", "identifier"}, {"المعرف", "identifier"}, {"идентификатор", "identifier"}, {"код", "code"}, {"الرمز", "code"}, {"intitule", "title"},
	{"libelle", "title"}, {"titel", "title"}, {"titolo", "title"}, {"bezeichnung", "title"}, {"заголовок", "title"}, {"название", "title"},
	{"العنوان", "title"}, {"indikator", "indicator"}, {"indicatore", "indicator"}, {"индикатор", "indicator"}, {"показатель", "indicator"},
	{"الموشر", "indicator"}, {"beschreibung", "description"}, {"beschrijving", "description"}, {"descrizione", "description"},
	{"описание", "description"}, {"الوصف", "description"}, {"fortschritt", "progress"}, {"voortgang", "progress"}, {"прогресс", "progress"},
	{"التقدم", "progress"}, {"relato", story}, {"bericht", story}, {"erzahlung", story}, {"narratief", story}, {"повествование", story},
	{"السرد", story}, {"wirkung", "outcome"}, {"ergebnis", "result"}, {"risultato", "result"}, {"resultaat", "result"}, {"результат", "result"},
	{"النتيجة", "outcome"}, {"jahr", "year"}, {"jaar", "year"}, {"anno", "year"}, {"год", "year"}, {"السنة", "year"}, {"wert", "value"},
	{"waarde", "value"}, {"valore", "value"}, {"значение", "value"}, {"القيمة", "value"}, {"zeitraum", "period"}, {"период", "period"},
	{"الفترة", "period"}, {"beginn", "start"}, {"beginndatum", "start date"}, {"startdatum", "start date"}, {"enddatum", "end date"}, {"ende", "end"},
	{"einde", "end"}, {"inizio", "start"}, {"fine", "end"}, {"начало", "start"}, {"конец", "end"}, {"maßeinheit", "unit"}, {"einheit", "unit"},
	{"eenheid", "unit"}, {"sprache", "language"}, {"taal", "language"}, {"язык", "language"}, {"اللغة", "language"}, {"kommentar", "comment"},
	{"basis", "baseline"}, {"ist", "actual"}, {"soll", "target"}, {"realisiert", "actual"}, {"realisatie", "actual"}, {"план", "target"},
	{"realisasi", "actual"}, {"capaian", "actual"}, {"hasil", "result"}, {"base", "baseline"},
	{"opmerking", "comment"}, {"commento", "comment"}, {"комментарии", "comment"},
}
