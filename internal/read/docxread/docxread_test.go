package docxread

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/schema"
)

// part is a file in the archive.
type part struct{ name, text string }

func archived(t testing.TB, parts ...part) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, p.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const (
	contentTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	relations = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="%s"/></Relationships>`
	opening = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:body>`
	closing = `<w:sectPr><w:headerReference w:type="default" r:id="rId9"/></w:sectPr></w:body></w:document>`
)

// docx is a Word document with a body.
func docx(t testing.TB, body string) []byte {
	t.Helper()
	return archived(t, part{"[Content_Types].xml", contentTypes}, part{"_rels/.rels", fmt.Sprintf(relations, "word/document.xml")},
		part{"word/document.xml", opening + body + closing}, part{"word/header1.xml", "<w:hdr xmlns:w='x'><w:p><w:r><w:t>outcome H_1.1</w:t></w:r></w:p></w:hdr>"})
}

// p is a paragraph of a single run.
func p(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }

// read is what a document says: the texts of its entries and all faults, with
// their cells.
func read(t *testing.T, content []byte) (said, faults []string) {
	t.Helper()
	file := &schema.File{Path: "a.docx", Format: schema.DOCX}
	r := New(bytes.NewReader(content), int64(len(content)), file, Options{})
	var entries []*schema.Entry
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
	tell := func(f schema.Fault, source *schema.Source) {
		faults = append(faults, fmt.Sprintf("%s @%s: %s", ruleOf(f.Kind), source.Span(f.At).Cell, f.Message))
	}
	for _, f := range file.Faults {
		tell(f, file.Head)
	}
	for _, e := range entries {
		add := func(x schema.Text) {
			said = append(said, fmt.Sprintf("%s: %s", e.Source.Span(x.At).Cell, x.Value))
		}
		for _, p := range e.OtherProse {
			add(p.Narratives[0].Text)
		}
		if e.Kind == schema.UnassignedText {
			continue
		}
		add(e.Identifier)
		if n := e.Statement(); n != nil {
			add(n.Text)
		}
		for _, d := range e.Descriptions {
			add(d.Narratives[0].Text)
		}
		for _, f := range e.Faults {
			tell(f, e.Source)
		}
		if e.Source.Editable(e.Place()) {
			t.Errorf("%s could be edited", e.Identifier.Value)
		}
	}
	return said, faults
}

func TestDocuments(t *testing.T) {
	head := p("outcome A_1.1") + p("Women vote")
	for _, c := range []struct {
		name, body   string
		said, faults []string
	}{
		{
			name: "runs that Word cut, tracked insertions, links, tags, controls, tabs",
			body: `<w:p w14:x="" xmlns:w14="y"><w:pPr><w:pStyle w:val="Heading1"/><w:rPr><w:strike/><w:del w:id="1"/></w:rPr></w:pPr><w:bookmarkStart w:id="0"/><w:r><w:t xml:space="preserve">outcome </w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>A_1</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t>.1</w:t></w:r></w:p>` +
				`<w:p><w:ins w:id="2" w:author="x"><w:r><w:t xml:space="preserve">Women </w:t></w:r></w:ins><w:hyperlink r:id="rId4"><w:r><w:t>vote</w:t></w:r></w:hyperlink></w:p>` +
				`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:p><w:smartTag w:element="x"><w:r><w:t>340</w:t></w:r></w:smartTag><w:r><w:tab/><w:t>women &amp; 12</w:t><w:noBreakHyphen/><w:t>30 men</w:t><w:br/><w:t>vote</w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>.</w:t></w:r></w:fldSimple></w:p></w:sdtContent></w:sdt>`,
			said: []string{"paragraph 1: A_1.1", "paragraph 2: Women vote", "paragraph 3: 340\twomen & 12\u201130 men\nvote."},
		},
		{
			name: "an entry on the lines of one paragraph",
			body: `<w:p><w:r><w:t>outcome A_1.1</w:t><w:br/><w:t>Women vote</w:t></w:r></w:p>` + p("340 women."),
			said: []string{"paragraph 1: A_1.1", "paragraph 1: Women vote", "paragraph 2: 340 women."},
		},
		{
			name: "tables, cell by cell, and items of lists",
			body: `<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>` + p("outcome A_1.1") + `</w:tc><w:tc>` + p("Women vote") + `</w:tc></w:tr><w:tr><w:tc>` + p("") + `</w:tc></w:tr></w:tbl>` +
				`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:r><w:t>First.</w:t></w:r></w:p>` + p("Second."),
			said: []string{"table 1, row 1: A_1.1", "table 1, row 1: Women vote", "paragraph 1: First.\nSecond."},
		},
		{
			name: "fields' instructions, notes' and comments' marks, drawings twice",
			body: head + `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:r><w:t>340 women.</w:t></w:r><w:r><w:footnoteReference w:id="1"/><w:commentReference w:id="0"/></w:r></w:p>` +
				`<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>` + p("In a") + p("box") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + p("In a box") + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` + p("More.") +
				`<w:p><w:altChunk r:id="x"/></w:p>`,
			said: []string{"paragraph 1: A_1.1", "paragraph 2: Women vote", "paragraph 3: 340 women.\n\nMore."},
			faults: []string{
				`file/unrecognised-block @paragraph 3: what stands in footnotes and endnotes is no part of the text and not checked; the document has 1, the first one here`,
				`file/unrecognised-block @paragraph 4: a text box stands here, which is no part of the text and not checked: "In a box"`,
				`file/unrecognised-block @paragraph 6: the document takes over text from another file here, which is not opened`,
			},
		},
		{
			name: "struck through, in part, in pieces and over paragraphs",
			body: head + `<w:p><w:r><w:t xml:space="preserve">Good </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>bad</w:t></w:r><w:r><w:rPr><w:dstrike w:val="1"/></w:rPr><w:t xml:space="preserve"> and worse</w:t></w:r><w:r><w:rPr><w:strike w:val="0"/><w:dstrike w:val="false"/></w:rPr><w:t>.</w:t></w:r></w:p>` +
				`<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>All</w:t></w:r></w:p><w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>gone</w:t></w:r></w:p>` +
				`<w:p><w:r><w:rPr><w:rPrChange w:id="3"><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>Stays.</w:t></w:r></w:p>`,
			said: []string{"paragraph 1: A_1.1", "paragraph 2: Women vote", "paragraph 3: Good bad and worse.\nAll\ngone\nStays."},
			faults: []string{
				`marker/deletion @paragraph 3: this text is struck through in the document, so it is to be deleted: "bad and worse"`,
				`marker/deletion @paragraph 4: this text is struck through in the document, so it is to be deleted: "All gone"`,
			},
		},
		{
			name: "tracked deletions and moves, before the first entry too",
			body: `<w:p><w:del w:id="1"><w:r><w:delText>Draft</w:delText></w:r></w:del></w:p>` + head +
				`<w:p><w:r><w:t xml:space="preserve">340 </w:t></w:r><w:del w:id="2"><w:r><w:delText xml:space="preserve">wo</w:delText></w:r><w:r><w:delText>men</w:delText></w:r></w:del><w:ins w:id="3"><w:r><w:t>girls</w:t></w:r></w:ins><w:moveFrom w:id="4"><w:r><w:t xml:space="preserve"> moved</w:t></w:r></w:moveFrom></w:p>`,
			said: []string{"paragraph 2: A_1.1", "paragraph 3: Women vote", "paragraph 4: 340 girls"},
			faults: []string{
				`marker/deletion @paragraph 1: a tracked change deletes text here, and nobody has accepted it yet: "Draft"`,
				`marker/deletion @paragraph 4: a tracked change deletes text here, and nobody has accepted it yet: "women"`,
				`marker/deletion @paragraph 4: a tracked change deletes text here, and nobody has accepted it yet: "moved"`,
			},
		},
		{
			name:   "no entry",
			body:   p("A letter"),
			said:   []string{"paragraph 1: A letter"},
			faults: []string{`file/no-results @paragraph 1: no line of the form "outcome <identifier>" was found, so there is no entry to check`},
		},
		{
			name:   "text before the first entry",
			body:   p("") + p("Annual report") + p("2024") + head,
			said:   []string{"paragraph 4: A_1.1", "paragraph 5: Women vote"},
			faults: []string{"file/unrecognised-block @paragraph 2: text before the first outcome belongs to no entry and is not checked"},
		},
	} {
		said, faults := read(t, docx(t, c.body))
		if diff := cmp.Diff(c.said, said); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if diff := cmp.Diff(c.faults, faults); diff != "" {
			t.Errorf("%s: faults (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestOtherArchives(t *testing.T) {
	body := opening + p("outcome A_1.1") + p("Women vote") + closing
	types := part{"[Content_Types].xml", contentTypes}
	rels := func(target string) part { return part{"_rels/.rels", fmt.Sprintf(relations, target)} }
	utf16 := append([]byte{0xFF, 0xFE}, []byte(strings.Join(strings.Split(strings.Replace(body, "UTF-8", "UTF-16", 1), ""), "\x00")+"\x00")...)
	large := opening + p(strings.Repeat("word ", maxPart/5)) + closing
	for _, c := range []struct {
		name    string
		content []byte
		said    bool
		fault   string
	}{
		{"main part of another name", archived(t, types, rels("word/document2.xml"), part{"word/document2.xml", body}), true, ""},
		{"absolute target, back slashes", archived(t, types, rels("/word/document.xml"), part{`word\document.xml`, body}), true, ""},
		{"a target that leads out", archived(t, types, rels("../../../etc/passwd"), part{"word/document.xml", body}), true, ""},
		{"a target outside", archived(t, types, part{"_rels/.rels", strings.Replace(fmt.Sprintf(relations, "http://127.0.0.1/x"), "/></R", ` TargetMode="External"/></R`, 1)}, part{"word/document.xml", body}), true, ""},
		{"strict form", archived(t, types, part{"word/document.xml", strings.ReplaceAll(body, space, spaceStrict)}), true, ""},
		{"UTF-16", archived(t, types, part{"word/document.xml", string(utf16)}), true, ""},
		{"macros", archived(t, types, part{"word/document.xml", body}, part{"word/vbaProject.bin", "x"}), true, "file/unrecognised-block @: the document holds macros"},
		{"a part twice", archived(t, types, part{"word/document.xml", body}, part{"word/./document.xml", body}), false, "file/not-well-formed @: the document is damaged: could not open the part \"word/document.xml\": it is there twice, so that it is not clear which one counts"},
		{"nothing of the kind", archived(t, types), false, `file/not-well-formed @: the document is damaged: the archive has no part "word/document.xml"`},
		{"other XML", archived(t, types, part{"word/document.xml", "<a/>"}), false, "file/wrong-type @: the file is called .docx but holds no Word document"},
		{"broken XML", archived(t, types, part{"word/document.xml", body[:len(body)-20]}), false, "file/not-well-formed @: the document is damaged: could not read the document's text"},
		{"entities of entities", archived(t, types, part{"word/document.xml", `<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>` + strings.Replace(body[strings.Index(body, "<w:document"):], "Women", "&b;", 1)}), false, "file/not-well-formed @: the document is damaged"},
		{"an entity of a file", archived(t, types, part{"word/document.xml", `<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>` + strings.Replace(body[strings.Index(body, "<w:document"):], "Women", "&a;", 1)}), false, "file/not-well-formed @: the document is damaged"},
		{"a bomb", archived(t, types, part{"word/document.xml", large}), false, "file/too-large @: the document unpacks to more than is read"},
		{"no archive", []byte("PK\x03\x04 but no archive"), false, "file/not-well-formed @: the document is damaged: could not open the archive"},
	} {
		said, faults := read(t, c.content)
		if (len(said) > 0) != c.said {
			t.Errorf("%s: %q, %q", c.name, said, faults)
		}
		if c.fault == "" && len(faults) > 0 || c.fault != "" && (len(faults) != 1 || !strings.HasPrefix(faults[0], c.fault)) {
			t.Errorf("%s: faults %q, want %q", c.name, faults, c.fault)
		}
	}
}

func TestResembles(t *testing.T) {
	for body, want := range map[string]bool{p("outcome A_1.1"): true, p("A letter"): false} {
		content := docx(t, body)
		if got := Resembles(bytes.NewReader(content), int64(len(content))); got != want {
			t.Errorf("%s: %v", body, got)
		}
	}
}

// FuzzDOCX reads any body in an archive, and any archive: nothing panics, every
// place has a paragraph and lies within the text.
func FuzzDOCX(f *testing.F) {
	for _, body := range []string{
		p("outcome A_1.1") + p("Women"), `<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>outcome A_1</w:t><w:br/><w:t>b</w:t></w:r></w:p>`,
		`<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>`, `<w:r><w:t>no paragraph</w:t></w:r><w:br/>`, `<w:p><w:txbxContent><w:p/></w:txbxContent></w:p>`, "\x00",
	} {
		f.Add(opening + body + closing)
	}
	for _, body := range []string{
		tbl(r("Outcome ID", "KEN_D_1.1"), r("Statement", "Women"), r("Indicator", "Baseline", "Actual"), r("Voters", "1", "2")) + p("x") + tbl(r("Indicator", "Target"), r("V", "3")),
		p("outcome A_1.1") + tbl(r("Indicator", "Target"), r("V\nW", "3")) + p("y"), tbl(r("ID", "Title"), r("A_1.1", "x"), r("A_1.2", "")), `<w:tbl><w:tc><w:gridSpan w:val="9"/></w:tc><w:tr/><w:tbl/></w:tbl></w:tc>`,
	} {
		f.Add(opening + body + closing)
	}
	f.Add("PK\x03\x04")
	f.Fuzz(func(t *testing.T, document string) {
		for _, content := range [][]byte{archived(t, part{"word/document.xml", document}), []byte(document)} {
			file := &schema.File{Path: "a.docx", Format: schema.DOCX}
			r := New(bytes.NewReader(content), int64(len(content)), file, Options{})
			check := func(source *schema.Source, at schema.Range, what string) {
				if at.Start < 0 || at.Start > at.End || int(at.End) > len(source.Text) {
					t.Errorf("%s is at %v of %d bytes", what, at, len(source.Text))
				}
				if len(source.Text) > 0 && !strings.HasPrefix(source.Span(at).Cell, "paragraph ") && !strings.HasPrefix(source.Span(at).Cell, "table ") {
					t.Errorf("%s has the cell %q", what, source.Span(at).Cell)
				}
			}
			for {
				job, err := r.Next()
				if err != nil {
					break
				}
				e := job()
				schema.Walk(e, func(n schema.Node) { check(e.Source, n.Place(), fmt.Sprintf("%T", n)) })
				for _, fault := range e.Faults {
					check(e.Source, fault.At, fault.Message)
				}
			}
			for _, fault := range file.Faults {
				source := file.Head
				if fault.Source != nil {
					source = fault.Source
				}
				check(source, fault.At, fault.Message)
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
