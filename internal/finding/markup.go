package finding

import (
	"slices"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// markup indexes the CDATA sections and attribute values of an XML text. It scans
// the text forward once, as far as it was needed.
type markup struct {
	source  *schema.Source
	text    string
	scanned int // all regions that begin before it are known
	regions []region
}

// region is a CDATA section or the value of an attribute, without its delimiters.
type region struct {
	start, end int
	cdata      bool
}

const (
	cdataStart = "<![CDATA["
	cdataEnd   = "]]>"
)

// at returns the region that byte i of a source's text lies in, or stands at the
// end of; the zero region if it is in the text of an element.
func (m *markup) at(source *schema.Source, i int) region {
	if m.source != source || m.text != source.Text {
		*m = markup{source: source, text: source.Text, regions: m.regions[:0]}
	}
	for m.scanned <= i && m.scanned < len(m.text) {
		m.scan()
	}
	after, _ := slices.BinarySearchFunc(m.regions, i+1, func(r region, i int) int { return r.start - i })
	if after == 0 || m.regions[after-1].end < i {
		return region{}
	}
	return m.regions[after-1]
}

// scan adds the regions of the next piece of markup.
func (m *markup) scan() {
	at, found := index(m.text, m.scanned, "<")
	rest := m.text[at:]
	switch {
	case !found:
		m.scanned = at
	case strings.HasPrefix(rest, cdataStart):
		end, _ := index(m.text, at, cdataEnd)
		m.regions = append(m.regions, region{min(at+len(cdataStart), end), end, true})
		m.scanned = end + 1
	case strings.HasPrefix(rest, "<!--"):
		end, _ := index(m.text, at, "-->")
		m.scanned = end + 1
	case strings.HasPrefix(rest, "<?"):
		end, _ := index(m.text, at, "?>")
		m.scanned = end + 1
	default:
		m.scanned = m.scanTag(at + 1)
	}
}

// scanTag adds the attribute values of a tag and returns the place behind it.
func (m *markup) scanTag(at int) int {
	for at < len(m.text) {
		n := strings.IndexAny(m.text[at:], `"'>`)
		if n < 0 {
			break
		}
		at += n
		if m.text[at] == '>' {
			return at + 1
		}
		end, _ := index(m.text, at+1, m.text[at:at+1])
		m.regions = append(m.regions, region{start: at + 1, end: end})
		at = end + 1
	}
	return len(m.text)
}

// index returns where a part begins in a text from a place on, and the text's end
// if it does not.
func index(text string, from int, part string) (at int, found bool) {
	if n := strings.Index(text[from:], part); n >= 0 {
		return from + n, true
	}
	return len(text), false
}
