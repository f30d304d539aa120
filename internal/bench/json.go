package bench

import (
	"bufio"
	"encoding/json"
	"strconv"
)

const jsonHead = `{"iati-activities": {"version": "2.03", "iati-activity": [
`

// writeJSON writes an activity in iatilint's JSON form.
func writeJSON(w *bufio.Writer, a *Activity) {
	type object = map[string]any
	var results []object
	for _, r := range a.Results {
		var indicators []object
		for _, i := range r.Indicators {
			var periods []object
			for _, p := range i.Periods {
				period := object{"period-start": object{"iso-date": p.Start}, "period-end": object{"iso-date": p.End}}
				if p.Target != "" {
					period["target"] = []object{{"value": p.Target}}
				}
				if p.Actual != "" {
					period["actual"] = []object{{"value": p.Actual, "comment": p.Comment}}
				}
				periods = append(periods, period)
			}
			indicators = append(indicators, object{
				"measure": i.Measure, "title": i.Title,
				"baseline": []object{{"year": strconv.Itoa(i.BaselineYear), "value": i.Baseline}},
				"period":   periods,
			})
		}
		results = append(results, object{"type": r.Type, "title": r.Title, "description": r.Description, "indicator": indicators})
	}
	encoded, err := json.Marshal(object{
		"iati-identifier": a.Identifier, "xml:lang": a.Language, "title": a.Title,
		"description":   []object{{"type": "1", "narrative": a.Description}},
		"activity-date": []object{{"type": "1", "iso-date": a.Start}, {"type": "3", "iso-date": a.End}},
		"result":        results,
	})
	if err != nil {
		panic(err) // strings and numbers can always be encoded
	}
	_, _ = w.Write(encoded) // bufio keeps the error for Flush
}
