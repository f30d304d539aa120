package bench

import (
	"bufio"
	"fmt"
	"strings"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8"?>
<iati-activities version="2.03" generated-datetime="2026-10-01T08:00:00Z">
`

var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&apos;")

// writeXML writes an activity in IATI 2.03, with the parts around its results
// that published files have.
func writeXML(w *bufio.Writer, a *Activity) {
	line := func(indent int, format string, args ...any) {
		for range indent {
			w.WriteString("  ")
		}
		fmt.Fprintf(w, format+"\n", args...)
	}
	prose := func(indent int, tag, text string) {
		if text == "" {
			line(indent, "<%s/>", tag)
			return
		}
		element, _, _ := strings.Cut(tag, " ")
		line(indent, "<%s>", tag)
		line(indent+1, "<narrative>%s</narrative>", xmlEscaper.Replace(text))
		line(indent, "</%s>", element)
	}
	organisation := func(indent int, format string, args ...any) {
		prose(indent, fmt.Sprintf(format, args...), "Example Development Programme")
	}
	line(1, `<iati-activity xml:lang="%s" default-currency="EUR" hierarchy="1" last-updated-datetime="2026-09-30T12:00:00Z">`, a.Language)
	line(2, "<iati-identifier>%s</iati-identifier>", a.Identifier)
	organisation(2, `reporting-org ref="%s" type="40"`, publisher)
	prose(2, "title", a.Title)
	prose(2, `description type="1"`, a.Description)
	for role := range 3 {
		organisation(2, `participating-org ref="%s-%d" type="40" role="%d"`, publisher, role+1, role+1)
	}
	line(2, `<activity-status code="2"/>`)
	line(2, `<activity-date iso-date="%s" type="1"/>`, a.Start)
	line(2, `<activity-date iso-date="%s" type="2"/>`, a.Start)
	line(2, `<activity-date iso-date="%s" type="3"/>`, a.End)
	line(2, `<recipient-country code="ML" percentage="100"/>`)
	line(2, `<sector vocabulary="1" code="15170" percentage="60"/>`)
	line(2, `<sector vocabulary="1" code="31120" percentage="40"/>`)
	for year := 2023; year < 2028; year++ {
		line(2, `<budget type="1" status="1">`)
		line(3, `<period-start iso-date="%d-01-01"/>`, year)
		line(3, `<period-end iso-date="%d-12-31"/>`, year)
		line(3, `<value currency="EUR" value-date="%d-01-01">250000</value>`, year)
		line(2, "</budget>")
	}
	for i, p := range a.Payments {
		line(2, `<transaction ref="%s-T%d" humanitarian="0">`, a.Identifier, i+1)
		line(3, `<transaction-type code="3"/>`)
		line(3, `<transaction-date iso-date="%s"/>`, p.Date)
		line(3, `<value currency="EUR" value-date="%s">%d.00</value>`, p.Date, p.Value)
		organisation(3, `provider-org ref="%s" type="40"`, publisher)
		prose(3, `receiver-org type="22"`, p.Receiver)
		line(2, "</transaction>")
	}
	line(2, `<document-link url="https://example.org/reports/%s.pdf" format="application/pdf">`, a.Identifier)
	prose(3, "title", a.Title)
	line(3, `<category code="A08"/>`)
	line(3, `<language code="%s"/>`, a.Language)
	line(2, "</document-link>")
	for _, r := range a.Results {
		line(2, `<result type="%s" aggregation-status="false">`, r.Type)
		prose(3, "title", r.Title)
		prose(3, "description", r.Description)
		for _, i := range r.Indicators {
			writeIndicator(line, prose, i)
		}
		line(2, "</result>")
	}
	line(1, "</iati-activity>")
}

func writeIndicator(line func(int, string, ...any), prose func(int, string, string), i Indicator) {
	line(3, `<indicator measure="%s" ascending="true" aggregation-status="false">`, i.Measure)
	prose(4, "title", i.Title)
	line(4, `<baseline year="%d" iso-date="%d-12-31" value="%s"/>`, i.BaselineYear, i.BaselineYear, i.Baseline)
	for _, p := range i.Periods {
		line(4, "<period>")
		line(5, `<period-start iso-date="%s"/>`, p.Start)
		line(5, `<period-end iso-date="%s"/>`, p.End)
		if p.Target != "" {
			line(5, `<target value="%s"/>`, p.Target)
		}
		if p.Actual != "" {
			line(5, `<actual value="%s">`, p.Actual)
			prose(6, "comment", p.Comment)
			line(5, "</actual>")
		}
		if p.Women != "" {
			line(5, `<actual value="%s">`, p.Women)
			line(6, `<dimension name="sex" value="female"/>`)
			line(5, "</actual>")
		}
		line(4, "</period>")
	}
	line(3, "</indicator>")
}
