package sheet

import (
	"slices"
	"strings"
	"sync"
)

// isTotal reports whether a text labels a total: Grand total, Total général 2024.
func isTotal(text string) bool {
	found := false
	for _, w := range plainWords(text) {
		if totals()[w] {
			found = true
		} else if !besideTotal()[w] && !isNumber(w) {
			return false
		}
	}
	return found
}

// isNote reports whether a text is a note or a signature: Source: the survey of 2024.
func isNote(text string) bool {
	label, _, labelled := strings.Cut(strings.ReplaceAll(text, "：", ":"), ":")
	if w := plainWords(label); labelled {
		return len(w) > 0 && notesAndSigners()[w[0]] && (len(w) == 1 || len(w) <= maxLabel && (besideNote()[w[1]] || notesAndSigners()[w[1]]))
	}
	w := plainWords(text)
	return len(w) > 1 && notesAndSigners()[w[0]] && besideNote()[w[1]] && !noteAlone()[w[0]]
}

// maxLabel is how many words the label of a note has at most.
const maxLabel = 6

// hasNoteMark reports whether a text begins with the mark of a footnote.
func hasNoteMark(text string) bool {
	if rest, ok := strings.CutPrefix(text, "("); ok {
		mark, _, closed := strings.Cut(rest, ")")
		return closed && len(mark) <= 2 && (isNumber(mark) || strings.Trim(mark, "*") == "")
	}
	return slices.ContainsFunc([]string{"*", "†", "‡", "§", "¹", "²", "³"}, func(mark string) bool { return strings.HasPrefix(text, mark) })
}

// namesOutcome reports whether a text begins as the heading of an outcome does:
// Outcome 1: Women lead.
func namesOutcome(text string) bool {
	w := plainWords(text)
	return slices.ContainsFunc(w[:min(len(w), 2)], func(w string) bool { return resultWords()[w] })
}

var (
	totals = sync.OnceValue(func() map[string]bool {
		return set(`total totals subtotal subtotals totaux totales totais subtotales somme suma soma sum summe gesamt gesamtsumme zwischensumme insgesamt
			totale totali subtotale totaal subtotaal итого всего المجموع الاجمالي average mean moyenne promedio media durchschnitt gemiddelde`)
	})
	besideTotal = sync.OnceValue(func() map[string]bool {
		return set(`grand sub sous overall general generale generaux geral global globale all outcome outcomes effets resultats resultados indicators indicateurs
			indicadores outputs produits of des de du del der die for pour par por los las les the and et y e year annee ano jahr cumulative cumule`)
	})
	notesAndSigners = sync.OnceValue(func() map[string]bool {
		return set(`note notes nb n nota notas remarque remarques remark remarks source sources fuente fuentes fonte fontes quelle quellen bron bronnen
			anmerkung anmerkungen hinweis legend legende leyenda legenda disclaimer avertissement примечание примечания источник ملاحظة المصدر
			prepared compiled submitted approved reviewed verified checked signed signature signatures date datum fecha data place lieu lugar
			prepare preparee etabli approuve verifie valide soumis signe preparado elaborado aprobado aprovado revisado validado verificado firma firmado
			assinatura unterschrift erstellt gepruft genehmigt`)
	})
	besideNote = sync.OnceValue(func() map[string]bool { return set("b by par por von le el am on of de et y e and") })
	noteAlone  = sync.OnceValue(func() map[string]bool {
		return set("note notes nota notas source sources date data n place lieu lugar")
	})
	resultWords = sync.OnceValue(func() map[string]bool {
		return set(`outcome outcomes output outputs result results impact goal objective resultat resultats effet effets produit produits objectif resultado
			resultados efecto efectos producto productos objetivo efeito efeitos produto produtos wirkung ergebnis`)
	})
)
