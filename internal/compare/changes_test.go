package compare_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/read"
)

func inMemory(name, content string) compare.Input {
	return compare.Input{
		Path: name,
		Open: func() (compare.Reader, error) {
			return read.New(io.NopCloser(strings.NewReader(content)), name, read.Options{})
		},
	}
}

// between lists what changed between two files.
func between(t *testing.T, before, after string) ([]*compare.EntryChange, compare.Totals) {
	t.Helper()
	current := []compare.Input{inMemory("new.xml", after)}
	c, err := compare.Submissions(context.Background(), []compare.Input{inMemory("old.xml", before)}, current, nil, 2)
	if err != nil {
		t.Fatal(err)
	}
	var list []*compare.EntryChange
	totals, err := c.Changes(context.Background(), current, 2, func(e *compare.EntryChange) error {
		list = append(list, e)
		return nil
	})
	if err = errors.Join(err, c.Close()); err != nil {
		t.Fatal(err)
	}
	return list, totals
}

// lines writes changes in a row each.
func lines(list []*compare.EntryChange) []string {
	var out []string
	for _, e := range list {
		for i := range e.Fields {
			f := &e.Fields[i]
			line := string(f.Kind) + " " + strings.Join(append(f.Path, f.Name), " / ")
			if f.Change != nil {
				line += fmt.Sprintf(": %q %q", f.Change.Before, f.Change.After)
			}
			if n := f.Number; n != nil {
				line += fmt.Sprintf(" %v", n.Delta)
				if n.Percent != nil {
					line += fmt.Sprintf(" %v%%", *n.Percent)
				}
				if n.Points {
					line += " points"
				}
			}
			out = append(out, line)
		}
	}
	return out
}

// entry is a submission of one entry with the parts given, and of its only
// indicator with those given last.
func entry(parts, indicator string) string {
	return `<iati-activities version="2.03"><iati-activity xml:lang="en"><iati-identifier>A-1</iati-identifier>
<title><narrative>Villages have water</narrative></title>` + parts + `<result type="1"><title><narrative>Wells</narrative></title>
<indicator measure="2"><title><narrative>Share of wells</narrative></title>` + indicator + `</indicator></result></iati-activity></iati-activities>`
}

func in2023(content string) string {
	return `<period><period-start iso-date="2023-01-01"/><period-end iso-date="2023-12-31"/>` + content + `</period>`
}

func TestFields(t *testing.T) {
	const at = `result "Wells" / indicator "Share of wells" / `
	for _, c := range []struct {
		name          string
		before, after string
		want          []string
	}{
		{"a number written otherwise", entry("", in2023(`<target value="5"/>`)), entry("", in2023(`<target value=" 5.00"/>`)), nil},
		{"binary fractions", entry("", in2023(`<target value="0.1"/>`)), entry("", in2023(`<target value="0.3"/>`)),
			[]string{"changed " + at + `2023-01-01 to 2023-12-31 / target: "0.1" "0.3" 0.2 200% points`}},
		{"from nothing", entry("", in2023(`<target value="0"/>`)), entry("", in2023(`<target value="3"/>`)),
			[]string{"changed " + at + `2023-01-01 to 2023-12-31 / target: "0" "3" 3 points`}},
		{"from below nothing", entry("", in2023(`<target value="-4"/>`)), entry("", in2023(`<target value="-2"/>`)),
			[]string{"changed " + at + `2023-01-01 to 2023-12-31 / target: "-4" "-2" 2 50% points`}},
		{"beyond what numbers hold", entry("", in2023(`<target value="-`+strings.Repeat("9", 308)+`"/>`)), entry("", in2023(`<target value="`+strings.Repeat("9", 308)+`"/>`)),
			[]string{"changed " + at + `2023-01-01 to 2023-12-31 / target: "-` + strings.Repeat("9", 308) + `" "` + strings.Repeat("9", 308) + `"`}},
		{"no number any more", entry("", in2023(`<actual value="3"/>`)), entry("", in2023(`<actual value="a few"/>`)),
			[]string{"changed " + at + `2023-01-01 to 2023-12-31 / actual: "3" "a few"`}},
		{"an actual without value", entry("", in2023("")), entry("", in2023(`<actual/>`)),
			[]string{"added " + at + "2023-01-01 to 2023-12-31 / actual"}},
		{"parts of a total in another order",
			entry("", in2023(`<actual value="1"><dimension name="sex" value="female"/><dimension name="age" value="18"/></actual><actual value="2"/>`)),
			entry("", in2023(`<actual value="3"/><actual value="1"><dimension name="age" value="18"/><dimension name="sex" value="female"/></actual>`)),
			[]string{"changed " + at + `2023-01-01 to 2023-12-31 / actual: "2" "3" 1 50% points`}},
		{"a period that came", entry("", ""), entry("", in2023(`<target value="5"><comment><narrative>As agreed</narrative></comment></target>`)),
			[]string{
				"added " + at + "2023-01-01 to 2023-12-31",
				"added " + at + `2023-01-01 to 2023-12-31 / target: "" "5"`,
				"added " + at + `2023-01-01 to 2023-12-31 / target / comment: "" "As agreed"`,
			}},
		{"what went from an indicator with a new title stands under that",
			entry("", in2023("<target value='1'/>")), strings.Replace(entry("", ""), "Share of wells", "Share of the wells", 1),
			[]string{
				`changed result "Wells" / indicator "Share of the wells" / title: "Share of wells" "Share of the wells"`,
				`removed result "Wells" / indicator "Share of the wells" / 2023-01-01 to 2023-12-31`,
				`removed result "Wells" / indicator "Share of the wells" / 2023-01-01 to 2023-12-31 / target: "1" ""`,
			}},
		{"a year that its date implies", entry("", ""), entry("", `<baseline year="2020" iso-date="2020-06-30" value="7"/>`),
			[]string{"added " + at + `baseline: "" "7"`, "added " + at + `baseline date: "" "2020-06-30"`}},
		{"organisations, dates and references",
			entry(`<participating-org ref="XM-1" role="4"><narrative>One</narrative></participating-org><participating-org role="1"><narrative>Two</narrative></participating-org>
				<other-identifier ref="X" type="A1"/><activity-date type="1" iso-date="2023-01-01"/><related-activity ref="R-1" type="1"/>`, `<reference vocabulary="99" code="W.1"/>`),
			entry(`<participating-org role="1"><narrative>Three</narrative></participating-org><participating-org ref="XM-1" role="2"><narrative>One</narrative></participating-org>
				<other-identifier ref="Y" type="A1"/><activity-date type="1" iso-date="2023-02-01"/><related-activity ref="R-2" type="1"/>`, `<reference vocabulary="99" code="W.2"/>`),
			[]string{
				`added participating organisation: "" "Three (role 1)"`,
				`changed participating organisation: "One (XM-1, role 4)" "One (XM-1, role 2)"`,
				`removed participating organisation: "Two (role 1)" ""`,
				`added related activity (type 1): "" "R-2"`,
				`removed related activity (type 1): "R-1" ""`,
				`added other identifier (type A1): "" "Y"`,
				`removed other identifier (type A1): "X" ""`,
				`changed date (planned start): "2023-01-01" "2023-02-01"`,
				"changed " + at + `reference (vocabulary 99): "W.1" "W.2"`,
			}},
		{"categories that are called otherwise",
			entry("", in2023(`<actual value="1"><dimension name="sex" value="f"/></actual><actual value="2"><dimension name="sex" value="m"/></actual>`)),
			entry("", in2023(`<actual value="2"><dimension name="sex" value="men"/></actual><actual value="1"><dimension name="sex" value="women"/></actual>`)),
			[]string{
				"changed " + at + `2023-01-01 to 2023-12-31 / actual disaggregation: "sex: m" "sex: men"`,
				"changed " + at + `2023-01-01 to 2023-12-31 / actual disaggregation: "sex: f" "sex: women"`,
			}},
		{"a period with another end", entry("", in2023(`<target value="5"/>`)), entry("", strings.Replace(in2023(`<target value="5"/>`), "12-31", "06-30", 1)),
			[]string{"changed " + at + `2023-01-01 to 2023-06-30 / end: "2023-12-31" "2023-06-30"`}},
		{"an indicator that moved to a new result",
			entry("", in2023(`<target value="5"/>`)),
			strings.Replace(entry("", in2023(`<target value="6"/>`)), `<indicator`, `</result><result type="1"><title><narrative>Pumps and repairs</narrative></title>
				<indicator measure="1"><title><narrative>Mechanics trained</narrative></title></indicator><indicator`, 1),
			[]string{
				`added result "Pumps and repairs"`,
				`added result "Pumps and repairs" / type: "" "1"`,
				`added result "Pumps and repairs" / indicator "Mechanics trained"`,
				`added result "Pumps and repairs" / indicator "Mechanics trained" / measure: "" "1"`,
				`changed result "Pumps and repairs" / indicator "Share of wells" / moved: "result \"Wells\"" "result \"Pumps and repairs\""`,
				`changed result "Pumps and repairs" / indicator "Share of wells" / 2023-01-01 to 2023-12-31 / target: "5" "6" 1 20% points`,
			}},
		{"a description without its type", entry(`<description type="1"><narrative>Hello</narrative></description>`, ""), entry(`<description><narrative>Hello</narrative></description>`, ""), nil},
		{"a language that is declared otherwise", entry(`<description><narrative>Bonjour</narrative></description>`, ""),
			entry(`<description><narrative xml:lang="fr">Bonjour</narrative></description>`, ""),
			[]string{`changed language of the description: "en" "fr"`}},
		{"a language that came", entry(`<description><narrative>Hello</narrative></description>`, ""),
			entry(`<description><narrative xml:lang="fr">Bonjour</narrative><narrative xml:lang="en">Hello</narrative></description>`, ""),
			[]string{`added description (fr): "" "Bonjour"`}},
		{"a document link", entry("", `<document-link url="http://a.example" format="text/html"><title><narrative>Report</narrative></title></document-link>`),
			entry("", `<document-link url="http://a.example" format="text/html"><title><narrative>The report</narrative></title><document-date iso-date="2023-01-01"/></document-link>`),
			[]string{"changed " + at + `document link / title: "Report" "The report"`, "added " + at + `document link date: "" "2023-01-01"`}},
	} {
		list, _ := between(t, c.before, c.after)
		if diff := cmp.Diff(c.want, lines(list)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		back, _ := between(t, c.after, c.before)
		if len(lines(back)) != len(c.want) {
			t.Errorf("%s: the way back has other changes: %q", c.name, lines(back))
		}
	}
}

func TestOrderAndTotals(t *testing.T) {
	one := func(id, title string) string {
		return "<iati-activity><iati-identifier>" + id + "</iati-identifier><title><narrative>" + title + "</narrative></title></iati-activity>"
	}
	wrap := func(entries ...string) string {
		return `<iati-activities version="2.03">` + strings.Join(entries, "\n") + "</iati-activities>"
	}
	list, totals := between(t,
		wrap(one("A-1", "Water for all villages in the north"), one("A-2", "Seeds for farmers"), one("A-3", "Schools in arid counties for girls"), one("A-4", "Gone")),
		wrap(one("B-3", "Schools in arid counties for girls"), one("A-5", "Fresh"), one("A-2", "Seeds for farmers"), one("A-1", "Clean water for all villages in the north")))
	var got []string
	for _, e := range list {
		id := func(s *compare.Side) string {
			if s == nil {
				return "-"
			}
			return fmt.Sprintf("%s@%d", s.Identifier, s.Line)
		}
		got = append(got, fmt.Sprint(e.Kind, " ", id(e.Before), " ", id(e.After)))
	}
	want := []string{"renumbered A-3@3 B-3@1", "added - A-5@2", "changed A-1@1 A-1@4", "removed A-4@4 -"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if want := (compare.Totals{Changed: 1, Added: 1, Removed: 1, Renumbered: 1, Same: 1}); totals != want {
		t.Errorf("%+v, want %+v", totals, want)
	}
}

// TestNothingIsOverlooked changes every value and text of a file, one at a
// time: each must come out as a change of one entry.
func TestNothingIsOverlooked(t *testing.T) {
	text, err := os.ReadFile("../../testdata/diff/old.xml")
	if err != nil {
		t.Fatal(err)
	}
	places := regexp.MustCompile(`="[^"]*"|>[^<>\s][^<>]*<`).FindAllIndex(text, -1)
	tried := 0
	for _, at := range places {
		line := text[bytes.LastIndexByte(text[:at[0]], '\n')+1 : at[1]]
		if bytes.Contains(line, []byte("<?xml")) || bytes.Contains(line, []byte("<iati-activities")) ||
			bytes.HasSuffix(text[:at[0]], []byte("last-updated-datetime")) || bytes.HasSuffix(text[:at[0]], []byte("xml:lang")) {
			continue // about the file and its export; languages have a test of their own
		}
		changed := string(text[:at[1]-1]) + "7" + string(text[at[1]-1:])
		list, totals := between(t, string(text), changed)
		tried++
		if len(list) != 1 || totals.Same != 3 || len(list[0].Fields) == 0 && list[0].Kind != compare.Renumbered {
			t.Errorf("%s: %d entries changed, %+v: %q", line, len(list), totals, lines(list))
		}
	}
	if tried < 40 {
		t.Errorf("only %d values were changed", tried)
	}
}
