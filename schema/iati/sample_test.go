package iati

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

// sampleValues are values that every type accepts, and the codes of some attributes.
var sampleValues = map[string]string{
	"string": "text", "anyURI": "https://example.org/a.pdf", "boolean": "true", "date": "2024-02-29", "dateTime": "2024-02-29T12:00:00Z",
	"decimal": "12.50", "int": "2", "NMTOKEN": "iati-activity", "nonNegativeInteger": "0", "positiveInteger": "2020", "language or empty": "en",
}

// sample writes a document that uses every element and attribute of a version,
// and each element that may be repeated twice.
func sample(s *Structure) []byte {
	byPath := make(map[string]Element)
	for _, e := range s.Elements() {
		byPath[e.Path] = e
	}
	var b bytes.Buffer
	var write func(path, indent string, again bool)
	write = func(path, indent string, again bool) {
		e := byPath[path]
		b.WriteString(indent + "<" + e.Name)
		if path == RootActivities {
			b.WriteString(` xmlns:x="urn:example:x" xmlns:y="urn:example:y" xmlns:xsi="` + spaceXSI + `" xmlns:xs="` + spaceXSD + `"`)
		}
		for _, a := range e.Attributes {
			if again && !a.Required {
				continue
			}
			value := sampleValues[a.Type]
			if path == RootActivities && a.Name == "version" {
				value = s.Version()
			}
			b.WriteString(" " + a.Name + `="` + value + `"`)
		}
		switch {
		case e.Text != "":
			b.WriteString(">" + sampleValues[e.Text] + "</" + e.Name + ">\n")
			return
		case len(e.Children) == 0:
			b.WriteString("/>\n")
			return
		}
		b.WriteString(">\n")
		for _, c := range e.Children {
			if again && !c.Required {
				continue
			}
			write(path+"/"+c.Name, indent+"  ", again)
			if c.Many && !again {
				write(path+"/"+c.Name, indent+"  ", true)
			}
		}
		if e.Name == "result" && !again {
			b.WriteString(indent + "  <x:note x:status=\"draft\"><x:by>someone</x:by></x:note>\n")
		}
		b.WriteString(indent + "</" + e.Name + ">\n")
	}
	write(RootActivities, "", false)
	return b.Bytes()
}

// TestSamples: testdata/sample-VERSION.xml hold every element and attribute of
// the structure, and are valid.
func TestSamples(t *testing.T) {
	for _, version := range Versions() {
		s, _ := For(version)
		path := filepath.Join("testdata", "sample-"+version+".xml")
		want := sample(s)
		if *update {
			if err := os.WriteFile(path, want, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is stale: run the test with -update and read the difference", path)
		}
		faults, err := feed(s, got, nil)
		if err != nil {
			t.Error(err)
		}
		for _, f := range faults {
			t.Errorf("%s: %s", path, f.Message())
		}
	}
}

// TestSamplesAgainstXmllint: the official schemas call the samples valid too.
func TestSamplesAgainstXmllint(t *testing.T) {
	needShared(t)
	for _, version := range Versions() {
		document, err := os.ReadFile(filepath.Join("testdata", "sample-"+version+".xml"))
		if err != nil {
			t.Fatal(err)
		}
		if !xmllintVerdicts(t, version, [][]byte{document})[0] {
			t.Errorf("the sample of %s is not valid", version)
		}
	}
}

// TestTableAgainstShared: the structure says what the team's tables of the official schemas say.
func TestTableAgainstShared(t *testing.T) {
	needShared(t)
	for _, version := range Versions() {
		data, err := os.ReadFile(filepath.Join(shared, "standard", "elements-"+version+".tsv"))
		if err != nil {
			t.Fatal(err)
		}
		rows := strings.Split(strings.TrimSpace(string(data)), "\n")[1:]
		for _, row := range rows {
			columns := strings.Split(row, "\t")
			d := tables()[version].declarations[columns[0]]
			if d == nil {
				t.Errorf("%s: no %q", version, columns[0])
				continue
			}
			var attributes, children []string
			for _, a := range d.attributes {
				attributes = append(attributes, "@"+a.name+map[bool]string{true: "!", false: "?"}[a.required])
			}
			for _, c := range d.children {
				occurs := map[bool]string{true: "1..", false: "0.."}[c.required] + map[bool]string{true: "*", false: "1"}[c.many]
				child := c.name + " " + occurs
				if c.typ != "" {
					child += " (type " + c.typ + ")"
				}
				children = append(children, child)
			}
			var wantAttributes []string
			for word := range strings.FieldsSeq(columns[1]) {
				name, typ, found := strings.Cut(word, ":")
				if strings.HasPrefix(word, "@xml:lang") {
					name, found = word, false
				}
				wantAttributes = append(wantAttributes, name)
				if found && d.attributeType(strings.Trim(name, "@!?")) != typ {
					t.Errorf("%s %s: %s is no %s", version, columns[0], name, typ)
				}
			}
			if got, want := strings.Join(attributes, " "), strings.Join(wantAttributes, " "); got != want {
				t.Errorf("%s %s: attributes %s, want %s", version, columns[0], got, want)
			}
			want := strings.TrimSuffix(strings.TrimSuffix(columns[2], "any-other-namespace 0..*"), ", ")
			if got := strings.Join(children, ", "); got != want {
				t.Errorf("%s %s: children %s, want %s", version, columns[0], got, want)
			}
		}
		elements, attributes := 0, 0
		for _, e := range mustFor(version).Elements() {
			elements++
			attributes += len(e.Attributes)
		}
		t.Logf("%s: %d declarations, %d elements by path, %d attributes", version, len(rows), elements, attributes)
	}
}

func (d *declaration) attributeType(name string) string {
	for _, a := range d.attributes {
		if a.name == name {
			return a.typ
		}
	}
	return ""
}

func mustFor(version string) *Structure {
	s, ok := For(version)
	if !ok {
		panic(version)
	}
	return s
}
