package text

import (
	"math"
	"strings"
	"unicode/utf8"
)

// inOtherWords reads a number written in words of a language that is not analysed any
// further. What it is worth is not known: elfu thelathini na nane is 38,000 or
// 30,008.
func (s *scan) inOtherWords(i int) int {
	if n := s.han(i); n > 0 {
		return n
	}
	if at := s.unspacedNumber(i); !at.IsZero() {
		f := found{first: i, last: i, span: at, value: math.NaN(), words: true}
		return s.put(Count, f)
	}
	last, counts := i-1, false
	for j := i; j < len(s.words) && (j == i || blank(s.before(j))); j++ {
		c := s.otherClass(j)
		if c == 0 && (last < i || s.class(j)&cAndNumber == 0 || j+1 >= len(s.words) || s.otherClass(j+1) == 0 || !blank(s.after(j))) {
			break
		}
		if c != 0 {
			last, counts = j, counts || c&cNumber != 0
		}
	}
	if !counts {
		return last - i + 1 // thousands of
	}
	f := found{first: i, last: last, value: math.NaN(), words: true}
	if last+1 < len(s.words) && s.class(last+1)&cMonth != 0 && blank(s.after(last)) {
		return s.put(Date, f)
	}
	if s.classBefore(i)&cReference != 0 {
		return s.put(Reference, f)
	}
	return s.put(Count, f)
}

// otherClass returns cNumber or cScale for a number word of any language, 0 for any
// other word.
func (s *scan) otherClass(i int) class {
	c := s.stripped(i) & (cNumber | cScale)
	for l := english; l < languages; l++ {
		if of := s.lex.senses[l][s.ids[i]].class; of&(cNumber|cScale) != 0 && of&cOne == 0 {
			c |= cNumber
		}
	}
	w := s.words[i]
	switch {
	case c != 0 || w.Flags&(Digit|Hyphen|Apostrophe) != 0:
		return c
	case 6 <= w.Len() && w.Len() <= longestCompound && compound(strings.ToLower(s.word(i))):
		return cNumber
	}
	return 0
}

// stripped returns the class of word i, without Arabic "and", "to" or the article
// before it.
func (s *scan) stripped(i int) class {
	c := s.class(i)
	if c != 0 || s.words[i].Flags&NonASCII == 0 {
		return c
	}
	word := s.word(i)
	for _, prefix := range [...]string{"و", "لل", "بال", "ال", "ب", "ل"} {
		if rest, ok := strings.CutPrefix(word, prefix); ok {
			word = rest
			c |= s.lex.senses[other][s.lex.find(word)].class
		}
	}
	return c
}

const longestCompound = 80 // bytes

// compound reports whether a word is made of number words alone.
func compound(word string) bool {
	for _, parts := range compounds {
		if madeOf(word, parts, 0) {
			return true
		}
	}
	return false
}

// madeOf reports whether a word is made of parts, so many of which were read that can
// stand alone.
func madeOf(word string, parts []string, read int) bool {
	if word == "" {
		return read > 1
	}
	for _, part := range parts {
		bare, dependent := strings.CutSuffix(part, ".")
		if rest, ok := strings.CutPrefix(word, bare); ok && madeOf(rest, parts, read+1-boolInt(dependent)) {
			return true
		}
	}
	return false
}

// unspacedNumber returns where a number of two words or more stands in a word of a
// script without spaces.
func (s *scan) unspacedNumber(i int) Span {
	w := s.words[i]
	word := s.word(i)
	if r, _ := utf8.DecodeRuneInString(word); r < 0xE00 || r > 0x17FF {
		return Span{}
	}
	for _, list := range unspaced {
		for at := 0; at < len(word); {
			end, count := at, 0
			for n := prefixOf(word[end:], list); n > 0; n = prefixOf(word[end:], list) {
				end, count = end+n, count+1
			}
			if count > 1 {
				return Span{w.Start + at, w.Start + end}
			}
			_, size := utf8.DecodeRuneInString(word[at:])
			at += size
		}
	}
	return Span{}
}

// prefixOf returns the length of the item of a list that a word begins with.
func prefixOf(word string, list []string) int {
	longest := 0
	for _, item := range list {
		if len(item) > longest && strings.HasPrefix(word, item) {
			longest = len(item)
		}
	}
	return longest
}

// han reads a number in Chinese numerals: 三百五十 or 五名. It returns its words, 0 if
// there is none.
func (s *scan) han(i int) int {
	if !s.oneOf(i, "一二三四五六七八九十两兩") {
		return 0
	}
	j, multiplied := i, false
	for j < len(s.words) && (j == i || s.before(j) == "") && s.oneOf(j, "〇零一二三四五六七八九十百千万亿两兩萬億") {
		multiplied = multiplied || s.oneOf(j, "十百千万亿萬億")
		j++
	}
	f := found{first: i, last: j - 1, value: math.NaN(), words: true}
	switch {
	case i > 0 && s.before(i) == "" && s.oneOf(i-1, "第"):
		return s.put(Ordinal, f)
	case i > 2 && s.before(i) == "" && s.text[s.words[i-3].Start:s.words[i].Start] == "百分之":
		f.first = i - 3
		s.put(Percent, f)
		return j - i
	case j < len(s.words) && s.before(j) == "" && s.oneOf(j, "年月日号號周週世岁歲"):
		return s.put(Date, f)
	case multiplied && j-i > 1, j < len(s.words) && s.before(j) == "" && !s.oneOf(i, "一") && s.oneOf(j, "个個名位人项項家座口户戶所间間次"):
		return s.put(Count, f)
	}
	return j - i
}

// oneOf reports whether word i is one of some characters.
func (s *scan) oneOf(i int, characters string) bool {
	w := s.words[i]
	return w.Len() == 3 && w.Flags&NonASCII != 0 && strings.Contains(characters, w.Of(s.text))
}

// dateMark returns the kind of a number with a mark of dates beside it: 2023年, 3月,
// 第14, سنة ١٤٠٢; 0 for any other.
func (s *scan) dateMark(f found) NumberKind {
	i, next := f.first, f.last+1
	if i > 0 && s.before(i) == "" && s.oneOf(i-1, "第") {
		return Ordinal
	}
	if next < len(s.words) && s.before(next) == "" {
		switch r, _ := utf8.DecodeRuneInString(s.word(next)); r {
		case '年', '년':
			if len(s.word(i)) == 4 {
				return Year
			}
			return Duration
		case '月', '日', '号', '號', '월':
			return Date
		case '岁', '歲', '세':
			return Age
		}
	}
	if s.lang == other && i > 0 && i == f.last && len(s.word(i)) == 4 && len(s.before(i)) <= 2 && s.yearWord(i-1) {
		return Year // of another calendar
	}
	return 0
}

// yearWord reports whether word i means year, or ends so where words have no spaces
// between them.
func (s *scan) yearWord(i int) bool {
	if s.stripped(i)&cYearBefore != 0 {
		return true
	}
	return s.word(i) == "ศ" || endsInOneOf(s.word(i), "ปี", "ឆ្នាំ", "ປີ", "ခုနှစ်")
}

// unitBefore takes the word before a quantity as its unit where the language has it
// there, as in Swahili: visima mia mbili. Where there are no spaces, the number stands
// in the word with its unit.
func (s *scan) unitBefore(n *Number, i int) {
	if s.lang != other || n.Unit != "" || n.Kind != Count {
		return
	}
	if w := s.words[i]; n.Words && (n.Start > w.Start || n.End < w.End) {
		n.UnitSpan, n.Whole = Span{n.End, w.End}, Span{n.Start, w.End}
		if n.End == w.End {
			n.UnitSpan, n.Whole = Span{w.Start, n.Start}, w.Span
		}
		n.Unit = n.UnitSpan.Of(s.text)
		return
	}
	if i == 0 || n.Start < s.words[i].Start || !n.Words && scriptOfWord(s.word(i-1)) != apart {
		return
	}
	w := s.words[i-1]
	if gap := s.before(i); w.Flags&Lower == 0 || w.Flags&Digit != 0 || gap != "" && !blank(gap) {
		return
	}
	n.UnitSpan = w.Span
	n.Unit = unitText(w.Of(s.text))
	n.Whole.Start = w.Start
}

func scriptOfWord(word string) script {
	r, _ := utf8.DecodeRuneInString(word)
	return scriptOf(r)
}
