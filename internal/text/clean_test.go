package text

import (
	"strings"
	"testing"
)

func TestPersonal(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Write to ana.diallo@x.org now", "e-mail address ana.diallo@x.org"},
		{"Call +223 20 22 33 44 or tel: 76 12 34 56", "phone number +223 20 22 33 44; phone number 76 12 34 56"},
		{"Her passport number is AB123456", "identity number AB123456"},
		{"CPF 123.456.789-09", "identity number 123.456.789-09"},
		{"Resolution 1325 and 100 women", ""},
		{"The guide, ISBN 978-3-16-148410-0, was printed", ""},
		{"Budget 2017 113120 managed", ""},
		{"Activity XX-12345-2019", ""},
	} {
		var got []string
		for _, p := range Analyse(c.text, "en").Personal() {
			got = append(got, p.Kind.String()+" "+p.Of(c.text))
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%q: got %q, want %q", c.text, g, c.want)
		}
	}
	if !Analyse("info@x.org", "").Personal()[0].Role || Analyse("ana@x.org", "").Personal()[0].Role {
		t.Error("role addresses")
	}
}

func TestMarkup(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"<p>Women <b>voted</b></p>", "Women voted"},
		{"Women&nbsp;voted", "Women voted"},
		{"Women&amp;nbsp;voted", "Women voted"},
		{"&lt;p&gt;Women voted&lt;/p&gt;", "Women voted"},
		{"R&amp;D", "R&D"},
		{"**Women** voted", "Women voted"},
		{"# Women\nvoted", "Women\nvoted"},
		{"[Women](http://x.org/y) voted", "Women voted"},
		{"a < b and c > d", "a < b and c > d"},
		{"R&D and A&B; all", "R&D and A&B; all"},
		{"# of women", "# of women"},
		{"2 ** 3 * 4", "2 ** 3 * 4"},
		{"women* and men*", "women* and men*"},
		{"[a] (b)", "[a] (b)"},
		{"<name of partner>", "<name of partner>"},
	} {
		if got := Analyse(c.text, "en").cleanMarkup(); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestHidden(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"wo\u200bmen", "zero-width character"},
		{"wo\u00admen", "soft hyphen"},
		{"wo\ufffdmen", "replacement character"},
		{"wo\u0007men", "control character"},
		{"3\u00964", "Windows-1252 character –"},
		{"women\u0092s \u0093yes\u0094", "Windows-1252 character ’; Windows-1252 character “; Windows-1252 character ”"},
		{"\u0080\u0080\u0081", "Windows-1252 character €; Windows-1252 character"},
		{"one\u2028two\u0085three\ffour", "separator; separator; separator"},
		{"and so on\u0085 The", "Windows-1252 character …"},
		{"and so on\u0085", "Windows-1252 character …"},
		{"one.\u0085Two", "separator"},
		{"one.\u0085Two \u0096", "Windows-1252 character …; Windows-1252 character –"},
		{"à¸\u0081 3 à¹\u0084", "Windows-1252 character; Windows-1252 character"}, // Thai, read otherwise
		{"café\u0096 thé", "Windows-1252 character –"},
		{"wo\u202emen", "bidirectional control"},
		{"\ufeffwomen", "zero-width character"},
		{"wo\ufffemen", "non-character"},
		{"wo\xffmen", "invalid UTF-8"},
		{"می\u200cخواهم", ""},
		{"👩\u200d👧", ""},
		{"क्\u200dष", ""},
		{"ไทย\u200bไทย 5\u200bคน", ""},
		{"ទឹក\u200bស្អាត", ""},
		{"မြန်မာ\u200bစာ", ""},
		{"12\u200b000", "zero-width character"},
		{"മല\u00adയാളം", ""},
		{"۲۰\u200cساله", ""},
		{"𞤀𞤣\u200c𞤤", ""},
		{"été – naïve\tx\n", ""},
		{"עברית\u200f.", ""},
	} {
		var got []string
		for _, h := range Analyse(c.text, "").Hidden() {
			kind := h.Kind.String()
			if h.Meant != 0 {
				kind += " " + string(h.Meant)
			}
			got = append(got, kind)
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%q: got %q, want %q", c.text, g, c.want)
		}
	}
}

func TestMojibake(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"fÃ©minin", "Ã©>é"},
		{"womenâ€™s", "â€™>’"},
		{"â€œyesâ€\u009d", "â€œ>“; â€\u009d>”"},
		{"Ã‰tat", "Ã‰>É"},
		{"aÃ§Ã£o", "Ã§Ã£>çã"},
		{"womenÃ¢â‚¬â„¢s", "Ã¢â‚¬â„¢>’"},
		{"3Â–4, 5Â\u00966, Â€7", "Â–>–; Â\u0096>–; Â€>€"},
		{"São Tomé, ação, Ã", ""},
		{"NAÇÃO, IRMÃ", ""},
		{"l’été «là» – €5", ""},
		{"PÃO", ""},
	} {
		var got []string
		for _, m := range Analyse(c.text, "").Mojibake() {
			got = append(got, m.Of(c.text)+">"+m.Repaired)
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%q: got %q, want %q", c.text, g, c.want)
		}
	}
}

// Codes become what a reader sees.
func TestCodes(t *testing.T) {
	for text, want := range map[string]string{
		"3 &gt; 2 &amp;lt; 4":     "3 > 2 < 4",
		"3&#150;4&ndash;5":        "3–4–5",
		"12&nbsp;000":             "12 000",
		"one&#8232;two":           "one two",
		"12&#8203;000 wo&shy;men": "12000 women", // the rule does not call it safe
		"می&zwnj;خواهم":           "می\u200cخواهم",
		"one&#10;two":             "one\ntwo",
	} {
		if got := Analyse(text, "en").cleanMarkup(); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// cleanMarkup returns the text without its mark-up.
func (d *Doc) cleanMarkup() string {
	if len(d.Markup()) == 0 {
		return d.text
	}
	var b strings.Builder
	at := 0
	for _, m := range d.markup {
		b.WriteString(d.text[at:m.Start])
		b.WriteString(m.Clean)
		at = m.End
	}
	b.WriteString(d.text[at:])
	lines := strings.Split(b.String(), "\n")
	for i, l := range lines {
		lines[i] = strings.Join(strings.Fields(l), " ")
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
