package history

import (
	"strconv"
	"strings"

	"github.com/cespare/xxhash/v2"

	"github.com/iatilint/iatilint/schema"
)

// digest is a number for all that an entry says. Two entries with the same
// content have the same, whatever the order of their parts, their spacing, and
// the dates at which they were exported.
func digest(e *schema.Entry) uint64 {
	sum := hash("entry", e.Identifier.Value, e.Status.Value, e.Scope.Value)
	schema.Walk(e, func(n schema.Node) { sum += nodeDigest(n) })
	return sum
}

// nodeDigest is a number for what a node says by itself and for what it belongs
// to: its place among the titles above it, not its position.
func nodeDigest(n schema.Node) uint64 {
	switch n := n.(type) {
	case *schema.Narrative:
		return hash("narrative", n.Lang, n.Value, above(n.Parent()))
	case *schema.Organisation:
		return hash(n.Name(), n.Ref.Value, n.Type.Value, n.Role.Value, n.ActivityID.Value)
	case *schema.OtherIdentifier:
		return hash("other-identifier", n.Ref.Value, n.Type.Value)
	case *schema.ActivityDate:
		return hash("activity-date", n.Type.Value, day(n.Date))
	case *schema.RelatedActivity:
		return hash("related-activity", n.Ref.Value, n.Type.Value)
	case *schema.Location:
		return hash("location", n.Ref.Value)
	case *schema.Result:
		return hash("result", n.Type.Value, truth(n.Aggregation), above(n))
	case *schema.Reference:
		return hash("reference", n.Vocabulary.Value, n.Code.Value, n.URI.Value, above(n.Parent()))
	case *schema.Indicator:
		return hash("indicator", n.Measure.Value, truth(n.Ascending), truth(n.Aggregation), above(n))
	case *schema.Period:
		return hash("period", above(n))
	case *schema.Measurement:
		return hash(n.Name(), number(n), n.Year.Value, day(n.Date), above(n))
	case *schema.DocumentLink:
		return hash("document-link", n.URL.Value, n.Format.Value, above(n.Parent()))
	}
	return 0
}

// above names a node by the titles and dates above it.
func above(n schema.Node) string {
	switch n := n.(type) {
	case *schema.Prose:
		return n.Name() + "\x00" + above(n.Parent())
	case *schema.Result:
		return titleOf(n.Title)
	case *schema.Indicator:
		return titleOf(n.Title) + "\x00" + above(n.Parent())
	case *schema.Period:
		return day(n.Start) + "\x00" + day(n.End) + "\x00" + above(n.Parent())
	case *schema.Measurement:
		return partOf(n) + "\x00" + above(n.Parent())
	}
	return ""
}

// truth is a truth value as it counts: true is 1.
func truth(f schema.Field[bool]) string {
	if f.OK {
		return strconv.FormatBool(f.Parsed)
	}
	return f.Value
}

func titleOf(p *schema.Prose) string {
	if p == nil || len(p.Narratives) == 0 {
		return ""
	}
	return p.Narratives[0].Value
}

// hash mixes strings, white space collapsed, into a number.
func hash(parts ...string) uint64 {
	var h xxhash.Digest
	h.Reset()
	for _, part := range parts {
		_, _ = h.WriteString(strings.Join(strings.Fields(part), " "))
		_, _ = h.WriteString("\x01")
	}
	return h.Sum64()
}
