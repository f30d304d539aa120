package history

import (
	"encoding/binary"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/cespare/xxhash/v2"

	"github.com/iatilint/iatilint/schema"
)

// digest is a number for all that an entry says. Two entries with the same
// content have the same, whatever the order of their parts, their spacing, and
// the dates at which they were exported.
func digest(e *schema.Entry) uint64 {
	d := digester{}
	sum := hash("entry", e.Identifier.Value, e.Status.Value, e.Scope.Value)
	schema.Walk(e, func(n schema.Node) { sum += d.node(n) })
	return sum
}

// digester makes the numbers of an entry's nodes. Of each kind that others lie
// in it remembers the last.
type digester struct {
	result    *schema.Result
	indicator *schema.Indicator
	period    *schema.Period

	inResult, inIndicator, inPeriod uint64
}

// node is a number for what a node says by itself and for what it belongs to:
// its place among the titles above it, not its position.
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
		m.text("result", n.Type.Value, truth(n.Aggregation))
		m.number(d.above(n))
	case *schema.Reference:
		m.text("reference", n.Vocabulary.Value, n.Code.Value, n.URI.Value)
		m.number(d.above(n.Parent()))
	case *schema.Indicator:
		m.text("indicator", n.Measure.Value, truth(n.Ascending), truth(n.Aggregation))
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

// above is a number for a node by the titles and dates above it.
func (d *digester) above(n schema.Node) uint64 {
	var m mixer
	m.Reset()
	switch n := n.(type) {
	case *schema.Prose:
		m.text(n.Name())
		m.number(d.above(n.Parent()))
	case *schema.Result:
		if n == d.result {
			return d.inResult
		}
		m.text(titleOf(n.Title))
		d.result, d.inResult = n, m.Sum64()
	case *schema.Indicator:
		if n == d.indicator {
			return d.inIndicator
		}
		m.text(titleOf(n.Title))
		m.number(d.above(n.Parent()))
		d.indicator, d.inIndicator = n, m.Sum64()
	case *schema.Period:
		if n == d.period {
			return d.inPeriod
		}
		m.date(n.Start)
		m.date(n.End)
		m.number(d.above(n.Parent()))
		d.period, d.inPeriod = n, m.Sum64()
	case *schema.Measurement:
		m.text(partOf(n))
		m.number(d.above(n.Parent()))
	default:
		return 0
	}
	return m.Sum64()
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
	var m mixer
	m.Reset()
	m.text(parts...)
	return m.Sum64()
}

// mixer mixes what a node says into a number.
type mixer struct{ xxhash.Digest }

// text mixes in strings, whatever their white space.
func (m *mixer) text(parts ...string) {
	for _, s := range parts {
		if plainlySpaced(s) {
			_, _ = m.WriteString(s)
		} else {
			_, _ = m.WriteString(strings.Join(strings.Fields(s), " "))
		}
		_, _ = m.WriteString("\x01")
	}
}

// plainlySpaced tells a text that has nothing but single spaces, and those
// between words; of one beyond ASCII it doesn't know.
func plainlySpaced(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf || c < ' ' || c == ' ' && before == ' ' {
			return false
		}
		before = c
	}
	return s == "" || before != ' '
}

func (m *mixer) number(n uint64) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], n)
	_, _ = m.Write(b[:])
}

// date mixes in a date as it counts, however it is written.
func (m *mixer) date(f schema.Field[schema.Date]) {
	if !f.OK {
		m.text(f.Value)
		return
	}
	d := f.Parsed
	m.number(uint64(d.Year)<<16 | uint64(d.Month)<<8 | uint64(d.Day))
}
