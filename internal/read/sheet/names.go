package sheet

import (
	"strings"
	"sync"
)

// names maps the keys of headers to the paths of their values. A path of "" is a column that no rule looks at.
type names map[string]string

// add puts "header, header = path" lines into the table, each header with each
// of the prefixes before it.
func (n names) add(lines string, prefixes ...string) names {
	if len(prefixes) == 0 {
		prefixes = []string{""}
	}
	for line := range strings.Lines(lines) {
		headers, path, found := strings.Cut(strings.TrimSpace(line), "=")
		if !found {
			continue
		}
		for header := range strings.SplitSeq(headers, ",") {
			for _, prefix := range prefixes {
				n[key(prefix+" "+header)] = strings.TrimSpace(path)
			}
		}
	}
	return n
}

func (n names) merged(others ...names) names {
	all := names{}
	for _, table := range append([]names{n}, others...) {
		for header, path := range table {
			if _, known := all[header]; !known {
				all[header] = path
			}
		}
	}
	return all
}

// underPath puts the paths of the lines below that of an element.
func underPath(element, lines string) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		if headers, path, found := strings.Cut(strings.TrimSpace(line), "="); found {
			b.WriteString(headers + "=" + element + "/" + strings.TrimSpace(path) + "\n")
		}
	}
	return b.String()
}

const (
	resultParts = `
		type = type
		aggregation status = aggregation-status
		title = title
		title language = title/narrative/xml:lang
		description = description
		description language = description/narrative/xml:lang
		reference vocabulary = reference/vocabulary
		reference code, reference = reference/code
		reference uri, reference vocabulary uri = reference/vocabulary-uri`

	indicatorParts = `
		measure = measure
		ascending = ascending
		aggregation status = aggregation-status
		title = title
		title language = title/narrative/xml:lang
		description, definition = description
		description language = description/narrative/xml:lang
		reference vocabulary = reference/vocabulary
		reference code, reference, code = reference/code
		reference uri, reference indicator uri, reference vocabulary uri = reference/indicator-uri`

	valueParts = `
		value = value
		comment = comment
		comment language = comment/narrative/xml:lang
		location, location reference = location/ref
		dimension, dimension name = dimension/0/name
		dimension value = dimension/0/value
		dimension 1, dimension name 1 = dimension/1/name
		dimension value 1, value 1 = dimension/1/value
		dimension 2, dimension name 2 = dimension/2/name
		dimension value 2, value 2 = dimension/2/value
		dimension 3, dimension name 3 = dimension/3/name
		dimension value 3, value 3 = dimension/3/value`

	baselineParts = valueParts + `
		year = year
		date = iso-date`

	periodParts = `
		start, start date, from = period-start
		end, end date, to = period-end`

	documentParts = `
		url = url
		format, format code = format
		title = title
		title language = title/narrative/xml:lang
		description = description
		description language = description/narrative/xml:lang
		category code, category = category
		language code = language
		document date, date, document date date = document-date`
)

// common are headers that name the element that they are about.
var common = sync.OnceValue(func() names {
	return names{}.
		add(underPath("result", resultParts), "result").
		add("result, output = result/title").
		add(underPath("result/indicator", indicatorParts), "indicator", "result indicator").
		add("indicator, result indicator, indicator name, indicator statement, key performance indicator, kpi = result/indicator/title\nmeasure = result/indicator/measure\nascending = result/indicator/ascending\nreference code = result/indicator/reference/code\nreference vocabulary = result/indicator/reference/vocabulary").
		add(underPath("result/indicator/baseline", baselineParts), "baseline", "indicator baseline", "result indicator baseline").
		add("baseline, indicator baseline, result indicator baseline, baseline number, baseline figure = result/indicator/baseline/value").
		add(underPath("result/indicator/period", periodParts), "period", "indicator period", "result indicator period", "reporting period").
		add("start, start date, from, date from = result/indicator/period/period-start\nend, end date, to = result/indicator/period/period-end\nyear, period, reporting year, reporting period, result year, target year, actual year, fiscal year, calendar year = result/indicator/period/year").
		add(underPath("result/indicator/period/target", valueParts), "target", "period target", "indicator target", "result indicator target", "result indicator period target").
		add("target, target number, target figure, target planned, end target = result/indicator/period/target/value").
		add(underPath("result/indicator/period/actual", valueParts), "actual", "period actual", "indicator actual", "result indicator actual", "result indicator period actual").
		add("actual, actual number, actual figure, actual result, actual progress = result/indicator/period/actual/value").
		add(`identifier, id, iati identifier, activity id, activity identifier, iati activity identifier, iati id, outcome id, outcome identifier, entry id, entry identifier, result id, output id, outcome code, outcome no, outcome #, outcome number, outcome reference, outcome reference number, outcome identifier code, entry code, iati code, iati reference, activity code, unique identifier = iati-identifier
		activity title, statement, name outcome, result statement, outcome description = title
		activity title language, statement language = title/narrative/xml:lang
		activity description, story, result story, results story, narrative report, narrative text, narrative update, report text, story text = description/0
		activity description language, story language = description/0/narrative/xml:lang
		progress, progress note, progress notes, progress update, progress report, progress summary, outcome progress, outcome progress note, towards outcome progress, description progress = description/2
		progress language = description/2/narrative/xml:lang
		activity status, activity status code, status code = activity-status
		activity scope, activity scope code = activity-scope
		default language, activity language = xml:lang
		last updated, last updated datetime = last-updated-datetime
		reporting organisation, reporting organisation narrative = reporting-org/narrative
		reporting organisation reference = reporting-org/ref
		reporting organisation type = reporting-org/type
		participating organisation = participating-org/narrative
		participating organisation reference = participating-org/ref
		participating organisation type = participating-org/type
		participating organisation role = participating-org/role
		other identifier = other-identifier/ref
		other identifier type = other-identifier/type
		activity date = activity-date/iso-date
		activity date type = activity-date/type
		default aid type = default-aid-type`).
		add(underPath("document-link", documentParts), "document", "document link")
})

// list are the bare headers of a plain list of outcomes.
var list = sync.OnceValue(func() names {
	return names{}.add(`
	title, outcome, name, expected outcome = title
	code = iati-identifier
	title language = title/narrative/xml:lang
	description = description/1
	description language = description/1/narrative/xml:lang
	language = xml:lang
	type = result/type
	value = result/indicator/period/actual/value
	comment = result/indicator/period/actual/comment`)
})

// plain are the headers of a plain list of outcomes.
var plain = sync.OnceValue(func() names { return common().merged(list()) })

// perPeriod are the bare headers of a table with one period a row, as AidStream
// has it: what has no other name belongs to the result.
var perPeriod = sync.OnceValue(func() names {
	return names{}.
		add(underPath("result", resultParts)).
		add(underPath("result/indicator", "reference vocabulary = reference/vocabulary\nreference code = reference/code\nreference uri = reference/indicator-uri"))
})

// flat are the headers of the flat template for activities; most of them are
// about elements that no rule looks at.
var flat = sync.OnceValue(func() names {
	return names{}.add(`
	description language = description/0/narrative/xml:lang
	description type code = description/0/type
	location reference = location/ref
	secondary reporter, default currency, default flow type, default finance type, default tied status, collaboration type =
	country code, region code, country region percentage, region vocabulary, region vocabulary uri =
	sector code, sector percentage, sector vocabulary, sector vocabulary uri =
	budget type, budget start date, budget end date, budget value, budget currency, budget value date =
	transaction type, transaction date, transaction value, transaction currency, transaction value date, transaction description =
	transaction provider name, transaction provider type, transaction provider ref, transaction provider activity ref =
	transaction receiver name, transaction receiver type, transaction receiver ref, transaction receiver activity ref =
	transaction sector code, transaction sector vocabulary, transaction sector vocabulary uri =
	location reach code, location id code, location id vocabulary, location name, location description, location activity description =
	location admin code, location admin vocabulary, location admin level, point srsname, pos, exactness code =
	location class code, feature designation code =
	contact info type, contact organisation, contact person name, contact job title, contact telephone, contact email =
	contact mailing address, contact website =`)
})

// telling are headers that mean something only by what stands below them.
var telling = sync.OnceValue(func() []telltale {
	return []telltale{
		{names{}.add("result, progress, result actual, achievements, reported result = result/indicator/period/actual/value"), figure},
		{names{}.add("reference = result/indicator/baseline/value"), figure},
		{names{}.add("unit, indicator unit, indicator type, measure type = result/indicator/measure"), measureWord},
		{names{}.add("outcome, output, result, reference, number, no, # = iati-identifier"), identifierLike},
		{names{}.add(`summary, result summary, executive summary, result actual, key result actual, key results, main results, achievements, key achievements = description/0
			main achievements, highlights, text, report, details, explanation, progress made, progress actual, story change, change, what has changed = description/0
			resume, resumen, resumo, logros, principales logros, principaux resultats, principales resultados, principais resultados, zusammenfassung = description/0`), sentence},
	}
})

// telltale are headers with what they mean if all cells below them fit.
type telltale struct {
	names names
	fits  func(string) bool
}
