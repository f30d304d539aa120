package xmltoken

import (
	"strings"
	"testing"
)

func TestTokens(t *testing.T) {
	src := "<?xml version=\"1.0\"?><!-- c --><a:r xmlns:a='u' xmlns='d' a:k=\"1&amp;2\"><b/> t\r\n<![CDATA[x]]><?p  q ?></a:r>"
	want := `XMLDecl 0-21 depth 0 "":"xml" 2-5 {} ["":"version" {} 6-13 15-18 "1.0" false]
Comment 21-31 depth 0 25-28 " c "
StartTag 31-72 depth 1 "a":"r" 32-35 {u} opened 31 self false ["xmlns":"a" {http://www.w3.org/2000/xmlns/} 36-43 45-46 "u" false] ["":"xmlns" {http://www.w3.org/2000/xmlns/} 48-53 55-56 "d" false] ["a":"k" {u} 58-61 63-70 "1&2" true]
StartTag 72-76 depth 2 "":"b" 73-74 {d} opened 72 self true
EndTag 76-76 depth 1 "":"b" 76-76 {d} opened 72 self false
Text 76-80 depth 1 76-80 " t\r\n" true false
CData 80-93 depth 1 89-90 "x" false false
ProcInst 93-102 depth 1 98-100 "q "
EndTag 102-108 depth 0 "a":"r" 104-107 {u} opened 31 self false`
	got, err := tokens(NewDocument([]byte(src)), 0)
	if err != nil {
		t.Fatal(err)
	}
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("got:\n%s\nwant:\n%s", text, want)
	}
}

func TestBlank(t *testing.T) {
	for raw, want := range map[string]bool{" \n\t": true, "\r\n ": true, " x": false, "&#32;": false, "\u00a0": false} {
		s := NewDocument([]byte("<r>" + raw + "</r>"))
		s.Next()
		s.Next()
		if s.Kind() != Text || s.Blank() != want {
			t.Errorf("%q: %v, blank %v", raw, s.Kind(), s.Blank())
		}
	}
}

func TestLimits(t *testing.T) {
	deep := strings.Repeat("<a>", 20) + strings.Repeat("</a>", 20)
	if _, err := tokens(Options{MaxDepth: 20}.NewDocument([]byte(deep)), 0); err != nil {
		t.Error(err)
	}
	if _, err := tokens(Options{MaxDepth: 19}.NewDocument([]byte(deep)), 0); err == nil || err.(*SyntaxError).Code != DepthLimit {
		t.Error(err)
	}
	var entities, spaces strings.Builder
	for i := range 1001 {
		entities.WriteString("<!ENTITY e" + strings.Repeat("x", i+1) + " 'x'>")
	}
	for i := range 4 {
		spaces.WriteString("<a")
		for k := range 300 {
			spaces.WriteString(" xmlns:p" + string(rune('a'+i)) + strings.Repeat("x", k) + "='u'")
		}
		spaces.WriteString(">")
	}
	for src, code := range map[string]Code{
		"<!DOCTYPE r [" + entities.String() + "]><r/>": EntityCountLimit,
		spaces.String(): NamespaceLimit,
	} {
		if _, err := tokens(NewDocument([]byte(src)), 0); err == nil || err.(*SyntaxError).Code != code {
			t.Errorf("%v, want %v", err, code)
		}
	}
}

// TestExpansionPerChild: the limit holds for each child of the root alone.
func TestExpansionPerChild(t *testing.T) {
	child := "<c>" + strings.Repeat("&a;", 1024) + "</c>"
	src := "<!DOCTYPE r [<!ENTITY a '" + strings.Repeat("x", 1024) + "'>]><r>" + strings.Repeat(child, 3) + "</r>"
	if _, err := tokens(NewDocument([]byte(src)), 0); err != nil {
		t.Error(err)
	}
	checkSplit(t, []byte(src), 0)
}

func TestNoAllocationPerToken(t *testing.T) {
	src := bigDocument(1 << 20)
	allocs := testing.AllocsPerRun(3, func() {
		if s := NewDocument(src); drain(s) != nil {
			t.Fail()
		}
	})
	if allocs > 40 {
		t.Errorf("%v allocations for a document of 1 MB", allocs)
	}
}

func drain(s *Scanner) error {
	for {
		kind, err := s.Next()
		if err != nil || kind == EOF {
			return err
		}
	}
}
