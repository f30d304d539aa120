package settings

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/schema"
)

func TestAcceptedFilesAreReadAsWritten(t *testing.T) {
	list := []Accepted{
		{Fingerprint: "1", Rule: "narrative/empty", Entry: "E \"1\" <é>", File: "a.xml", Message: "line\nand \u2028 tab\t, \x00\x1b\x7f\u0085\ufeff\uffff😀", Count: 3, Reason: "later: much", Until: schema.Date{Year: 2030, Month: 1, Day: 31}},
		{Fingerprint: "2", Rule: "gone/rule"},
	}
	var first, second bytes.Buffer
	approved, err := parseAccepted("a.json", []byte(`{"schemaVersion": 1, "approved": [{"rule": ["history/entry-removed"], "entry": "E-1", "reason": "merged", "until": "2030-01-31"}]}`), known())
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteAccepted(&first, list, approved); err != nil {
		t.Fatal(err)
	}
	read, err := parseAccepted("a.json", first.Bytes(), known())
	if err != nil {
		t.Fatalf("%v\n%s", err, first.Bytes())
	}
	for i, got := range read.Violations {
		got.at = place{}
		if diff := cmp.Diff(list[i], got, cmp.AllowUnexported(Accepted{}, place{})); diff != "" {
			t.Errorf("read otherwise than written (-written +read):\n%s", diff)
		}
	}
	if len(read.Approved) != 1 || read.Approved[0].Entry != "E-1" || read.Approved[0].Silence().Span.Start.Line != 3 {
		t.Errorf("the approvals are lost: %+v", read.Approved)
	}
	if err := WriteAccepted(&second, read.Violations, read); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first.String(), second.String()); diff != "" {
		t.Errorf("written otherwise the second time:\n%s", diff)
	}
	if lines := strings.Count(first.String(), "\n"); lines != 8 {
		t.Errorf("%d lines, want one for each violation and approval:\n%s", lines, first.Bytes())
	}
}

func TestPlacesOfSilences(t *testing.T) {
	text := "ignore:\n  - {rule: spelling, reason: \"é\"}\r\n  - rule: evidence\n"
	c := parsed(t, text)
	for i, want := range []string{"rule", "rule"} {
		s := c.Ignore[i].Silence()
		if got := text[s.Span.Start.Offset:s.Span.End.Offset]; !strings.HasPrefix(got, want[:1]) || s.Snippet.Text[s.Snippet.From:s.Snippet.To] != got {
			t.Errorf("silence %d stands at %q, shown as %q", i, got, s.Snippet.Text)
		}
	}
}

func FuzzAccepted(f *testing.F) {
	f.Add(`{"schemaVersion": 1, "violations": [{"fingerprint": "1", "rule": "a/b", "count": 2}], "approved": [{"rule": "evidence", "entry": "E"}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		a, err := parseAccepted("a.json", []byte(text), known())
		if err != nil {
			_ = err.Error()
			return
		}
		for i := range a.Violations {
			a.Violations[i].Silence()
		}
		var b bytes.Buffer
		if err := WriteAccepted(&b, a.Violations, a); err != nil {
			t.Fatal(err)
		}
		if _, err := parseAccepted("b.json", b.Bytes(), known()); err != nil {
			t.Errorf("what was written can't be read: %v\n%s", err, b.Bytes())
		}
	})
}
