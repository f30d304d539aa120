package yamlread

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/schema"
)

// texts are the nodes of all documents that are texts.
func texts(t *testing.T, text string) ([]*node, *documents) {
	t.Helper()
	d := newDocuments(text)
	var all []*node
	var add func(*node)
	add = func(n *node) {
		switch {
		case n.alias:
			return
		case n.kind == form.String:
			all = append(all, n)
		}
		for _, child := range n.children {
			add(child)
		}
	}
	for {
		n, fault, err := d.next()
		if errors.Is(err, io.EOF) {
			return all, d
		}
		if err != nil {
			t.Fatal(err)
		}
		if fault == nil {
			add(n)
		}
	}
}

func segmentsOf(n *node) []segment {
	if n.segments == nil {
		return []segment{{}}
	}
	return *n.segments
}

// TestPlacesWithinTexts finds the word "word" in texts of every style.
func TestPlacesWithinTexts(t *testing.T) {
	for _, c := range []struct{ name, text, value string }{
		{"plain", "k: a word here", "a word here"},
		{"plain over lines", "k: a\n  word\n\n  here  # no word\nl: x", "a word\nhere"},
		{"plain after a tag and an anchor", "k: !!str &a\n  # comment\n  a word", "a word"},
		{"single quotes", "k: 'it''s a word'", "it's a word"},
		{"single quotes over lines", "k: 'it''s  \n   a word\n\n\n  or '", "it's a word\n\nor "},
		{"double quotes", `k: "\"é\u00e9\U0001F642\x41\L word \t"`, "\"éé🙂A\u2028 word \t"},
		{"double quotes over lines", "k: \"a\\\n   b\\ \\\n  \\ word\n  c\n\n  d\"", "ab  word c\nd"},
		{"literal", "k: |\n  one\n\n    two\n  a word é\n", "one\n\n  two\na word é\n"},
		{"literal, stripped", "k: |-  # comment\n\n  a word\n\n", "\na word"},
		{"literal, kept", "k: |+\n  a word\n\n\nl: x", "a word\n\n\n"},
		{"literal, indentation given", "k: |2\n     deep\n   word\n", "   deep\n word\n"},
		{"literal with CRLF", "k: |\r\n  one\r\n  word\r\n", "one\nword\n"},
		{"literal in a list", "- |\n a\n word\n- b", "a\nword\n"},
		{"folded", "k: >\n  one\n  two\n\n  three\n    deep\n  a word\n", "one two\nthree\n  deep\na word\n"},
		{"folded, stripped", "k: >-\n\n  one\n  word\n", "\none word"},
		{"folded, kept", "k: >+\n  one\n  word\n\n", "one word\n\n"},
		{"folded, an empty line before what is indented", "k: >\n  one\n\n    deep\n\n  word", "one\n\n  deep\n\nword"},
		{"flow list", "k: [a, \"b\", {c: d word}, 'x']", "d word"},
		{"a line of its own", "--- |\n a\n word\n...\n--- b", "a\nword\n"},
		{"separators of lines in Unicode", "k: 'a\u2028b word'", "a\u2028b word"},
	} {
		found := false
		all, d := texts(t, c.text)
		if d.missed > 0 {
			t.Errorf("%s: %d texts were not understood", c.name, d.missed)
		}
		for _, n := range all {
			from := strings.Index(n.text, "word")
			if from < 0 {
				continue
			}
			found = true
			if n.text != c.value {
				t.Errorf("%s: value %q, want %q", c.name, n.text, c.value)
			}
			rawFrom, rawTo := rawSpan(segmentsOf(n), n.at.Len(), from, from+len("word"))
			if got := c.text[n.at.Sub(rawFrom, rawTo).Start:n.at.Sub(rawFrom, rawTo).End]; got != "word" {
				t.Errorf("%s: %q", c.name, got)
			}
		}
		if !found {
			t.Errorf("%s: no word in %d texts", c.name, len(all))
		}
	}
}

// read reads a whole file: its faults and those of its entries, and where they are.
func read(t *testing.T, text string) (entries []*schema.Entry, faults []string) {
	t.Helper()
	file := &schema.File{Path: "a.yaml", Format: schema.YAML}
	r := New(strings.NewReader(text), file, form.Options{})
	word := func(f schema.Fault, source *schema.Source) string {
		if f.Source != nil {
			source = f.Source
		}
		at := source.Span(f.At).Start
		s := fmt.Sprintf("%d:%d %s: %s", at.Line, at.Column, ruleOf(f.Kind), f.Message)
		for _, r := range f.Related {
			at := source.Span(r.At).Start
			s += fmt.Sprintf(" (%d:%d %s)", at.Line, at.Column, r.Message)
		}
		return s
	}
	for {
		job, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, job())
	}
	for _, f := range r.File().Faults {
		faults = append(faults, word(f, r.File().Head))
	}
	for _, e := range entries {
		for _, f := range e.Faults {
			faults = append(faults, word(f, e.Source))
		}
	}
	return entries, faults
}

func TestFaults(t *testing.T) {
	bomb := "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
	for i := range 8 {
		one := string(rune('a' + i))
		bomb += fmt.Sprintf("%c: &%c [*%s, *%s, *%s, *%s, *%s, *%s, *%s, *%s, *%s, *%s]\n", one[0]+1, one[0]+1, one, one, one, one, one, one, one, one, one, one)
	}
	for _, c := range []struct{ text, want string }{
		{"- id: A_1\n  title: one: two\n", "2:13 file/not-well-formed: a colon stands within a text"},
		{"- id: A_1\n\ttitle: x\n", "2:1 file/not-well-formed: a tab indents this line"},
		{"id: A_1\n  title: x\n", "2:3 file/not-well-formed: this line is indented as a part of the text before it"},
		{"- id: A_1\n title: x\n", "2:2 file/not-well-formed: this line is neither an item of the list"},
		{"id: A_1\ntitle: x\n narrative: y\n", "3:2 file/not-well-formed: this line is indented as a part"},
		{"  id: A_1\n title: x\n", "2:2 file/not-well-formed: this line is indented like none before it"},
		{"id: A_1\ntitle\nnarrative: y\n", "3:1 file/not-well-formed: this line, or the one before it, holds a text where a key is expected"},
		{"id: A_1\ntitle: \"no end\nnarrative: y\n", "2:8 file/not-well-formed: the text that begins here never ends"},
		{"id: A_1\ntitle: 'no end\n", "2:8 file/not-well-formed: the text that begins here never ends"},
		{"id: \"A_1", "1:5 file/not-well-formed: the text that begins here never ends"},
		{"id: A_1\ntitle: \"a \\q b\"\n", `2:11 file/not-well-formed: a backslash before "q"`},
		{"id: A_1\ntitle: @home\n", `2:8 file/not-well-formed: a text cannot begin with "@"`},
		{"id: A_1\ntitle: *bold\n", `2:8 file/not-well-formed: *bold repeats something called "bold"`},
		{"id: A_1\ntitle: [a, b\nnarrative: x\n", "3:1 file/not-well-formed: a comma or the closing \"]\" is missing"},
		{"id: A_1\ntitle: a\x01b\n", "2:9 file/not-well-formed: there is a character (U+0001)"},
		{"id: A_1\ntitle: - x\n", "2:1 file/not-well-formed: a hyphen begins the item of a list where none can stand"},
		{"id: A_1\ntitle: | x\n  y\n", "2:1 file/not-well-formed: the text that begins with | or > must begin on the next line"},
		{strings.Repeat("[", 20_000), "1:1 file/not-well-formed: far too many brackets are open at once"},
		{"- id: A_1\n  title: " + strings.Repeat("[", 200) + strings.Repeat("]", 200), "2:108 file/not-well-formed: more than 100 groups"},
		{bomb, "6:36 file/not-well-formed: with *e, more than a million values or 64 MB"},
		{"id: A_1\ntitle: &t [*t]\n", "2:12 file/not-well-formed: *t stands within the very thing that it repeats"},
		{"- id: A_1\n  title: x\n  id: A_2\n", `3:3 file/not-well-formed: "id" stands twice in the same group, so one of the two is lost (1:3 the first one)`},
		{"iati-activities:\n  version: '2.03'\n  iati-activity:\n  - id: A\n  version: '2.02'\n", `5:3 file/not-well-formed: "version" stands twice in the same group, so one of the two is lost (2:3 the first one)`},
		{"iati-activities:\n  iati-activity: []\n  vresion: 2.03\n", `3:3 schema/violation: a submission has nothing called "vresion" beside its entries`},
		{"", "1:1 file/no-results: the file holds no outcome entry"},
		{"# nothing\n---\n---\n~\n", "1:1 file/no-results: the file holds no outcome entry"},
		{"just text\n", "1:1 file/no-results: the file holds only plain text, no outcome entries"},
		{"name: x\non: push\n", `1:1 file/no-results: the file holds no outcome entries: it is about "name" and "on"`},
		{"- id: A_1\n  titel: x\n", `2:3 schema/violation: an outcome has nothing called "titel"`},
		{"- id: A_1\n  result:\n  - type: 1\n    title: x\n    indicator:\n    - measure: 1\n      title: y\n      ascending: yes\n", `8:18 schema/violation: the ascending of the indicator is "yes"; it can be true or false`},
		{"- id: A_1\n  title: [a, b]\n", "2:10 schema/violation: the title of the outcome is a list"},
		{"- id: A_1\n  ? [a, b]\n  : x\n", "2:5 schema/violation: a group or list stands where the name of a key should"},
		{"- id: A_1\n  <<: word\n", "2:7 schema/violation: << takes over the keys of another group, but none follows"},
		{"- id: A_1\n- word\n", "2:3 schema/violation: entry 2 is plain text; it should be a group of keys"},
	} {
		_, faults := read(t, c.text)
		if len(faults) != 1 || !strings.HasPrefix(faults[0], c.want) {
			t.Errorf("%.80q:\n got %q\nwant %q", c.text, faults, c.want)
		}
	}
}

// Keys that begin with x- or a dot hold what others take over; the own key wins.
func TestKeysThatHoldAnchors(t *testing.T) {
	for name, text := range map[string]string{
		"x- beside the entries": "x-org: &org\n  reporting-org: {ref: A, type: 40}\n  activity-status: 2\niati-activities:\n  version: '2.03'\n  iati-activity:\n" +
			"  - activity-status: 3\n    <<: *org\n    iati-identifier: A-1\n    title: One\n",
		"a dot beside the entries": ".org: &org\n  reporting-org: {ref: A, type: 40}\n  activity-status: 2\niati-activities:\n  iati-activity:\n" +
			"    <<: [{activity-status: 3}, *org]\n    iati-identifier: A-1\n    title: One\n",
		"among the attributes": "iati-activities:\n  x-org: &org {reporting-org: {ref: A, type: 40}, activity-status: 2}\n  iati-activity:\n" +
			"  - {<<: *org, iati-identifier: A-1, title: One, activity-status: 3}\n",
		"in the only entry": "x-org: &org\n  ref: A\n  type: 40\niati-identifier: A-1\ntitle: One\nactivity-status: 3\nreporting-org: *org\n",
	} {
		entries, faults := read(t, text)
		if len(faults) > 0 || len(entries) != 1 {
			t.Errorf("%s: %d entries, %q", name, len(entries), faults)
			continue
		}
		e := entries[0]
		if e.Status.Value != "3" || e.Identifier.Value != "A-1" || e.ReportingOrg == nil || e.ReportingOrg.Ref.Value != "A" {
			t.Errorf("%s: %q, status %q, %v", name, e.Identifier.Value, e.Status.Value, e.ReportingOrg)
		}
	}
	for _, text := range []string{"y-org: &org {a: b}\niati-activities: {iati-activity: [{id: A}]}\n", ".: x\niati-activities: {iati-activity: [{id: A}]}\n"} {
		if _, faults := read(t, text); len(faults) != 1 {
			t.Errorf("%q: %q", text, faults)
		}
	}
}

// TestAliases repeats parts of entries; places are those of what is repeated.
func TestAliases(t *testing.T) {
	const text = `- id: A_1
  reporting-org: &org {ref: XM-DAC-41146, type: 40, narrative: UN Women}
  title: One
- &second
  id: A_2
  reporting-org:
    <<: *org
    narrative: Other
  title: &t Two words
  description: [*t]
- <<: *second
  id: A_3
`
	entries, faults := read(t, text)
	if len(entries) != 3 || len(faults) > 0 {
		t.Fatalf("%d entries, faults %q", len(entries), faults)
	}
	type seen struct{ id, ref, org, title, told string }
	for i, want := range []seen{
		{"A_1", "XM-DAC-41146", "UN Women", "One", ""},
		{"A_2", "XM-DAC-41146", "Other", "Two words", "Two words"},
		{"A_3", "XM-DAC-41146", "Other", "Two words", "Two words"},
	} {
		e := entries[i]
		got := seen{e.Identifier.Value, e.ReportingOrg.Ref.Value, e.ReportingOrg.Narratives[0].Value, e.Statement().Value, ""}
		if len(e.Descriptions) > 0 {
			got.told = e.Descriptions[0].Narratives[0].Value
		}
		if got != want {
			t.Errorf("entry %d: %v, want %v", i, got, want)
		}
		span := e.Source.Span(e.ReportingOrg.Ref.At)
		if at := text[span.Start.Offset:span.End.Offset]; at != "XM-DAC-41146" || span.Start.Line != 2 {
			t.Errorf("entry %d: the reference is at %v: %q", i, span.Start, at)
		}
	}
}

// TestValuesAreTexts reads what YAML 1.1 takes for something else.
func TestValuesAreTexts(t *testing.T) {
	for written, want := range map[string]string{
		"no": "no", "yes": "yes", "on": "on", "2024-01-01": "2024-01-01", "1_000": "1_000", "0123": "0123", "1:30": "1:30",
		"0x1F": "0x1F", "1e3": "1e3", ".inf": ".inf", "'~'": "~", "'null'": "null", "!!str 12": "12", "!!str": "", "true": "true", "''": "",
	} {
		entries, faults := read(t, "id: A_1\ntitle: "+written+"\n")
		if len(entries) != 1 || len(faults) > 0 || entries[0].Statement() == nil || entries[0].Statement().Value != want {
			t.Errorf("%s: %d entries, not %q; faults %q", written, len(entries), want, faults)
		}
	}
	for _, nothing := range []string{"~", "null", ""} {
		if entries, _ := read(t, "id: A_1\ntitle: "+nothing+"\n"); entries[0].Title != nil {
			t.Errorf("%q is a title", nothing)
		}
	}
}

// TestDocuments reads a stream of several documents, with comments between.
func TestDocuments(t *testing.T) {
	const text = "# ours\n---\nid: A_1\ntitle: One\n---\n# theirs\n- id: A_2\n# last\n- id: A_3\n---\n...\n"
	entries, faults := read(t, text)
	if len(entries) != 3 || len(faults) > 0 {
		t.Fatalf("%d entries, faults %q", len(entries), faults)
	}
	for i, e := range entries {
		span := e.Source.Span(e.Identifier.At)
		if got := text[span.Start.Offset:span.End.Offset]; got != fmt.Sprintf("A_%d", i+1) || e.Index != i {
			t.Errorf("entry %d, %d is at %q", i, e.Index, got)
		}
	}
	if !strings.Contains(entries[2].Source.Text, "# last") {
		t.Errorf("the comment before the entry is lost: %q", entries[2].Source.Text)
	}
}

func FuzzYAML(f *testing.F) {
	for _, seed := range []string{
		"- id: A_1\n  title: one\n  narrative: |\n    a\n\n     b\n", "a: &a [*a]", "k: \"\\u00e9\\\n  b\"", "? a\n: - b\n  - >-\n   c\n   d\n\n   e",
		"{a: [b, 'c''d'], <<: *x}", "--- |2+\n   x\n\n...\n---\n", "k: !!str &x\n # c\n  v\nl: *x\n", "k: a\u2028 b\r\n c\r d",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("readers are given UTF-8")
		}
		all, d := texts(t, text)
		if d.missed > 0 {
			t.Errorf("the raw form of %d texts was not understood", d.missed)
		}
		for _, n := range all {
			if n.at.Start < 0 || n.at.Start > n.at.End || int(n.at.End) > len(text) {
				t.Errorf("%q is at %v of %d bytes", n.text, n.at, len(text))
			}
			last := 0
			for i := range len(n.text) + 1 {
				from, to := rawSpan(segmentsOf(n), n.at.Len(), i, len(n.text))
				if from < last || from > to || to > n.at.Len() {
					t.Errorf("from byte %d, %q is at %d to %d of %d", i, n.text, from, to, n.at.Len())
				}
				last = from
			}
		}
		file := &schema.File{Path: "a.yaml", Format: schema.YAML}
		r := New(strings.NewReader(text), file, form.Options{})
		for {
			job, err := r.Next()
			if err != nil {
				break
			}
			e := job()
			schema.Walk(e, func(n schema.Node) {
				span := e.Source.Span(n.Place())
				if span.Start.Offset > span.End.Offset || span.End.Offset > int64(len(text)) || span.Start.Offset < 0 {
					t.Errorf("place %v of %T is outside the %d bytes", span, n, len(text))
				}
			})
		}
		for _, fault := range r.File().Faults {
			if int(fault.At.End) > len(fault.Source.Text)+1 || fault.At.Start < 0 || fault.At.Start > fault.At.End {
				t.Errorf("%s is at %v of %d bytes", fault.Message, fault.At, len(fault.Source.Text))
			}
		}
	})
}

// ruleOf returns the ID of the rule that reports faults of a kind.
func ruleOf(kind schema.FaultKind) string {
	for _, r := range rules.All() {
		if slices.Contains(r.Check.Faults, kind) {
			return r.ID
		}
	}
	return ""
}
