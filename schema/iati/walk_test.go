package iati

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

const activityHead = `<iati-identifier>A</iati-identifier><reporting-org ref="a" type="10"><narrative>n</narrative></reporting-org>` +
	`<title><narrative>t</narrative></title><description><narrative>d</narrative></description><participating-org role="1"/>` +
	`<activity-status code="2"/><activity-date type="1" iso-date="2020-01-01"/>`

const indicatorHead = `<title><narrative>i</narrative></title>`

func inActivity(content string) string {
	return `<iati-activities version="2.03" xmlns:x="urn:x" xmlns:xsi="` + spaceXSI + `"><iati-activity>` + activityHead + content + `</iati-activity></iati-activities>`
}

func inIndicator(content string) string {
	return inActivity(`<result type="1"><title><narrative>r</narrative></title><indicator measure="1">` + indicatorHead + content + `</indicator></result>`)
}

const (
	link       = `<document-link url="a" format="b"><title><narrative>t</narrative></title><category code="A01"/></document-link>`
	comment    = `<comment><narrative>c</narrative></comment>`
	start, end = `<period-start iso-date="2020-01-01"/>`, `<period-end iso-date="2020-12-31"/>`
)

// TestFaults: one mistake, one fault, and what it says.
func TestFaults(t *testing.T) {
	cases := []struct{ name, version, document, want string }{
		{"good", "2.03", inIndicator(`<period>` + start + end + `</period>`), ""},
		{"root", "2.03", `<iati-organisations version="2.03"/>`, `this is an organisation file ("iati-organisations"): results stand in activity files, whose first element is "iati-activities"`},
		{"namespaced root", "2.03", strings.Replace(inActivity(""), "<iati-activities", `<iati-activities xmlns="urn:iati"`, 1), `"iati-activities" stands in the namespace "urn:iati", but the elements of the standard are in none: remove the xmlns or the prefix`},
		{"no activity", "2.03", `<iati-activities version="2.03"/>`, `"iati-activities" is empty: it needs "iati-activity"`},
		{"missing middle", "2.03", inActivity(`<result type="1"><description><narrative>r</narrative></description><indicator measure="1">` + indicatorHead + `</indicator></result>`), `"result" has no "title": it must stand before "description"`},
		{"missing last", "2.03", inActivity(`<result type="1"><title><narrative>r</narrative></title></result>`), `"result" has no "indicator": it must stand after "title"`},
		{"missing two", "2.03", inActivity(`<result type="1"><x:note/></result>`), `"result" has no "title" or "indicator": they must stand in this order`},
		{"empty container", "2.03", inIndicator(`<period/>`), `"period" is empty: it needs "period-start" and "period-end", in this order`},
		{"empty text", "2.03", inIndicator(`<baseline year="2020"><comment/></baseline>`), `"comment" is empty: write its text in a "narrative", or leave it out`},
		{"typo", "2.03", inIndicator(`<period><period_start iso-date="2020-01-01"/>` + end + `</period>`), `there is no "period_start" in "period": write "period-start"`},
		{"case", "2.03", inIndicator(`<Period>` + start + end + `</Period>`), `"Period" in "indicator" must be written "period": capital and small letters differ`},
		{"misspelt", "2.03", inIndicator(`<peroid>` + start + end + `</peroid>`), `there is no "peroid" in "indicator": write "period"`},
		{"unheard of", "2.03", inIndicator(`<period>` + start + end + `<progress/></period>`), `there is no "progress" in "period": it takes "period-start", "period-end", "target" and "actual"`},
		{"elsewhere", "2.03", inIndicator(`<target value="1"/>`), `"target" may not stand in "indicator": it belongs in "period"`},
		{"removed", "2.03", inActivity(`<activity-website>http://a</activity-website>`), `"activity-website" left the standard in version 2.01: use document-link with the category A12`},
		{"too late", "2.03", inIndicator(`<period>` + end + start + `</period>`), `"period-start" must come before "period-end" in "period"`},
		{"too early", "2.03", inActivity(`<result type="1"><indicator measure="1">` + indicatorHead + `</indicator><indicator measure="1">` + indicatorHead + `</indicator><title><narrative>r</narrative></title></result>`), `"title" must come before "indicator" in "result"`},
		{"alternating", "2.03", inIndicator(`<period>` + start + end + `<target value="1"/><actual value="1"/><target value="2"/><actual value="2"/></period>`), `"target" must come before "actual" in "period"`},
		{"order trap of a baseline", "2.03", inIndicator(`<baseline year="2020">` + comment + link + `</baseline>`), `"document-link" must come before "comment" in "baseline" (a baseline has its document links before the comment, a target or actual after it)`},
		{"order trap of a target", "2.03", inIndicator(`<period>` + start + end + `<target value="1">` + link + comment + `</target></period>`), `"comment" must come before "document-link" in "target" (a target or actual has the comment before its document links, a baseline after them)`},
		{"repeated", "2.03", inIndicator(`<period>` + start + start + end + `</period>`), `"period-start" may stand only once in "period"`},
		{"repeated text", "2.03", inActivity(`<result type="1"><title><narrative>r</narrative></title><title><narrative>r</narrative></title><indicator measure="1">` + indicatorHead + `</indicator></result>`), `"title" may stand only once in "result": for another language or paragraph add a "narrative" to the first`},
		{"repeated before 2.03", "2.02", inIndicator(`<baseline year="2020" value="1"/><baseline year="2021" value="1"/>`), `"baseline" may be repeated in "indicator" only from version 2.03 on: the file is version 2.02`},
		{"newer element", "2.02", inIndicator(`<baseline year="2020" value="1">` + link + `</baseline>`), `"document-link" in "baseline" exists only from version 2.03 on: the file is version 2.02`},
		{"newer attribute", "2.01", strings.Replace(inActivity(""), "<iati-activity>", `<iati-activity humanitarian="1">`, 1), `the attribute "humanitarian" of "iati-activity" exists only from version 2.02 on: the file is version 2.01`},
		{"required before 2.03", "2.02", inIndicator(`<baseline year="2020"/>`), `"baseline" lacks the attribute "value", which version 2.02 requires (it may be left out from 2.03 on)`},
		{"text without narrative", "2.03", inActivity(`<result type="1"><title>Outcome</title><indicator measure="1">` + indicatorHead + `</indicator></result>`), `the text "Outcome" stands directly in "title": put it into a "narrative"`},
		{"stray text", "2.03", inIndicator(`<period>` + start + end + `12</period>`), `the text "12" stands directly in "period", which takes only elements: remove it, or move it into the element it belongs to`},
		{"markup", "2.03", inIndicator(`<baseline year="2020"><comment><narrative>a <b>bold</b> <i>claim</i></narrative></comment></baseline>`), `the element "b" stands in "narrative", which takes only text: remove the tags, or write &lt; for a <`},
		{"missing attribute", "2.03", inIndicator(`<period><period-start/>` + end + `</period>`), `"period-start" lacks the attribute "iso-date"`},
		{"attribute typo", "2.03", inIndicator(`<period><period-start isoDate="2020-01-01"/>` + end + `</period>`), `there is no attribute "isoDate" in "period-start": write "iso-date"`},
		{"attribute of a child", "2.03", inIndicator(`<period iso-date="2020-01-01">` + start + end + `</period>`), `there is no attribute "iso-date" in "period": it belongs to "period-start" or "period-end"`},
		{"lang", "2.03", inIndicator(`<baseline year="2020"><comment><narrative lang="en">c</narrative></comment></baseline>`), `there is no attribute "lang" in "narrative": write "xml:lang"`},
		{"bad date", "2.03", inIndicator(`<period><period-start iso-date="31/12/2020"/>` + end + `</period>`), `"31/12/2020" in the attribute "iso-date" of "period-start" is no date: write year-month-day, such as 2024-12-31`},
		{"empty year", "2.03", inIndicator(`<baseline year=""/>`), `"" in the attribute "year" of "baseline" is no whole number from 1 on: it is empty`},
		{"bad amount", "2.03", inActivity(`<budget>` + start + end + `<value value-date="2020-01-01">1,000</value></budget>`), `"1,000" in "value" is no number: write digits with a point for the decimals, without thousands separators, units or blanks`},
		{"foreign attribute", "2.03", inActivity(`<related-activity ref="a" type="1" x:note="n"/>`), `"related-activity" may not have the attribute "note" of the namespace "urn:x": only its own attributes are allowed`},
		{"foreign element early", "2.03", inIndicator(`<period>` + start + `<x:note/>` + end + `</period>`), `an element of another namespace stands among those of "period": it must come after "period-end"`},
		{"prefixed element", "2.03", inIndicator(`<period>` + start + `<x:period-end iso-date="2020-12-31"/></period>`), `"period-end" in "period" stands in a namespace, but the elements of the standard are in none: remove its xmlns or prefix`},
		{"nil", "2.03", inIndicator(`<baseline year="2020" xsi:nil="true"/>`), `"baseline" has xsi:nil, which no element of the standard takes: leave the element out`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			faults, err := feed(mustFor(c.version), []byte(c.document), nil)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range faults {
				got = append(got, f.Message())
			}
			if joined := strings.Join(got, "\n"); joined != c.want {
				t.Errorf("got  %s\nwant %s", joined, c.want)
			}
		})
	}
}

// TestPartsAreTheWhole: a root walk and a walk for each activity find what one walk finds.
func TestPartsAreTheWhole(t *testing.T) {
	broken := strings.Replace(inActivity(`<result type="1"/><result><title/></result><x:a/><fss/>`), "</iati-activities>", `<x:e/><iati-activity humanitarian="maybe"/><y/></iati-activities>`, 1)
	for _, document := range []string{inActivity(""), broken, strings.Replace(broken, "<iati-activities", `<iati-activities xmlns="urn:iati"`, 1)} {
		s := mustFor("2.03")
		whole, err := feed(s, []byte(document), nil)
		if err != nil {
			t.Fatal(err)
		}
		root, _ := parseTree([]byte(document))
		space := ""
		if i := root.attribute("xmlns"); i >= 0 {
			space = root.attrs[i][1]
		}
		var parts []Fault
		report := func(f Fault) { f.At, f.RelatedAt = Range{}, Range{}; parts = append(parts, f) }
		sequential, own := s.NewWalk(report), s.NewWalk(report)
		plain := func(e *element) (attrs []Attr) {
			for _, a := range e.attrs {
				if !strings.HasPrefix(a[0], "xmlns") {
					attrs = append(attrs, Attr{Name: []byte(a[0]), Value: []byte(a[1])})
				}
			}
			return attrs
		}
		var feedTree func(w *Walk, e *element)
		inside := func(w *Walk, e *element) {
			for _, child := range e.children {
				feedTree(w, child)
			}
			w.End(Range{})
		}
		feedTree = func(w *Walk, e *element) {
			if e.name == "" {
				w.Text([]byte(e.text), Range{})
				return
			}
			name, elementSpace := e.name, space
			if prefixed, ok := strings.CutPrefix(name, "x:"); ok {
				name, elementSpace = prefixed, "urn:x"
			}
			w.Start(elementSpace, []byte(name), plain(e), Range{})
			inside(w, e)
		}
		sequential.Start(space, []byte(root.name), plain(root), Range{})
		for _, child := range root.children {
			if child.name == activityElement {
				if sequential.Activity(space, Range{}) {
					own.StartActivity(space, plain(child), Range{})
					inside(own, child)
				}
				continue
			}
			feedTree(sequential, child)
		}
		sequential.End(Range{})
		count := func(faults []Fault) map[string]int {
			messages := make(map[string]int)
			for _, f := range faults {
				messages[f.Message()]++
			}
			return messages
		}
		if !reflect.DeepEqual(count(whole), count(parts)) {
			t.Errorf("whole %v\nparts %v", count(whole), count(parts))
		}
	}
}

// TestCodes: which values are looked up, and under which condition.
func TestCodes(t *testing.T) {
	cases := []struct{ content, want string }{
		{`<sector code="11110"/><sector vocabulary="1" code="11110"/><sector vocabulary="99" code="whatever"/>`, ""},
		{`<sector code="1"/>`, "9.76.1"},
		{`<sector vocabulary="" code="1"/>`, "9.76.1 9.78.1"},
		{`<sector vocabulary="2" code="11110"/>`, "9.77.1"},
		{`<sector vocabulary="7" code="18"/>`, "9.129.1"},
		{`<document-link url="a" format="pdf"><title><narrative>t</narrative></title><category code="A99"/><language code="EN"/></document-link>`, "9.27.1 9.28.1 9.29.1"},
		{`<crs-add><channel-code>1</channel-code></crs-add>`, "9.16.1"},
		{`<result type="Output"><title><narrative>r</narrative></title><indicator measure="6">` + indicatorHead + `</indicator></result>`, "9.55.1 9.60.1"},
	}
	for _, c := range cases {
		var got []string
		seen := make(map[string]bool)
		_, err := feed(mustFor("2.03"), []byte(inActivity(c.content)), func(f CodeFault) {
			if !seen[f.OfficialID] {
				seen[f.OfficialID] = true
				got = append(got, f.OfficialID)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(got)
		if joined := strings.Join(got, " "); joined != c.want {
			t.Errorf("%s: got %s, want %s", c.content, joined, c.want)
		}
	}
}

// FuzzWalk: no sequence of events makes a walk panic.
func FuzzWalk(f *testing.F) {
	f.Add([]byte("\x00\x01\x02\x03"), uint8(0))
	f.Fuzz(func(t *testing.T, data []byte, version uint8) {
		s := mustFor(versions[int(version)%len(versions)])
		elements := s.Elements()
		spaces := []string{"", "", "", "urn:x", spaceXML, spaceXSI, spaceXMLNS}
		w := s.NewWalk(func(f Fault) { _ = f.Message() })
		w.Codes = func(f CodeFault) { _ = f.Message() }
		if version&0x80 != 0 {
			w.StartActivity("", nil, Range{})
		} else {
			w.Start("", []byte(RootActivities), nil, Range{})
		}
		for len(data) >= 4 {
			code := binary.LittleEndian.Uint32(data)
			data = data[4:]
			space := spaces[int(code>>8)%len(spaces)]
			e := elements[int(code>>12)%len(elements)]
			switch code & 7 {
			case 0, 1, 2:
				var attrs []Attr
				for i, a := range e.Attributes {
					if code>>(20+i%10)&1 != 0 {
						attrs = append(attrs, Attr{Name: []byte(a.Name), Value: data[:min(len(data), 5)]})
					}
				}
				attrs = append(attrs, Attr{Space: spaces[int(code>>16)%len(spaces)], Name: []byte("type"), Value: []byte("textType")})
				w.Start(space, []byte(e.Name), attrs, Range{})
			case 3:
				w.Text(data[:min(len(data), 3)], Range{})
			case 4:
				w.CData(data[:min(len(data), 2)], Range{})
			case 5:
				w.Activity(space, Range{})
			default:
				w.End(Range{})
			}
		}
	})
}

// event is a recorded call, for benchmarks.
type event struct {
	kind  byte
	name  []byte
	attrs []Attr
	text  []byte
}

func events(document []byte) []event {
	root, err := parseTree(document)
	if err != nil {
		panic(err)
	}
	var list []event
	var walk func(e *element)
	walk = func(e *element) {
		if e.name == "" {
			list = append(list, event{kind: 't', text: []byte(e.text)})
			return
		}
		start := event{kind: 's', name: []byte(e.name)}
		for _, a := range e.attrs {
			if space, local, ok := strings.Cut(a[0], ":"); !ok {
				start.attrs = append(start.attrs, Attr{Name: []byte(a[0]), Value: []byte(a[1])})
			} else if space == "xml" {
				start.attrs = append(start.attrs, Attr{Space: spaceXML, Name: []byte(local), Value: []byte(a[1])})
			}
		}
		list = append(list, start)
		for _, child := range e.children {
			walk(child)
		}
		list = append(list, event{kind: 'e'})
	}
	walk(root)
	return list
}

func play(w *Walk, list []event) {
	for i := range list {
		switch e := &list[i]; e.kind {
		case 's':
			w.Start("", e.name, e.attrs, Range{i, i})
		case 't':
			w.Text(e.text, Range{i, i})
		default:
			w.End(Range{i, i})
		}
	}
}

// TestNoAllocation: a walk through a valid document allocates nothing.
func TestNoAllocation(t *testing.T) {
	for _, version := range Versions() {
		document, err := os.ReadFile(filepath.Join("testdata", "sample-"+version+".xml"))
		if err != nil {
			t.Fatal(err)
		}
		list := events(bytes.ReplaceAll(bytes.ReplaceAll(document, []byte("<x:note x:status=\"draft\"><x:by>someone</x:by></x:note>"), nil), []byte("xmlns:"), []byte("xml:")))
		w := mustFor(version).NewWalk(func(f Fault) { t.Error(f.Message()) })
		play(w, list)
		if n := testing.AllocsPerRun(10, func() { play(w, list) }); n != 0 {
			t.Errorf("%s: %v allocations", version, n)
		}
	}
}

func benchmarkWalk(b *testing.B, document []byte, version string, codes func(CodeFault)) {
	list := events(document)
	elements := 0
	for _, e := range list {
		if e.kind == 's' {
			elements++
		}
	}
	w := mustFor(version).NewWalk(func(Fault) {})
	w.Codes = codes
	b.ReportAllocs()
	b.SetBytes(int64(len(document)))
	for b.Loop() {
		play(w, list)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(elements), "ns/element")
}

func BenchmarkWalk(b *testing.B) {
	document, err := os.ReadFile(filepath.Join("testdata", "sample-2.03.xml"))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("sample", func(b *testing.B) { benchmarkWalk(b, document, "2.03", nil) })
	if document, err := os.ReadFile(filepath.Join(shared, "real/cordaid/2021-06-08.xml")); err == nil {
		b.Run("cordaid", func(b *testing.B) { benchmarkWalk(b, document, "2.03", nil) })
		b.Run("cordaid with codes", func(b *testing.B) { benchmarkWalk(b, document, "2.03", func(CodeFault) {}) })
	}
}

func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		compile("2.03")
	}
}
