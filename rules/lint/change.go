package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
	"github.com/sergi/go-diff/diffmatchpatch"
)

// Change is how a text or value changed.
type Change struct {
	Before string `json:"before"`
	After  string `json:"after"`
	Diff   []Diff `json:"diff"` // word by word
}

// Diff is a run of words that are equal, inserted or deleted.
type Diff struct {
	Op   string `json:"op"` // equal, insert, delete
	Text string `json:"text"`
}

// The operations of a Diff.
const (
	Equal  = "equal"
	Insert = "insert"
	Delete = "delete"
)

// NewChange compares two texts word by word. White space is no difference; the
// runs of the diff that are equal or inserted make up after, and those that are
// equal or deleted make up before but for its white space. Texts of any length
// take bounded time: what is too long and too different to compare is one
// deletion and one insertion.
func NewChange(before, after string) *Change {
	c := &Change{Before: before, After: after}
	d := differ{known: map[string]rune{}}
	c.Diff = d.diff(tokens(before), tokens(after))
	return c
}

// token is a word or mark with the white space after it.
type token struct{ text, space string }

func tokens(s string) []token {
	var list []token
	for w := words.FromString(s); w.Next(); {
		text := w.Value()
		if strings.TrimFunc(text, unicode.IsSpace) == "" && len(list) > 0 {
			list[len(list)-1].space += text
			continue
		}
		list = append(list, token{text: text})
	}
	return list
}

func join(list []token) string {
	var b strings.Builder
	for _, t := range list {
		b.WriteString(t.text)
		b.WriteString(t.space)
	}
	return b.String()
}

// differ gives every distinct token a character of its own, so that a diff of
// characters is one of tokens.
type differ struct {
	known map[string]rune
}

// Private use characters: they mean nothing to the diff's clean-up, which
// looks for letters and spaces at the edges of changes.
const (
	firstStandIn = 0xF0000
	lastStandIn  = utf8.MaxRune
)

// maxWork bounds the product of the two lengths that is compared, about a
// quarter of a second's work.
const maxWork = 25_000_000

func (d *differ) diff(before, after []token) []Diff {
	prefix, suffix := common(before, after)
	head, tail := after[:prefix], after[len(after)-suffix:]
	before, after = before[prefix:len(before)-suffix], after[prefix:len(after)-suffix]
	list := appendDiff(nil, Equal, head)
	a, ok1 := d.standIns(before)
	b, ok2 := d.standIns(after)
	if !ok1 || !ok2 || len(a)*len(b) > maxWork {
		list = appendDiff(list, Delete, before)
		list = appendDiff(list, Insert, after)
		return appendDiff(list, Equal, tail)
	}
	engine := diffmatchpatch.New()
	engine.DiffTimeout = 0 // the output must not depend on the clock; maxWork bounds the time
	for _, found := range engine.DiffCleanupSemantic(engine.DiffMainRunes(a, b, false)) {
		n := utf8.RuneCountInString(found.Text)
		switch found.Type {
		case diffmatchpatch.DiffEqual:
			list = appendDiff(list, Equal, after[:n])
			before, after = before[n:], after[n:]
		case diffmatchpatch.DiffDelete:
			list = appendDiff(list, Delete, before[:n])
			before = before[n:]
		case diffmatchpatch.DiffInsert:
			list = appendDiff(list, Insert, after[:n])
			after = after[n:]
		}
	}
	return appendDiff(list, Equal, tail)
}

// common returns the lengths of the common prefix and suffix.
func common(a, b []token) (prefix, suffix int) {
	n := min(len(a), len(b))
	for prefix < n && a[prefix].text == b[prefix].text {
		prefix++
	}
	for suffix < n-prefix && a[len(a)-1-suffix].text == b[len(b)-1-suffix].text {
		suffix++
	}
	return prefix, suffix
}

// standIns returns the characters for tokens, and whether there are enough.
func (d *differ) standIns(list []token) ([]rune, bool) {
	out := make([]rune, len(list))
	for i, t := range list {
		r, ok := d.known[t.text]
		if !ok {
			r = firstStandIn + rune(len(d.known))
			if r > lastStandIn {
				return nil, false
			}
			d.known[t.text] = r
		}
		out[i] = r
	}
	return out, true
}

func appendDiff(list []Diff, op string, run []token) []Diff {
	if len(run) == 0 {
		return list
	}
	if n := len(list); n > 0 && list[n-1].Op == op {
		list[n-1].Text += join(run)
		return list
	}
	return append(list, Diff{op, join(run)})
}
