package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/iatilint/iatilint/rules/lint"
)

// stretch is a run of equal, inserted or deleted words, its middle left out where
// it is long.
type stretch struct {
	op     string
	glued  bool // no white space between it and the one before
	head   string
	hidden string // what is left out between head and tail
	tail   string
}

// keep is the number of words kept at each end of a stretch; 0 = all.
type keep struct{ equal, changed int }

// slack is how many words more than those kept make a stretch worth shortening.
const slack = 3

// stretchesOf returns the stretches of a text's diff, visible and with single spaces.
func stretchesOf(diff []lint.Diff, k keep) []stretch {
	var list []stretch
	spaced, before := true, ' '
	for i, d := range diff {
		text := Visible(d.Text)
		words := strings.Fields(text)
		if len(words) == 0 {
			spaced = spaced || text != ""
			continue
		}
		first, _ := utf8.DecodeRuneInString(text)
		last, _ := utf8.DecodeLastRuneInString(text)
		r := stretch{op: d.Op, glued: !spaced && !unicode.IsSpace(first) && !(d.Op == lint.Delete && apart(before, first))}
		spaced, before = unicode.IsSpace(last), last
		n := k.changed
		if d.Op == lint.Equal {
			n = k.equal
		}
		front, back := n, n
		if d.Op == lint.Equal && i == 0 {
			front = 0
		}
		if d.Op == lint.Equal && i == len(diff)-1 {
			back = 0
		}
		if n == 0 || len(words) <= front+back+slack {
			r.head = strings.Join(words, " ")
		} else {
			r.head = strings.Join(words[:front], " ")
			r.hidden = strings.Join(words[front:len(words)-back], " ")
			r.tail = strings.Join(words[len(words)-back:], " ")
		}
		list = append(list, r)
	}
	return list
}

// apart reports whether a space was between two characters: a diff keeps the
// white space of the current text alone, so that a deletion may seem to
// continue the word before it.
func apart(before, after rune) bool {
	return inSpacedWord(before) && inSpacedWord(after)
}

func inSpacedWord(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsNumber(r)) && !unicode.In(r, unspaced...)
}

// unspaced are the scripts that put no space between words.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar}

// short returns the stretch with an ellipsis for what is left out.
func (r stretch) short() string {
	if r.hidden == "" {
		return r.head
	}
	return strings.TrimSpace(r.head + " … " + r.tail)
}
