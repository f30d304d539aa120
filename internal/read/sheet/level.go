package sheet

import (
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// level is a sheet of a book in which each kind of element has its own sheet, as
// IATI Publisher has them: result, indicator, period and so on. Its rows
// refer to their element by an identifier.
type level struct {
	header string // of the identifier
	path   string // of the element
	parts  string
	level  schema.Levels
	below  []string // paths of what its workbook holds too, if anything does
	book   string   // the file that should have it, in messages
}

var levels = []*level{
	{"result identifier", "result", resultParts, schema.ResultLevel, nil, "the Result book"},
	{"indicator identifier", "result/indicator", indicatorParts, schema.IndicatorLevel, []string{"result/indicator/baseline"}, "the Indicator book"},
	{"indicator baseline identifier", "result/indicator/baseline", baselineParts, schema.BaselineLevel, nil, "the sheet of baselines"},
	{"period identifier", "result/indicator/period", periodParts, schema.PeriodLevel, []string{"result/indicator/period/target", "result/indicator/period/actual"}, "the Period book"},
	{"target identifier", "result/indicator/period/target", valueParts, schema.TargetLevel, nil, "the sheet of targets"},
	{"actual identifier", "result/indicator/period/actual", valueParts, schema.ActualLevel, nil, "the sheet of actuals"},
}

// defines reports whether the rows of the sheet are the elements: those of others
// have further values of them, or only map identifiers.
func (l *Layout) defines() bool { return !l.maps && !l.hasPath(l.level.path+"/document-link") }

// numberHeaders are the middle columns of the sheets that map identifiers.
var numberHeaders = []string{"result number", "indicator number", "baseline number", "period number", "target number", "actual number"}

// book recognises the sheets of a book.
func (l *Layout) book(keys map[string]int) bool {
	if len(l.header.Cells) == 0 {
		return false
	}
	for i, number := range numberHeaders {
		if at, ok := keys[key(number)]; ok {
			to, found := keys[key(levels[i].header)]
			if !found || at == 0 {
				continue
			}
			l.level, l.maps, l.exact = levels[i], true, true
			l.columns = map[int]*column{
				at - 1: {header: l.columns[at].header, known: true, path: Path{{Key: parentKey}}},
				at:     {header: l.columns[at].header, known: true},
				to:     {header: l.columns[to].header, known: true, path: Path{{Key: idKey}}},
			}
			l.score = 3
			return true
		}
	}
	first := l.header.Cells[0].Column
	name := key(l.header.Value(&l.header.Cells[0]))
	for _, at := range levels {
		if name != key(at.header) || len(l.columns) < 2 {
			continue
		}
		element, parts := at.path, at.parts
		if _, linked := keys[key("url")]; linked {
			element, parts = element+"/document-link", documentParts
		}
		l.level, l.exact = at, true
		l.columns[first].path, l.columns[first].known = Path{{Key: idKey}}, true
		l.score++
		known := names{}.add(underPath(element, parts), "", element[strings.LastIndexByte(element, '/')+1:])
		for index, c := range l.columns {
			if _, twice := l.duplicates[index]; twice {
				continue
			}
			if path, ok := known[key(l.header.Value(c.header))]; ok {
				l.set(index, path)
			}
		}
		return true
	}
	return false
}

// The columns of a book that are no values of the entry.
const (
	idKey     = "identifier of the row"
	parentKey = "identifier of what it belongs to"
)
