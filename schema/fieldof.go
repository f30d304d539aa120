package schema

// FieldOf names the field of an entry that a place in one of its nodes belongs
// to, in the terms of the report: identifier, title, description,
// result.title, …, dimension, or "" for none of these.
func FieldOf(e *Entry, n Node, at Range) string {
	switch n := n.(type) {
	case *Entry:
		if at == e.Identifier.At {
			return "identifier"
		}
	case *Narrative:
		return FieldOf(e, n.parent, at)
	case *Prose:
		return proseField(n)
	case *Measurement:
		return n.name
	case *Period:
		return "period"
	case *Reference:
		return "reference"
	case *DocumentLink:
		return "document-link"
	case *Location, *LocationRef:
		return "location"
	case *Dimension:
		return "dimension"
	}
	return ""
}

func proseField(p *Prose) string {
	switch p.parent.(type) {
	case *Entry:
		if p.name == "title" || p.name == "description" {
			return p.name
		}
	case *Result:
		return "result." + p.name
	case *Indicator:
		return "indicator." + p.name
	case *Measurement:
		return "comment"
	case *DocumentLink:
		return "document-link"
	}
	return ""
}
