package read_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/schema"
)

// The parts of lines that begin an entry, as people write them.
var (
	written = []string{
		"XM-DAC-41146-KEN_D_1.2", "xm-dac-41146-ken_d_1.2", "KEN_D_1.2", "XM–DAC–41146–KEN_D_1.2", "XM‑DAC‑41146‑KEN_D_1.2",
		"XM-DAC-41146-KEN_D_1. 2", "XM-DAC-41146 -KEN_D_1.2", "XM-DAC-41146-KEN D 1.2", "XM - DAC - 41146 - KEN_D_1.2", "XM-DAC-\u200b41146-KEN_D_1.2",
		`XM-DAC-41146-KEN\_D\_1.2`, "GB-CHC-1170369-WASH2", "NL-KVK-27108436-A7.1", "GB-GOV-1-300431", "FR-3-2021/77",
	}
	labels = []string{
		"", "outcome ", "Outcome: ", "OUTCOME\t", "outcome\u00a0", "outcome\u200b", "Outcome ID: ", "Outcome – ", "Expected outcome: ", "Outcome 2: ", "Outcome 1.2 (",
		"Identifier: ", "IATI identifier: ", "Output ", "Résultat ", "Résultat attendu n° 2 : ", "Identifiant de l’effet : ", "Effet direct ", "Produit : ",
		"Resultado ", "Resultado esperado: ", "Producto: ", "Código del resultado: ", "Efeito: ", "Produto ", "Ergebnis: ", "Hasil ", "Matokeo: ", "النتيجة: ", "Результат ", "成果：", "成果",
		"outcome", "Uitkomst: ",
	}
	ornaments = []string{"", "• ", "- ", "– ", "\uf0b7\t", "2. ", "1.2 ", "b) ", "(iii) ", "## ", "**", "> ", "| ", "\u00a0\u00a0", "\ufeff", "→ "}
	tails     = []string{"", ".", " ", "\u00a0", "**", ":", " By 2026, girls stay in school", ": girls stay in school", " – Girls stay in school", "\tGirls stay in school", " (OUTCOME TO BE DELETED)", " girls stay in school"}
)

// stays are lines of a narrative that begin no entry.
var stays = []string{
	"The schools are reported under outcome XM-DAC-41146-KEN_D_1.2.",
	"as reported under XM-DAC-41146-KEN_D_1.3, the latrines of 31 schools were built.",
	"XM-DAC-41146-KEN_D_1.3 and the outcomes below it share the same partners.",
	"Outcome XM-DAC-41146-KEN_D_1.3 is reported by the county.",
	"Le résultat XM-DAC-41146-KEN_D_1.3 est suivi par le ministère.",
	"El resultado XM-DAC-41146-KEN_D_1.3 fue revisado en 2023.",
	"In 2024, 12.5 per cent of the households drank from ponds.",
	"Results 2021-2022 were better than those of 2019-2020.",
	"Outcome indicators such as SP_D_0.1.5 were revised.",
	"See outcome XM-DAC-41146-KEN_D_1.2.",
	"2.4 million people in 1.200 villages were reached (UNSDCF 2022-2026).",
	"COVID-19 delayed the works in 3 districts.",
	"Resolution S/RES/1325-2000 was discussed.",
	"Code 12.5 of the register, ID 4-22.",
}

// headed is a submission with a variant of a header before its second outcome, at line 5.
func headedText(header string) []string {
	return []string{
		"outcome XM-DAC-41146-KEN_D_1.1", "By 2026, households drink safe water", "Committees repaired 212 boreholes for 38,400 people.", "",
		header, "By 2026, girls stay in school during the dry season", "Girls in 31 primary schools use separate latrines.",
	}
}

func asText(_ *testing.T, lines []string) (name string, content []byte) {
	return "a.txt", []byte(strings.Join(lines, "\n") + "\n")
}

// asWord writes the lines as paragraphs, as LibreOffice does: in runs that it cut anywhere.
func asWord(t *testing.T, lines []string) (name string, content []byte) {
	t.Helper()
	var b, out bytes.Buffer
	b.WriteString(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for _, line := range lines {
		b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Heading2"/><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr>`)
		for i, run := range strings.SplitAfter(line, "_") {
			if i > 0 {
				b.WriteString(`<w:proofErr w:type="spellStart"/>`)
			}
			b.WriteString(`<w:r><w:rPr><w:b/></w:rPr>`)
			for j, piece := range strings.Split(run, "\t") {
				if j > 0 {
					b.WriteString(`<w:tab/>`)
				}
				b.WriteString(`<w:t xml:space="preserve">`)
				if err := xml.EscapeText(&b, []byte(piece)); err != nil {
					t.Fatal(err)
				}
				b.WriteString(`</w:t>`)
			}
			b.WriteString(`</w:r>`)
		}
		b.WriteString(`</w:p>`)
	}
	b.WriteString(`</w:body></w:document>`)
	z := zip.NewWriter(&out)
	w, err := z.Create("word/document.xml")
	if err == nil {
		_, err = w.Write(b.Bytes())
	}
	if err := errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return "a.docx", out.Bytes()
}

// written as each of these, a submission has the same entries.
var asFiles = map[string]func(*testing.T, []string) (string, []byte){"text": asText, "Word": asWord}

// headings returns the lines at which entries begin, and those of faults.
func headings(t *testing.T, name string, content []byte, o read.Options) (begun map[int]string, faults map[int]string, narratives string) {
	t.Helper()
	entries, file := readBy(t, name, content, o)
	begun, faults = map[int]string{}, map[int]string{}
	add := func(f schema.Fault, source *schema.Source) {
		if f.Source != nil {
			source = f.Source
		}
		faults[source.Span(f.At).Start.Line] = f.Message
	}
	for _, e := range entries {
		begun[e.Source.Span(e.Tag).Start.Line] = e.Identifier.Value
		for _, f := range e.Faults {
			add(f, e.Source)
		}
		for _, d := range e.Descriptions {
			narratives += d.Narratives[0].Value + "\n"
		}
	}
	for _, f := range file.Faults {
		add(f, file.Head)
	}
	return begun, faults, narratives
}

// TestEveryHeadingIsSeen puts variants of headers in front of outcomes: each begins an
// entry or is reported on its line.
func TestEveryHeadingIsSeen(t *testing.T) {
	for format, as := range asFiles {
		t.Run(format, func(t *testing.T) { everyHeadingIsSeen(t, as) })
	}
}

func everyHeadingIsSeen(t *testing.T, as func(*testing.T, []string) (string, []byte)) {
	t.Helper()
	doubtful, all := 0, 0
	for i, id := range written {
		for j, label := range labels {
			for k, tail := range tails {
				ornament := ornaments[(i*7+j*5+k)%len(ornaments)]
				if (i+j+k)%3 != 0 { // a third of them is more than two thousand
					continue
				}
				if strings.HasSuffix(label, "(") {
					tail = ")" + tail
				}
				header := ornament + label + id + tail
				name, content := as(t, headedText(header))
				begun, faults, _ := headings(t, name, content, read.Options{})
				got, begins := begun[5]
				all++
				switch {
				case !begins && faults[5] == "":
					t.Errorf("%q is passed over", header)
				case !begins:
					doubtful++
				case !strings.HasPrefix(got, strings.TrimRight(id, " ")):
					t.Errorf("%q begins %q", header, got)
				}
				if len(begun) > 2 {
					t.Errorf("%q begins %v", header, begun)
				}
			}
		}
	}
	t.Logf("%d headers, %d of them doubtful", all, doubtful)
	if doubtful*4 > all {
		t.Errorf("%d of %d headers are doubtful", doubtful, all)
	}
}

func TestNarrativesBeginNothing(t *testing.T) {
	for format, as := range asFiles {
		for _, line := range stays {
			name, content := as(t, append(headedText("Outcome: XM-DAC-41146-KEN_D_1.2"), line, "The works go on."))
			begun, faults, narratives := headings(t, name, content, read.Options{})
			if len(begun) != 2 || len(faults) > 0 || !strings.Contains(narratives, line) {
				t.Errorf("%s: %q: entries %v, faults %v", format, line, begun, faults)
			}
		}
	}
}

func TestOwnScheme(t *testing.T) {
	for _, header := range []string{"WPC/21/KEN/7", "• WPC/21/KEN/7", "WPC/21/KEN/7 Girls stay in school"} {
		name, content := asText(t, headedText(header))
		begun, _, _ := headings(t, name, content, read.Options{Identifier: regexp.MustCompile(`^WPC/\d+/[A-Z]+/\d+$`)})
		if fmt.Sprint(begun[5]) != "WPC/21/KEN/7" {
			t.Errorf("%q: entries %v", header, begun)
		}
	}
}

// TestPortalText reads what people write around the identifier and the texts below it.
func TestPortalText(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"statement behind", "outcome KEN_D_1.1 Women vote\n340 did.", "outcome KEN_D_1.1 | Women vote | 340 did."},
		{"bracket behind", "KEN_D_1.1 (TO BE DELETED)\nWomen vote\n340 did.", "outcome KEN_D_1.1 | (TO BE DELETED)\nWomen vote | 340 did."},
		{"a label above", "Outcome\n\nKEN_D_1.1\nWomen vote", "outcome KEN_D_1.1 | Women vote | "},
		{"a numbered label above", "Résultat 2 :\nKEN_D_1.1\nLes femmes votent", "outcome KEN_D_1.1 | Les femmes votent | "},
		{"a numbered outcome above", "Outcome 1.2\nXM-DAC-41146-KEN_D_1.1\nWomen vote", "outcome XM-DAC-41146-KEN_D_1.1 | Women vote | "},
		{"only a number", "outcome 1.2\nWomen vote", "outcome 1.2 | Women vote | "},
		{"no identifier", "outcome\nWomen vote\noutcome KEN_D_1.2\nGirls learn", "outcome  | Women vote | \noutcome KEN_D_1.2 | Girls learn | "},
		{"names of fields", "Outcome ID: KEN_D_1.1\nStatement: Women vote\nNarrative:\n340 did.\nProgress: slow", "outcome KEN_D_1.1 | Women vote | 340 did.\nProgress: slow"},
		{"names of fields in Spanish", "Código: KEN_D_1.1\nEnunciado: Las mujeres votan\nNarrativa: 340 mujeres.", "outcome KEN_D_1.1 | Las mujeres votan | 340 mujeres."},
		{"a narrative without a statement", "Resultado KEN_D_1.1\nDescripción: 340 mujeres.", "outcome KEN_D_1.1 |  | 340 mujeres."},
		{"the identifier twice", "outcome XM-DAC-41146-KEN_D_1.1\nKEN_D_1.1\nWomen vote", "outcome XM-DAC-41146-KEN_D_1.1 | Women vote | "},
		{"output and indicator", "Produit KEN_D_1.1.1\nLes femmes votent\nIndicador: KEN_D_1.1A\nMujeres", "output KEN_D_1.1.1 | Les femmes votent | \nindicator KEN_D_1.1A | Mujeres | "},
		{"a mention that a line ends with", "outcome KEN_D_1.1\nWomen vote\nThey vote as reported under\nKEN_D_1.2.", "outcome KEN_D_1.1 | Women vote | They vote as reported under\nKEN_D_1.2."},
	} {
		entries, _ := readAll(t, "a.txt", []byte(c.text))
		var got []string
		for _, e := range entries {
			statement, narrative := "", ""
			if n := e.Statement(); n != nil {
				statement = n.Value
			}
			if len(e.Descriptions) > 0 {
				narrative = e.Descriptions[0].Narratives[0].Value
			}
			got = append(got, fmt.Sprintf("%s %s | %s | %s", e.Kind, e.Identifier.Value, statement, narrative))
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%s: %q, want %q", c.name, strings.Join(got, "\n"), c.want)
		}
	}
}
