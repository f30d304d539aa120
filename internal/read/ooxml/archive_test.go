package ooxml_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/read/ooxml"
)

// packed is an archive of parts: name, content, name, content.
func packed(t *testing.T, parts ...string) *ooxml.Archive {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, parts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	a, err := ooxml.Open(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestText(t *testing.T) {
	const limit = 12
	a := packed(t, "Word/Document.xml", "\xEF\xBB\xBF<a/>", `..\..\up.xml`, "up", "two.xml", "1", "./two.xml", "2",
		"large.xml", strings.Repeat("x", limit+1), "wide.xml", "\xFF\xFE<\x00a\x00/\x00>\x00", "wider.xml", "\xFE\xFF"+strings.Repeat("\x30\x42", limit/2-2))
	for name, want := range map[string]string{
		"word/document.xml": "<a/>", "up.xml": "up", "../up.xml": "up", "wide.xml": "<a/>",
		"two.xml": "!twice", "none.xml": "!no part", "large.xml": "!more than is read", "wider.xml": "!more than is read",
	} {
		got, err := a.Text(name, limit)
		fault, failed := strings.CutPrefix(want, "!")
		switch {
		case failed && (err == nil || !strings.Contains(err.Error(), fault)):
			t.Errorf("%s: got %q and error %v, want %q", name, got, err, fault)
		case !failed && (err != nil || string(got) != want):
			t.Errorf("%s: got %q and error %v, want %q", name, got, err, want)
		case strings.Contains(fault, "more") && !errors.Is(err, ooxml.ErrTooLarge):
			t.Errorf("%s: %v is not ErrTooLarge", name, err)
		}
	}
	if !a.HasUnder("word") || a.HasUnder("wor") || a.Has("word") {
		t.Error("a folder is not what is in it")
	}
}

func TestMainPart(t *testing.T) {
	const usual = "xl/workbook.xml"
	relation := func(target, more string) string {
		return `<Relationships><Relationship Type="http://example.org/other" Target="a.xml"/>` +
			`<Relationship Type="http://example.org/officeDocument" Target="` + target + `"` + more + `/></Relationships>`
	}
	for content, want := range map[string]string{
		relation("book.xml", ""):                           "book.xml",
		relation("/xl/../book.xml", ""):                    "book.xml",
		relation("b&#111;ok.xml", ""):                      "book.xml",
		relation("missing.xml", ""):                        usual,
		relation("book.xml", ` TargetMode="External"`):     usual,
		`<Relationships>`:                                  usual,
		`<Relationships><Relationship/></Relationships>`:   usual,
		strings.Repeat("<Relationships>", 3) + "&unknown;": usual,
	} {
		if got := packed(t, "book.xml", "", "_rels/.rels", content).Main(usual); got != want {
			t.Errorf("%s: got %s, want %s", content, got, want)
		}
	}
	if got := packed(t, "book.xml", "").Main(usual); got != usual {
		t.Errorf("without relations: got %s", got)
	}
}

func TestRelations(t *testing.T) {
	a := packed(t, "xl/_rels/workbook.xml.rels", `<r:Relationships xmlns:r="urn:r"><r:Relationship Id="r1" Type="urn/worksheet" Target="sheets/one.xml"/></r:Relationships>`)
	got, err := a.Relations("xl/workbook.xml")
	if want := (ooxml.Relation{ID: "r1", Kind: "worksheet", Target: "xl/sheets/one.xml"}); err != nil || len(got) != 1 || got[0] != want {
		t.Errorf("got %v and error %v, want %v", got, err, want)
	}
}
