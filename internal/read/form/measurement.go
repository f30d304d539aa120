package form

import (
	"fmt"

	"github.com/iatilint/iatilint/schema"
)

type measured = *schema.Measurement

// measurement is a target or actual. Only the order of its keys differs from
// that of the end of a baseline, as in the standard.
var measurement = element("measurement",
	measuredValue, measuredLocation, measuredDimension, measuredComment, measuredDocument,
).then((*builder).requireValue)

var baseline = element("baseline",
	required(field("year", yearShape, schema.ParseYear, func(m measured) *schema.Field[int] { return &m.Year })),
	field("iso-date", dateShape, schema.ParseDate, func(m measured) *schema.Field[schema.Date] { return &m.Date }),
	measuredValue, measuredLocation, measuredDimension, measuredDocument, measuredComment,
).then((*builder).requireValue)

var (
	measuredValue     = field("value", numberShape, schema.ParseNumber, func(m measured) *schema.Field[float64] { return &m.Value })
	measuredLocation  = many("location", locationRef, func(m measured) *[]*schema.LocationRef { return &m.Locations })
	measuredDimension = many("dimension", dimension, func(m measured) *[]*schema.Dimension { return &m.Dimensions })
	measuredComment   = one("comment", prose, func(m measured) **schema.Prose { return &m.Comment })
	measuredDocument  = many("document-link", documentLink, func(m measured) *[]*schema.DocumentLink { return &m.DocumentLinks })
)

var locationRef = element("location",
	text("ref", codeShape, func(l *schema.LocationRef) *schema.Text { return &l.Ref }),
).plainAs("ref")

var dimension = element("dimension",
	text("name", textShape, func(d *schema.Dimension) *schema.Text { return &d.Category }),
	text("value", codeShape, func(d *schema.Dimension) *schema.Text { return &d.Value }),
)

// requireValue reports a measurement without the value that versions before 2.03
// require.
func (b *builder) requireValue(m measured) {
	if m.Value.Present() || b.version != "2.01" && b.version != "2.02" {
		return
	}
	b.entry.AddFault(schema.Fault{
		Kind:    schema.InvalidStructure,
		At:      m.Tag,
		Message: fmt.Sprintf("the %s has no value, which version %s of the standard asks for", m.Name(), b.version),
		Hint:    "write the value, or declare version 2.03",
	})
}
