package bench

import (
	"bufio"
	"encoding/csv"
)

const csvHead = "identifier,language,title,narrative,result title,indicator,measure,baseline year,baseline,period start,period end,target,actual,comment\n"

// writeCSV writes an activity as a plain table, a row a period.
func writeCSV(w *bufio.Writer, a *Activity) {
	rows := csv.NewWriter(w)
	for _, r := range a.Results {
		for _, i := range r.Indicators {
			for _, p := range i.Periods {
				_ = rows.Write([]string{ // bufio keeps the error for Flush
					a.Identifier, a.Language, a.Title, a.Description, r.Title, i.Title, i.Measure,
					"2022", i.Baseline, p.Start, p.End, p.Target, p.Actual, p.Comment,
				})
			}
		}
	}
	rows.Flush()
}
