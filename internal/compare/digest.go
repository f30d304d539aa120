package compare

import (
	"encoding/binary"

	"github.com/cespare/xxhash/v2"

	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// digest returns a hash of all that an entry says. It does not depend on the order
// of its parts, on white space, nor on the date of the export.
func digest(e *schema.Entry) uint64 {
	d := digester{}
	sum := hash("entry", e.Identifier.Value, e.Status.Value, e.Scope.Value)
	schema.Walk(e, func(n schema.Node) { sum += d.node(n) })
	return sum
}

// digester hashes the nodes of an entry. It caches the hash of the last node of
// each kind for what the node holds.
type digester struct {
	last [schema.Kinds]struct {
		node  schema.Node
		above uint64
	}
}

// node returns a hash of a node and of the titles above it, whatever its position.
func (d *digester) node(n schema.Node) uint64 {
	var m mixer
	m.Reset()
	switch n := n.(type) {
	case *schema.Narrative:
		m.text("narrative", n.Lang, n.Value)
		m.number(d.above(n.Parent()))
	case *schema.Organisation:
		m.text(n.Name(), n.Ref.Value, n.Type.Value, n.Role.Value, n.ActivityID.Value)
	case *schema.OtherIdentifier:
		m.text("other-identifier", n.Ref.Value, n.Type.Value)
	case *schema.ActivityDate:
		m.text("activity-date", n.Type.Value)
		m.date(n.Date)
	case *schema.RelatedActivity:
		m.text("related-activity", n.Ref.Value, n.Type.Value)
	case *schema.Location:
		m.text("location", n.Ref.Value)
	case *schema.Result:
		m.text("result", n.Type.Value, canonicalBool(n.Aggregation))
		m.number(d.above(n))
	case *schema.Reference:
		m.text("reference", n.Vocabulary.Value, n.Code.Value, n.URI.Value)
		m.number(d.above(n.Parent()))
	case *schema.Indicator:
		m.text("indicator", n.Measure.Value, canonicalBool(n.Ascending), canonicalBool(n.Aggregation))
		m.number(d.above(n))
	case *schema.Period:
		m.text("period")
		m.number(d.above(n))
	case *schema.Measurement:
		m.text(n.Name(), number(n), n.Year.Value)
		m.date(n.Date)
		m.number(d.above(n))
	case *schema.DocumentLink:
		m.text("document-link", n.URL.Value, n.Format.Value)
		m.number(d.above(n.Parent()))
	default:
		return 0
	}
	return m.Sum64()
}

// above returns a hash of a node by the titles and dates above it.
func (d *digester) above(n schema.Node) uint64 {
	last := &d.last[schema.KindOf(n)]
	if last.node == n {
		return last.above
	}
	var m mixer
	m.Reset()
	switch n := n.(type) {
	case *schema.Prose:
		m.text(n.Name())
		m.number(d.above(n.Parent()))
	case *schema.Result:
		m.text(describe.Text(n.Title))
	case *schema.Indicator:
		m.text(describe.Text(n.Title))
		m.number(d.above(n.Parent()))
	case *schema.Period:
		m.date(n.Start)
		m.date(n.End)
		m.number(d.above(n.Parent()))
	case *schema.Measurement:
		m.text(part(n))
		m.number(d.above(n.Parent()))
	default:
		return 0
	}
	last.node, last.above = n, m.Sum64()
	return last.above
}

// hash returns a hash of strings, whatever their white space.
func hash(parts ...string) uint64 {
	var m mixer
	m.Reset()
	m.text(parts...)
	return m.Sum64()
}

// mixer is a hash of what a node says.
type mixer struct{ xxhash.Digest }

// text mixes in strings, whatever their white space.
func (m *mixer) text(parts ...string) {
	for _, s := range parts {
		_, _ = m.WriteString(describe.Words(s))
		_, _ = m.WriteString("\x01")
	}
}

func (m *mixer) number(n uint64) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], n)
	_, _ = m.Write(b[:])
}

// date mixes in a date, however it is written.
func (m *mixer) date(f schema.Field[schema.Date]) {
	if !f.OK {
		m.text(f.Value)
		return
	}
	d := f.Parsed
	m.number(uint64(d.Year)<<16 | uint64(d.Month)<<8 | uint64(d.Day))
}
