package xmltoken_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/xmltoken"
)

// readOn returns the tokens of a fragment, the faults that it reads on behind, and how
// many elements have no end.
func readOn(src string, most int) (tokens, faults []string, open int, err error) {
	s := xmltoken.NewFragment([]byte(src), nil)
	s.Recover(func(e *xmltoken.SyntaxError) bool {
		if len(faults) == most {
			return false
		}
		faults = append(faults, fmt.Sprintf("%d %v", e.Offset, e.Code))
		return true
	})
	for {
		kind, err := s.Next()
		if err != nil || kind == xmltoken.EOF {
			return tokens, faults, open, err
		}
		switch start, end := s.Range(); kind {
		case xmltoken.StartTag:
			open++
			tokens = append(tokens, "<"+string(s.QName())+">")
		case xmltoken.EndTag:
			open--
			tokens = append(tokens, "</"+string(s.QName())+">")
		default:
			text := string(xmltoken.DecodeText(nil, []byte(src[start:end]), nil))
			tokens = append(tokens, text)
		}
	}
}

func TestRecover(t *testing.T) {
	for _, c := range []struct {
		src, tokens string // joined by a bar
		faults      []xmltoken.Code
	}{
		{"<a>Food & water</a>", "<a>|Food & water|</a>", []xmltoken.Code{xmltoken.BareAmpersand}},
		{"<a>R&D; AT&T &#; &#1; &nbsp;</a>", "<a>|R&D; AT&T &#; &#1; &nbsp;|</a>", []xmltoken.Code{
			xmltoken.UndeclaredEntity, xmltoken.UnterminatedReference, xmltoken.InvalidCharRef, xmltoken.IllegalCharRef, xmltoken.UndeclaredEntity,
		}},
		{"<a>below < 5 and <= 7 <</a>", "<a>|below |< 5 and |<= 7 |<|</a>", []xmltoken.Code{xmltoken.InvalidMarkup, xmltoken.InvalidMarkup, xmltoken.InvalidMarkup}},
		{"<a>]]> \x01</a>", "<a>|]]> \x01|</a>", []xmltoken.Code{xmltoken.CDataEndInText, xmltoken.InvalidChar}},
		{"<a><n>one<br>two</n><m/></a>", "<a>|<n>|one|<br>|two|</br>|</n>|<m>|</m>|</a>", []xmltoken.Code{xmltoken.MismatchedEndTag}},
		{"<a><n><b><i>x</n></a>", "<a>|<n>|<b>|<i>|x|</i>|</b>|</n>|</a>", []xmltoken.Code{xmltoken.MismatchedEndTag, xmltoken.MismatchedEndTag}},
		{"<a><n>one</b>two</n></a>", "<a>|<n>|one|two|</n>|</a>", []xmltoken.Code{xmltoken.MismatchedEndTag}},
		{"<a><name>one</nmae><m></m></a>", "<a>|<name>|one|</name>|<m>|</m>|</a>", []xmltoken.Code{xmltoken.MismatchedEndTag}},
		{"<a></b></a>", "<a>|</a>", []xmltoken.Code{xmltoken.MismatchedEndTag}},
		{`<a x="1"y="2" x="a & <b"/>`, "<a>|</a>", []xmltoken.Code{xmltoken.MissingSpace, xmltoken.BareAmpersand, xmltoken.LessThanInValue, xmltoken.DuplicateAttribute}},
	} {
		tokens, faults, _, err := readOn(c.src, 100)
		if err != nil {
			t.Errorf("%s: %v", c.src, err)
		}
		if got := strings.Join(tokens, "|"); got != c.tokens {
			t.Errorf("%s\n got %s\nwant %s", c.src, got, c.tokens)
		}
		var want []string
		for _, code := range c.faults {
			want = append(want, code.String())
		}
		for i := range faults {
			_, faults[i], _ = strings.Cut(faults[i], " ")
		}
		if diff := cmp.Diff(want, faults); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.src, diff)
		}
	}
}

// TestRecoverEnds: what can't be read on behind, and a fault that is refused, end the
// reading as without Recover.
func TestRecoverEnds(t *testing.T) {
	for _, c := range []struct {
		src  string
		most int
		want xmltoken.Code
	}{
		{"<a>& &</a>", 1, xmltoken.BareAmpersand},
		{"<a>" + strings.Repeat("</b>", 50) + "</a>", 20, xmltoken.MismatchedEndTag},
		{"<a><b></a", 9, xmltoken.UnterminatedTag},
		{"<a>& <b>", 9, xmltoken.UnclosedElement},
		{"<a>& \xff</a>", 9, xmltoken.InvalidUTF8},
		{"<a>& <b x></b></a>", 9, xmltoken.MissingEquals},
	} {
		_, _, _, err := readOn(c.src, c.most)
		var fault *xmltoken.SyntaxError
		if !errors.As(err, &fault) || fault.Code != c.want {
			t.Errorf("%.20s: error %v, want %v", c.src, err, c.want)
		}
	}
}

// FuzzRecover: what has no fault is read the same; every element that begins ends; what
// is read on behind is a fault without Recover.
func FuzzRecover(f *testing.F) {
	for _, src := range []string{
		"<a>R&D < 5</a>", "<a><n>one<br>two</n></b><m/></a>", `<a x="1"y="&" x="<"/>`, "<a>&#1;]]>\x01</a>", "<a><![CDATA[&]]><!-- & --></a>",
	} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		tokens, faults, open, err := readOn(src, 50)
		if err == nil && open != 0 {
			t.Fatalf("%q: %d elements of %q have no end", src, open, tokens)
		}
		strict := xmltoken.NewFragment([]byte(src), nil)
		var first error
		count := 0
		for {
			kind, err := strict.Next()
			if err != nil || kind == xmltoken.EOF {
				first = err
				break
			}
			count++
		}
		if len(faults) == 0 && (fmt.Sprint(err) != fmt.Sprint(first) || len(tokens) != count) {
			t.Fatalf("%q without a fault: %d tokens, %v; %d, %v without Recover", src, len(tokens), err, count, first)
		}
		var fault *xmltoken.SyntaxError
		if len(faults) > 0 && (!errors.As(first, &fault) || !strings.HasPrefix(faults[0], fmt.Sprint(fault.Offset, " "))) {
			t.Fatalf("%q: the first fault is %v, read on behind %v", src, first, faults)
		}
	})
}
