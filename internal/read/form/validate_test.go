package form

import (
	"cmp"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	diff "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/iatilint/iatilint/schema"
)

// good are entries that conform, with every key between them.
var good = []string{
	`{}`,
	`{"kind": "outcome", "id": "A-1", "title": "Women vote", "narrative": null, "result": []}`,
	`{
	"iati-identifier": 7, "xml:lang": "en", "last-updated-datetime": "2024-01-31T10:00:00.5+02:00",
	"reporting-org": {"ref": "X", "type": "40", "narrative": ["One", {"xml:lang": "fr", "text": "Un"}]},
	"title": {"narrative": [{"text": "Women vote"}]},
	"description": ["Told.", {"type": 2, "narrative": "Told again."}],
	"participating-org": [{"ref": "X", "type": "40", "role": "1", "activity-id": "X-1", "narrative": "One"}],
	"other-identifier": {"ref": "Y", "type": "B1"},
	"activity-status": {"code": "2"}, "activity-date": {"type": "1", "iso-date": " 2024-01-31Z "}, "activity-scope": 4,
	"location": ["L1", {"ref": "L2"}], "default-aid-type": ["A01", {"code": "B02"}],
	"related-activity": [{"ref": "X-2", "type": 1}],
	"document-link": {"url": "u", "format": "text/html", "title": "T", "description": "D", "category": "A08", "language": ["en"], "document-date": "2024-01-31"},
	"elsewhere": {"element": "sector", "type": "1", "narrative": ["N"]},
	"result": [{
		"type": "2", "aggregation-status": true, "title": "R", "description": "D", "document-link": [],
		"reference": {"vocabulary": "99", "code": "1", "vocabulary-uri": "u"},
		"indicator": {
			"measure": 1, "ascending": "1", "aggregation-status": 0, "title": "I", "description": "D", "document-link": [],
			"reference": [{"vocabulary": "99", "code": 1, "indicator-uri": "u"}],
			"baseline": {
				"year": 2020, "iso-date": "2020-12-31", "value": 1.5e3, "location": "L1", "dimension": [{"name": "sex", "value": "f"}],
				"document-link": [], "comment": {"narrative": "C"}
			},
			"period": [{
				"period-start": "2023-01-01", "period-end": {"iso-date": "2023-12-31"},
				"target": {"value": "5", "location": {"ref": "L1"}, "dimension": {"name": "sex", "value": 1}, "comment": "C", "document-link": []},
				"actual": [{"value": -0.5}, {}]
			}]
		}
	}]
}`,
}

// The parts of good entries are never in doubt: then nothing would be gained.
func TestSure(t *testing.T) {
	for _, text := range good {
		entry.shape.doubtful(decode(text), nil, func(_ *Shape, _ *Value, at []step) { t.Errorf("%q is in doubt in %.40s", tokens(at), text) })
	}
}

// A key that the file has no place for is not missing, nor is that in doubt.
func TestSureOfElsewhere(t *testing.T) {
	v := decode(`{"result": [{"title": "R", "indicator": []}]}`)
	v.Get("result").Items[0].NotInFormat = []string{"type"}
	entry.shape.doubtful(v, nil, func(_ *Shape, _ *Value, at []step) { t.Errorf("%q is in doubt", tokens(at)) })
}

// Every key of the schema is in a good entry, so that each is changed below.
func TestGoodIsWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, text := range good {
		for _, n := range nodes(decode(text)) {
			for _, m := range n.Members {
				seen[m.Key] = true
			}
		}
	}
	for name, definition := range definitionTexts(t) {
		for key := range definition.Properties {
			if !seen[key] {
				t.Errorf("no good entry has the %s of %s", key, name)
			}
		}
	}
}

// A part that is passed over has nothing wrong with it, and a part that is asked
// about has the faults that it has in the whole.
func TestSamePartsSameFaults(t *testing.T) {
	for _, text := range good {
		for i := range nodes(decode(text)) {
			for j := range changes {
				v := decode(text)
				change(v, i, j)
				sameFaults(t, v)
			}
		}
	}
}

func FuzzSamePartsSameFaults(f *testing.F) {
	for i, text := range good {
		f.Add(text, uint(i), uint(i), uint(7), uint(3))
	}
	f.Fuzz(func(t *testing.T, text string, node, how, otherNode, otherHow uint) {
		v := decode(text)
		if v == nil || v.Kind != Object {
			return
		}
		change(v, int(node%math.MaxInt32), int(how%math.MaxInt32))
		change(v, int(otherNode%math.MaxInt32), int(otherHow%math.MaxInt32))
		sameFaults(t, v)
	})
}

func sameFaults(t *testing.T, v *Value) {
	t.Helper()
	e := &schema.Entry{Kind: schema.OutcomeEntry}
	var got []schema.Fault
	violations(e, v, func(found []schema.Fault) { got = append(got, found...) })
	want := validate(e, v, nil, entry.shape, v)
	for _, faults := range [][]schema.Fault{got, want} {
		slices.SortFunc(faults, func(a, b schema.Fault) int {
			return cmp.Or(cmp.Compare(a.At.Start, b.At.Start), cmp.Compare(a.Message, b.Message), cmp.Compare(a.Hint, b.Hint))
		})
	}
	if d := diff.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("in parts there are other faults than in the whole (-whole +parts):\n%s", d)
	}
}

// nodes are a value and all in it.
func nodes(v *Value) []*Value {
	all := []*Value{v}
	for _, item := range v.Items {
		all = append(all, nodes(item)...)
	}
	for _, m := range v.Members {
		all = append(all, nodes(m.Value)...)
	}
	return all
}

// change changes one node of a value in one way.
func change(v *Value, node, how int) {
	all := nodes(v)
	changes[how%len(changes)](all[node%len(all)])
}

var changes = []func(*Value){
	func(*Value) {},
	func(v *Value) { v.Members = v.Members[:max(0, len(v.Members)-1)] },
	func(v *Value) { v.Members = v.Members[min(1, len(v.Members)):] },
	func(v *Value) {
		for _, m := range v.Members {
			v.NotInFormat = append(v.NotInFormat, m.Key)
		}
		v.Members = nil
	},
	func(v *Value) { v.Members = append(v.Members, v.Members...) },
	func(v *Value) {
		v.Members = append(v.Members, Member{Key: "titel", Value: &Value{Kind: String, Text: "x"}})
	},
	func(v *Value) {
		v.Members = append(v.Members, Member{Key: "x-iatilint-ignore", Value: &Value{Kind: Number, Text: "1"}})
	},
	func(v *Value) { v.Items = append(v.Items, &Value{}, &Value{Kind: List}, &Value{Kind: Bool}) },
	func(v *Value) { v.Kind = Null },
	func(v *Value) { v.Kind, v.Text = Bool, "true" },
	func(v *Value) { v.Kind, v.Text = Number, "2024" },
	func(v *Value) { v.Kind, v.Text = Number, "-2.5e1" },
	func(v *Value) { v.Kind, v.Text = String, "soon" },
	func(v *Value) { v.Kind, v.Text = String, "2024-02-30T00:00:00Z" },
	func(v *Value) { v.Kind, v.Text = String, "2024-02-30" },
	func(v *Value) { v.Kind = List },
	func(v *Value) { v.Kind = Object },
}

// decode makes a value of JSON, each part at a place of its own; nil of what is
// no JSON.
func decode(text string) *Value {
	d := &decoding{from: jsontext.NewDecoder(strings.NewReader(text), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))}
	v := d.value()
	if _, err := d.from.ReadToken(); d.failed || err != io.EOF {
		return nil
	}
	return v
}

type decoding struct {
	from   *jsontext.Decoder
	place  int32
	failed bool
}

func (d *decoding) token() jsontext.Token {
	token, err := d.from.ReadToken()
	d.failed = d.failed || err != nil
	d.place++
	return token
}

func (d *decoding) value() *Value {
	token := d.token()
	v := &Value{At: schema.Range{Start: d.place, End: d.place + 1}}
	switch token.Kind() {
	case 't', 'f':
		v.Kind, v.Text = Bool, token.String()
	case '0':
		v.Kind, v.Text = Number, token.String()
	case '"':
		v.Kind, v.Text = String, token.String()
	case '[':
		v.Kind = List
		for !d.failed && d.from.PeekKind() != ']' {
			v.Items = append(v.Items, d.value())
		}
		d.token()
	case '{':
		v.Kind = Object
		for !d.failed && d.from.PeekKind() != '}' {
			key := d.token()
			m := Member{Key: key.String(), KeyAt: schema.Range{Start: d.place, End: d.place + 1}}
			m.Value = d.value()
			v.Members = append(v.Members, m)
		}
		d.token()
	}
	return v
}
