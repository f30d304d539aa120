package changes

import (
	"cmp"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// words collapses white space, which is no difference.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }

// label names a node in words: `indicator "Wells drilled"`, "target (sex:
// female)".
func label(n schema.Node) string {
	switch n := n.(type) {
	case *schema.Entry:
		return string(n.Kind)
	case *schema.Result:
		return titled("result", n.Title)
	case *schema.Indicator:
		return titled("indicator", n.Title)
	case *schema.Period:
		return dayOr(n.Start, "no start") + " to " + dayOr(n.End, "no end")
	case *schema.Measurement:
		return with(n.Name(), parts(n)...)
	case *schema.Reference:
		return with("reference", "vocabulary "+cmp.Or(words(n.Vocabulary.Value), "not given"))
	case *schema.DocumentLink:
		return "document link"
	case *schema.OtherIdentifier:
		return with("other identifier", "type "+cmp.Or(words(n.Type.Value), "not given"))
	case *schema.ActivityDate:
		return with("date", dateKinds(words(n.Type.Value)))
	case *schema.Organisation:
		return strings.ReplaceAll(n.Name(), "-org", " organisation")
	case *schema.RelatedActivity:
		return with("related activity", "type "+cmp.Or(words(n.Type.Value), "not given"))
	case *schema.Location:
		return "location"
	}
	return ""
}

// with adds what tells a part from others of its name.
func with(name string, details ...string) string {
	if len(details) == 0 {
		return name
	}
	return name + " (" + strings.Join(details, ", ") + ")"
}

func titled(name string, title *schema.Prose) string {
	if title == nil || len(title.Narratives) == 0 || words(title.Narratives[0].Value) == "" {
		return name + " without a title"
	}
	return name + ` "` + words(title.Narratives[0].Value) + `"`
}

func dayOr(f schema.Field[schema.Date], none string) string { return cmp.Or(day(f), none) }

func day(f schema.Field[schema.Date]) string {
	if f.OK {
		return f.Parsed.String()
	}
	return words(f.Value)
}

// parts says which part of a total a measurement is.
func parts(m *schema.Measurement) []string {
	var list []string
	for _, d := range m.Dimensions {
		list = append(list, words(d.Category.Value)+": "+words(d.Value.Value))
	}
	for _, l := range m.Locations {
		list = append(list, "location "+words(l.Ref.Value))
	}
	return list
}

// dateKinds names the types of activity dates.
func dateKinds(code string) string {
	switch code {
	case "1":
		return "planned start"
	case "2":
		return "actual start"
	case "3":
		return "planned end"
	case "4":
		return "actual end"
	}
	return "type " + cmp.Or(code, "not given")
}

func parent(n schema.Node) schema.Node {
	held, ok := n.(interface{ Parent() schema.Node })
	if !ok {
		return nil
	}
	return held.Parent()
}
