// Package bench writes realistic submissions of any size, the same for the same
// seed, for benchmarks and for tests of growth.
package bench

import (
	"fmt"
	"math/rand/v2"
)

// Activity is an entry that was made up.
type Activity struct {
	Identifier  string
	Language    string
	Title       string
	Description string
	Start, End  string // planned dates
	Payments    []Payment
	Results     []Result
}

// Payment is a transaction: the part of a real file that holds no results.
type Payment struct {
	Date, Receiver string
	Value          int
}

// Result is an output or outcome with its indicators.
type Result struct {
	Type, Title, Description string
	Indicators               []Indicator
}

// Indicator is an indicator with its baseline and yearly periods.
type Indicator struct {
	Measure, Title string
	BaselineYear   int
	Baseline       string
	Periods        []Period
}

// Period is a year of an indicator.
type Period struct {
	Start, End     string
	Target, Actual string
	Comment        string
	Women          string // the part of Actual that is women; "" = not split
}

// author makes up activities.
type author struct {
	r      *rand.Rand
	stocks []*stock
	faults float64
	count  int
}

const publisher = "XM-DAC-41999"

func newAuthor(seed uint64, faults float64) (*author, error) {
	a := &author{r: rand.New(rand.NewPCG(seed, 2)), faults: faults} //nolint:gosec // the same numbers each time are what is wanted
	for _, language := range languages() {
		s, err := loadStock(language)
		if err != nil {
			return nil, err
		}
		a.stocks = append(a.stocks, s)
	}
	return a, nil
}

// next makes up an activity; two in three are in English.
func (a *author) next() *Activity {
	a.count++
	s := a.stocks[0]
	if i := a.r.IntN(3 * (len(a.stocks) - 1)); i < len(a.stocks)-1 {
		s = a.stocks[1+i]
	}
	act := &Activity{
		Identifier:  fmt.Sprintf("%s-P%05d", publisher, a.count),
		Language:    s.language,
		Title:       s.sentence(a.r, "statement"),
		Description: s.sentence(a.r, "description"),
		Start:       "2023-01-01",
		End:         "2027-12-31",
	}
	for range 14 + a.r.IntN(20) {
		act.Payments = append(act.Payments, Payment{
			Date:     fmt.Sprintf("202%d-%02d-%02d", 3+a.r.IntN(3), 1+a.r.IntN(12), 1+a.r.IntN(28)),
			Receiver: placeName(a.r),
			Value:    1000 * (1 + a.r.IntN(900)),
		})
	}
	for i := range 2 + a.r.IntN(4) {
		act.Results = append(act.Results, a.result(s, i))
	}
	a.spoil(act)
	return act
}

func (a *author) result(s *stock, i int) Result {
	r := Result{Type: "1", Title: s.sentence(a.r, "output"), Description: s.sentence(a.r, "description")}
	if i == 0 {
		r.Type, r.Title = "2", s.sentence(a.r, "statement")
	}
	for range 2 + a.r.IntN(4) {
		r.Indicators = append(r.Indicators, a.indicator(s))
	}
	return r
}

func (a *author) indicator(s *stock) Indicator {
	share := a.r.IntN(3) == 0
	i := Indicator{Measure: "1", Title: s.sentence(a.r, "indicator"), BaselineYear: 2022}
	top := 5000
	if share {
		i.Measure, top = "2", 90
	}
	value := a.r.IntN(top / 2)
	i.Baseline = fmt.Sprint(value)
	for year := 2023; year <= 2025+a.r.IntN(2); year++ {
		target := min(value+a.r.IntN(top/8+1), top)
		p := Period{
			Start: fmt.Sprintf("%d-01-01", year), End: fmt.Sprintf("%d-12-31", year),
			Target: fmt.Sprint(target), Comment: s.sentence(a.r, "comment"),
		}
		if year < 2026 {
			value = max(target-a.r.IntN(top/20+1), 0)
			p.Actual = fmt.Sprint(value)
			if !share && a.r.IntN(3) == 0 {
				p.Women = fmt.Sprint(value / 2)
			}
		}
		i.Periods = append(i.Periods, p)
	}
	return i
}
