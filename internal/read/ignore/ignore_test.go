package ignore

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/schema"
)

func TestComment(t *testing.T) {
	one := []string{"narrative/too-short"}
	two := []string{"narrative/too-short", "evidence"}
	for text, want := range map[string]schema.Suppression{
		" iatilint-ignore narrative/too-short the country office is new ": {Rules: one, Reason: "the country office is new"},
		"iatilint-ignore narrative/too-short: agreed":                     {Rules: one, Reason: "agreed"},
		"iatilint-ignore: narrative/too-short - agreed":                   {Rules: one, Reason: "agreed"},
		"iatilint-ignore narrative/too-short,evidence agreed":             {Rules: two, Reason: "agreed"},
		"iatilint-ignore narrative/too-short, evidence agreed":            {Rules: two, Reason: "agreed"},
		"iatilint-ignore narrative/too-short , evidence\n\tas\n\tagreed":  {Rules: two, Reason: "as agreed"},
		"iatilint-ignore narrative/too-short until 2026-12-31: agreed":    {Rules: one, Reason: "agreed", Until: schema.Date{Year: 2026, Month: 12, Day: 31}},
		"iatilint-ignore narrative/too-short until then":                  {Rules: one, Reason: "until then"},
		"iatilint-ignore narrative/too-short":                             {Rules: one},
		"iatilint-ignore":                                                 {},
		"iatilint-ignore-file narrative/too-short agreed":                 {Rules: one, Reason: "agreed", WholeFile: true},
	} {
		got, ok := Comment(text)
		if diff := cmp.Diff(want, got); !ok || diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
	for _, text := range []string{"", "iatilint", "iatilint-ignored", "iatilint-ignore-files x", "see iatilint-ignore x"} {
		if s, ok := Comment(text); ok {
			t.Errorf("%q is read as %+v", text, s)
		}
	}
}

func FuzzComment(f *testing.F) {
	f.Add("iatilint-ignore a/b, c/d until 2026-01-01: why")
	f.Add("iatilint-ignore a/b - until 2026-01-01 nothing")
	f.Add("iatilint-ignore a/b until 2026-01-01 until 2027-01-01")
	f.Add("iatilint-ignore : : until 2026-01-01")
	f.Add("iatilint-ignore a until 2026-01-01 ,why")
	f.Add("iatilint-ignore a - ,b")
	f.Add("iatilint-ignore a::,")
	f.Fuzz(func(t *testing.T, text string) {
		s, ok := Comment(text)
		for _, rule := range s.Rules {
			if !ok || rule == "" {
				t.Errorf("%q names the rules %q", text, s.Rules)
			}
		}
		s.WholeFile = false
		if diff := cmp.Diff(s, Parse(Text(&s))); diff != "" {
			t.Errorf("%q, written as %q (-want +got):\n%s", text, Text(&s), diff)
		}
	})
}
