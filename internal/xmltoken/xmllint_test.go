package xmltoken

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// xmllint asks libxml2 which of these documents it refuses, by its reader
// interface, which builds no tree. The answer is its first message.
func xmllint(t *testing.T, docs [][]byte) []string {
	t.Helper()
	program, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed")
	}
	dir := t.TempDir()
	answers := make([]string, len(docs))
	message := regexp.MustCompile(`(?m)^(\d+)\.xml ?:(?:\d+: (?:parser|namespace|I/O|encoding) error :| failed to parse).*`)
	for start := 0; start < len(docs); start += 500 {
		args := []string{"--stream", "--noout"}
		for i := start; i < min(start+500, len(docs)); i++ {
			name := fmt.Sprintf("%d.xml", i)
			if err := os.WriteFile(filepath.Join(dir, name), docs[i], 0o600); err != nil {
				t.Fatal(err)
			}
			args = append(args, name)
		}
		command := exec.Command(program, args...)
		command.Dir = dir
		var out bytes.Buffer
		command.Stderr = &out
		command.Run() // the exit code is for all of them; the messages are for each
		for _, found := range message.FindAllSubmatch(out.Bytes(), -1) {
			if bytes.Contains(found[0], []byte("is not a valid URI")) {
				continue // a namespace name need not be one: Namespaces in XML, section 2.2, leaves it to no one to check
			}
			i := 0
			fmt.Sscan(string(found[1]), &i)
			if answers[i] == "" {
				answers[i] = string(found[0])
			}
		}
	}
	return answers
}

// explained says why libxml2 and this package may differ on a document.
func explained(doc []byte, ours error, theirs string) string {
	fault, _ := ours.(*SyntaxError)
	switch {
	case fault != nil && theirs == "" && ourLimit(fault.Code):
		return "external, nested and parameter entities are refused here"
	case fault != nil && theirs == "" && fault.Code == UnsupportedVersion:
		return "libxml2 takes version \"1.\" for a version, production 26 does not"
	case fault != nil && theirs == "" && fault.Code == InvalidEncodingName:
		return "iconv takes misspelt encoding names such as UTF--8"
	case fault != nil && theirs == "" && fault.Code == InvalidXMLDecl && bytes.Contains(doc, []byte("'standalone")),
		fault != nil && theirs == "" && fault.Code == InvalidXMLDecl && bytes.Contains(doc, []byte("\"standalone")):
		return "libxml2 needs no space before standalone, production 32 does"
	case fault != nil && theirs == "" && fault.Code == InvalidDoctype && unspacedDoctype.Match(doc):
		return "libxml2 needs no space behind <!DOCTYPE, production 28 does"
	case fault != nil && theirs == "" && fault.Code == InvalidQName && bytes.HasSuffix(bytes.TrimSpace(doc[:fault.Offset]), []byte("<!DOCTYPE")):
		return "libxml2 takes any name behind <!DOCTYPE, Namespaces in XML, production 16, does not"
	case fault != nil && theirs == "" && fault.Code == CDataEndInText && bytes.Contains(doc, []byte("<!ENTITY")):
		return "libxml2 does not see \"]]>\" that comes out of an entity, production 14 forbids it"
	case fault != nil && theirs == "" && fault.Code == DuplicateAttribute && string(doc[fault.Offset:fault.End]) == "xmlns:xml":
		return "libxml2 passes over declarations of the prefix xml, and so over a second one, section 3.1 does not"
	case fault != nil && theirs == "" && fault.Code == TextOutsideRoot && closedDoctype.Match(doc[:min(fault.Offset+1, len(doc))]):
		return "libxml2 takes a subset behind the end of the DOCTYPE, production 28 does not"
	case fault == nil && theirs != "" && skippedDecl.Match(doc):
		return "the inside of ELEMENT, ATTLIST and NOTATION is not judged here"
	}
	return ""
}

var (
	unspacedDoctype = regexp.MustCompile(`<!DOCTYPE[^\s]`)
	closedDoctype   = regexp.MustCompile(`<!DOCTYPE\s+[^\s>\[]+\s*>\s*\[$`)
)

// mutate breaks a document as editors, exporters and transfers do.
func mutate(r *rand.Rand, doc []byte) []byte {
	doc = slices.Clone(doc)
	pieces := []string{"<", ">", "/", "\"", "'", "&", ";", "]]>", "--", "<!--", "-->", "<![CDATA[", "<?", "?>", "<?xml version='1.0'?>",
		"\x00", "\x0b", "\xff", "\xc3", "\uFFFE", "é", " ", "\n", "\r", "=", ":", "xmlns:", "xmlns=''", " a='1'", "<a>", "</a>", "<a/>", "&amp;", "&#0;",
		"&#65;", "&nbsp;", "&lt", "<x:y/>", "xml:lang='en'", "-", "1", "<!DOCTYPE a>", "text", "\uFEFF"}
	for range 1 + r.IntN(2) {
		if len(doc) < 4 {
			break
		}
		at := r.IntN(len(doc))
		if r.IntN(2) == 0 { // more often than chance would have it: at markup
			if n := bytes.IndexAny(doc[at:], "<>&\"'=/?!"); n >= 0 {
				at += n
			}
		}
		length := min(1+r.IntN(1+r.IntN(12)), len(doc)-at)
		switch r.IntN(6) {
		case 0:
			doc = slices.Delete(doc, at, at+length)
		case 1:
			doc = slices.Insert(doc, at, slices.Clone(doc[at:at+length])...)
		case 2:
			to := r.IntN(len(doc))
			doc = slices.Insert(doc, to, slices.Clone(doc[at:at+length])...)
		case 3:
			doc[at] = byte(r.IntN(256))
		case 4:
			doc = doc[:at]
		default:
			doc = slices.Insert(doc, at, []byte(pieces[r.IntN(len(pieces))])...)
		}
	}
	return doc
}

// vary changes a document so that it mostly stays well-formed: what stands in
// one place comes to stand in another of the same kind.
func vary(r *rand.Rand, doc []byte) []byte {
	doc = slices.Clone(doc)
	insides := []string{"&amp;", "&#x41;", "&#38;", "&#xE9;", "\u4e2d", "\U0001F600", "\u0085", "\u2028", "\r", "\t", "]]", "]", ">", "'", "\"", "--", "?>", "/", "\uFFFD", "\u00A0", "<![CDATA[<&]]>", "<!-- - -->", "<?p?>", "<?p q?>", "<é/>", "<a:b xmlns:a='u'/>", "<b xmlns=''/>", "<_.-1/>"}
	tags := []string{" xml:lang='fr'", " xmlns:q='q'", " xmlns=''", " A = '>'", "\n", " é='\"'", " xml:space='odd'", " xmlns:xml='http://www.w3.org/XML/1998/namespace'"}
	for range 1 + r.IntN(4) {
		at := r.IntN(len(doc))
		place := byte('>') // behind a tag
		list := insides
		if r.IntN(3) == 0 {
			place, list = '/', tags // before the end of an empty element
		}
		n := bytes.IndexByte(doc[at:], place)
		if n < 0 {
			continue
		}
		at += n
		if place == '>' {
			at++
		}
		doc = slices.Insert(doc, at, []byte(list[r.IntN(len(list))])...)
	}
	return doc
}

func mutations(t *testing.T, perSample int) (docs [][]byte) {
	seed := uint64(11)
	fmt.Sscan(os.Getenv("XMLTOKEN_SEED"), &seed)
	r := rand.New(rand.NewPCG(2026, seed))
	bases := samples(t)
	for i, c := range malformed {
		if len(c.src) < 1000 {
			bases[fmt.Sprintf("malformed %03d", i)] = []byte(c.src)
		}
	}
	names := make([]string, 0, len(bases))
	for name := range bases {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		n := perSample
		if strings.HasPrefix(name, "malformed") {
			n = perSample/40 + 1
			docs = append(docs, bases[name])
		}
		for range n {
			docs = append(docs, mutate(r, bases[name]))
			if !strings.HasPrefix(name, "malformed") {
				docs = append(docs, vary(r, bases[name]))
			}
		}
	}
	return docs
}

func TestAgainstXmllint(t *testing.T) {
	perSample := 200
	if os.Getenv("XMLTOKEN_MORE") != "" {
		perSample = 8000
	}
	docs := mutations(t, perSample)
	answers := xmllint(t, docs)
	reasons := make(map[string]int)
	agreed := [2]int{}
	for i, doc := range docs {
		ours := verdict(doc)
		if (ours != nil) == (answers[i] != "") {
			if ours != nil {
				agreed[1]++
			} else {
				agreed[0]++
			}
			continue
		}
		if reason := explained(doc, ours, answers[i]); reason != "" {
			reasons[reason]++
			continue
		}
		t.Errorf("%q:\n  we: %v\n  xmllint: %s", doc, ours, answers[i])
	}
	t.Logf("%d documents: %d accepted and %d refused by both; differences: %v", len(docs), agreed[0], agreed[1], reasons)
}

func TestFilesOutside(t *testing.T) {
	paths := outside(t)
	docs := make([][]byte, len(paths))
	for i, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		docs[i] = data
		if filepath.Base(path) == "not-well-formed.xml" {
			fault, ok := verdict(data).(*SyntaxError)
			if line := 1 + bytes.Count(data[:fault.Offset], []byte("\n")); !ok || line != 10092 {
				t.Errorf("%s: line %d: %v", path, line, fault)
			}
		}
	}
	answers := xmllint(t, docs)
	refused := 0
	for i, path := range paths {
		ours := verdict(docs[i])
		if ours != nil {
			refused++
		}
		if (ours != nil) != (answers[i] != "") {
			t.Errorf("%s:\n  we: %v\n  xmllint: %s", path, ours, answers[i])
		}
	}
	t.Logf("%d files, %d refused by both", len(paths), refused)
}
