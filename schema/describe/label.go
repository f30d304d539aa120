package describe

import (
	"cmp"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Label names a node beside its siblings: `indicator "Wells drilled"`, "target
// (sex: female)".
func Label(n schema.Node) string {
	switch n := n.(type) {
	case *schema.Entry:
		return string(n.Kind)
	case *schema.Result:
		return titled("result", n.Title)
	case *schema.Indicator:
		return titled("indicator", n.Title)
	case *schema.Period:
		return Period(n)
	case *schema.Measurement:
		return With(n.Name(), Splits(n, "location")...)
	case *schema.Reference:
		return With("reference", "vocabulary "+given(n.Vocabulary))
	case *schema.DocumentLink:
		return "document link"
	case *schema.OtherIdentifier:
		return With("other identifier", "type "+given(n.Type))
	case *schema.ActivityDate:
		return With("date", dateType(n.Type))
	case *schema.Organisation:
		return strings.ReplaceAll(n.Name(), "-org", " organisation")
	case *schema.RelatedActivity:
		return With("related activity", "type "+given(n.Type))
	case *schema.Location:
		return "location"
	}
	return ""
}

// With returns a name with the details that tell it from others in brackets.
func With(name string, details ...string) string {
	if len(details) == 0 {
		return name
	}
	return name + " (" + strings.Join(details, ", ") + ")"
}

func titled(name string, title *schema.Prose) string {
	if text := Words(Text(title)); text != "" {
		return name + ` "` + text + `"`
	}
	return name + " without a title"
}

func given(code schema.Text) string { return cmp.Or(Words(code.Value), "not given") }

// dateType names the type of an activity date.
func dateType(code schema.Text) string {
	switch Words(code.Value) {
	case "1":
		return "planned start"
	case "2":
		return "actual start"
	case "3":
		return "planned end"
	case "4":
		return "actual end"
	}
	return "type " + given(code)
}
