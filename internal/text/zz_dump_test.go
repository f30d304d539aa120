package text

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestZZDump(t *testing.T) {
	what := os.Getenv("DUMP")
	if what == "" {
		t.Skip()
	}
	var rows [][]any
	b, _ := os.ReadFile("/tmp/tx/corpus.json")
	json.Unmarshal(b, &rows)
	seed, _ := os.ReadFile("/work/shared/data/000_62ebec827ecdb5b8.txt")
	for _, l := range strings.Split(string(seed), "\n") {
		rows = append(rows, []any{"seed", "seed", "en", l})
	}
	ctx := func(s string, sp Span) string {
		a, z := max(0, sp.Start-30), min(len(s), sp.End+30)
		return strings.ReplaceAll(s[a:sp.Start]+"⟦"+sp.Of(s)+"⟧"+s[sp.End:z], "\n", "⏎")
	}
	for _, r := range rows {
		s, l := r[3].(string), r[2].(string)
		d := Analyse(s, l)
		switch what {
		case "numbers", "quant":
			for _, n := range d.Numbers() {
				if what == "quant" && !n.Kind.Quantity() {
					continue
				}
				fmt.Printf("%s|%v|%g-%g|b%d|%q| %s\n", l, n.Kind, n.Value, n.High, n.Bound, n.Unit, ctx(s, n.Whole))
			}
		case "vague":
			for _, v := range d.Vague() {
				fmt.Printf("%s|%s| %s\n", l, v.Phrase, ctx(s, v.Span))
			}
		case "markers":
			for _, v := range d.Markers() {
				fmt.Printf("%s|%v|%s|%d| %s\n", l, v.Kind, v.Phrase, v.Confidence, ctx(s, v.Span))
			}
		case "sent":
			if len(d.Sentences()) > 1 {
				for _, v := range d.Sentences() {
					fmt.Printf("%s|%v|%v|%v| %s\n", l, v.End, v.Lower, v.Listed, strings.ReplaceAll(v.Of(s), "\n", "⏎"))
				}
				fmt.Println("----")
			}
		case "trunc":
			tr := d.Truncation()
			if tr.Signs() > 0 || !tr.LowerStart.IsZero() || !tr.PunctStart.IsZero() || tr.Cut > 0 {
				e := s[max(0, len(s)-50):]
				fmt.Printf("%s|%d|lim%d|cut%d|%v|ell%v rm%v ob%v oq%v lower%v punct%v| %q\n", l, tr.Signs(), tr.Limit, tr.Cut, tr.Dangling, tr.Ellipsis, tr.ReadMore, tr.OpenBracket, tr.OpenQuote, tr.LowerStart, tr.PunctStart, e)
			}
		case "state":
			if strings.HasSuffix(r[1].(string), "title/narrative") && !strings.Contains(r[1].(string), "indicator") && !strings.Contains(r[1].(string), "document") || r[0] == "seed" {
				st := d.Statement()
				fmt.Printf("%s|fin%v|chg %q|act%v|np%v|comp%v| %s\n", l, st.HasFiniteVerb, st.ChangeWord.Of(s), st.ActivityOnly, st.NounPhraseOnly, st.Compound, strings.ReplaceAll(s[:min(len(s), 150)], "\n", "⏎"))
			}
		case "misc":
			for _, v := range d.Personal() {
				fmt.Println("personal", v.Kind, ctx(s, v.Span))
			}
			for _, v := range d.Markup() {
				fmt.Println("markup", v.Kind, ctx(s, v.Span))
			}
			for _, v := range d.Hidden() {
				fmt.Println("hidden", v.Kind, ctx(s, v.Span))
			}
			for _, v := range d.Mojibake() {
				fmt.Println("mojibake", v.Repaired, ctx(s, v.Span))
			}
		}
	}
}
