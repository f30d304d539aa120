package read_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/iatilint/iatilint/schema"
)

// columnNames are the names of columns, by language.
var columnNames = []map[string][]string{
	{
		"id": {"Identifier", "Outcome ID", "IATI identifier", "Outcome code", "ID", "Outcome number"}, "title": {"Title", "Outcome", "Outcome statement", "Outcome title"},
		"narrative": {"Narrative", "Outcome narrative", "Progress narrative", "Progress note", "Narrative report"}, "indicator": {"Indicator", "Indicator title", "Indicator statement"},
		"baseline": {"Baseline", "Value"}, "byear": {"Baseline year", "Year"}, "target": {"Target", "Milestone", "Planned", "Target value"}, "actual": {"Actual", "Achieved", "Actual value", "Result"},
		"group": {"Baseline"}, "total": {"Total", "Grand total", "Sub-total:", "Average"}, "note": {"* Provisional figures, to be confirmed", "Source: survey of 2023", "Prepared by: M&E unit, 12 March 2024"},
	},
	{
		"id": {"Identifiant", "Code de l’effet", "Identifiant IATI", "Code"}, "title": {"Titre", "Énoncé de l'effet", "Intitulé", "Effet"},
		"narrative": {"Récit", "Narratif", "Description des progrès", "Texte narratif"}, "indicator": {"Indicateur", "Titre de l'indicateur"},
		"baseline": {"Valeur de référence", "Valeur"}, "byear": {"Année de référence", "Année"}, "target": {"Cible", "Jalon", "Valeur cible", "Prévu"}, "actual": {"Réalisé", "Valeur atteinte", "Réalisation", "Résultat"},
		"group": {"Situation de référence"}, "total": {"Total général", "Sous-total", "Somme", "Moyenne"}, "note": {"Source : enquête de 2023", "Remarque: chiffres provisoires", "Préparé par: le bureau"},
	},
	{
		"id": {"Identificador", "Código", "Código del efecto"}, "title": {"Título", "Enunciado", "Efecto"},
		"narrative": {"Narrativa", "Relato", "Nota de progreso"}, "indicator": {"Indicador", "Título del indicador"},
		"baseline": {"Línea de base", "Valor"}, "byear": {"Año de referencia", "Año"}, "target": {"Meta", "Hito", "Previsto"}, "actual": {"Alcanzado", "Logro", "Valor alcanzado", "Resultado"},
		"group": {"Línea de base"}, "total": {"Total general", "Suma", "Subtotal", "Promedio"}, "note": {"Fuente: encuesta de 2023", "Nota: cifras provisionales", "Elaborado por: la oficina"},
	},
	{
		"id": {"Identificador", "Código"}, "title": {"Título", "Efeito"}, "narrative": {"Narrativa", "Relato"}, "indicator": {"Indicador"},
		"baseline": {"Linha de base", "Valor"}, "byear": {"Ano base", "Ano"}, "target": {"Meta", "Marco"}, "actual": {"Realizado", "Alcançado", "Resultado"},
		"group": {"Linha de base"}, "total": {"Total geral", "Soma"}, "note": {"Fonte: inquérito de 2023", "Elaborado por: o escritório"},
	},
	{
		"id": {"Kennung"}, "title": {"Titel", "Wirkung"}, "narrative": {"Bericht"}, "indicator": {"Indikator"},
		"baseline": {"Ausgangswert", "Wert"}, "byear": {"Basisjahr", "Jahr"}, "target": {"Ziel", "Zielwert", "Geplant"}, "actual": {"Erreicht", "Istwert", "Ergebnis"},
		"group": {"Ausgangswert"}, "total": {"Gesamt", "Summe", "Zwischensumme"}, "note": {"Quelle: Erhebung 2023", "Anmerkung: vorläufige Zahlen"},
	},
}

// decorations are what people make of the name of a column.
var decorations = []func(string) string{
	func(s string) string { return s },
	func(s string) string { return s + " *" },
	func(s string) string { return "*" + s },
	func(s string) string { return s + ":" },
	strings.ToUpper,
	func(s string) string { return "3. " + s },
	func(s string) string { return "b) " + s },
	func(s string) string { return "Q4: " + s },
	func(s string) string { return s + " (max 2000 characters)" },
	func(s string) string { return s + " (required)" },
	func(s string) string { return s + "\n(see the guidance, page 3)" },
	func(s string) string { return s + " [" + s + "]" },
	func(s string) string { return s + "¹" },
	func(s string) string { return strings.ReplaceAll(s, " ", "\n") },
	func(s string) string { return s + " - please fill in" },
	func(s string) string { return " " + s + "\u00a0" },
	func(s string) string { return s + " / " + s },
}

// headed is a table of two outcomes in one variant.
type headed struct {
	rows   [][]string
	merges [][2]int // row, and the first of two columns that are merged, from 0
	kind   string
}

// outcomes are the cells of the outcomes by the names of their columns; two rows of
// the first.
var outcomes = []map[string]string{
	{"id": "KEN_D_1.1", "title": "Rural households drink safe water", "narrative": "Water committees repaired 212 boreholes in 14 districts, so that the people of 90 villages drink safe water.",
		"indicator": "People with a water point", "baseline": "1200", "byear": "2020", "target": "20000", "actual": "18500"},
	{"indicator": "Committees with a bank account", "baseline": "4", "byear": "2020", "target": "60", "actual": "58"},
	{"id": "KEN_D_1.2", "title": "Girls stay in school all year", "narrative": "Girls in 31 schools use latrines of their own, and more of them attend in the dry season than ever.",
		"indicator": "Girls who attend on most days", "baseline": "71", "byear": "2021", "target": "85", "actual": "86"},
}

var wantOutcomes = []string{
	"outcome KEN_D_1.1: Rural households drink safe water", "People with a water point 2020: 1200, 2022-01-01 to 2022-12-31: 20000 18500", "Committees with a bank account 2020: 4, 2022-01-01 to 2022-12-31: 60 58",
	"outcome KEN_D_1.2: Girls stay in school all year", "Girls who attend on most days 2021: 71, 2022-01-01 to 2022-12-31: 85 86",
}

func variant(r *rand.Rand) headed {
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	names := columnNames[r.IntN(len(columnNames))]
	decorate := decorations[r.IntN(len(decorations))]
	grouped := r.IntN(2) == 0
	blocks := [][]string{{"id"}, {"title"}, {"narrative"}, {"indicator"}, {"byear", "baseline"}, {"target", "actual"}}
	if r.IntN(2) == 0 {
		r.Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
	}
	var v headed
	if r.IntN(2) == 0 {
		v.rows = append(v.rows, []string{"Waterways Relief Fund"}, []string{"Country office: Kenya", "", "12 March 2024"}, nil)
	}
	var columns, upper, lower []string
	for _, block := range blocks {
		for i, c := range block {
			columns = append(columns, c)
			list := names[c]
			switch {
			case !grouped && c == "baseline", !grouped && c == "byear":
				list = list[:1] // a year alone is that of a period
			case grouped && (c == "baseline" || c == "byear"):
				list = list[len(list)-1:]
			case c == "actual" && !grouped:
				list = list[:len(list)-1] // a result is an actual in its year
			}
			name := pick(list)
			if len(block) > 1 && grouped {
				group := map[string]string{"byear": pick(names["group"]), "target": pick([]string{"2022", "FY2022", "(2022)"})}[c]
				upper, lower = append(upper, group), append(lower, decorate(name))
				if i == 0 && r.IntN(2) == 0 {
					v.merges = append(v.merges, [2]int{len(v.rows), len(upper) - 1})
				}
				continue
			}
			if c == "target" || c == "actual" {
				name += " 2022"
			}
			upper, lower = append(upper, decorate(name)), append(lower, "")
		}
	}
	v.rows = append(v.rows, upper)
	if grouped {
		v.rows = append(v.rows, lower)
	}
	for _, o := range outcomes {
		var row []string
		for _, c := range columns {
			row = append(row, o[c])
		}
		v.rows = append(v.rows, row)
	}
	below := r.IntN(4)
	row := make([]string, len(columns))
	switch below {
	case 1, 2:
		for i, c := range columns {
			if c == "target" || c == "actual" {
				row[i] = "20145"
			}
		}
		if below == 1 {
			row[slices.Index(columns, "id")] = pick(names["total"])
		}
		v.rows = append(v.rows, row)
	case 3:
		row[slices.Index(columns, "id")] = pick(names["note"])
		v.rows = append(v.rows, nil, row)
	}
	v.kind = fmt.Sprintf("grouped %v, below %d, %q %q", grouped, below, upper, lower)
	return v
}

// read reads the variant in a format.
func (v headed) read(t *testing.T, name string) ([]string, []string) {
	var content []byte
	if strings.HasSuffix(name, ".csv") {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		for _, row := range v.rows {
			if len(row) == 0 {
				row = []string{""}
			}
			must(t, w.Write(row))
		}
		w.Flush()
		content = b.Bytes()
	} else {
		var rows [][]any
		for _, row := range v.rows {
			var cells []any
			for _, c := range row {
				if c == "" {
					cells = append(cells, nil)
				} else {
					cells = append(cells, c)
				}
			}
			rows = append(rows, cells)
		}
		content = workbook(t, map[string][][]any{"Results": rows}, func(f *excelize.File) {
			for _, at := range v.merges {
				from, err := excelize.CoordinatesToCellName(at[1]+1, at[0]+1)
				must(t, err)
				to, err := excelize.CoordinatesToCellName(at[1]+2, at[0]+1)
				must(t, err)
				must(t, f.MergeCell("Results", from, to))
			}
		})
	}
	entries, file := readAll(t, name, content)
	var lines []string
	for _, e := range entries {
		line := "outcome " + e.Identifier.Value
		if e.Title != nil {
			line += ": " + e.Title.Narratives[0].Value
		}
		if len(e.Descriptions) != 1 || len(e.Descriptions[0].Narratives[0].Value) < 80 {
			line += " without its narrative"
		}
		lines = append(lines, line)
		for _, r := range e.Results {
			for _, i := range r.Indicators {
				line := ""
				if i.Title != nil {
					line = i.Title.Narratives[0].Value
				}
				for _, b := range i.Baselines {
					line += fmt.Sprintf(" %s: %s", b.Year.Value, b.Value.Value)
				}
				for _, p := range i.Periods {
					line += fmt.Sprintf(", %s to %s:", p.Start.Value, p.End.Value)
					for _, m := range slices.Concat(p.Targets, p.Actuals) {
						line += " " + m.Value.Value
					}
				}
				lines = append(lines, line)
			}
		}
	}
	return lines, faultLines(nil, &schema.File{Head: file.Head, Faults: file.Faults})
}

// However the columns are headed, the outcomes are read, and nothing else is taken for one.
func TestHeaderVariants(t *testing.T) {
	r := rand.New(rand.NewPCG(18, 3))
	for i := range 300 {
		v := variant(r)
		for _, name := range []string{"a.csv", "a.xlsx"} {
			lines, faults := v.read(t, name)
			if diff := cmp.Diff(wantOutcomes, lines); diff != "" {
				t.Fatalf("variant %d, %s: %s\n-want +got:\n%s\n%s", i, name, v.kind, diff, strings.Join(faults, "\n"))
			}
			if named := strings.Contains(v.kind, "below 0") == (len(faults) == 0); !named || len(faults) > 1 {
				t.Fatalf("variant %d, %s: %s\n%q", i, name, v.kind, faults)
			}
		}
	}
}

// What stands under a name of its own is an error, not passed over.
func TestUnknownHeaders(t *testing.T) {
	for i, names := range [][3]string{
		{"What we saw", "Goal line", "Reach"}, {"Ce que nous avons vu", "Horizon", "Portée"}, {"Lo que vimos", "Horizonte", "Alcance"},
		{"Rationale for the rating", "People, planned", "Served"}, {"Kommentierung der Lage", "Horizont", "Umfang"}, {"", "", ""},
	} {
		v := headed{rows: [][]string{{"id", "title", names[0], names[1], names[2]}}}
		for _, o := range outcomes {
			v.rows = append(v.rows, []string{o["id"], o["title"], o["narrative"], o["target"], o["actual"]})
		}
		v.rows[0] = append(v.rows[0], "indicator")
		for j := range outcomes {
			v.rows[j+1] = append(v.rows[j+1], outcomes[j]["indicator"])
		}
		for _, name := range []string{"a.csv", "a.xlsx"} {
			lines, faults := v.read(t, name)
			named := 0
			for _, f := range faults {
				if strings.Contains(f, "of which no other column is read") {
					named++
				}
			}
			if named != 3 || len(lines) != 5 {
				t.Errorf("%d, %s: %d of 3 columns are named\n%s\n%s", i, name, named, strings.Join(lines, "\n"), strings.Join(faults, "\n"))
			}
		}
	}
}

// Columns that stand for the same: the same one is read each time.
func TestSameColumnEachTime(t *testing.T) {
	for header, want := range map[string]string{
		"id,iati-identifier,Outcome ID,title":        "c a",
		"identifier,id,title,Title *":                "a a",
		"IATI ID,identifier,Outcome title,statement": "a a",
		"id,ID (old),Title (max 20 characters),Name": "a b",
	} {
		columns := strings.Split(header, ",")
		titles := slices.IndexFunc(columns, func(c string) bool { return strings.Contains(strings.ToLower(c), "title") })
		row := make([]string, len(columns))
		for i := range row {
			if row[i] = "word " + string(rune('a'+i-titles)); i < titles {
				row[i] = "A-" + string(rune('a'+i)) + "1"
			}
		}
		for range 40 {
			entries, file := readAll(t, "a.csv", []byte(header+",narrative\n"+strings.Join(row, ",")+",Told.\n"))
			if len(entries) != 1 || len(file.Faults) == 0 {
				t.Fatalf("%s: %d entries", header, len(entries))
			}
			e := entries[0]
			if got := e.Identifier.Value[2:3] + " " + e.Title.Narratives[0].Value[5:]; got != want {
				t.Fatalf("%s: %s, want %s", header, got, want)
			}
		}
	}
}
