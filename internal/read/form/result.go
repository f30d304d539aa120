package form

import "github.com/iatilint/iatilint/schema"

var result = object[*schema.Result]{
	make: func() *schema.Result { return new(schema.Result) },
	keys: []key[*schema.Result]{
		code("type", func(r *schema.Result) *schema.Text { return &r.Type }),
		flag("aggregation-status", func(r *schema.Result) *schema.Field[bool] { return &r.Aggregation }),
		one("title", &prose, func(r *schema.Result) **schema.Prose { return &r.Title }),
		one("description", &prose, func(r *schema.Result) **schema.Prose { return &r.Description }),
		many("document-link", &documentLink, func(r *schema.Result) *[]*schema.DocumentLink { return &r.DocumentLinks }),
		many("reference", &resultReference, func(r *schema.Result) *[]*schema.Reference { return &r.References }),
		many("indicator", &indicator, func(r *schema.Result) *[]*schema.Indicator { return &r.Indicators }),
	},
}

var resultReference = reference("vocabulary-uri")
var indicatorReference = reference("indicator-uri")

func reference(uri string) object[*schema.Reference] {
	return object[*schema.Reference]{
		make: func() *schema.Reference { return new(schema.Reference) },
		keys: []key[*schema.Reference]{
			code("vocabulary", func(r *schema.Reference) *schema.Text { return &r.Vocabulary }),
			text("code", func(r *schema.Reference) *schema.Text { return &r.Code }),
			text(uri, func(r *schema.Reference) *schema.Text { return &r.URI }),
		},
	}
}

var indicator = object[*schema.Indicator]{
	make: func() *schema.Indicator { return new(schema.Indicator) },
	keys: []key[*schema.Indicator]{
		code("measure", func(i *schema.Indicator) *schema.Text { return &i.Measure }),
		flag("ascending", func(i *schema.Indicator) *schema.Field[bool] { return &i.Ascending }),
		flag("aggregation-status", func(i *schema.Indicator) *schema.Field[bool] { return &i.Aggregation }),
		one("title", &prose, func(i *schema.Indicator) **schema.Prose { return &i.Title }),
		one("description", &prose, func(i *schema.Indicator) **schema.Prose { return &i.Description }),
		many("document-link", &documentLink, func(i *schema.Indicator) *[]*schema.DocumentLink { return &i.DocumentLinks }),
		many("reference", &indicatorReference, func(i *schema.Indicator) *[]*schema.Reference { return &i.References }),
		many("baseline", &baseline, func(i *schema.Indicator) *[]*schema.Measurement { return &i.Baselines }),
		many("period", &period, func(i *schema.Indicator) *[]*schema.Period { return &i.Periods }),
	},
}

var period = object[*schema.Period]{
	make: func() *schema.Period { return new(schema.Period) },
	keys: []key[*schema.Period]{
		dated("period-start", func(p *schema.Period) *schema.Field[schema.Date] { return &p.Start }),
		dated("period-end", func(p *schema.Period) *schema.Field[schema.Date] { return &p.End }),
		many("target", &measurement, func(p *schema.Period) *[]*schema.Measurement { return &p.Targets }),
		many("actual", &measurement, func(p *schema.Period) *[]*schema.Measurement { return &p.Actuals }),
	},
}
