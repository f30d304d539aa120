package xmltoken

import "testing"

func TestDecode(t *testing.T) {
	s := NewDocument([]byte("<!DOCTYPE r [<!ENTITY e 'x&#10;y&#38;#10;z'><!ENTITY none ''>]><r/>"))
	if _, err := tokens(s, 0); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ raw, text, attr string }{
		{"plain", "plain", "plain"},
		{"a\r\nb\rc\nd\te", "a\nb\nc\nd\te", "a b c d e"},
		{"&#13;&#10;&#9;", "\r\n\t", "\r\n\t"},
		{"&lt;&gt;&amp;&quot;&apos;", "<>&\"'", "<>&\"'"},
		{"&amp;amp;", "&amp;", "&amp;"},
		{"&#x1F600;&#0000000000000000000065;", "😀A", "😀A"},
		{"&e;&none;", "x\ny\nz", "x y\nz"},
		{"&unknown;&#0;&", "&unknown;&#0;&", "&unknown;&#0;&"},
		{"a<![CDATA[<b>&amp;\r\n]]]>c<!-- & -->d<?p &amp;?>e<f g='>'>h</f>", "a<b>&amp;\n]cdeh", ""},
	} {
		if got := string(DecodeText(nil, []byte(c.raw), s.Entities())); got != c.text {
			t.Errorf("text %q: got %q, want %q", c.raw, got, c.text)
		}
		if got := string(DecodeAttr(nil, []byte(c.raw), s.Entities())); got != c.attr && c.attr != "" {
			t.Errorf("attribute %q: got %q, want %q", c.raw, got, c.attr)
		}
	}
}

func TestRawSpan(t *testing.T) {
	for _, c := range []struct {
		raw        string
		attr       bool
		start, end int
		want       string
	}{
		{"plain text", false, 6, 10, "text"},
		{"a &amp; b", false, 2, 3, "&amp;"},
		{"a &amp; b", true, 4, 5, "b"},
		{"a&#8217;s", false, 2, 3, "&#8217;"}, // inside the three bytes of ’
		{"a&#8217;s", false, 4, 5, "s"},
		{"l’an", false, 2, 2, ""},
		{"l’an", false, 1, 4, "’"},
		{"x\r\ny", false, 1, 2, "\r\n"},
		{"one<![CDATA[two]]>three", false, 3, 6, "two"},
		{"one<!-- two -->three", false, 0, 3, "one"},
		{"one<!-- two -->three", false, 3, 8, "three"},
		{"one<!-- two -->three", false, 1, 5, "ne<!-- two -->th"},
		{"one<!-- two -->", false, 3, 3, ""},
	} {
		start, end := RawSpan([]byte(c.raw), c.attr, c.start, c.end, nil)
		if got := c.raw[start:end]; got != c.want {
			t.Errorf("%q %d-%d: %d-%d %q, want %q", c.raw, c.start, c.end, start, end, got, c.want)
		}
		if at := RawOffset([]byte(c.raw), c.attr, c.start, nil); at != start {
			t.Errorf("%q %d: RawOffset %d, RawSpan %d", c.raw, c.start, at, start)
		}
	}
}
