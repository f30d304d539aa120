package iati

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestMutations damages valid documents at random and compares the verdict
// with that of xmllint on the official schemas. IATI_MUTATIONS sets how many.
func TestMutations(t *testing.T) {
	needShared(t)
	count, seed := 1000, uint64(1)
	if n, err := strconv.Atoi(os.Getenv("IATI_MUTATIONS")); err == nil {
		count = n
	}
	if n, err := strconv.ParseUint(os.Getenv("IATI_SEED"), 10, 64); err == nil {
		seed = n
	}
	type seedDocument struct {
		version string
		root    *element
	}
	var seeds []seedDocument
	add := func(version string, document []byte) {
		root, err := parseTree(document)
		if err != nil {
			t.Fatal(err)
		}
		seeds = append(seeds, seedDocument{version, root})
	}
	for _, version := range Versions() {
		document, err := os.ReadFile(filepath.Join("testdata", "sample-"+version+".xml"))
		if err != nil {
			t.Fatal(err)
		}
		for range 6 {
			add(version, document)
		}
	}
	for version, path := range map[string]string{"2.01": "afdb/2.01.xml", "2.02": "1111/activities.xml", "2.03": "cordaid/2021-05-26.xml"} {
		document, err := os.ReadFile(filepath.Join(shared, "real", path))
		if err != nil {
			t.Fatal(err)
		}
		document = bytes.Replace(oneActivity(document), []byte("<iati-activities "), []byte(`<iati-activities xmlns:x="urn:example:x" xmlns:y="urn:example:y" xmlns:xs="`+spaceXSD+`" `), 1)
		if !bytes.Contains(document, []byte("xmlns:xsi")) {
			document = bytes.Replace(document, []byte("<iati-activities "), []byte(`<iati-activities xmlns:xsi="`+spaceXSI+`" `), 1)
		}
		add(version, document)
	}
	random := rand.New(rand.NewPCG(seed, 7))
	documents := make(map[string][][]byte)
	applied := make(map[string][]string)
	for range count {
		from := seeds[random.IntN(len(seeds))]
		m := &mutator{random: random, root: from.root.clone()}
		m.prune()
		for range 1 + random.IntN(3) {
			m.mutate()
		}
		version := from.version
		if random.IntN(10) == 0 {
			version = versions[random.IntN(len(versions))]
		}
		documents[version] = append(documents[version], m.root.bytes())
		applied[version] = append(applied[version], strings.Join(m.done, ", "))
	}
	disagreements, invalid, faultCount := 0, 0, 0
	kinds := make(map[Kind]int)
	for version, list := range documents {
		valid := xmllintVerdicts(t, version, list)
		s := mustFor(version)
		for i, document := range list {
			faults, err := feed(s, document, nil)
			if err != nil {
				t.Fatalf("%v: %s", err, document)
			}
			if !valid[i] {
				invalid++
			}
			for _, f := range faults {
				kinds[f.Kind]++
				if strings.Contains(f.Message(), "%!") || f.Message() == f.Kind.String() {
					t.Errorf("message of %+v: %s", f, f.Message())
				}
			}
			faultCount += len(faults)
			if (len(faults) == 0) == valid[i] {
				continue
			}
			disagreements++
			if disagreements <= 10 {
				_ = os.WriteFile(filepath.Join(os.TempDir(), "iati-disagreement-"+strconv.Itoa(disagreements)+".xml"), document, 0o600)
				t.Errorf("%s after %s: xmllint says valid %v, we have %d faults", version, applied[version][i], valid[i], len(faults))
				for _, f := range faults {
					t.Logf("   %s: %s", f.Path, f.Message())
				}
			}
		}
	}
	t.Logf("%d mutations, %d invalid, %d disagreements, %d faults: %v", count, invalid, disagreements, faultCount, kinds)
}

// oneActivity cuts a document down to its first activity that has a result.
func oneActivity(document []byte) []byte {
	first := bytes.Index(document, []byte("<iati-activity "))
	if first < 0 {
		first = bytes.Index(document, []byte("<iati-activity>"))
	}
	result := bytes.Index(document, []byte("<result"))
	start := first
	if at := bytes.LastIndex(document[:result], []byte("<iati-activity")); at >= 0 {
		start = at
	}
	end := start + bytes.Index(document[start:], []byte("</iati-activity>")) + len("</iati-activity>")
	return append(append(append([]byte(nil), document[:first]...), document[start:end]...), "</iati-activities>"...)
}

type mutator struct {
	random *rand.Rand
	root   *element
	done   []string
}

func pick[T any](m *mutator, list []T) T { return list[m.random.IntN(len(list))] }

// prune leaves out optional parts of a large document at random, to look into
// small ones as well. What must be there stays.
func (m *mutator) prune() {
	if m.random.IntN(3) > 0 || len(m.root.children) == 0 {
		return
	}
	for _, activity := range m.root.children {
		var kept []*element
		for _, child := range activity.children {
			if child.name == "" || mandatory[child.name] || m.random.IntN(4) == 0 {
				kept = append(kept, child)
			}
		}
		activity.children = kept
	}
}

var mandatory = map[string]bool{"iati-identifier": true, "reporting-org": true, "title": true, "description": true, "participating-org": true, "activity-status": true, "activity-date": true}

var (
	foreignNames = []string{"x:a", "y:b", "x:title", "x:narrative", "y:period"}
	knownNames   = []string{
		"title", "narrative", "description", "comment", "period", "target", "actual", "indicator", "reference", "baseline", "document-link", "location",
		"dimension", "value", "iati-activity", "tag", "sector", "budget", "pos", "channel-code", "category", "language", "period-start", "Title", "period_start", "foo",
		"activity-website", "iati-activities", "transaction", "crs-add", "aid-type",
	}
	attributeNameList = []string{
		"xml:lang", "xml:space", "xml:base", "xml:id", "xml:foo", "xsi:nil", "xsi:type", "xsi:schemaLocation", "xsi:noNamespaceSchemaLocation", "xsi:foo", "x:foo", "y:lang",
		"currency", "value-date", "code", "type", "iso-date", "isodate", "ref", "vocabulary", "percentage", "humanitarian", "year", "value", "measure", "foo", "xmlns", "xmlns:z", "lang",
	}
	valueList = []string{
		"", " ", "en", "en-GB", "en_GB", "text", "1", "0", "-1", "+5", "1.5", "1,000", "true", "TRUE", "2024-02-30", "2024-02-28", "2024-02-28Z", "45292",
		"2024-01-01T00:00:00", "2024-01-01T24:00:00", "2024-01-01T00:00:00 ", "http://a b/", "http://[x", "a%zz", "xs:date", "xs:string", "xs:token", "xs:anyType", "textRequiredType", "documentLinkResultBase",
		"documentLinkBase", "currencyType", "textType", "xs:decimal", "xs:integer", "xs:gYear", "x:foo", "q:foo", "nothing", "preserve", "default", "1a", "a:b", "99999999999", "12 ", "é", "urn:example:x", "urn:example:z",
	}
	texts = []string{"text", " ", "\n  ", "12", "1 000", "x", "\t", "\u00a0"}
)

// mutate changes one thing.
func (m *mutator) mutate() {
	elements, parents := m.root.all()
	index := m.random.IntN(len(elements))
	e, parent := elements[index], parents[index]
	position := -1
	if parent != nil {
		for i, child := range parent.children {
			if child == e {
				position = i
			}
		}
	}
	action := m.random.IntN(22)
	note := func(what string) { m.done = append(m.done, what+" "+e.name) }
	switch {
	case parent == nil && action < 8:
		return
	case action == 0:
		note("drop")
		parent.children = append(parent.children[:position:position], parent.children[position+1:]...)
	case action == 1:
		note("repeat")
		parent.insert(position, e.clone())
	case action == 2 || action == 3:
		note("reorder")
		other := m.random.IntN(len(parent.children))
		parent.children[position], parent.children[other] = parent.children[other], parent.children[position]
	case action == 4:
		to := pick(m, elements)
		for _, inside := range flatten(e) {
			if inside == to {
				return
			}
		}
		note("move to " + to.name)
		parent.children = append(parent.children[:position:position], parent.children[position+1:]...)
		to.insert(m.random.IntN(len(to.children)+1), e)
	case action == 5:
		name := pick(m, append(append([]string(nil), knownNames...), foreignNames...))
		note("rename to " + name)
		e.name = name
	case action == 6:
		note("wrap")
		parent.children[position] = &element{name: pick(m, foreignNames), children: []*element{e}}
	case action == 7:
		note("unwrap")
		rest := append([]*element(nil), parent.children[position+1:]...)
		parent.children = append(append(parent.children[:position:position], e.children...), rest...)
	case action == 8 || action == 9:
		foreign := &element{name: pick(m, foreignNames)}
		if m.random.IntN(2) == 0 {
			foreign.children = append(foreign.children, &element{name: pick(m, knownNames)})
		}
		if m.random.IntN(2) == 0 {
			foreign.children = append(foreign.children, &element{text: pick(m, texts)})
		}
		if m.random.IntN(2) == 0 {
			foreign.attrs = append(foreign.attrs, [2]string{pick(m, attributeNameList[:28]), pick(m, valueList)})
		}
		if m.random.IntN(3) == 0 {
			foreign.children = append(foreign.children, pick(m, elements).clone())
		}
		note("insert foreign into")
		at := len(e.children)
		if m.random.IntN(2) == 0 {
			at = m.random.IntN(len(e.children) + 1)
		}
		e.insert(at, foreign)
	case action == 10:
		known := &element{name: pick(m, knownNames)}
		note("insert " + known.name + " into")
		e.insert(m.random.IntN(len(e.children)+1), known)
	case action == 11:
		note("copy into")
		e.insert(m.random.IntN(len(e.children)+1), pick(m, elements).clone())
	case action == 12:
		note("text into")
		e.insert(m.random.IntN(len(e.children)+1), &element{text: pick(m, texts)})
	case action == 13:
		note("comment into")
		e.insert(m.random.IntN(len(e.children)+1), &element{raw: true, text: pick(m, []string{"<!-- c -->", "<?p i?>", "<![CDATA[ ]]>", "<![CDATA[x]]>", "<![CDATA[]]>", "&#32;", "&#65;", "&amp;"})})
	case action == 14:
		note("empty")
		e.children = nil
	case action == 15 && len(e.attrs) > 0 && parent != nil:
		at := m.random.IntN(len(e.attrs))
		note("drop " + e.attrs[at][0] + " of")
		e.attrs = append(e.attrs[:at:at], e.attrs[at+1:]...)
	case action == 16 && len(e.attrs) > 0 && parent != nil:
		at := m.random.IntN(len(e.attrs))
		m.setAttribute(e, pick(m, attributeNameList), e.attrs[at][1])
		note("move attribute of")
		if i := e.attribute(e.attrs[at][0]); i >= 0 {
			e.attrs = append(e.attrs[:i:i], e.attrs[i+1:]...)
		}
	case action == 17 || action == 18:
		note("add attribute to")
		m.setAttribute(e, pick(m, attributeNameList), pick(m, valueList))
	case len(e.attrs) > 0:
		at := m.random.IntN(len(e.attrs))
		if strings.HasPrefix(e.attrs[at][0], "xmlns") {
			return
		}
		note("damage " + e.attrs[at][0] + " of")
		value := e.attrs[at][1]
		if m.random.IntN(2) == 0 {
			value = pick(m, valueList)
		} else {
			cut := m.random.IntN(len(value) + 1)
			value = strings.ToValidUTF8(value[:cut]+pick(m, []string{"", " ", "0", "-", "x", "Z", "é", "\t", ".", "1"})+value[min(len(value), cut+m.random.IntN(2)):], "")
		}
		e.attrs[at][1] = value
	case len(e.children) > 0 && e.children[0].name == "" && !e.children[0].raw:
		note("change text of")
		e.children[0].text = pick(m, valueList)
	}
}

func (m *mutator) setAttribute(e *element, name, value string) {
	if name == "xmlns:z" && value == "" {
		value = "urn:example:z" // a prefix cannot be undeclared
	}
	if at := e.attribute(name); at >= 0 {
		e.attrs[at][1] = value
	} else {
		e.attrs = append(e.attrs, [2]string{name, value})
	}
	m.done = append(m.done, name+"="+value)
}

func (e *element) insert(at int, child *element) {
	rest := append([]*element(nil), e.children[at:]...)
	e.children = append(append(e.children[:at:at], child), rest...)
}

func flatten(e *element) []*element {
	elements, _ := e.all()
	return elements
}
