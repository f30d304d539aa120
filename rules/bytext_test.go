package rules_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// What the checks of texts find in an entry does not depend on the entries before
// it, though a text that left them silent is not looked at again.
func TestATextIsJudgedAloneAsAmongOthers(t *testing.T) {
	file := everyTextInEveryRole(40)
	together := byText(t, file, -1, false)
	if uncached := byText(t, file, -1, true); !slices.Equal(uncached.found, together.found) {
		t.Errorf("%d violations without caches, %d with them", len(uncached.found), len(together.found))
	}
	var alone []string
	for entry := range together.entries {
		alone = append(alone, byText(t, file, entry, false).found...)
	}
	slices.Sort(alone)
	spoken := map[string]bool{}
	for _, v := range alone {
		spoken[strings.Fields(v)[1]] = true
		if !slices.Contains(together.found, v) {
			t.Errorf("not found among others: %s", v)
		}
	}
	if len(alone) != len(together.found) {
		t.Errorf("%d violations alone, %d together", len(alone), len(together.found))
	}
	for _, r := range rules.All() {
		if r.ID != "language/mismatch" && len(textChecks(r)) > 0 && !spoken[r.ID] && r.ID != "spelling/inconsistent" {
			t.Errorf("%s found nothing: the test shows nothing of it", r.ID)
		}
	}
}

// everyTextInEveryRole writes activities that have the same texts again and again,
// in other places and beside other texts.
func everyTextInEveryRole(activities int) []byte {
	texts := []string{
		"", " ", "-", "n/a", "TBD", "OLD", "Women have access to credit", "Women have access to credit and", "access to credit, and",
		"Training of judges", "Gender statistics", "Judges apply the law and ministries publish budgets", "Judges apply the law through training",
		"Many women and several men took part.", "80 per cent of the women took part.", "(OUTCOME TO BE DELETED)", "DO NOT USE", "[insert figure]",
		"The enviroment of the village", "Women in the the village own land.", "Women earn more then men.", "Write to jane.doe@example.org or call +223 20 22 33 44.", "lorem ipsum", "Test entry", "#REF!",
		"f\u00c3\u00a9minin", "zero\u200bwidth", "a &lt;b&gt;bold&lt;/b&gt; word", "THE WOMEN OF THIS VILLAGE HAVE ACCESS TO CREDIT", "Visit Burkina Faso and Etiopia, Cameron and Mozambiqe",
	}
	r := rand.New(rand.NewPCG(1, 2))
	var b bytes.Buffer
	prose := func(element string) {
		fmt.Fprintf(&b, "<%s>", element)
		for range 1 + r.IntN(2) {
			fmt.Fprintf(&b, `<narrative xml:lang="%s">%s</narrative>`, []string{"en", "en", "fr"}[r.IntN(3)], texts[r.IntN(len(texts))])
		}
		fmt.Fprintf(&b, "</%s>", strings.Fields(element)[0])
	}
	b.WriteString(`<iati-activities version="2.03">`)
	for n := range activities {
		fmt.Fprintf(&b, `<iati-activity xml:lang="en"><iati-identifier>XM-DAC-1-%d</iati-identifier><reporting-org ref="XM-DAC-1" type="40"><narrative>%s</narrative></reporting-org>`, n, texts[r.IntN(len(texts))])
		prose("title")
		for _, kind := range []string{"1", "2", "3"} {
			prose(`description type="` + kind + `"`)
		}
		b.WriteString(`<transaction>`)
		prose("description")
		b.WriteString(`</transaction>`)
		for _, kind := range []string{"1", "2"} {
			fmt.Fprintf(&b, `<result type="%s">`, kind)
			prose("title")
			prose("description")
			b.WriteString(`<indicator measure="1">`)
			prose("title")
			prose("description")
			b.WriteString(`<period><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/><target value="1">`)
			prose("comment")
			b.WriteString(`</target><actual value="1">`)
			prose("comment")
			b.WriteString(`</actual></period></indicator></result>`)
		}
		b.WriteString("</iati-activity>\n")
	}
	b.WriteString(`</iati-activities>`)
	return b.Bytes()
}

// textChecks are a rule's checks of texts.
func textChecks(r *lint.Rule) (checks []lint.Visit) {
	for _, v := range r.Check.Visits {
		if v.Prepare != nil {
			checks = append(checks, v)
		}
	}
	return checks
}

type judged struct {
	entries int
	found   []string
}

// byText runs the checks of texts on one entry of a file, or on all if it is
// negative, with or without caches.
func byText(t *testing.T, file []byte, entry int, uncached bool) judged {
	t.Helper()
	config := engine.Config{Env: &lint.Environment{AsOf: schema.Date{Year: 2026, Month: 11, Day: 25}, Language: "en", Uncached: uncached}, Jobs: 1}
	for _, r := range rules.All() {
		alone := *r
		alone.Check = lint.Check{Visits: textChecks(r)}
		if len(alone.Check.Visits) > 0 {
			config.Rules = append(config.Rules, engine.Enabled{Rule: &alone, Options: r.Options})
		}
	}
	var result judged
	config.Deliver = func(_ int, v *finding.Finding) error {
		result.found = append(result.found, fmt.Sprintf("%d %s %s: %s", v.Span.Start.Offset, v.Rule, v.Entry, v.Message))
		return nil
	}
	input := engine.Input{Path: "f.xml", Open: func() (schema.Reader, error) {
		r, err := read.New(io.NopCloser(bytes.NewReader(file)), "f.xml", read.Options{})
		return &only{r, entry, &result.entries}, err
	}}
	outcome, err := engine.Run(context.Background(), []engine.Input{input}, config)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range outcome.Problems {
		t.Error(problem)
	}
	slices.Sort(result.found)
	return result
}

// only is a reader that gives one entry of its file, or all.
type only struct {
	schema.Reader
	entry int
	n     *int
}

func (o *only) Next() (func() *schema.Entry, error) {
	for {
		job, err := o.Reader.Next()
		if err != nil {
			return nil, err
		}
		n := *o.n
		*o.n++
		if o.entry < 0 || n == o.entry {
			return job, nil
		}
	}
}
