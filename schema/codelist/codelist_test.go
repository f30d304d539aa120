package codelist

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

const shared = "../../../shared/data/standard"

func TestLookup(t *testing.T) {
	set := Embedded()
	cases := []struct {
		list, code, name string
		status           Status
		ok               bool
	}{
		{"ResultType", "2", "Outcome", Active, true},
		{"ResultType", "4", "", Active, false},
		{"IndicatorMeasure", "5", "Qualitative", Active, true}, // also for files of 2.01 and 2.02
		{"Language", "en", "English", Active, true},
		{"Language", "EN", "", Active, false},
		{"FileFormat", "application/pdf", "", Active, true},
		{"BudgetIdentifierVocabulary", "1", "IATI", Withdrawn, true},
		{"NoSuchList", "1", "", Active, false},
	}
	for _, c := range cases {
		got, ok := set.Lookup(c.list, c.code)
		if ok != c.ok || ok && (got.Name != c.name || got.Status != c.status || got.Code != c.code) || set.Has(c.list, c.code) != c.ok {
			t.Errorf("%s %q: %+v, %v", c.list, c.code, got, ok)
		}
	}
	if _, ok := set.Nearest("NoSuchList", "1"); ok || set.List("NoSuchList").Len() != 0 {
		t.Error("a list that does not exist has codes")
	}
	list := set.List("Language")
	code := []byte("fr")
	if n := testing.AllocsPerRun(10, func() { _ = list.HasBytes(code) && set.Has("ResultType", "1") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestNearest(t *testing.T) {
	cases := []struct{ list, code, want string }{
		{"ResultType", "1 - Output", "1"},
		{"ResultType", "2: outcome", "2"},
		{"ResultType", "Impact (3)", "3"},
		{"ResultType", "Outcome", "2"},
		{"ResultType", "outcmoe", "2"},
		{"ResultType", " 1 ", "1"},
		{"ResultType", "1.0", "1"},
		{"ResultType", "02", "2"},
		{"ResultType", "7", ""},
		{"ResultType", "activity", ""},
		{"ResultType", "", ""},
		{"IndicatorMeasure", "Percentage", "2"},
		{"IndicatorMeasure", "%", "2"},
		{"FileFormat", "image/jpg", "image/jpeg"},
		{"FileFormat", "APPLICATION/PDF", "application/pdf"},
		{"FileFormat", "pdf", "application/pdf"},
		{"FileFormat", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{"FileFormat", "report.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
		{"FileFormat", "text/html; charset=utf-8", "text/html"},
		{"FileFormat", "aplication/pdf", "application/pdf"},
		{"FileFormat", "Annual report", ""},
		{"Language", "en-GB", "en"},
		{"Language", "pt_BR", "pt"},
		{"Language", "eng", "en"},
		{"Language", "FRA", "fr"},
		{"Language", "English", "en"},
		{"Language", "Spanish", "es"},
		{"Language", "qq", ""},
		{"ActivityStatus", "Implementation", "2"},
		{"ActivityDateType", "actual-end", "4"},
		{"DocumentCategory", "a08", "A08"},
		{"Country", "Kenya", "KE"},
		{"Country", "ke", "KE"},
		{"SectorVocabulary", "DAC", "1"},
		{"Currency", "US$", "USD"},
	}
	for _, c := range cases {
		got, ok := Embedded().Nearest(c.list, c.code)
		if got.Code != c.want || ok != (c.want != "") {
			t.Errorf("%s %q: got %q, want %q", c.list, c.code, got.Code, c.want)
		}
	}
}

// TestConfusions: every confusion leads to a code, and none is itself a code.
func TestConfusions(t *testing.T) {
	for list, table := range confusions() {
		for wrong, code := range table {
			if !Embedded().Has(list, code) {
				t.Errorf("%s: %q leads to %q, which is not on the list", list, wrong, code)
			}
			if Embedded().Has(list, wrong) {
				t.Errorf("%s: %q is a code itself", list, wrong)
			}
		}
	}
}

func TestLoad(t *testing.T) {
	files := map[string]string{
		"ResultType.json": `{"attributes":{"name":"ResultType"},"data":[{"code":"1","name":"Output","status":"active"},{"code":"7","name":"New","status":"withdrawn"}]}`,
		"Language.xml": `<?xml version="1.0"?><codelist name="Language"><codelist-items><codelist-item status="active"><code>xx</code>
			<name><narrative>Exish</narrative><narrative xml:lang="fr">Exien</narrative></name></codelist-item></codelist-items></codelist>`,
		"Old.xml":   `<codelist name="Old"><codelist-items><codelist-item><code>a</code><name>A name</name></codelist-item></codelist-items></codelist>`,
		"readme.md": "no list",
	}
	dir := t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	set, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		list string
		want Code
	}{
		{"ResultType", Code{"7", "New", Withdrawn}},
		{"Language", Code{"xx", "Exish", Active}},
		{"Old", Code{"a", "A name", Active}},
		{"ActivityStatus", Code{"2", "Implementation", Active}}, // still the embedded list
	} {
		if got, ok := set.Lookup(c.list, c.want.Code); !ok || got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.list, got, c.want)
		}
	}
	if set.Has("ResultType", "9") || !Embedded().Has("ResultType", "9") || Embedded().Has("Language", "xx") {
		t.Error("the loaded lists are not separate from the embedded ones")
	}
	for name, content := range map[string]string{
		"a.json": `{"attributes":{},"data":[{"code":"1"}]}`, "b.json": `[`, "c.xml": `<codelist name="x"/>`, "d.xml": `<other/>`,
		"e.json": `{"attributes":{"name":"x"},"data":[{"code":" "}]}`,
	} {
		bad := t.TempDir()
		if err := os.WriteFile(filepath.Join(bad, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(bad); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: error %v", content, err)
		}
	}
	if _, err := Load(t.TempDir()); err == nil {
		t.Error("an empty folder is no set of code lists")
	}
	if _, err := Load(filepath.Join(dir, "absent")); err == nil {
		t.Error("an absent folder is no set of code lists")
	}
}

func TestRules(t *testing.T) {
	count := map[string]int{}
	for _, version := range []string{"2.01", "2.02", "2.03"} {
		for _, rule := range Rules(version) {
			count[version]++
			if Embedded().List(rule.List).Len() == 0 {
				t.Errorf("%s: no list %q", rule.Path, rule.List)
			}
		}
	}
	if Rules("1.05") != nil {
		t.Error("there are no rules for 1.05")
	}
	for _, rule := range Rules("2.02") {
		if rule.OfficialID == "9.14.1" {
			want := Rule{"9.14.1", "country-budget-items/budget-item/@code", "country-budget-items/budget-item", "code", "BudgetIdentifier", Condition{"vocabulary", "1", true, false}}
			if rule != want {
				t.Errorf("got %+v", rule)
			}
		}
	}
}

// TestAgainstShared: the lists and rules say what the team's tables of the official ones say.
func TestAgainstShared(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(shared, "codelist-rules.tsv"))
	if err != nil {
		t.Skip("no shared data")
	}
	want := make(map[string]int)
	rules := 0
	for line := range strings.Lines(string(data)) {
		c := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if c[0] == "version" || strings.Contains(c[1], "organisation") || strings.Contains(c[1], "xml:lang") {
			continue
		}
		want[strings.Join([]string{c[0], c[1], c[2], c[4], c[5]}, " ")]++
		rules++
	}
	for _, version := range []string{"2.01", "2.02", "2.03"} {
		for _, r := range Rules(version) {
			path := "//iati-activities/"
			if r.Element != "/" {
				path += "iati-activity/"
			}
			if r.Element != "" && r.Element != "/" {
				path += r.Element + "/"
			}
			if r.Attribute == "" {
				path += "text()"
			}
			when := ""
			if r.When.Attribute != "" {
				when = "@" + map[bool]string{true: "../@"}[r.When.OfParent] + r.When.Attribute + "=" + r.When.Value + map[bool]string{true: " (default)"}[r.When.Default]
			}
			key := strings.Join([]string{version, path + r.Attribute, r.OfficialID, r.List, when}, " ")
			if want[key]--; want[key] < 0 {
				t.Errorf("not an official rule: %s", key)
			}
		}
	}
	for key, n := range want {
		if n > 0 {
			t.Errorf("missing rule: %s", key)
		}
	}
	data, err = os.ReadFile(filepath.Join(shared, "codelists.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	codes := 0
	lists := make(map[string]bool)
	for line := range strings.Lines(string(data)) {
		c := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if Embedded().List(c[0]) == nil {
			continue
		}
		codes++
		lists[c[0]] = true
		got, ok := Embedded().Lookup(c[0], c[1])
		if !ok || got.Name != c[2] || (got.Status == Withdrawn) != (c[3] == "withdrawn") {
			t.Errorf("%s %q: got %+v", c[0], c[1], got)
		}
	}
	t.Logf("%d rules, %d lists with %d codes", rules, len(lists), codes)
}

// TestConcurrentUse is for the race detector.
func TestConcurrentUse(t *testing.T) {
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for _, name := range Embedded().Names() {
				if Embedded().List(name).Len() == 0 {
					t.Errorf("%s is empty", name)
				}
			}
		})
	}
	group.Wait()
}

func BenchmarkHas(b *testing.B) {
	list := Embedded().List("FileFormat")
	code := []byte("application/pdf")
	b.ReportAllocs()
	for b.Loop() {
		_ = list.HasBytes(code)
	}
}

func BenchmarkNearest(b *testing.B) {
	for b.Loop() {
		Embedded().Nearest("FileFormat", "aplication/pdf")
	}
}
