package xmlread

import "github.com/iatilint/iatilint/schema"

// result reads a result.
func (p *parser) result(index int) *schema.Result {
	r := &schema.Result{
		Type:        p.attribute("type"),
		Aggregation: schema.Parse(p.attribute("aggregation-status"), schema.ParseBool),
	}
	p.attach(r, p.entry, "result", index, p.tag())
	p.children(func(name []byte) {
		switch string(name) {
		case "title":
			r.Title = p.prose(r, 0)
		case "description":
			r.Description = p.prose(r, 0)
		case "document-link":
			r.DocumentLinks = append(r.DocumentLinks, p.documentLink(r, len(r.DocumentLinks)))
		case "reference":
			r.References = append(r.References, p.reference(r, "vocabulary-uri", len(r.References)))
		case "indicator":
			r.Indicators = append(r.Indicators, p.indicator(r, len(r.Indicators)))
		default:
			p.elsewhere()
		}
	})
	return r
}

func (p *parser) indicator(r *schema.Result, index int) *schema.Indicator {
	i := p.indicators.New()
	i.Measure = p.attribute("measure")
	i.Ascending = schema.Parse(p.attribute("ascending"), schema.ParseBool)
	i.Aggregation = schema.Parse(p.attribute("aggregation-status"), schema.ParseBool)
	p.attach(i, r, "indicator", index, p.tag())
	p.children(func(name []byte) {
		switch string(name) {
		case "title":
			i.Title = p.prose(i, 0)
		case "description":
			i.Description = p.prose(i, 0)
		case "document-link":
			i.DocumentLinks = append(i.DocumentLinks, p.documentLink(i, len(i.DocumentLinks)))
		case "reference":
			i.References = append(i.References, p.reference(i, "indicator-uri", len(i.References)))
		case "baseline":
			i.Baselines = p.measurementLists.Append(i.Baselines, 1, p.measurement(i, len(i.Baselines)))
		case "period":
			i.Periods = p.periodLists.Append(i.Periods, 4, p.period(i, len(i.Periods)))
		default:
			p.elsewhere()
		}
	})
	return i
}

func (p *parser) reference(parent schema.Node, uri string, index int) *schema.Reference {
	r := &schema.Reference{
		Vocabulary: p.attribute("vocabulary"),
		Code:       p.attribute("code"),
		URI:        p.attribute(uri),
	}
	p.attach(r, parent, "reference", index, p.tag())
	return r
}

func (p *parser) period(i *schema.Indicator, index int) *schema.Period {
	period := p.periods.New()
	p.attach(period, i, "period", index, p.tag())
	p.children(func(name []byte) {
		switch string(name) {
		case "period-start":
			period.Start = schema.Parse(p.attribute("iso-date"), schema.ParseDate)
		case "period-end":
			period.End = schema.Parse(p.attribute("iso-date"), schema.ParseDate)
		case "target":
			period.Targets = p.measurementLists.Append(period.Targets, 1, p.measurement(period, len(period.Targets)))
		case "actual":
			period.Actuals = p.measurementLists.Append(period.Actuals, 1, p.measurement(period, len(period.Actuals)))
		default:
			p.elsewhere()
		}
	})
	return period
}

// measurement reads a baseline, target or actual.
func (p *parser) measurement(parent schema.Node, index int) *schema.Measurement {
	m := p.measurements.New()
	m.Value = schema.Parse(p.attribute("value"), schema.ParseNumber)
	m.Year = schema.Parse(p.attribute("year"), schema.ParseYear)
	m.Date = schema.Parse(p.attribute("iso-date"), schema.ParseDate)
	p.attach(m, parent, measurementName(p.scanner.Local()), index, p.tag())
	p.children(func(name []byte) {
		switch string(name) {
		case "location":
			l := &schema.LocationRef{Ref: p.attribute("ref")}
			p.attach(l, m, "location", len(m.Locations), p.tag())
			m.Locations = append(m.Locations, l)
		case "dimension":
			d := p.dimensions.New()
			d.Category, d.Value = p.attribute("name"), p.attribute("value")
			p.attach(d, m, "dimension", len(m.Dimensions), p.tag())
			m.Dimensions = p.dimensionLists.Append(m.Dimensions, 1, d)
		case "comment":
			m.Comment = p.prose(m, 0)
		case "document-link":
			m.DocumentLinks = append(m.DocumentLinks, p.documentLink(m, len(m.DocumentLinks)))
		default:
			p.elsewhere()
		}
	})
	return m
}

func (p *parser) documentLink(parent schema.Node, index int) *schema.DocumentLink {
	l := &schema.DocumentLink{URL: p.attribute("url"), Format: p.attribute("format")}
	p.attach(l, parent, "document-link", index, p.tag())
	p.children(func(name []byte) {
		switch string(name) {
		case "title":
			l.Title = p.prose(l, 0)
		case "description":
			l.Description = p.prose(l, 0)
		case "category":
			l.Categories = append(l.Categories, p.attribute("code"))
		case "language":
			l.Languages = append(l.Languages, p.attribute("code"))
		case "document-date":
			l.Date = schema.Parse(p.attribute("iso-date"), schema.ParseDate)
		default:
			p.elsewhere()
		}
	})
	return l
}

// prose reads a title, description or comment.
func (p *parser) prose(parent schema.Node, index int) *schema.Prose {
	prose := p.proses.New()
	prose.Type = p.attribute("type")
	p.attach(prose, parent, proseName(p.scanner.Local()), index, p.tag())
	p.children(func(name []byte) {
		if string(name) == "narrative" {
			prose.Narratives = p.narrativeLists.Append(prose.Narratives, 1, p.narrative(prose, len(prose.Narratives)))
		}
	})
	return prose
}

// proseName returns the element's name without an allocation for each.
func proseName(name []byte) string {
	switch string(name) {
	case "title":
		return "title"
	case "description":
		return "description"
	}
	return "comment"
}

// measurementName returns the element's name without an allocation for each.
func measurementName(name []byte) string {
	switch string(name) {
	case schema.Target:
		return schema.Target
	case schema.Actual:
		return schema.Actual
	}
	return schema.Baseline
}

func (p *parser) narrative(parent schema.Node, index int) *schema.Narrative {
	n := p.narratives.New()
	n.Language, n.Lang = p.language(), p.lang
	p.attach(n, parent, "narrative", index, p.tag())
	if n.Language.Present() {
		n.Lang = schema.PrimaryLanguage(n.Language.Value)
	}
	n.Text = p.content()
	return n
}
