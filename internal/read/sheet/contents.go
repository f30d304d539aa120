package sheet

import (
	"slices"
	"strconv"
	"strings"
)

// contents is what stands in a column that is not known.
type contents struct {
	row     *Row // the first
	cell    Cell
	filled  int
	long    int // cells with long texts
	figures int
	ordinal bool // the cells number the rows
	number  int  // of the last
	years   int
}

func (c *contents) add(r *Row, cell *Cell) {
	if c.row == nil {
		c.row, c.cell = r, *cell
	}
	text := strings.TrimSpace(r.Value(cell))
	c.filled++
	switch {
	case len(text) >= longText && strings.Contains(text, " "):
		c.long++
	case isYear(text):
		c.years++
	case figure(text):
		c.figures++
		n, err := strconv.Atoi(strings.TrimSuffix(text, "."))
		c.ordinal = err == nil && (c.figures == 1 && n == 1 || c.ordinal && (n == c.number || n == c.number+1))
		c.number = n
	}
}

// numbersRows reports whether the column only numbers the rows.
func (c *contents) numbersRows(header string) bool {
	return c.ordinal && c.figures == c.filled && hasWord(header, noFigures)
}

// hasWord reports whether a header has one of the words of a list.
func hasWord(header, list string) bool {
	known := strings.Fields(list)
	return slices.ContainsFunc(words(header), func(word string) bool { return slices.Contains(known, word) })
}

// longText is how long a text is that may be a narrative, in bytes.
const longText = 80

// reported is what the sheets of a file have that were read.
type reported struct{ narrative, figures bool }

// with returns what there is with another sheet.
func (p reported) with(l *Layout) reported {
	for _, c := range l.columns {
		if c.used && c.known {
			p.narrative = p.narrative || c.path.under("description") || c.path.under("result", "description")
			p.figures = p.figures || c.measured()
		}
	}
	return p
}

// missed returns what the column seems to hold of which nothing was read: the
// narrative, or figures; "" where that is not so.
func (c *contents) missed(header string, read reported) string {
	switch {
	case !read.narrative && c.long*2 > c.filled && !hasWord(header, besideNarrative):
		return "the narrative"
	case !read.figures && c.figures*2 > c.filled && !c.ordinal && !hasWord(header, noFigures):
		return "figures"
	}
	return ""
}

// besideNarrative are words of headers above long texts that are no narrative.
const besideNarrative = `source sources verification means assumption assumptions risk risks method methodology definition responsible partner partners
	remark remarks note notes comment lesson lessons challenge challenges recommendation recommendations activities
	hypotheses risques sources verification partenaires remarques lecons defis supuestos riesgos medios verificacion lecciones desafios observaciones
	riscos pressupostos verificacao licoes desafios observacoes quelle risiken annahmen`

// noFigures are words of headers above numbers that are no results.
const noFigures = `no number nr # s n sn row rank phone telephone tel mobile fax latitude longitude lat lon code id identifier year date weight
	budget cost costs amount expenditure expenditures spent usd eur gbp chf $ € disbursement disbursements commitment funds funding currency age
	numero num telephone montant cout couts depenses budget presupuesto costo costos gasto gastos monto orcamento custo custos valor despesas
	budgetlinie kosten betrag ausgaben nummer zeile`
