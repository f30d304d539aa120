package cli_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/iatilint/iatilint/internal/cli"
	"github.com/iatilint/iatilint/internal/convert"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/read"
)

// brokenFixLaws returns the laws of safe fixes that fix breaks in a file: what is said
// stays (every value, and of every text the figures, the words and what is in another language),
// a correction changes one word, the file can be read as before, nothing new is found
// in it, and a second run has nothing to fix.
func brokenFixLaws(t *testing.T, name string, content []byte, fix func(*testing.T, string, []byte) []byte) (broken []string) {
	t.Helper()
	before := submissionOf(t, name, content)
	for _, f := range before.findings {
		broken = append(broken, brokenBySpelling(name, content, before, f)...)
	}
	fixed := fix(t, name, content)
	if bytes.Equal(fixed, content) {
		return broken
	}
	after := submissionOf(t, name, fixed)
	broken = append(broken, before.lostIn(after)...)
	if before.readable && !before.unread { // else what is read now was not looked at before
		broken = append(broken, before.newIn(after)...)
	}
	if again := fix(t, name, fixed); !bytes.Equal(again, fixed) {
		broken = append(broken, fmt.Sprintf("a second run makes %q of %q", again, fixed))
	}
	return broken
}

// submission is what a file says, and what is found in it.
type submission struct {
	readable bool
	unread   bool // something of it was not read
	values   []value
	findings []finding.Finding
}

// value is a text, code, date or figure, by the path of its keys in our form.
type value struct{ path, text string }

func submissionOf(t *testing.T, name string, content []byte) submission {
	t.Helper()
	s := submission{findings: findingsIn(t, name, content)}
	s.unread = slices.ContainsFunc(s.findings, func(f finding.Finding) bool {
		return strings.HasPrefix(f.Rule, "file/") && f.Rule != "file/mojibake"
	})
	s.values, s.readable = valuesIn(name, content)
	return s
}

// valuesIn returns all that a file says, false where nothing of it can be read.
func valuesIn(name string, content []byte) (values []value, ok bool) {
	r, err := read.New(io.NopCloser(bytes.NewReader(content)), name, read.Options{})
	if err != nil {
		return nil, false
	}
	var out bytes.Buffer
	if convert.JSON(&out, r, nil) != nil {
		return nil, false
	}
	decoder := json.NewDecoder(&out)
	decoder.UseNumber()
	var path []string
	var walk func() bool
	walk = func() bool {
		token, err := decoder.Token()
		if err != nil {
			return false
		}
		bracket, nested := token.(json.Delim)
		for i := 0; nested && decoder.More(); i++ {
			key := fmt.Sprint(i)
			if bracket == '{' {
				token, _ := decoder.Token()
				key = fmt.Sprint(token)
			}
			path = append(path, key)
			if !walk() {
				return false
			}
			path = path[:len(path)-1]
		}
		if nested {
			_, err = decoder.Token()
			return err == nil
		}
		values = append(values, value{strings.Join(path, "/"), fmt.Sprint(token)})
		return true
	}
	return values, walk()
}

// lostIn returns what a file no longer says that was made of this one.
func (s submission) lostIn(after submission) (lost []string) {
	if s.readable && !after.readable {
		return []string{"the file can't be read any more"}
	}
	if len(s.values) != len(after.values) {
		if s.unread {
			return nil // more of it is read
		}
		return []string{fmt.Sprintf("%d values become %d", len(s.values), len(after.values))}
	}
	for i, was := range s.values {
		is := after.values[i]
		switch {
		case was.path != is.path:
			lost = append(lost, fmt.Sprintf("%s becomes %s", was.path, is.path))
		case !slices.Equal(figures(was.text), figures(is.text)):
			lost = append(lost, fmt.Sprintf("the figures of %q become those of %q", was.text, is.text))
		case words(was.text) > words(is.text):
			lost = append(lost, fmt.Sprintf("words of %q run together in %q", was.text, is.text))
		case !was.isProse() && plain(was.text) != plain(is.text):
			lost = append(lost, fmt.Sprintf("%s: the value %q becomes %q", was.path, was.text, is.text))
		}
		for _, sentence := range foreignSentences {
			if strings.Count(was.text, sentence) > strings.Count(is.text, sentence) {
				lost = append(lost, fmt.Sprintf("%q becomes %q", was.text, is.text))
			}
		}
	}
	return lost
}

// figures returns the runs of digits in a text, in order: what stands between two,
// seen or not, sets them apart.
func figures(s string) []string {
	return strings.FieldsFunc(unescaped(s), func(r rune) bool { return !unicode.IsDigit(r) })
}

// words counts the words of a text between its blanks: not "â€™", which is a mark read
// in the wrong encoding.
func words(s string) (n int) {
	for _, word := range strings.FieldsFunc(unescaped(s), func(r rune) bool { return unicode.IsSpace(r) && r != '\u0085' }) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.In(r, unicode.L, unicode.N) && (r < 0x80 || r > 0xFF) }) {
			n++
		}
	}
	return n
}

// unescaped returns a text without the codes of characters that it was written with.
func unescaped(s string) string {
	for html.UnescapeString(s) != s {
		s = html.UnescapeString(s)
	}
	return s
}

// isProse reports whether the value is a text, in which words may be corrected.
func (v value) isProse() bool {
	for _, key := range []string{"narrative", "title", "description", "comment", "text", "name"} {
		if strings.Contains("/"+v.path+"/", "/"+key+"/") {
			return true
		}
	}
	return false
}

// plain returns a code or value without what may change about it: its case, and what
// can't be seen.
func plain(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsGraphic(r) && !unicode.IsSpace(r) {
			return r
		}
		return -1
	}, s))
}

// newIn returns the findings in a file that were not in this one, wherever they stand
// in the same node.
func (s submission) newIn(after submission) (added []string) {
	key := func(f finding.Finding) string { return f.Rule + " at " + f.Span.Pointer + f.Span.Cell }
	had := map[string]int{}
	for _, f := range s.findings {
		had[key(f)]++
	}
	for _, f := range after.findings {
		if had[key(f)]--; had[key(f)] < 0 {
			added = append(added, fmt.Sprintf("%s is new: %s", key(f), f.Message))
		}
	}
	return added
}

// brokenBySpelling holds the safe fix of a misspelling to its law: one word becomes
// another, and nothing else changes.
func brokenBySpelling(name string, content []byte, before submission, f finding.Finding) (broken []string) {
	for _, fix := range f.Fixes {
		if f.Rule != "spelling/misspelling" || !fix.Safe || !before.readable || len(content) > maxWordByWord {
			continue
		}
		fixed := content
		for _, e := range fix.Edits {
			fixed = slices.Concat(fixed[:e.Start], []byte(e.Text), fixed[e.End:])
		}
		after, _ := valuesIn(name, fixed)
		if changed := changedWords(before.values, after); len(fix.Edits) != 1 || changed != 1 {
			broken = append(broken, fmt.Sprintf("%s (%s) changes %d words by %d edits", f.Message, fix.Title, changed, len(fix.Edits)))
		}
	}
	return broken
}

const maxWordByWord = 64 << 10 // bytes of a file in which every fix is made alone

// changedWords counts the words that differ, -1 where anything else does.
func changedWords(before, after []value) (changed int) {
	if len(before) != len(after) {
		return -1
	}
	for i := range before {
		if before[i] == after[i] {
			continue
		}
		was, is := strings.Split(before[i].text, " "), strings.Split(after[i].text, " ")
		if len(was) != len(is) {
			return -1
		}
		for n := range was {
			if was[n] != is[n] {
				changed++
			}
		}
	}
	return changed
}

// findingsIn checks a file.
func findingsIn(t *testing.T, name string, content []byte) (list []finding.Finding) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(iatilint(t, "check", "--config", inEnglish(t), "--as-of", "2024-06-30", "--max-per-entry", "0", "--format", "jsonl", path)) {
		var f finding.Finding
		if err := json.Unmarshal([]byte(line), &f); err != nil {
			t.Fatal(err)
		}
		list = append(list, f)
	}
	return list
}

// safelyFixed returns a file after check --fix.
func safelyFixed(t *testing.T, name string, content []byte) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	iatilint(t, "check", "--config", inEnglish(t), "--as-of", "2024-06-30", "--max-per-entry", "0", "--quiet", "--fix", path)
	fixed, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return fixed
}

// inEnglish returns a configuration in which texts are English unless they say otherwise.
func inEnglish(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), ".iatilint.yaml")
	if err := os.WriteFile(path, []byte("language: en\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// iatilint runs the command, which may find what it likes but must not fail.
func iatilint(t *testing.T, args ...string) string {
	t.Helper()
	var out, errOut bytes.Buffer
	if exit := cli.Main(append([]string{"iatilint"}, args...), strings.NewReader(""), &out, &errOut); exit > 1 {
		t.Fatalf("%v: exit code %d: %s", args, exit, errOut.Bytes())
	}
	return out.String()
}

// foreignSentences are sentences that an English text may hold. Words of them are
// English but for a letter.
var foreignSentences = []string{
	"Les femmes ont accès au developpement et aux services publics.",
	"Las mujeres tienen acceso a la produccion y al comercio.",
	"As mulheres têm acesso à producao e ao desenvolvimento.",
	"El projecte ha reforcat la organitzacio nacional i la produccio local.",
	"Het project heeft de nationale organisatie en de lokale groepen versterkt.",
	"Projektet har styrket den nationale organisation og de lokale grupper.",
	"De vrouwen hebben toegang tot de productie en het onderwijs in de stad.",
	"Die Frauen haben an einer Qualifikation teilgenommen und die Produktion ist gestiegen.",
	"Kvinnorna har fått globala möjligheter och en bättre situation i byn.",
	"Kvinderne har fået adgang til finansiel støtte og til markedet i byen.",
	"Le donne hanno seguito una formazione e la produzione è aumentata nella regione.",
	"Wanawake walipata mafunzo ya kilimo na sasa wanauza mazao yao katika soko.",
	"Para perempuan telah mengikuti program pelatihan dan menjual produk mereka di pasar.",
	"Kadınlar eğitim programına katıldı ve ürünlerini pazarda satıyor.",
	"Fanm yo te resevwa fòmasyon epi kounye a yo vann pwodwi yo nan mache a.",
	"Femeile au urmat un curs de formare și producția este mai mare în regiune.",
	"Haweenka ayaa helay tababar oo hadda waxay iibiyaan wax soo saarka.",
}

// lawSeeds are files to begin with: each of what fixes are made of, in every format.
func lawSeeds() (files []txtar.File) {
	texts := []string{
		"The users pay 3\u00964 euros, women\u0092s groups said \u0093yes\u0094 and recieved 12\u200b000 seeds in 2020\u00ad2021.",
		"The comittee paid \u00804 for each of 14 wells\u2028and 38,400 people drink\u0085safe water there\u0085 or so.",
		"The womens\u2019 groups have accÃ¨s to safe water, 3Â–4 wells and cafÃ© \ufffd number \u0081 too.",
		"The groups of teh women have 5 &amp;lt; 10 wells&amp;nbsp;each and &amp;#51;4 goats\ufeff in 7 towns.",
	}
	for _, s := range foreignSentences {
		texts = append(texts, "The women of the village recieved seeds. "+s, "The project (\""+s+"\") recieved funds from the ministry.")
	}
	for _, s := range texts {
		files = append(files, inEveryFormat(s)...)
	}
	return files
}

// inEveryFormat returns files that hold a text.
func inEveryFormat(s string) []txtar.File {
	xml := func(s string) []byte {
		return []byte(`<iati-activities version="2.03"><iati-activity xml:lang="en"><iati-identifier> XM-1-A</iati-identifier><title><narrative>Women have safe water</narrative></title>` +
			`<description><narrative>` + s + `</narrative></description></iati-activity></iati-activities>`)
	}
	const id = "XM-DAC-41146-KEN_D_1.1"
	return []txtar.File{
		{Name: "a.xml", Data: xml(strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(s))},
		{Name: "codes.xml", Data: xml(escaped(s, `"&<`, "&#x%x;"))},
		{Name: "cdata.xml", Data: xml("<![CDATA[" + s + "]]>")},
		{Name: "a.txt", Data: []byte("outcome " + id + "\nWomen have safe water\n" + s + "\n")},
		{Name: "a.json", Data: []byte(`[{"id": "` + id + `", "title": "Women have safe water", "narrative": "` + escaped(s, `"\`, `\u%04x`) + `"}]`)},
		{Name: "plain.json", Data: []byte(`[{"id": "` + id + `", "title": "Women have safe water", "narrative": "` + strings.ReplaceAll(s, `"`, `\"`) + `"}]`)},
		{Name: "a.yaml", Data: []byte("- id: " + id + "\n  title: Women have safe water\n  narrative: \"" + escaped(s, `"\`, `\u%04x`) + "\"\n")},
		{Name: "plain.yaml", Data: []byte("- id: " + id + "\n  title: Women have safe water\n  narrative: " + s + "\n")},
		{Name: "a.csv", Data: []byte("id,title,narrative\n" + id + ",Women have safe water,\"" + strings.ReplaceAll(s, `"`, `""`) + "\"\n")},
	}
}

// escaped writes a text in ASCII, with codes for some marks of it.
func escaped(s, marks, format string) string {
	var b strings.Builder
	for _, r := range s {
		if r > unicode.MaxASCII || strings.ContainsRune(marks, r) {
			fmt.Fprintf(&b, format, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func TestSafeFixesKeepTheLaws(t *testing.T) {
	files := lawSeeds()
	for _, pattern := range []string{"../../testdata/rules/*/*.txtar", "../../testdata/script/*.txtar"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for i, name := range names {
			if testing.Short() && i%sampled != 0 {
				continue
			}
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, archive.Files...)
		}
	}
	if !testing.Short() {
		files = append(files, published(t)...)
	}
	fixed := 0
	for _, f := range files {
		name := filepath.Base(filepath.FromSlash(f.Name))
		if !slices.Contains(fixedEndings, filepath.Ext(name)) {
			continue
		}
		for _, law := range brokenFixLaws(t, name, f.Data, safelyFixed) {
			t.Errorf("%s: %s", f.Name, law)
		}
		fixed++
	}
	if fixed < 300 && !testing.Short() {
		t.Errorf("only %d files were tried", fixed)
	}
}

// sampled is which part of the files a short run tries: one in so many.
const sampled = 8

// published returns the published files, where they are at hand.
func published(t *testing.T) (files []txtar.File) {
	names, _ := filepath.Glob("../../../shared/data/real/*/*")
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, txtar.File{Name: name, Data: content})
	}
	return files
}

var fixedEndings = []string{".xml", ".txt", ".json", ".yaml", ".csv"}

// Punctuation of Windows-1252 is repaired in every format, in the file's own form.
func TestPunctuationIsRepaired(t *testing.T) {
	for text, want := range map[string]string{
		"The users of the village pay 3\u00964 euros.":                      "The users of the village pay 3–4 euros.",
		"The users pay \u008012 and said \u0093yes\u0094":                   "The users pay €12 and said “yes”",
		"Les femmes de l\u0092\u009cuvre paient 5 \u0080\u0085":             "Les femmes de l’œuvre paient 5 €…",
		"Els pous \u0096 i l\u0092aigua \u0097 són al poble\u0099":          "Els pous – i l’aigua — són al poble™",
		"Die Gruppe \u0084Brunnen\u0093 zahlt 3\u0096\u00964 Euro im Jahr.": "Die Gruppe „Brunnen“ zahlt 3––4 Euro im Jahr.",
		"\u008aola i \u009eene u selu piju vodu iz 3\u0096\u20284 bunara.":  "Šola i žene u selu piju vodu iz 3– 4 bunara.",
	} {
		for _, f := range inEveryFormat(text) {
			if f.Name == "plain.yaml" {
				continue // it can't be read: YAML allows none of them
			}
			values, _ := valuesIn(f.Name, safelyFixed(t, f.Name, f.Data))
			if !slices.ContainsFunc(values, func(v value) bool { return v.text == want }) {
				t.Errorf("%s: %q becomes %q", f.Name, text, values)
			}
		}
	}
}

// Each law is broken by a fix that breaks it.
func TestBadFixesBreakTheLaws(t *testing.T) {
	replace := func(old, to string) func(*testing.T, string, []byte) []byte {
		return func(_ *testing.T, _ string, content []byte) []byte {
			return bytes.ReplaceAll(content, []byte(old), []byte(to))
		}
	}
	xml := func(text string) string {
		return `<iati-activities version="2.03"><iati-activity xml:lang="en"><iati-identifier>XM-1-A</iati-identifier><description><narrative>` + text +
			`</narrative></description><result><indicator measure="1"><baseline year="2020" value="12"/></indicator></result></iati-activity></iati-activities>`
	}
	const told = "The women of 14 villages pay 3\u00964 euros each. Kvinnorna har fått globala möjligheter och en bättre situation i byn."
	for _, c := range []struct{ law, old, new string }{
		{"the figures of", "14 villages", "41 villages"},
		{"the figures of", "14 villages", "villages"},
		{"the figures of", "3\u00964", "34"},
		{"the figures of", "3\u00964", "3"},
		{"run together", "villages pay", "villagespay"},
		{"the value", `value="12"`, `value="-12"`},
		{"the value", "XM-1-A", "XM-1A"},
		{"becomes", "globala", "global"},
		{"is new: ", "villages", "vilages"},
		{"can't be read", "</result>", ""},
		{"values become", "<baseline year", "<baseline iso-date=\"2020-01-01\" year"},
		{"a second run", "euros", "eurosos"},
	} {
		broken := strings.Join(brokenFixLaws(t, "a.xml", []byte(xml(told)), replace(c.old, c.new)), "\n")
		if !strings.Contains(broken, c.law) {
			t.Errorf("%q for %q breaks no law of %q: %s", c.new, c.old, c.law, broken)
		}
	}
	if got := safelyFixed(t, "a.xml", []byte(xml(told))); !strings.Contains(string(got), "3–4") {
		t.Errorf("the dash is not repaired: %s", got)
	}
	spelt := func(text string) []value { return []value{{"narrative", text}} }
	for text, want := range map[string]int{"the women recieve": 1, "teh women recieve": 2, "the women": -1, "the  women receive": -1} {
		if got := changedWords(spelt("the women receive"), spelt(text)); got != want {
			t.Errorf("%q: %d words changed, want %d", text, got, want)
		}
	}
}

// pieces are what texts are put together from that fixes find something in.
var pieces = []string{
	"The ", "women ", "of ", "the ", "village ", "have ", "and ", "in ", "received ", "safe ", "water ", "for ", "their ", "families ", "with ",
	"recieved ", "committe ", "developement ", "occured ", "seperate ", "goverment ", "acces ", "teh ", "the the ", "well- ", "is is ",
	"3", "4 ", "12", "000 ", "2020", "1.5 ", "38,400 ", "٣٤", "one ", "%",
	"\u0096", "\u0092s ", "\u0093", "\u0094 ", "\u0080", "\u0085", "\u0081", "\u009c", "\u2028", "\u2029", "\u200b", "\u200d", "\u00ad", "\ufeff", "\u200e",
	"\u2060", "\x7f", "\ufffd", "\uf0b7 ", "\u00a0", " ", "  ", ". ", ", ", ": ", "? ", "; ", "– ", "-", "/ ", "\"", "(", ")", "“", "”", "'", "’", "\n", "é",
	"Ã©", "â€™", "Â", "Ã\u0083", "à¸\u0081", "Â–", "Ã\u0081",
	"&nbsp;", "&amp;", "&lt;", "&#51;", "&#150;", "&amp;#8203;", "&eacute;", "<b>", "</b>", "<br/>", "**", "#", "[x](http://a.b)",
	"Les femmes ont ", "produccion ", "del pueblo ", "globala ", "och ", "De vrouwen ", "het ", "wa kijiji ", "ไทย", "می\u200cخواهم ", "TBD", "XM-DAC-41146-KEN_D_1.2",
}

// recipe puts a text together.
func recipe(picks []byte) string {
	var b strings.Builder
	for _, pick := range picks {
		n := int(pick) % (len(pieces) + len(foreignSentences))
		if n < len(pieces) {
			b.WriteString(pieces[n])
		} else {
			b.WriteString(foreignSentences[n-len(pieces)] + " ")
		}
	}
	return b.String()
}

// FuzzFixedTexts: safe fixes keep their laws in texts full of what there is to fix.
func FuzzFixedTexts(f *testing.F) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 60 {
		picks := make([]byte, 4+r.IntN(24))
		for i := range picks {
			picks[i] = byte(r.IntN(256))
		}
		f.Add(byte(r.IntN(256)), picks)
	}
	f.Fuzz(func(t *testing.T, format byte, picks []byte) {
		if len(picks) > 60 {
			return
		}
		files := inEveryFormat(recipe(picks))
		file := files[int(format)%len(files)]
		for _, law := range brokenFixLaws(t, file.Name, file.Data, safelyFixed) {
			t.Errorf("%s %q: %s", file.Name, file.Data, law)
		}
	})
}

// FuzzFix: safe fixes keep their laws in whatever file.
func FuzzFix(f *testing.F) {
	n := 0
	add := func(name string, content []byte) {
		if n++; !testing.Short() || n%sampled == 0 {
			f.Add(filepath.Ext(name), content)
		}
	}
	for _, file := range lawSeeds() {
		add(file.Name, file.Data)
	}
	cli.EachBadFile(f, add)
	f.Fuzz(func(t *testing.T, ending string, content []byte) {
		if !slices.Contains(fixedEndings, ending) || len(content) > 8<<10 {
			return
		}
		for _, law := range brokenFixLaws(t, "a"+ending, content, safelyFixed) {
			t.Errorf("%q: %s", content, law)
		}
	})
}
