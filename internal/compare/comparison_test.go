package compare_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/schema"
)

// input makes a file of a submission, on disk, so that it can be read again.
func input(t *testing.T, name string, content []byte) compare.Input {
	t.Helper()
	local := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(local, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return compare.Input{
		Path: name, Local: local,
		Open: func() (compare.Reader, error) {
			return read.New(io.NopCloser(bytes.NewReader(content)), name, read.Options{})
		},
		Reread: func(r compare.Reader) compare.Reread {
			reader, _ := r.(read.Reader)
			return read.Reread(reader)
		},
	}
}

// changes compares two files and tells what became of each entry and node.
func changes(t *testing.T, name string, before, after []byte, aliases map[string]string) []string {
	t.Helper()
	current := input(t, name, after)
	c, err := compare.Submissions(context.Background(), []compare.Input{input(t, name, before)}, []compare.Input{current}, aliases, 2)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}()
	var lines []string
	r, err := current.Open()
	if err != nil {
		t.Fatal(err)
	}
	for {
		job, err := r.Next()
		if err != nil {
			break
		}
		e := job()
		earlier, match, err := c.Before(e)
		switch {
		case err != nil:
			t.Fatal(err)
		case earlier == nil:
			lines = append(lines, "new "+e.Identifier.Value)
			continue
		case match.Same:
			continue
		}
		lines = append(lines, fmt.Sprintf("%s was %s by %s", e.Identifier.Value, earlier.Identifier.Value, match.By))
		compare.Pairs(earlier, e, func(b, a, _ schema.Node) { lines = append(lines, change(b, a)...) })
	}
	if err := c.Gone(func(e *schema.Entry, f *schema.File) error {
		lines = append(lines, "gone "+e.Identifier.Value)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return lines
}

func change(before, after schema.Node) []string {
	switch {
	case before == nil:
		return []string{"  new " + name(after)}
	case after == nil:
		return []string{"  gone " + name(before)}
	}
	b, ok1 := before.(*schema.Measurement)
	a, ok2 := after.(*schema.Measurement)
	if ok1 && ok2 && b.Value.Value != a.Value.Value {
		return []string{fmt.Sprintf("  %s %s -> %s", a.Name(), b.Value.Value, a.Value.Value)}
	}
	return nil
}

func name(n schema.Node) string {
	named, _ := n.(interface{ Name() string })
	return named.Name()
}

// file writes activities: id, title, extra elements, indicators as name=target.
func file(activities ...string) []byte {
	return []byte(`<iati-activities version="2.03">` + strings.Join(activities, "") + `</iati-activities>`)
}

func activity(id, title, other string, indicators ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<iati-activity xml:lang=\"en\">\n<iati-identifier>%s</iati-identifier><title><narrative>%s</narrative></title>%s<result type=\"2\"><title><narrative>Result of %s</narrative></title>", id, title, other, title)
	for _, i := range indicators {
		what, target, _ := strings.Cut(i, "=")
		fmt.Fprintf(&b, "<indicator measure=\"1\"><title><narrative>%s</narrative></title><period><period-start iso-date=\"2023-01-01\"/><period-end iso-date=\"2023-12-31\"/><target value=%q/></period></indicator>", what, target)
	}
	return b.String() + "</result></iati-activity>\n"
}

// planned is the planned start and end of an activity, in years.
func planned(from, to string) string {
	return fmt.Sprintf(`<activity-date type="1" iso-date="%s-01-01"/><activity-date type="3" iso-date="%s-12-31"/>`, from, to)
}

func TestChanges(t *testing.T) {
	wells := activity("A-1", "Villages have clean water all year", "", "Number of wells=10", "Number of pumps=3")
	seeds := activity("A-2", "Farmers have access to seeds of good quality", "", "Number of farmers=200")
	for _, c := range []struct {
		name          string
		before, after []byte
		want          []string
	}{
		{"nothing", file(wells, seeds), file(wells, seeds), nil},
		{"another order and indentation", file(wells, seeds), file(strings.ReplaceAll(seeds, "><", ">\n  <"), wells), nil},
		{"a target", file(wells, seeds), file(strings.Replace(wells, `"10"`, `"8"`, 1), seeds),
			[]string{"A-1 was A-1 by identifier", "  target 10 -> 8"}},
		{"an indicator moved and one gone", file(wells), file(activity("A-1", "Villages have clean water all year", "", "Number of pumps=3")),
			[]string{"A-1 was A-1 by identifier", "  gone indicator"}},
		{"a new entry and one gone", file(wells), file(seeds), []string{"new A-2", "gone A-1"}},
		{"a new identifier", file(wells, seeds), file(strings.Replace(wells, "A-1", "B-9", 1), seeds),
			[]string{"B-9 was A-1 by similarity"}},
		{"a former identifier", file(seeds),
			file(activity("C-3", "Something else entirely is told here", `<other-identifier ref="A-2" type="A3"/>`, "Number of farmers=200")),
			[]string{"C-3 was A-2 by former identifier", "  new other-identifier"}},
		{"an alias", file(seeds), file(activity("D-4", "Quite another statement about something", "", "Number of farmers=200")),
			[]string{"D-4 was A-2 by alias"}},
		{"the identifier of the next plan period", file(activity("A-1", "Courts are open to all", planned("2020", "2023"), "Number of courts=4")),
			file(activity("A-1", "Villages have clean water all year", planned("2024", "2027"), "Number of wells=10")),
			[]string{"new A-1", "gone A-1"}},
		{"a plan that was extended", file(activity("A-1", "Courts are open to all", planned("2020", "2023"), "Number of courts=4")),
			file(activity("A-1", "Courts are open to all", planned("2020", "2025"), "Number of courts=4")),
			[]string{"A-1 was A-1 by identifier"}},
	} {
		got := changes(t, "a.xml", c.before, c.after, map[string]string{"D-4": "A-2"})
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// within puts indicators into results of these titles.
func within(results ...string) []byte {
	var b strings.Builder
	b.WriteString(`<iati-activity xml:lang="en"><iati-identifier>A-1</iati-identifier><title><narrative>Villages have clean water</narrative></title>`)
	for _, r := range results {
		title, inside, _ := strings.Cut(r, ": ")
		fmt.Fprintf(&b, "<result type=\"2\"><title><narrative>%s</narrative></title>%s</result>", title, inside)
	}
	return file(b.String() + "</iati-activity>")
}

// indicator has a title and what else stands in it.
func indicator(title, inside string) string {
	return `<indicator measure="1"><title><narrative>` + title + `</narrative></title>` + inside + `</indicator>`
}

// period has two dates and what stands in it.
func period(start, end, inside string) string {
	return fmt.Sprintf(`<period><period-start iso-date=%q/><period-end iso-date=%q/>%s</period>`, start, end, inside)
}

// What belongs together inside an entry.
func TestPairsInside(t *testing.T) {
	wells := indicator("Number of wells", period("2023-01-01", "2023-12-31", `<target value="10"/>`))
	pumps := indicator("Number of pumps", period("2023-01-01", "2023-12-31", `<target value="3"/>`))
	year := func(inside string) []byte {
		return within("Water: " + indicator("Number of wells", period("2023-01-01", "2023-12-31", inside)))
	}
	one := "A-1 was A-1 by identifier"
	for _, c := range []struct {
		name          string
		before, after []byte
		want          []string
	}{
		{"an indicator under another result", within("Water: "+wells+pumps, "Health: "), within("Water: "+wells, "Health: "+pumps), []string{one}},
		{"a result split in two", within("Water for all: " + wells + pumps), within("Drilling: "+wells, "Pumping: "+pumps),
			[]string{one, "  new result", "  new result"}},
		{"a new target among equal ones", year(`<target value="10"/><target value="20"/>`), year(`<target value="25"/><target value="10"/>`),
			[]string{one, "  target 20 -> 25"}},
		{"indicators of one title", within("Water: " + wells + strings.Replace(wells, `"10"`, `"7"`, 1)), within("Water: " + strings.Replace(wells, `"10"`, `"7"`, 1) + strings.Replace(wells, `"10"`, `"12"`, 1)),
			[]string{one, "  target 10 -> 12"}},
		{"a corrected end", year(`<target value="10"/>`), within("Water: " + indicator("Number of wells", period("2023-01-01", "2023-12-30", `<target value="10"/>`))),
			[]string{one}},
		{"another year", year(`<target value="10"/>`), within("Water: " + indicator("Number of wells", period("2024-01-01", "2024-12-31", `<target value="10"/>`))),
			[]string{one, "  new period", "  gone period"}},
		{"a dimension called otherwise", year(`<target value="10"><dimension name="sex" value="female"/></target>`), year(`<target value="11"><dimension name="Gender" value="Female"/></target>`),
			[]string{one, "  target 10 -> 11"}},
		{"categories called otherwise", year(`<target value="0"><dimension name="age" value="-35"/></target><target value="0"><dimension name="age" value="35+"/></target>`),
			year(`<target value="0"><dimension name="age" value="35 or above"/></target><target value="0"><dimension name="age" value="under 35"/></target>`), []string{one}},
		{"categories of other sums", year(`<target value="4"><dimension name="age" value="-35"/></target>`), year(`<target value="5"><dimension name="age" value="under 35"/></target>`),
			[]string{one, "  new target", "  gone target"}},
		{"women and men", within("Trained: " + indicator("Number of women trained", "")), within("Trained: " + indicator("Number of men trained", "")),
			[]string{one, "  new indicator", "  gone indicator"}},
		{"one number in another form", year(`<target value="500"/>`), year(`<target value=" 500.0 "/>`), nil},
	} {
		if diff := cmp.Diff(c.want, changes(t, "a.xml", c.before, c.after, nil)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestPortalText(t *testing.T) {
	before := "outcome A_1.1\nWomen have a say in county budgets\n12 counties.\noutcome A_1.2\nGirls go to school in all of the districts\n3 districts.\n"
	after := "outcome A_1.2\r\nGirls go to school in all of the districts\r\n3 districts.\r\noutcome A_1.1\r\nWomen have a say in county budgets\r\n14 counties.\r\n"
	want := []string{"A_1.1 was A_1.1 by identifier"}
	if diff := cmp.Diff(want, changes(t, "a.txt", []byte(before), []byte(after), nil)); diff != "" {
		t.Error(diff)
	}
}

// Two publications of one file differ in the order of its activities and in one
// that was added. The files are not part of the project.
func TestPublishedPair(t *testing.T) {
	before, err1 := os.ReadFile("../../../shared/data/real/unwomen/2021-05-26.xml")
	after, err2 := os.ReadFile("../../../shared/data/real/unwomen/2021-06-15.xml")
	if err1 != nil || err2 != nil {
		t.Skip("the published files are not here")
	}
	fresh := 0
	for _, line := range changes(t, "a.xml", before, after, nil) {
		switch {
		case strings.HasPrefix(line, "new "):
			fresh++
		case strings.HasPrefix(line, "gone "), strings.HasPrefix(line, "  "):
			t.Errorf("a change where there is none: %s", line)
		}
	}
	if fresh != 1 {
		t.Errorf("%d new entries, want 1", fresh)
	}
}

// Two publications of one table of results, two years apart, with other columns.
// The files are not part of the project.
func TestPublishedTables(t *testing.T) {
	before, err1 := os.ReadFile("../../../shared/data/sheets/unhcr-2021-results-at-2022-04.xlsx")
	after, err2 := os.ReadFile("../../../shared/data/sheets/unhcr-2021-results-at-2024-02.xlsx")
	if err1 != nil || err2 != nil {
		t.Skip("the published files are not here")
	}
	earlier, current := input(t, "a.xlsx", before), input(t, "a.xlsx", after)
	c, err := compare.Submissions(context.Background(), []compare.Input{earlier}, []compare.Input{current}, nil, 2)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	r, err := current.Open()
	if err != nil {
		t.Fatal(err)
	}
	entries, changed := 0, map[string]bool{}
	for {
		job, err := r.Next()
		if err != nil {
			break
		}
		e := job()
		was, _, err := c.Before(e)
		if err != nil || was == nil {
			t.Fatalf("%s is not found in the earlier file: %v", e.Identifier.Value, err)
		}
		entries++
		compare.Pairs(was, e, func(b, a, _ schema.Node) {
			m, now := a.(*schema.Measurement)
			old, then := b.(*schema.Measurement)
			switch {
			case now && m != nil && m.Name() == "actual", then && old != nil && old.Name() == "actual", !now && !then:
			case now && m != nil && then && old != nil:
				if m.Value.Value != old.Value.Value {
					changed[titles(m.Indicator())] = true
				}
			case now && m != nil:
				changed[titles(m.Indicator())] = true
			case then && old != nil:
				changed[titles(old.Indicator())] = true
			}
		})
	}
	want := changedRows(t, "../../../shared/data/sheets/unhcr-2021-results-at-2022-04.xlsx", "../../../shared/data/sheets/unhcr-2021-results-at-2024-02.xlsx")
	if entries != 109 {
		t.Errorf("%d entries", entries)
	}
	missed, more := 0, 0
	rows := 0
	for k, differs := range want {
		if differs {
			rows++
		}
		if differs && !changed[k] {
			missed++
		}
	}
	for k := range changed {
		if same, both := want[k]; both && !same {
			more++
		}
	}
	t.Logf("%d indicators with another baseline or target; by their rows %d, of which %d are not found, %d more are", len(changed), rows, missed, more)
	if rows == 0 || missed*20 > rows || more*20 > rows {
		t.Error("the comparison and the rows don't agree")
	}
}

// titles name an indicator.
func titles(i *schema.Indicator) string {
	title := func(p *schema.Prose) string {
		if p == nil || len(p.Narratives) == 0 {
			return ""
		}
		return strings.ToLower(strings.Join(strings.Fields(p.Narratives[0].Value), " "))
	}
	r := i.Parent().(*schema.Result)
	return strings.TrimSpace(r.Parent().(*schema.Entry).Identifier.Value) + "|" + title(r.Title) + "|" + title(i.Title)
}

// changedRows are the indicators in both files, by their titles, and whether their
// rows give other baselines and targets: by another reader. Indicators whose
// titles were reworded are left out.
func changedRows(t *testing.T, before, after string) map[string]bool {
	t.Helper()
	read := func(name string) map[string]string {
		f, err := excelize.OpenFile(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		rows, err := f.GetRows("Sheet1")
		if err != nil {
			t.Fatal(err)
		}
		cell := func(row []string, name string) string {
			if i := slices.Index(rows[0], name); i >= 0 && i < len(row) {
				return strings.Join(strings.Fields(row[i]), " ")
			}
			return ""
		}
		values := map[string][]string{}
		for _, row := range rows[1:] {
			k := cell(row, "iati_identifier") + "|" + strings.ToLower(cell(row, "result_title")) + "|" + strings.ToLower(cell(row, "result_indicator_title"))
			values[k] = append(values[k], cell(row, "result_indicator_baseline_value")+"/"+cell(row, "result_indicator_target_value"))
		}
		joined := map[string]string{}
		for k, list := range values {
			slices.Sort(list)
			joined[k] = strings.Join(list, ";")
		}
		return joined
	}
	was, is := read(before), read(after)
	changed := map[string]bool{}
	for k, values := range is {
		if old, both := was[k]; both {
			changed[k] = old != values
		}
	}
	return changed
}
