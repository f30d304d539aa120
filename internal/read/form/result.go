package form

import "github.com/iatilint/iatilint/schema"

var result = element("result",
	required(code("type", codeShape, func(r *schema.Result) *schema.Text { return &r.Type })),
	field("aggregation-status", flagShape, schema.ParseBool, func(r *schema.Result) *schema.Field[bool] { return &r.Aggregation }),
	required(one("title", prose, func(r *schema.Result) **schema.Prose { return &r.Title })),
	one("description", prose, func(r *schema.Result) **schema.Prose { return &r.Description }),
	many("document-link", documentLink, func(r *schema.Result) *[]*schema.DocumentLink { return &r.DocumentLinks }),
	many("reference", resultReference, func(r *schema.Result) *[]*schema.Reference { return &r.References }),
	required(many("indicator", indicator, func(r *schema.Result) *[]*schema.Indicator { return &r.Indicators })),
)

var (
	resultReference    = reference("result-reference", "vocabulary-uri")
	indicatorReference = reference("indicator-reference", "indicator-uri")
)

func reference(name, uri string) *object[*schema.Reference] {
	return element(name,
		required(code("vocabulary", codeShape, func(r *schema.Reference) *schema.Text { return &r.Vocabulary })),
		required(text("code", codeShape, func(r *schema.Reference) *schema.Text { return &r.Code })),
		text(uri, textShape, func(r *schema.Reference) *schema.Text { return &r.URI }),
	)
}

var indicator = element("indicator",
	required(code("measure", codeShape, func(i *schema.Indicator) *schema.Text { return &i.Measure })),
	field("ascending", flagShape, schema.ParseBool, func(i *schema.Indicator) *schema.Field[bool] { return &i.Ascending }),
	field("aggregation-status", flagShape, schema.ParseBool, func(i *schema.Indicator) *schema.Field[bool] { return &i.Aggregation }),
	required(one("title", prose, func(i *schema.Indicator) **schema.Prose { return &i.Title })),
	one("description", prose, func(i *schema.Indicator) **schema.Prose { return &i.Description }),
	many("document-link", documentLink, func(i *schema.Indicator) *[]*schema.DocumentLink { return &i.DocumentLinks }),
	many("reference", indicatorReference, func(i *schema.Indicator) *[]*schema.Reference { return &i.References }),
	many("baseline", baseline, func(i *schema.Indicator) *[]*schema.Measurement { return &i.Baselines }),
	many("period", period, func(i *schema.Indicator) *[]*schema.Period { return &i.Periods }),
)

var period = element("period",
	required(dated("period-start", func(p *schema.Period) *schema.Field[schema.Date] { return &p.Start })),
	required(dated("period-end", func(p *schema.Period) *schema.Field[schema.Date] { return &p.End })),
	many("target", measurement, func(p *schema.Period) *[]*schema.Measurement { return &p.Targets }),
	many("actual", measurement, func(p *schema.Period) *[]*schema.Measurement { return &p.Actuals }),
)
