package docxread

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/schema"
)

// tbl is a table with a paragraph, or several, in each cell.
func tbl(rows ...[]string) string {
	var b strings.Builder
	b.WriteString(`<w:tbl><w:tblPr/><w:tblGrid/>`)
	for _, r := range rows {
		b.WriteString(`<w:tr><w:trPr/>`)
		for _, c := range r {
			b.WriteString(`<w:tc><w:tcPr><w:tcW w:w="100"/></w:tcPr>`)
			for line := range strings.SplitSeq(c, "\n") {
				b.WriteString(p(line))
			}
			b.WriteString(`</w:tc>`)
		}
		b.WriteString(`</w:tr>`)
	}
	return b.String() + `</w:tbl>`
}

func r(cells ...string) []string { return cells }

// outline is what a document holds, one line an element, and its faults.
func outline(t *testing.T, content []byte) (lines []string) {
	t.Helper()
	file := &schema.File{Path: "a.docx", Format: schema.DOCX}
	in := New(bytes.NewReader(content), int64(len(content)), file, Options{})
	fault := func(f schema.Fault, source *schema.Source) {
		if f.Source != nil {
			source = f.Source
		}
		lines = append(lines, fmt.Sprintf("! %s: %s", source.Span(f.At).Cell, f.Message))
	}
	for {
		job, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		e := job()
		say := func(depth int, what string, text schema.Text) {
			if text.Present() {
				lines = append(lines, fmt.Sprintf("%s%s %s @%s", strings.Repeat(" ", depth), what, text.Value, e.Source.Span(text.At).Cell))
			}
		}
		prose := func(depth int, list ...*schema.Prose) {
			for _, p := range list {
				if p != nil {
					say(depth, p.Name(), p.Narratives[0].Text)
				}
			}
		}
		say(0, string(e.Kind), e.Identifier)
		prose(1, e.Title)
		prose(1, e.Descriptions...)
		for _, result := range e.Results {
			prose(1, result.Title)
			for _, i := range result.Indicators {
				prose(1, i.Title)
				for _, b := range i.Baselines {
					say(2, strings.TrimSpace("baseline "+b.Year.Value), b.Value.Text)
				}
				for _, period := range i.Periods {
					for _, m := range append(period.Targets, period.Actuals...) {
						say(2, strings.TrimSpace(m.Name()+" "+period.End.Text.Value), m.Value.Text)
					}
				}
			}
		}
		for _, f := range e.Faults {
			fault(f, e.Source)
		}
	}
	for _, f := range file.Faults {
		fault(f, file.Head)
	}
	return lines
}

func TestTables(t *testing.T) {
	for _, c := range []struct {
		name, body, want string
	}{
		{
			name: "a form for each outcome, in two columns",
			body: tbl(r("Outcome ID", "XM-DAC-41146-KEN_D_1.1"), r("Statement", "Women vote"), r("Narrative", "340 women voted.\nMany stood for office.")) + p("") +
				tbl(r("Outcome ID:", "XM-DAC-41146-KEN_D_1.2"), r("Outcome statement:", "Girls learn"), r("Progress narrative:", "31 schools.")),
			want: `
outcome XM-DAC-41146-KEN_D_1.1 @table 1, row 1
 title Women vote @table 1, row 2
 description 340 women voted.
Many stood for office. @table 1, row 3
outcome XM-DAC-41146-KEN_D_1.2 @table 2, row 1
 title Girls learn @table 2, row 2
 description 31 schools. @table 2, row 3`,
		},
		{
			name: "a form in French, with its indicators and a heading over all columns",
			body: `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>` + p("Rapport annuel") + `</w:tc></w:tr>` + strings.TrimPrefix(
				tbl(r("Identifiant de l’effet", "XM-DAC-41146-MLI_D_1.1"), r("Énoncé", "Les femmes votent"), r("Récit", "340 femmes."), r("Indicateur", "Nombre de femmes"), r("Valeur de référence", "120"), r("Cible", "300"), r("Réalisé", "340"),
					r("Indicateur", "Nombre d’élues"), r("Valeur de référence", "4"), r("Cible", "9"), r("Réalisé", "7")), `<w:tbl>`),
			want: `
outcome XM-DAC-41146-MLI_D_1.1 @table 1, row 2
 title Les femmes votent @table 1, row 3
 description 340 femmes. @table 1, row 4
 title Nombre de femmes @table 1, row 5
  baseline 120 @table 1, row 6
  target 300 @table 1, row 7
  actual 340 @table 1, row 8
 title Nombre d’élues @table 1, row 9
  baseline 4 @table 1, row 10
  target 9 @table 1, row 11
  actual 7 @table 1, row 12
! table 1, row 1: the cell is no field of an outcome, and not checked: "Rapport annuel"`,
		},
		{
			name: "a form with the indicators in columns below, in Spanish",
			body: tbl(r("Código del resultado", "GB-CHC-1170369-WASH2"), r("Enunciado", "Las mujeres votan"), r("Indicador", "Línea de base", "Meta", "Logro"), r("Mujeres que votan", "120", "300", "340")),
			want: `
outcome GB-CHC-1170369-WASH2 @table 1, row 1
 title Las mujeres votan @table 1, row 2
 title Mujeres que votan @table 1, row 4
  baseline 120 @table 1, row 4
  target 300 @table 1, row 4
  actual 340 @table 1, row 4`,
		},
		{
			name: "a row an outcome",
			body: p("Results of 2023") + tbl(r("No", "Outcome ID", "Statement", "Narrative"), r("1", "KEN_D_1.1", "Women vote", "340 women."), r("2", "KEN_D_1.2", "Girls learn", "31 schools.\n12 more follow.")),
			want: `
outcome KEN_D_1.1 @table 1, row 2
 title Women vote @table 1, row 2
 description 340 women. @table 1, row 2
outcome KEN_D_1.2 @table 1, row 3
 title Girls learn @table 1, row 3
 description 31 schools.
12 more follow. @table 1, row 3
! paragraph 1: text before the first outcome belongs to no entry and is not checked
! table 1, row 1: the column "No" maps to nothing, so what stands in it is not checked`,
		},
		{
			name: "a column of identifiers under another name",
			body: tbl(r("Outcome", "Statement", "Narrative"), r("KEN_D_1.1", "Women vote", "340 women."), r("KEN_D_1.2", "Girls learn", "31 schools.")),
			want: `
outcome KEN_D_1.1 @table 1, row 2
 title Women vote @table 1, row 2
 description 340 women. @table 1, row 2
outcome KEN_D_1.2 @table 1, row 3
 title Girls learn @table 1, row 3
 description 31 schools. @table 1, row 3`,
		},
		{
			name: "identifier and statement in one cell, with indicators",
			body: tbl(r("Effet", "Indicateur", "Valeur de référence", "Cible", "Réalisé"), r("KEN_D_1.1 : Les femmes votent", "Électrices", "120", "300", "340"), r("", "Élues", "4", "9", "7"), r("Effet 2 (KEN_D_1.2) Les filles apprennent", "Écoles", "0", "30", "31")),
			want: `
outcome KEN_D_1.1 @table 1, row 2
 title Les femmes votent @table 1, row 2
 title Électrices @table 1, row 2
  baseline 120 @table 1, row 2
  target 300 @table 1, row 2
  actual 340 @table 1, row 2
 title Élues @table 1, row 3
  baseline 4 @table 1, row 3
  target 9 @table 1, row 3
  actual 7 @table 1, row 3
outcome KEN_D_1.2 @table 1, row 4
 title Les filles apprennent @table 1, row 4
 title Écoles @table 1, row 4
  baseline 0 @table 1, row 4
  target 30 @table 1, row 4
  actual 31 @table 1, row 4`,
		},
		{
			name: "a word before each identifier",
			body: tbl(r("Resultado", "Enunciado", "Narrativa"), r("Resultado KEN_D_1.1", "Las mujeres votan", "340 mujeres."), r("Resultado: KEN_D_1.2", "Las niñas aprenden", "31 escuelas.")),
			want: `
outcome KEN_D_1.1 @table 1, row 2
 title Las mujeres votan @table 1, row 2
 description 340 mujeres. @table 1, row 2
outcome KEN_D_1.2 @table 1, row 3
 title Las niñas aprenden @table 1, row 3
 description 31 escuelas. @table 1, row 3`,
		},
		{
			name: "identifier and statement in one cell of a form",
			body: tbl(r("Outcome", "KEN_D_1.1 Women vote"), r("Narrative", "340 women."), r("Indicator", "Voters"), r("Actual 2023", "340")),
			want: `
outcome KEN_D_1.1 @table 1, row 1
 title Women vote @table 1, row 1
 description 340 women. @table 1, row 2
 title Voters @table 1, row 3
  actual 2023-12-31 340 @table 1, row 4`,
		},
		{
			name: "indicators between outcomes",
			body: p("outcome KEN_D_1.1") + p("Women vote") + p("340 women voted.") +
				tbl(r("Indicator", "Baseline", "Target 2023", "Actual 2023"), r("Women who vote", "120", "300", "340"), r("Women in office", "4", "9", "7")) + p("More follow.") +
				p("Outcome 2: KEN_D_1.2") + p("Girls learn") + tbl(r("Couleur", "Indicateur", "Valeur de référence", "Cible", "Réalisé"), r("vert", "Écoles", "0", "30", "31")),
			want: `
outcome KEN_D_1.1 @paragraph 1
 title Women vote @paragraph 2
 description 340 women voted.
More follow. @paragraph 3
 title Women who vote @table 1, row 2
  baseline 120 @table 1, row 2
  target 2023-12-31 300 @table 1, row 2
  actual 2023-12-31 340 @table 1, row 2
 title Women in office @table 1, row 3
  baseline 4 @table 1, row 3
  target 2023-12-31 9 @table 1, row 3
  actual 2023-12-31 7 @table 1, row 3
outcome KEN_D_1.2 @paragraph 5
 title Girls learn @paragraph 6
 title Écoles @table 2, row 2
  baseline 0 @table 2, row 2
  target 30 @table 2, row 2
  actual 31 @table 2, row 2
! table 2, row 1: the column "Couleur" maps to nothing, so what stands in it is not checked`,
		},
		{
			name: "indicators below a form, with a caption, then an outcome in the text",
			body: tbl(r("Outcome ID", "KEN_D_1.1"), r("Statement", "Women vote")) + p("Table 2: indicators") + tbl(r("Indicator", "Baseline", "Target", "Actual"), r("Women who vote", "120", "300", "340")) +
				p("outcome KEN_D_1.2") + p("Girls learn"),
			want: `
outcome KEN_D_1.1 @table 1, row 1
 title Women vote @table 1, row 2
 title Women who vote @table 2, row 2
  baseline 120 @table 2, row 2
  target 300 @table 2, row 2
  actual 340 @table 2, row 2
outcome KEN_D_1.2 @paragraph 2
 title Girls learn @paragraph 3
! paragraph 1: text behind a table of outcomes belongs to no entry and is not checked`,
		},
		{
			name: "tables of other things, and such as only arrange the text",
			body: `<w:tbl><w:tr><w:tc>` + p("outcome KEN_D_1.1") + p("Women vote") + tbl(r("Activity", "Budget"), r("Training", "300")) + p("Done.") + `</w:tc></w:tr></w:tbl>`,
			want: `
outcome KEN_D_1.1 @table 1, row 1
 title Women vote @table 1, row 1
 description Activity
Budget
Training
300
Done. @table 2, row 1`,
		},
		{
			name: "identifiers that can't be made out as a table begin entries all the same",
			body: tbl(r("Wo", "Wer", "Was"), r("KEN_D_1.1", "Women vote", "340 women."), r("KEN_D_1.2", "Girls learn", "31 schools.")),
			want: `
outcome KEN_D_1.1 @table 1, row 2
 title Women vote @table 1, row 2
 description 340 women. @table 1, row 2
outcome KEN_D_1.2 @table 1, row 3
 title Girls learn @table 1, row 3
 description 31 schools. @table 1, row 3
! table 1, row 1: text before the first outcome belongs to no entry and is not checked`,
		},
		{
			name: "an identifier over several rows, cells merged over rows, tracked deletions",
			body: `<w:tbl><w:tr><w:tc>` + p("Outcome ID") + `</w:tc><w:tc>` + p("Title") + `</w:tc><w:tc>` + p("Indicator") + `</w:tc><w:tc>` + p("Actual") + `</w:tc></w:tr>` +
				`<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>` + p("KEN_D_1.1") + `</w:tc><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>` + p("Women vote") + `</w:tc><w:tc>` + p("Voters") + `</w:tc><w:tc>` + p("340") + `</w:tc></w:tr>` +
				`<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>` + p("") + `</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>` + p("Elected") + `</w:tc><w:tc><w:p><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:r><w:t>7</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
			want: `
outcome KEN_D_1.1 @table 1, row 2
 title Women vote @table 1, row 2
 title Voters @table 1, row 2
  actual 340 @table 1, row 2
 title Elected @table 1, row 3
  actual 7 @table 1, row 3
! table 1, row 3: a tracked change deletes text here, and nobody has accepted it yet: "9"`,
		},
	} {
		if diff := cmp.Diff(strings.Split(strings.TrimPrefix(c.want, "\n"), "\n"), strings.Split(strings.Join(outline(t, docx(t, c.body)), "\n"), "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestForms puts each name of an identifier before identifiers of several schemes: the
// form is an entry, with its statement and narrative.
func TestForms(t *testing.T) {
	names := [][2]string{{"Statement", "Narrative"}, {"Énoncé", "Récit"}, {"Enunciado", "Narrativa"}, {"Outcome title", "Progress"}}
	for _, id := range []string{"XM-DAC-41146-KEN_D_1.2", "KEN_D_1.2", "xm-dac-41146-ken_d_1.2", "XM–DAC–41146–KEN_D_1.2", "GB-CHC-1170369-WASH2", "NL-KVK-27108436-A7.1", "MLI-D_1.1"} {
		for _, label := range []string{
			"Outcome ID", "Outcome ID:", "Outcome", "Outcome no.", "IATI identifier", "Identifier", "ID", "Reference", "Output", "Result", "Code",
			"Identifiant de l’effet", "Identifiant", "Résultat", "Code du résultat :", "Produit", "Identificador del resultado", "Resultado", "Código", "Producto",
			"Identificador", "Produto", "Kennung", "Hasil", "النتيجة", "Результат", "成果",
		} {
			for _, fields := range names[:1+len(label)%len(names)] {
				got := outline(t, docx(t, p("Report")+tbl(r(label, id), r(fields[0], "Girls learn"), r(fields[1], "31 schools."))))
				want := []string{id + " @table 1, row 1", " title Girls learn @table 1, row 2", " description 31 schools. @table 1, row 3"}
				for i := range want {
					if len(got) < 3 || !strings.HasSuffix(got[i], want[i]) {
						t.Errorf("%s | %s, %s: %q", label, id, fields[0], got)
						break
					}
				}
			}
		}
	}
}
