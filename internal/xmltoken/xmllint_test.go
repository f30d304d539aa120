package xmltoken

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
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
	case fault != nil && theirs == "" && fault.Code == CDataEndInText && bytes.Contains(doc, []byte("<!ENTITY")):
		return "libxml2 does not see \"]]>\" that comes out of an entity, production 14 forbids it"
	case fault == nil && theirs != "" && skippedDecl.Match(doc):
		return "the inside of ELEMENT, ATTLIST and NOTATION is not judged here"
	}
	return ""
}

var unspacedDoctype = regexp.MustCompile(`<!DOCTYPE[^\s]`)

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

func mutations(t *testing.T, perSample int) (docs [][]byte) {
	r := rand.New(rand.NewPCG(2026, 11))
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

// TestAgainstEncodingXML: what the standard library's lenient decoder refuses,
// we refuse.
func TestAgainstEncodingXML(t *testing.T) {
	docs := mutations(t, 500)
	stricter := 0
	for _, doc := range docs {
		decoder := xml.NewDecoder(bytes.NewReader(doc))
		decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
		decoder.Entity = map[string]string{"org": "", "rsquo": "", "tab": "", "e": "", "a": "", "b": ""}
		var theirs error
		for theirs == nil {
			_, theirs = decoder.Token()
		}
		if theirs == io.EOF {
			theirs = nil
		}
		_, ours := tokens(NewDocument(doc), 0)
		if ours != nil && theirs == nil {
			stricter++
		}
		if ours == nil && theirs != nil && !encodingXMLDiffers(doc, theirs) {
			t.Errorf("%q: encoding/xml refuses: %v", doc, theirs)
		}
	}
	t.Logf("%d documents, %d refused by us alone", len(docs), stricter)
}

// encodingXMLDiffers lists what encoding/xml refuses without the
// recommendation's leave.
func encodingXMLDiffers(doc []byte, err error) bool {
	message := err.Error()
	switch {
	case strings.Contains(message, "unsupported version"): // the fifth edition allows any 1.x
		return true
	case strings.Contains(message, "invalid XML name"): // it knows the name characters of the fourth edition
		return true
	case strings.Contains(message, "unexpected EOF"): // it takes a quote in a subset's processing instruction for the start of a literal
		return bytes.Contains(doc, []byte("<!DOCTYPE"))
	}
	return false
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
