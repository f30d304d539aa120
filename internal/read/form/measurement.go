package form

import (
	"fmt"

	"github.com/iatilint/iatilint/schema"
)

type measured = *schema.Measurement

// measurement is a target or actual. Only the order of its keys differs from
// that of the end of a baseline, as in the standard.
var measurement = object[measured]{
	make: func() measured { return new(schema.Measurement) },
	done: (*builder).valueOwed,
	keys: []key[measured]{measuredValue, measuredLocation, measuredDimension, measuredComment, measuredDocument},
}

var baseline = object[measured]{
	make: func() measured { return new(schema.Measurement) },
	done: (*builder).valueOwed,
	keys: []key[measured]{
		number("year", schema.ParseYear, func(m measured) *schema.Field[int] { return &m.Year }),
		date("iso-date", func(m measured) *schema.Field[schema.Date] { return &m.Date }),
		measuredValue, measuredLocation, measuredDimension, measuredDocument, measuredComment,
	},
}

var (
	measuredValue     = number("value", schema.ParseNumber, func(m measured) *schema.Field[float64] { return &m.Value })
	measuredLocation  = many("location", &locationRef, func(m measured) *[]*schema.LocationRef { return &m.Locations })
	measuredDimension = many("dimension", &dimension, func(m measured) *[]*schema.Dimension { return &m.Dimensions })
	measuredComment   = one("comment", &prose, func(m measured) **schema.Prose { return &m.Comment })
	measuredDocument  = many("document-link", &documentLink, func(m measured) *[]*schema.DocumentLink { return &m.DocumentLinks })
)

var locationRef = object[*schema.LocationRef]{
	make:  func() *schema.LocationRef { return new(schema.LocationRef) },
	short: "ref",
	keys: []key[*schema.LocationRef]{
		text("ref", func(l *schema.LocationRef) *schema.Text { return &l.Ref }),
	},
}

var dimension = object[*schema.Dimension]{
	make: func() *schema.Dimension { return new(schema.Dimension) },
	keys: []key[*schema.Dimension]{
		text("name", func(d *schema.Dimension) *schema.Text { return &d.Category }),
		text("value", func(d *schema.Dimension) *schema.Text { return &d.Value }),
	},
}

// valueOwed reports a measurement without the value that versions before 2.03
// ask for.
func (b *builder) valueOwed(m measured) {
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
