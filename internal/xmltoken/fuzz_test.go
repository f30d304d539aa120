package xmltoken

import (
	"bytes"
	"testing"
	"unicode/utf8"
)

func seed(f *testing.F) {
	for _, src := range samples(f) {
		f.Add(src)
	}
	for _, c := range malformed {
		if len(c.src) < 2000 {
			f.Add([]byte(c.src))
		}
	}
}

// FuzzDocument: the Scanner never panics, every place lies inside the source,
// tokens come in order, and what was accepted is valid UTF-8.
func FuzzDocument(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		s := NewDocument(src)
		last, depth := 0, 0
		for {
			kind, err := s.Next()
			if err != nil {
				fault := err.(*SyntaxError)
				if fault.Offset < 0 || fault.Offset > fault.End || fault.End > len(src) || fault.Code == 0 || fault.Code >= codeCount {
					t.Fatalf("%+v", fault)
				}
				if _, again := s.Next(); again != err {
					t.Fatal("the error does not stay")
				}
				return
			}
			start, end := s.Range()
			if start < last || end < start || end > len(src) {
				t.Fatalf("%v at %d-%d behind %d", kind, start, end, last)
			}
			last = end
			switch kind {
			case EOF:
				if depth != 0 || !utf8.Valid(src) {
					t.Fatalf("accepted with depth %d", depth)
				}
				return
			case StartTag:
				depth++
				nameStart, nameEnd := s.NameRange()
				at := nameEnd
				if nameStart != start+1 || string(src[nameStart:nameEnd]) != string(s.QName()) {
					t.Fatalf("name at %d-%d", nameStart, nameEnd)
				}
				for _, a := range s.Attrs() {
					if a.NameStart <= at || a.ValueStart < a.NameEnd+2 || a.ValueEnd >= end || !bytes.Equal(a.Raw, src[a.ValueStart:a.ValueEnd]) {
						t.Fatalf("attribute %+v", a)
					}
					at = a.ValueEnd
					value := DecodeAttr(nil, a.Raw, s.Entities())
					if !a.Coded && !bytes.Equal(value, a.Raw) || !utf8.Valid(value) {
						t.Fatalf("attribute value %q of %q", value, a.Raw)
					}
				}
			case EndTag:
				depth--
			case Text, CData:
				raw := s.Raw()
				if kind == CData {
					raw = s.Bytes()
				}
				text := DecodeText(nil, raw, s.Entities())
				if !s.Coded() && !bytes.Equal(text, s.Raw()) || !utf8.Valid(text) {
					t.Fatalf("text %q of %q", text, raw)
				}
			}
			if depth != s.Depth() {
				t.Fatalf("depth %d, want %d", s.Depth(), depth)
			}
		}
	})
}

// FuzzSplitter holds the law that pieces give what the whole gives.
func FuzzSplitter(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		checkSplit(t, src, 1, 7, 0)
	})
}

// FuzzDecode: offsets map back in order, inside the source, and onto the
// borders of characters.
func FuzzDecode(f *testing.F) {
	for _, raw := range []string{"plain", "a &amp; b&#8217;s\r\n\rx\t", "é<![CDATA[ ]] & ]]>a<!-- & --><?p ?><b c='>'>x</b>", "&e;&empty;&nope;&", "<![CDATA["} {
		f.Add([]byte(raw), true)
		f.Add([]byte(raw), false)
	}
	s := NewDocument([]byte(`<!DOCTYPE r [<!ENTITY e "three &#233; &amp;	words"><!ENTITY empty "">]><r/>`))
	if _, err := tokens(s, 0); err != nil {
		f.Fatal(err)
	}
	ents := s.Entities()
	f.Fuzz(func(t *testing.T, raw []byte, isAttr bool) {
		var value []byte
		if isAttr {
			value = DecodeAttr(nil, raw, ents)
		} else {
			value = DecodeText(nil, raw, ents)
		}
		valid := utf8.Valid(raw)
		if valid && !utf8.Valid(value) {
			t.Fatalf("%q decodes to %q", raw, value)
		}
		last := 0
		for i := range len(value) + 2 {
			at := RawOffset(raw, isAttr, i, ents)
			if at < last || at > len(raw) {
				t.Fatalf("offset %d maps to %d behind %d", i, at, last)
			}
			if valid && at < len(raw) && !utf8.RuneStart(raw[at]) {
				t.Fatalf("offset %d maps to %d inside a character", i, at)
			}
			start, end := RawSpan(raw, isAttr, i, min(i+1, len(value)), ents)
			if start != at || end < start || end > len(raw) || valid && end < len(raw) && !utf8.RuneStart(raw[end]) {
				t.Fatalf("span of %d: %d-%d, want start %d", i, start, end, at)
			}
			if i < len(value) && end == start {
				t.Fatalf("byte %d of the value comes from no byte", i)
			}
			last = at
		}
	})
}
