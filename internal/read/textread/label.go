package textread

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/iatilint/iatilint/schema"
)

// labelWords are the words for entries, in small letters and without accents.
var labelWords = []struct {
	kind  schema.EntryKind
	words string
}{
	{schema.OutcomeEntry, `outcome outcomes result results impact
		resultat resultats effet effets resultado resultados efecto efectos efeito efeitos
		risultato effetto ergebnis wirkung resultaat uitkomst effekt rezultat wynik sonuc hasil matokeo tokeo
		результат результаты итог نتيجة النتيجة نتائج النتائج حصيلة الحصيلة 成果 结果 結果 결과`},
	{schema.OutputEntry, `output outputs produit produits extrant extrants producto productos produto produtos
		prodotto produkt leistung cikti keluaran продукт продукты مخرج المخرج مخرجات المخرجات ناتج الناتج 产出 產出 산출물`},
	{schema.IndicatorEntry, `indicator indicators indicateur indicateurs indicador indicadores
		indicatore indikator indicatoren gosterge kiashiria показатель индикатор مؤشر المؤشر 指标 指標 지표`},
}

// namingWords say that an identifier follows, alone or beside the word for an entry.
var namingWords = strings.Fields(`identifier identifiers id ids iati code ref reference
	identifiant codification identificador codigo referencia identificatore codice kennung identificatie
	идентификатор код معرف المعرف رمز الرمز رقم 编号 標識 标识 식별자`)

// fillerWords may stand beside those.
var fillerWords = strings.Fields(`no nr num number numero nummer n expected intended direct final intermediate immediate strategic area level
	entry activity statement name title narrative the of attendu attendus escompte strategique intermediaire immediat activite enonce titre
	esperado esperados previsto directo estrategico intermedio actividad enunciado titulo direto atividade
	de du des d la le les l del da do dos das el los las a en конечный стратегический`)

// mentionWords are those with which a sentence goes on behind an identifier, or
// leads up to one, in small letters and without accents.
var mentionWords = strings.Fields(`is are was were has have had will would can could shall should may might must does did
	and or but nor of in on at to into for from with without by as per than that which who where when while since because if not also only both
	under see through against within between about toward towards above below
	reports reported covers covered contributes contributed shows showed aims includes included supports supported refers describes relates remains
	continues continued concerns focuses addresses tracks measures receives counts
	est sont etait etaient a ont avait sera seront et ou mais ne dans sur pour par avec sous que qui voir selon au aux
	rapporte couvre vise montre contribue concerne comprend mesure
	es son era eran ha han fue fueron sera seran y o u pero no en con para por bajo que ver segun al
	reporta cubre muestra contribuye incluye mide
	e sao foi foram tem mas em com sob ao aos conforme relata cobre mostra contribui
	ist sind war wird und oder zie siehe cf vgl`)

// vocabulary is what words mean at the beginning of a line.
type vocabulary struct {
	kinds    map[string]schema.EntryKind
	naming   map[string]bool
	filler   map[string]bool
	mentions map[string]bool
}

var words = sync.OnceValue(func() vocabulary {
	v := vocabulary{map[string]schema.EntryKind{}, set(namingWords), set(fillerWords), set(mentionWords)}
	for _, l := range labelWords {
		for _, w := range strings.Fields(l.words) {
			v.kinds[w] = l.kind
		}
	}
	return v
})

func set(list []string) map[string]bool {
	m := make(map[string]bool, len(list))
	for _, w := range list {
		m[w] = true
	}
	return m
}

// maxLabel is how many words a label may have.
const maxLabel = 6

// label returns what the label at the beginning of a text says that follows, and its
// end: "Outcome", "Identifiant de l'effet", "Expected output no". The end is 0 where
// there is none.
func label(text string) (kind schema.EntryKind, end int) {
	named, at := false, 0
	for range maxLabel {
		word := text[at : at+letters(text[at:])]
		folded := fold(word)
		of, isKind := words().kinds[folded]
		if kind == "" && !isKind {
			if n := glued(text[at:], len(word)); n > 0 {
				return words().kinds[fold(word[:n])], at + n
			}
		}
		switch {
		case isKind && kind == "":
			kind = of
		case isKind:
		case strings.IndexAny(text[at+len(word):], "-_0123456789") == 0: // of an identifier: A_1.1
			word = ""
		case words().naming[folded]:
			named = true
		case words().filler[folded]:
		default:
			word = ""
		}
		if word == "" {
			break
		}
		at += len(word)
		end = at
		at += len(text[at:]) - len(strings.TrimLeft(text[at:], " \t\u00a0'’-/.°º"))
	}
	switch {
	case kind == "" && named:
		return schema.OutcomeEntry, end
	case kind == "":
		return "", 0
	}
	return kind, end
}

// glued returns the length of the word for an entry that an identifier is glued to:
// "outcomeXM-DAC-41146-KEN_D_1.2". The text begins with a word of some bytes.
func glued(text string, word int) int {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[word:], " "))
	if word == 0 || !dash(next) && strings.IndexAny(text[word:], "_0123456789") != 0 {
		return 0
	}
	n := 0
	for w := range words().kinds {
		if len(text) > len(w) && strings.EqualFold(text[:len(w)], w) && len(w) > n {
			if (scheme{}).identifier(text[len(w):]) > 0 {
				n = len(w)
			}
		}
	}
	return n
}

// letters returns the length of the word that a text begins with. Where Chinese
// letters follow others, or others them, a word ends.
func letters(text string) int {
	var first rune
	for i, r := range text {
		switch {
		case !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r):
			return i
		case first == 0:
			first = r
		case unicode.Is(unicode.Han, r) != unicode.Is(unicode.Han, first):
			return i
		}
	}
	return len(text)
}

// fold returns a word in small letters, without accents.
func fold(word string) string {
	if !strings.ContainsFunc(word, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return strings.ToLower(word)
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(word))
}
