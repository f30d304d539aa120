package text

import (
	"testing"
	"unicode/utf8"
)

// FuzzSpans: whatever the text, nothing panics, and every span lies within the
// text, on code point borders, in order.
func FuzzSpans(f *testing.F) {
	for _, s := range []string{
		"", " ", ".", "Women’s groups (42 in all) met on December 6th to 22nd, 2023. See www.example.org!",
		"(OUTCOME TO BE DELECTED)", "trois centaines de femmes, 1 200 familles et 65 %", "€3.5m [insert figure] XX% {{a}} <<b>>",
		"fÃ©minin &amp;nbsp; <p>x</p> **y** [z](http://z.org)", "a\u200bb\u00adc\ufffd\xff\xfe", "3\u00964\u0085 à¸\u0081 Â–", "1.\n2)\n- x\n• y", "a-汉字 l’汉 1-汉",
		"quatre-vingt-dix-huit mille cent un", "TBD: n/a, +223 20 12 34 56 a@b.org 14:30 12/03/2021 2020-2025 3/10 5.5/", "à supprimer. Please delete this", "twenty- one- -two half of the", "in ", "\xc3", "Ã", "Ã¢â‚¬â„¢",
		"في ١٤ قرية و٣٨٬٤٠٠ شخص عند ١٠:٣٠", "১৪টি ৩৮,৪০০", "มี๓๕๐คน สามร้อยห้าสิบคน", "百分之六十五，第14条 三百五十名 2023年", "ב-14 ۱۴\u200cهزار", "zweihundertzwölf visima mia mbili na", "12,50,000",
		"&lt;p&gt; &amp;amp; &", "<<", "${", "{0}", "[AB1] Comment [AB1]", "((", "“«\"",
	} {
		for _, l := range []string{"en", "fr", "es", "pt", ""} {
			f.Add(s, l)
		}
	}
	d := new(Doc)
	f.Fuzz(func(t *testing.T, s, lang string) {
		d.Reset(s, lang)
		end := 0
		check := func(what string, sp Span) {
			t.Helper()
			if sp.Start < 0 || sp.End > len(s) || sp.Start > sp.End {
				t.Fatalf("%s: span %v is not within %q (%d)", what, sp, s, len(s))
			}
			if !border(s, sp.Start) || !border(s, sp.End) {
				t.Fatalf("%s: span %v of %q is not on code point borders", what, sp, s)
			}
		}
		ordered := func(what string, sp Span) {
			t.Helper()
			check(what, sp)
			if sp.Start < end || sp.Len() == 0 {
				t.Fatalf("%s: span %v of %q is empty or out of order", what, sp, s)
			}
			end = sp.End
		}
		for _, w := range d.Words() {
			ordered("word", w.Span)
			if phrase := d.Phrase(w.Span); !phrase.Contains(w.Span) {
				t.Fatalf("the phrase %v of %q does not hold its word %v", phrase, s, w.Span)
			}
		}
		end = 0
		first := 0
		for _, x := range d.Sentences() {
			ordered("sentence", x.Span)
			if x.First < first || x.Last <= x.First || x.Last > len(d.Words()) {
				t.Fatalf("sentence %+v of %q", x, s)
			}
			if !x.Contains(d.Words()[x.First].Span) || !x.Contains(d.Words()[x.Last-1].Span) {
				t.Fatalf("sentence %+v of %q does not hold its words", x, s)
			}
			first = x.Last
		}
		end = 0
		for _, n := range d.Numbers() {
			ordered("number", n.Span)
			check("unit", n.UnitSpan)
			check("whole", n.Whole)
			if !n.Whole.Contains(n.Span) {
				t.Fatalf("number %+v of %q", n, s)
			}
			if n.Kind == Phone && !d.bookNumber(n) && !d.personalAt(n.Span) {
				t.Fatalf("%q has the phone number %+v, which is no personal data", s, n)
			}
		}
		end = 0
		for _, v := range d.Vague() {
			ordered("vague", v.Span)
		}
		end = 0
		for _, m := range d.Markers() {
			ordered("marker", m.Span)
		}
		end = 0
		for _, p := range d.Personal() {
			ordered("personal", p.Span)
		}
		end = 0
		for _, m := range d.Markup() {
			ordered("markup", m.Span)
		}
		end = 0
		for _, h := range d.Hidden() {
			ordered("hidden", h.Span)
		}
		end = 0
		for _, m := range d.Mojibake() {
			ordered("mojibake", m.Span)
		}
		x := d.Truncation()
		for _, sp := range []Span{x.Last, x.DanglingAt, x.Ellipsis, x.ReadMore, x.OpenBracket, x.OpenQuote, x.LowerStart, x.PunctStart} {
			check("truncation", sp)
		}
		st := d.Statement()
		for _, sp := range append([]Span{st.ChangeWord, st.ActivityAt, st.Means}, st.Changes...) {
			check("statement", sp)
		}
		_ = d.cleanMarkup()
		_ = d.Normal(true)
		sig := Sign(d.Shingles(nil, 3, true))
		sig.Bands()
	})
}

func (d *Doc) personalAt(at Span) bool {
	for _, p := range d.Personal() {
		if p.Overlaps(at) {
			return true
		}
	}
	return false
}

func border(s string, at int) bool {
	if at == 0 || at == len(s) || utf8.RuneStart(s[at]) {
		return true
	}
	// A stray continuation byte is a code point of its own.
	for n := 1; n < 4 && at-n >= 0; n++ {
		if _, size := utf8.DecodeRuneInString(s[at-n:]); size > n {
			return false
		}
	}
	return true
}
