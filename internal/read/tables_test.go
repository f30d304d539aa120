package read_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/schema"
)

// outline is what entries hold, one line an element, each with its place.
func outline(entries []*schema.Entry) []string {
	var lines []string
	for _, e := range entries {
		place := func(t schema.Text) string {
			s := e.Source.Span(t.At)
			file := ""
			if len(e.Source.Parts) > 0 {
				file = e.Source.FileAt(t.At, e.File).Path + " "
			}
			if s.Cell != "" {
				return file + s.Cell
			}
			return fmt.Sprintf("%s%d:%d", file, s.Start.Line, s.Start.Column)
		}
		say := func(depth int, what string, t schema.Text) {
			if t.Present() {
				lines = append(lines, fmt.Sprintf("%s%s %s @%s", strings.Repeat(" ", depth), what, t.Value, place(t)))
			}
		}
		prose := func(depth int, p *schema.Prose) {
			if p == nil {
				return
			}
			for _, n := range p.Narratives {
				say(depth, strings.TrimSpace(p.Name()+" "+n.Language.Value), n.Text)
			}
		}
		measured := func(depth int, list []*schema.Measurement) {
			for _, m := range list {
				part := ""
				for _, d := range m.Dimensions {
					part += " " + d.Category.Value + "=" + d.Value.Value
				}
				say(depth, strings.Join(strings.Fields(m.Name()+" "+m.Year.Value+part), " "), m.Value.Text)
				prose(depth+1, m.Comment)
			}
		}
		say(0, string(e.Kind), e.Identifier)
		prose(1, e.Title)
		for _, d := range e.Descriptions {
			prose(1, d)
		}
		for _, r := range e.Results {
			say(1, "result", r.Type)
			prose(2, r.Title)
			for _, i := range r.Indicators {
				say(2, "indicator", i.Measure)
				prose(3, i.Title)
				measured(3, i.Baselines)
				for _, p := range i.Periods {
					say(3, "from", p.Start.Text)
					say(3, "to", p.End.Text)
					measured(4, p.Targets)
					measured(4, p.Actuals)
				}
			}
		}
	}
	return lines
}

// faultLines are the faults of a file and its entries: rule, place, message.
func faultLines(entries []*schema.Entry, file *schema.File) []string {
	var lines []string
	add := func(f schema.Fault, source *schema.Source) {
		if f.Source != nil {
			source = f.Source
		}
		s := source.Span(f.At)
		place := s.Cell
		if place == "" {
			place = fmt.Sprintf("%d:%d", s.Start.Line, s.Start.Column)
		}
		lines = append(lines, ruleOf(f.Kind)+" @"+place+" "+f.Message)
	}
	for _, f := range file.Faults {
		add(f, file.Head)
	}
	for _, e := range entries {
		for _, f := range e.Faults {
			add(f, e.Source)
		}
	}
	return lines
}

func TestTables(t *testing.T) {
	for _, c := range []struct {
		name, content string
		want, faults  []string
	}{
		{
			name: "a plain list, with line ends and marks inside cells",
			content: "id;title;narrative;indicator;baseline;target;actual;period start;period end\n" +
				"A_1.1;Women have a say;\"They said \"\"no\"\";\r\nthen yes.\";Number of seats;3;10;8;2023-01-01;2023-12-31\n" +
				";;;Share of budgets;;5;;2023-01-01;2023-12-31\n" +
				"A_1.2;Girls go to school;In 3 districts.;;;;;;\n",
			want: []string{
				"outcome A_1.1 @2:1", " title Women have a say @2:7", " description They said \"no\";\nthen yes. @2:25",
				"   title Number of seats @3:12", "   baseline 3 @3:28", "   from 2023-01-01 @3:35", "   to 2023-12-31 @3:46", "    target 10 @3:30", "    actual 8 @3:33",
				"   title Share of budgets @4:4", "   from 2023-01-01 @4:25", "   to 2023-12-31 @4:36", "    target 5 @4:22",
				"outcome A_1.2 @5:1", " title Girls go to school @5:7", " description In 3 districts. @5:26",
			},
		},
		{
			name: "headers in French, one target a year",
			content: "Identifiant\tÉnoncé\tRécit\tIndicateur\tValeur de référence\tCible 2023\tRéalisé 2023\tCible 2024\n" +
				"A_1.1\tLes femmes votent\tElles votent.\tNombre de voix\t3\t10\t8\t12\n",
			want: []string{
				"outcome A_1.1 @2:1", " title Les femmes votent @2:7", " description Elles votent. @2:25",
				"   title Nombre de voix @2:39", "   baseline 3 @2:54",
				"   from 2023-01-01 @2:56", "   to 2023-12-31 @2:56", "    target 10 @2:56", "    actual 8 @2:59",
				"   from 2024-01-01 @2:61", "   to 2024-12-31 @2:61", "    target 12 @2:61",
			},
		},
		{
			name: "the result states the outcome where the list has narratives and no other title",
			content: "Código;Resultado esperado;Narrativa;Indicador;Meta 2025\n" +
				"A_1.1;Las mujeres votan;Ellas votan.;Votos;4\n",
			want: []string{
				"outcome A_1.1 @2:1", " title Las mujeres votan @2:7", " description Ellas votan. @2:25",
				"   title Votos @2:38", "   from 2025-01-01 @2:44", "   to 2025-12-31 @2:44", "    target 4 @2:44",
			},
		},
		{
			name: "AidStream: one period a row, what is above goes on; the rows of another file's form",
			content: "Type,Aggregation Status,Title,Title Language,Measure,Ascending,Indicator Title,Baseline Year,Baseline Value,Period Start,Period End,Target Value,Actual Value,Actual Dimension Name,Actual Dimension Value\n" +
				"2,1,Women vote,en,1,1,Number of votes,2020,3,2021-01-01,2021-12-31,10,4,sex,female\n" +
				",,,,,,,,,,,,5,sex,male\n" +
				",,,,,,,,,2022-01-01,2022-12-31,20,18,,\n" +
				",,,,2,1,Share of votes,2020,1,2022-01-01,2022-12-31,2,2,,\n" +
				",,Les femmes votent,fr,,,,,,,,,,,\n" +
				"1,,Girls learn,en,1,,Number of girls,,,2022-01-01,2022-12-31,7,7,,\n" +
				"2,1,Women vote,en,1,1,Number of votes,2020,3,2023-01-01,2023-12-31,30,,,\n",
			want: []string{
				" result 2 @2:1", "  title en Women vote @2:5", "  title fr Les femmes votent @6:3",
				"  indicator 1 @2:19", "   title Number of votes @2:23", "   baseline 2020 3 @2:44",
				"   from 2021-01-01 @2:46", "   to 2021-12-31 @2:57", "    target 10 @2:68", "    actual sex=female 4 @2:71", "    actual sex=male 5 @3:13",
				"   from 2022-01-01 @4:10", "   to 2022-12-31 @4:21", "    target 20 @4:32", "    actual 18 @4:35",
				"   from 2023-01-01 @8:46", "   to 2023-12-31 @8:57", "    target 30 @8:68",
				"  indicator 2 @5:5", "   title Share of votes @5:9", "   baseline 2020 1 @5:29",
				"   from 2022-01-01 @5:31", "   to 2022-12-31 @5:42", "    target 2 @5:53", "    actual 2 @5:55",
				" result 1 @7:1", "  title en Girls learn @7:4",
				"  indicator 1 @7:19", "   title Number of girls @7:22", "   from 2022-01-01 @7:40", "   to 2022-12-31 @7:51", "    target 7 @7:62", "    actual 7 @7:64",
			},
		},
		{
			name: "paths of the flatten tool, rows of an entry apart, an element that no rule looks at",
			content: "iati-identifier,title/narrative/0,title/narrative/0/@xml:lang,sector/0/@code,result/0/@type,result/0/title/narrative/0,result/0/indicator/0/@measure,result/0/indicator/0/title/narrative/0," +
				"result/0/indicator/0/period/0/period-start/@iso-date,result/0/indicator/0/period/0/period-end/@iso-date,result/0/indicator/0/period/0/target/0/@value,result/0/indicator/0/period/0/target/1/@value\n" +
				"A-1,One,en,111,1,R,1,I,2020-01-01,2020-12-31,5,6\n" +
				"A-2,Two,en,111,1,R,1,I,2020-01-01,2020-12-31,7,\n" +
				"A-1,,,,1,R,1,I,2021-01-01,2021-12-31,8,\n",
			want: []string{
				"activity A-1 @2:1", " title en One @2:5",
				" result 1 @2:16", "  title R @2:18", "  indicator 1 @2:20", "   title I @2:22",
				"   from 2020-01-01 @2:24", "   to 2020-12-31 @2:35", "    target 5 @2:46", "    target 6 @2:48",
				"   from 2021-01-01 @4:16", "   to 2021-12-31 @4:27", "    target 8 @4:38",
				"activity A-2 @3:1", " title en Two @3:5",
				" result 1 @3:16", "  title R @3:18", "  indicator 1 @3:20", "   title I @3:22",
				"   from 2020-01-01 @3:24", "   to 2020-12-31 @3:35", "    target 7 @3:46",
			},
		},
		{
			name: "UNHCR: the same indicator for two groups of people",
			content: "iati_identifier,result_type,result_title,result_indicator_title,result_indicator_measure,result_indicator_baseline_value,result_indicator_baseline_year,result_indicator_baseline_dimension_1,result_indicator_baseline_dimension_value_1," +
				"result_indicator_period_start,result_indicator_period_end,result_indicator_target_value,result_indicator_target_dimension_1,result_indicator_target_value_1\n" +
				"A-1,2,R,I,1,80,2021,People,refugees,2021-01-01,2021-12-31,90,People,refugees\n" +
				"A-1,2,R,I,1,80,2021,People,returnees,2021-01-01,2021-12-31,90,People,returnees\n",
			want: []string{
				"activity A-1 @2:1", " result 2 @2:5", "  title R @2:7", "  indicator 1 @2:11", "   title I @2:9",
				"   baseline 2021 People=refugees 80 @2:13", "   baseline 2021 People=returnees 80 @3:13",
				"   from 2021-01-01 @2:37", "   to 2021-12-31 @2:48", "    target People=refugees 90 @2:59", "    target People=returnees 90 @3:60",
			},
		},
		{
			name:    "one sheet of a book",
			content: "Period Identifier,Period Start Iso Date,Period End Iso Date\nX_1_r1_i1_p1,2023-01-01,2023-12-31\n",
			want:    []string{"activity X_1 @2:1", "   from 2023-01-01 @2:14", "   to 2023-12-31 @2:25"},
			faults: []string{
				`file/book-missing @2:1 the rows are about indicators that stand in another file, such as "X_1_r1_i1", but the Result book, the Indicator book, the sheet of targets and the sheet of actuals are not among the files given, so what needs both is not checked`,
			},
		},
		{
			name: "labels in place of codes, a heading above, a column that maps to nothing, one that stands twice",
			content: "Results 2023,,,,,\nActivity ID,Activity Title,Activity Description,Result Type,Result Title,Indicator Measure,Indicator Title,Targte,Result Type\n" +
				"A-1,One,Two,2 - Outcome,R,Percentage,I,5,1\n",
			want: []string{"activity A-1 @3:1", " title One @3:5", " description Two @3:9", " result 2 @3:13", "  title R @3:25", "  indicator 2 @3:27", "   title I @3:38"},
			faults: []string{
				`file/unrecognised-block @2:108 the column "Targte" maps to nothing, so what stands in it is not checked; it seems to hold figures, of which no other column is read`,
				`file/unrecognised-block @2:115 the column "Result Type" stands twice, and only the first one (D) is read`,
			},
		},
		{
			name: "columns that stand for the same, the better named one read; a column without a header",
			content: "id,iati-identifier,title,Outcome statement,narrative,indicator,,target\n" +
				"1,A-1,One,Other,Told.,I,x,5\n",
			want: []string{"activity A-1 @2:3", " title One @2:7", " description Told. @2:17", "   title I @2:23", "    target 5 @2:27"},
			faults: []string{
				`file/unrecognised-block @1:1 the columns "id" and "iati-identifier" stand for the same, and only the second one (B) is read; what stands in the other is not checked`,
				`file/unrecognised-block @1:26 the columns "Outcome statement" and "title" stand for the same, and only the second one (C) is read; what stands in the other is not checked`,
				`file/unrecognised-block @2:25 the column G has no header, so what stands in it is not checked`,
			},
		},
		{
			name: "columns known by what stands in them",
			content: "Outcome,Outcome statement,Achievements,Indicator,Unit,Reference,Milestone,Result,Year\n" +
				"KEN_D_1.1,Women vote,They said no and then yes in all of the councils.,Votes,Number,3,10,8,2022\n" +
				",,,Share,%,30,50,41,2022\n",
			want: []string{
				"outcome KEN_D_1.1 @2:1", " title Women vote @2:11", " description They said no and then yes in all of the councils. @2:22",
				"  indicator 1 @2:78", "   title Votes @2:72", "   baseline 3 @2:85", "   from 2022-01-01 @2:92", "   to 2022-12-31 @2:92", "    target 10 @2:87", "    actual 8 @2:90",
				"  indicator 2 @3:10", "   title Share @3:4", "   baseline 30 @3:12", "   from 2022-01-01 @3:21", "   to 2022-12-31 @3:21", "    target 50 @3:15", "    actual 41 @3:18",
			},
		},
		{
			name: "a row of hints below the headers; the narrative and the figures under names of their own; what people number and pay",
			content: "Code,Title,What we saw,Indicator,No,How many,Budget\n(as agreed),(max 255 characters),(2000 characters),(text),,,\n" +
				"A-1,Women vote,\"They said no and then yes, in all of the councils, which sit each month in the towns.\",Votes,1,8,900\n",
			want: []string{"outcome A-1 @3:1", " title Women vote @3:5", "   title Votes @3:104"},
			faults: []string{
				`file/unrecognised-block @1:12 the column "What we saw" maps to nothing, so what stands in it is not checked; it seems to hold the narrative, of which no other column is read`,
				`file/unrecognised-block @1:37 the column "How many" maps to nothing, so what stands in it is not checked; it seems to hold figures, of which no other column is read`,
				`file/unrecognised-block @1:46 the column "Budget" maps to nothing, so what stands in it is not checked`,
			},
		},
		{
			name: "totals, and rows that only look like totals",
			content: "id,title,narrative,indicator,year,target dimension value,target,actual\n" +
				"A-1,Women vote,Told.,Total votes reached,2022,,10,8\n,,,,2022,Total,10,8\n,,,Average income,2022,,5,4\nA-2,Total,Told.,Average,2022,,5,4\n" +
				"Total général,,,,,,20,16\n,,,Sub-total 2022,,,20,16\nMoyenne,,,,,,,8\n",
			want: []string{
				"outcome A-1 @2:1", " title Women vote @2:5", " description Told. @2:16",
				"   title Total votes reached @2:22", "   from 2022-01-01 @2:42", "   to 2022-12-31 @2:42", "    target 10 @2:48", "    target =Total 10 @3:16", "    actual 8 @2:51", "    actual 8 @3:19",
				"   title Average income @4:4", "   from 2022-01-01 @4:19", "   to 2022-12-31 @4:19", "    target 5 @4:25", "    actual 4 @4:27",
				"outcome A-2 @5:1", " title Total @5:5", " description Told. @5:11",
				"   title Average @5:17", "   from 2022-01-01 @5:25", "   to 2022-12-31 @5:25", "    target 5 @5:31", "    actual 4 @5:33",
			},
			faults: []string{`file/unrecognised-block @6:1 the row is a total ("Total général"), so it is read as part of no outcome; there are 3 such rows`},
		},
		{
			name: "notes and another table below, and outcomes that are written otherwise than those above",
			content: "id,title,narrative,target\nA-1,Women vote,Told.,5\nA-2,Girls learn,Told.,5\n" +
				"Prepared by: the office,,,12 March 2024\n(1) Provisional.,,,\nAll figures are those of the ministry,,,\n" +
				"\nBudget line,Amount (USD),Spent,\nStaff,12000,9000,\nTravel,500,400,\n" +
				"\nnew,Boys learn to read as well,Told.,5\nOutcome 1.4,,,\nA 3,Men learn,Told.,5\n",
			want: []string{
				"outcome A-1 @2:1", " title Women vote @2:5", " description Told. @2:16",
				"    target 5 @2:22", "outcome A-2 @3:1", " title Girls learn @3:5", " description Told. @3:17", "    target 5 @3:23",
				"outcome new @12:1", " title Boys learn to read as well @12:5", " description Told. @12:32", "    target 5 @12:38",
				"outcome Outcome 1.4 @13:1",
				"outcome A 3 @14:1", " title Men learn @14:5", " description Told. @14:15", "    target 5 @14:21",
			},
			faults: []string{
				`file/unrecognised-block @4:1 the row is a note beside the table ("Prepared by: the office"), so it is read as part of no outcome; there are 3 such rows`,
				`file/unrecognised-block @8:1 below the table something else begins ("Budget line"), which is not checked; there are 3 such rows`,
			},
		},
		{
			name: "a second table with headers of its own",
			content: "id,title,narrative,target 2022\nA-1,Women vote,Told.,5\nA-2,Girls learn,Told.,6\n\n" +
				"Title,Identifier,Indicator,Actual 2022,Lessons\nWomen vote,A-1,Votes,4,Ask earlier.\n",
			want: []string{
				"outcome A-1 @2:1", " title Women vote @2:5", " description Told. @2:16",
				"   from 2022-01-01 @2:22", "   to 2022-12-31 @2:22", "    target 5 @2:22",
				"   title Votes @6:16", "   from 2022-01-01 @6:22", "   to 2022-12-31 @6:22", "    actual 4 @6:22",
				"outcome A-2 @3:1", " title Girls learn @3:5", " description Told. @3:17",
				"   from 2022-01-01 @3:23", "   to 2022-12-31 @3:23", "    target 6 @3:23",
			},
			faults: []string{`file/unrecognised-block @5:40 the column "Lessons" maps to nothing, so what stands in it is not checked`},
		},
		{
			name:    "rows that stand in one cell",
			content: "id,title,narrative,target\n\"A-1,Women vote,Told.,5\"\nA-2,Girls learn,Told.,6\n\"A-3;Boys learn;Told.;6\"\n",
			want:    []string{"outcome A-2 @3:1", " title Girls learn @3:5", " description Told. @3:17", "    target 6 @3:23"},
			faults:  []string{`file/unrecognised-block @2:2 the whole row stands in one cell, so it is not read: "A-1,Women vote,Told.,5"; there are 2 such rows`},
		},
		{
			name:    "a table that stands in one column",
			content: "\"Identifiant;Titre;Récit;Cible 2022\"\n\"A-1;Les femmes votent;Dit.;5\"\n",
			faults:  []string{`file/no-results @1:2 each row of the file stands in one cell, so nothing can be read: "Identifiant;Titre;Récit;Cible 2022"`},
		},
		{
			name:    "rows of an entry that contradict each other",
			content: "id,title,narrative,indicator\nA,One,Told.,I\nA,Another,Told.,J\n",
			want:    []string{"outcome A @2:1", " title One @2:3", " description Told. @2:7", "   title I @2:13", "   title J @3:17"},
			faults:  []string{`schema/violation @3:3 the rows of this entry contradict each other: the title is "Another" here and "One" before`},
		},
		{
			name:    "codes of which one lost its zero",
			content: "id,title,narrative,result type,result title,indicator,reference code\nA,T,N,1,R,I,0503\n,,,,,J,506\n,,,,,K,0103\n",
			want:    []string{"outcome A @2:1", " title T @2:3", " description N @2:5", " result 1 @2:7", "  title R @2:9", "   title I @2:11", "   title J @3:6", "   title K @4:6"},
			faults:  []string{`schema/mangled-spreadsheet-value @3:8 the code "506" has 3 digits, but others in the column "reference code" have 4 and begin with 0: the zero may be lost`},
		},
		{
			name:    "headers and no row",
			content: "id,title,narrative\nid,title,narrative\n",
			faults:  []string{"file/no-results @1:1 the file has the headers of a submission but no row below them, so there is nothing to check"},
		},
		{
			name:    "no table of results",
			content: "\nname,phone\nA,1\n",
			faults:  []string{`file/no-results @2:1 the file is no table of results: its columns are "name", "phone"`},
		},
		{
			name:    "a quotation mark that is never closed",
			content: "id,title,narrative\nA,One,\"Told.\nB,Two,Told.\n",
			faults:  []string{"file/not-well-formed @2:7 the quotation mark that opens this cell is never closed, so the rest of the file would be one cell"},
		},
		{
			name:    "a comma in a text without quotation marks",
			content: "id,title,narrative\nA,One, two,Told.\n",
			want:    []string{"outcome A @2:1", " title One @2:3", " description  two @2:7"},
			faults:  []string{`file/unrecognised-block @2:12 the row goes on behind the last header: its cell 4 holds "Told.", so its other cells may have slipped as well`},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			entries, file := readAll(t, "a.csv", []byte(c.content))
			if diff := cmp.Diff(c.want, outline(entries)); diff != "" {
				t.Errorf("entries (-want +got):\n%s", diff)
			}
			got := slices.DeleteFunc(faultLines(entries, file), func(line string) bool { return strings.Contains(line, "reporting-org") })
			if diff := cmp.Diff(c.faults, got); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
			if file.Bytes != int64(len(c.content)) && file.Faults == nil {
				t.Errorf("%d bytes, the file has %d", file.Bytes, len(c.content))
			}
		})
	}
}

// Columns that the settings name come before what headers say by themselves.
func TestConfiguredColumns(t *testing.T) {
	const content = "Ref. No,What changes,Title,Reached\nA-1,Women vote,not looked at,7\n"
	r, err := read.New(io.NopCloser(strings.NewReader(content)), "a.csv", read.Options{Columns: map[string]string{
		"ref no": "identifier", "What changes": "title", "title": "-", "Reached": "actual.value",
	}})
	if err != nil {
		t.Fatal(err)
	}
	job, err := r.Next()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"activity A-1 @2:1", " title Women vote @2:5", "    actual 7 @2:30"}
	if diff := cmp.Diff(want, outline([]*schema.Entry{job()})); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// A table in several encodings: the same lines and columns, and offsets that are
// right for each file's own bytes, through doubled quotation marks and line ends.
func TestTableTwins(t *testing.T) {
	const content = "id,title,narrative\r\nA,Les élèves,\"Elles ont dit \"\"non\"\" à\r\nThiès.\"\r\n"
	for name, twin := range map[string]encoding.Encoding{
		"UTF-8":        encoding.Nop,
		"UTF-8 BOM":    unicode.UTF8BOM,
		"Windows-1252": charmap.Windows1252,
		"UTF-16":       unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	} {
		raw, err := twin.NewEncoder().Bytes([]byte(content))
		if err != nil {
			t.Fatal(err)
		}
		entries, _ := readAll(t, "a.csv", raw)
		e := entries[0]
		told := e.Descriptions[0].Narratives[0]
		if told.Value != "Elles ont dit \"non\" à\nThiès." {
			t.Fatalf("%s: %q", name, told.Value)
		}
		for word, want := range map[string]string{`"non"`: "2:29", "à": "2:37", "Thiès": "3:1"} {
			from := strings.Index(told.Value, word)
			span := e.Source.Span(e.Source.Within(told.Text, from, from+len(word)))
			decoded, err := twin.NewDecoder().Bytes(raw[span.Start.Offset:span.End.Offset])
			if name == "UTF-16" {
				decoded, err = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder().Bytes(raw[span.Start.Offset:span.End.Offset])
			}
			got := fmt.Sprintf("%d:%d", span.Start.Line, span.Start.Column)
			if err != nil || strings.ReplaceAll(string(decoded), `""`, `"`) != word || got != want {
				t.Errorf("%s: %q is at %s, want %s: %q, %v", name, word, got, want, decoded, err)
			}
		}
	}
}

// Rows of real files, counted by another reader. The files are not part of the
// project.
func TestCountsOfRealTables(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/data/sheets/*")
	if len(files) == 0 {
		t.Skip("the published files are not here")
	}
	type count struct{ entries, results, indicators, baselines, targets, actuals, documents int }
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		entries, _ := readAll(t, file, content)
		var got count
		got.entries = len(entries)
		for _, e := range entries {
			schema.Walk(e, func(n schema.Node) {
				switch n := n.(type) {
				case *schema.Result:
					got.results++
				case *schema.Indicator:
					got.indicators++
				case *schema.DocumentLink:
					got.documents++
				case *schema.Measurement:
					switch n.Name() {
					case "baseline":
						got.baselines++
					case "target":
						got.targets++
					case "actual":
						got.actuals++
					}
				}
			})
		}
		var want count
		switch name := filepath.Base(file); {
		case strings.HasPrefix(name, "unhcr"):
			rows := sheetRows(t, file, "Sheet1")
			column := func(name string) int { return slices.Index(rows[0], name) }
			value := func(row []string, name string) string {
				if i := column(name); i >= 0 && i < len(row) {
					return row[i]
				}
				return ""
			}
			distinct := func(with string, columns ...string) int {
				set := map[string]bool{}
				for _, row := range rows[1:] {
					if with != "" && value(row, with) == "" {
						continue
					}
					k := ""
					for _, c := range columns {
						k += "\x00" + value(row, c)
					}
					set[k] = true
				}
				return len(set)
			}
			filled := func(columns ...string) int {
				n := 0
				for _, row := range rows[1:] {
					if slices.ContainsFunc(columns, func(c string) bool { return value(row, c) != "" }) {
						n++
					}
				}
				return n
			}
			result := []string{"iati_identifier", "result_type", "result_title", "result_desc"}
			indicator := append(slices.Clip(result), "result_indicator_measure", "result_indicator_title", "result_indicator_desc")
			baseline := slices.Clip(indicator)
			for _, name := range rows[0] {
				if strings.HasPrefix(name, "result_indicator_baseline") {
					baseline = append(baseline, name)
				}
			}
			want = count{
				entries:    distinct("", "iati_identifier"),
				results:    distinct("", result...),
				indicators: distinct("", indicator...),
				baselines:  distinct("result_indicator_baseline_value", baseline...), // equal ones of an indicator are one
				targets:    filled("result_indicator_target_value", "result_indicator_target_location_ref", "result_indicator_target_dimension_1"),
				actuals:    filled("result_indicator_actual_value", "result_indicator_actual_location_ref", "result_indicator_actual_dimension_1"),
			}
		case strings.HasPrefix(name, "iatipublisher") && strings.Contains(name, "template"), strings.HasPrefix(name, "aidstream"):
		case name == "iatipublisher-result-filled.xlsx":
			want = count{entries: 1, results: named(t, file, "Result"), documents: 4}
		case name == "iatipublisher-indicator-filled.xlsx":
			want = count{entries: 1, results: 1, indicators: named(t, file, "Indicator"), baselines: named(t, file, "Indicator Baseline"), documents: 8}
		case name == "iatipublisher-period-filled.xlsx":
			want = count{entries: 1, results: 1, indicators: 1, targets: named(t, file, "Target"), actuals: named(t, file, "Actual"), documents: 3}
		case name == "flat-activity-2.02.csv":
			rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(content), "\ufeff"))).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			title, id := slices.Index(rows[1], "Indicator Title"), 0
			url := slices.Index(rows[1], "Document URL")
			types := map[string]bool{}
			entry := ""
			for _, row := range rows[2:] {
				if row[id] != "" {
					want.entries++
					entry = row[id]
				}
				if row[title] != "" {
					want.indicators++
				}
				if row[url] != "" {
					want.documents++
				}
				if kind := row[slices.Index(rows[1], "Result Type")]; kind != "" && !types[entry+kind] {
					types[entry+kind] = true
					want.results++
				}
			}
		default:
			t.Errorf("nothing is known of %s", name)
		}
		if got != want {
			t.Errorf("%s: %+v, want %+v", filepath.Base(file), got, want)
		}
	}
}

// sheetRows reads a sheet with another reader.
func sheetRows(t *testing.T, file, sheet string) [][]string {
	t.Helper()
	f, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// named counts the rows of a sheet that have an identifier.
func named(t *testing.T, file, sheet string) int {
	t.Helper()
	n := 0
	for _, row := range sheetRows(t, file, sheet)[1:] {
		if len(row) > 0 && row[0] != "" {
			n++
		}
	}
	return n
}
