package xlsxread

import (
	"fmt"
	"path"
	"strings"

	"github.com/iatilint/iatilint/internal/xmltoken"
)

// workbook is what a workbook has beside its sheets.
type workbook struct {
	*archive
	sheets   []sheetPart
	texts    []text
	styles   []style
	from1904 bool // dates count from 1904, not from 1900
}

// sheetPart is a sheet and where it is.
type sheetPart struct {
	name   string
	part   string
	hidden bool
}

// open reads all but the sheets.
func openWorkbook(a *archive) (*workbook, error) {
	w := &workbook{archive: a}
	main, err := w.main()
	if err != nil {
		return nil, err
	}
	links, err := w.relations(main)
	if err != nil {
		return nil, err
	}
	if err := w.list(main, links); err != nil {
		return nil, err
	}
	for _, l := range links {
		switch l.kind {
		case "styles":
			if err := w.readStyles(l.target); err != nil {
				return nil, err
			}
		case "sharedStrings":
			if err := w.readTexts(l.target); err != nil {
				return nil, err
			}
		}
	}
	return w, nil
}

// main is the part that lists the sheets.
func (w *workbook) main() (string, error) {
	if links, err := w.relations(""); err == nil {
		for _, l := range links {
			if l.kind == "officeDocument" {
				return l.target, nil
			}
		}
	}
	const usual = "xl/workbook.xml"
	if !w.has(usual) {
		return "", fmt.Errorf("the archive has no part %q, so it is no workbook", usual)
	}
	return usual, nil
}

// link is a relation of a part to another one in the archive.
type link struct{ id, kind, target string }

// relations are those of a part. Links to anything outside are left out.
func (w *workbook) relations(part string) ([]link, error) {
	folder, file := path.Split(part)
	text, err := w.read(folder + "_rels/" + file + ".rels")
	if err != nil {
		return nil, err
	}
	var links []link
	err = each(text, func(s *xmltoken.Scanner) {
		if string(s.Local()) != "Relationship" || strings.EqualFold(attribute(s, "TargetMode"), "External") {
			return
		}
		kind := attribute(s, "Type")
		target := attribute(s, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/"+folder, target)
		}
		links = append(links, link{attribute(s, "Id"), kind[strings.LastIndexByte(kind, '/')+1:], strings.TrimPrefix(path.Clean(target), "/")})
	})
	return links, err
}

// each visits the start tags of a part.
func each(text []byte, visit func(*xmltoken.Scanner)) error {
	s := xmltoken.NewDocument(trimMark(text))
	for {
		kind, err := s.Next()
		if err != nil {
			return fmt.Errorf("could not read a part of the workbook: %w", err)
		}
		if kind == xmltoken.EOF {
			return nil
		}
		if kind == xmltoken.StartTag {
			visit(s)
		}
	}
}

func trimMark(text []byte) []byte {
	if len(text) >= 3 && string(text[:3]) == "\xEF\xBB\xBF" {
		return text[3:]
	}
	return text
}

// list reads which sheets there are.
func (w *workbook) list(main string, links []link) error {
	text, err := w.read(main)
	if err != nil {
		return err
	}
	targets := map[string]string{}
	for _, l := range links {
		if l.kind == "worksheet" {
			targets[l.id] = l.target
		}
	}
	return each(text, func(s *xmltoken.Scanner) {
		switch string(s.Local()) {
		case "workbookPr":
			w.from1904 = truth(attribute(s, "date1904"))
		case "sheet":
			id := ""
			attrs := s.Attrs()
			for i := range attrs {
				if string(attrs[i].Local) == "id" && len(attrs[i].Prefix) > 0 {
					id = value(&attrs[i])
				}
			}
			if part, ok := targets[id]; ok {
				state := attribute(s, "state")
				w.sheets = append(w.sheets, sheetPart{attribute(s, "name"), part, state == "hidden" || state == "veryHidden"})
			}
		}
	})
}

func truth(s string) bool { return s == "1" || s == "true" }

// text is a text that cells share.
type text struct {
	said   string
	struck bool
}

// readTexts reads the texts that cells refer to by number.
func (w *workbook) readTexts(part string) error {
	in, err := w.open(part, maxShared)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // it was only read
	p, err := newPieces(in, "sst")
	if err != nil {
		return fmt.Errorf("could not read the texts of the workbook: %w", err)
	}
	var buffer []byte
	for {
		s, err := p.next()
		if err != nil {
			return fmt.Errorf("could not read the texts of the workbook: %w", err)
		}
		if s == nil {
			return nil
		}
		var t text
		if buffer, t.struck, err = rich(s, buffer[:0], 0); err != nil {
			return err
		}
		t.said = string(buffer)
		w.texts = append(w.texts, t)
	}
}

// rich reads the text of the element that the scanner is about to enter, or has
// entered at depth: its runs without the phonetic ones.
func rich(s *xmltoken.Scanner, to []byte, depth int) (text []byte, struck bool, err error) {
	var open, aside, run bool
	for {
		kind, err := s.Next()
		if err != nil {
			return to, struck, fmt.Errorf("could not read a text of the workbook: %w", err)
		}
		switch kind {
		case xmltoken.EOF:
			return to, struck, nil
		case xmltoken.StartTag:
			switch string(s.Local()) {
			case "rPh":
				aside = true
			case "r":
				run = false
			case "strike":
				run = attribute(s, "val") == "" || truth(attribute(s, "val"))
			case "t":
				open = !aside
			}
		case xmltoken.EndTag:
			switch string(s.Local()) {
			case "rPh":
				aside = false
			case "r":
				run = false
			case "t":
				open = false
			}
			if s.Depth() < depth {
				return to, struck, nil
			}
		case xmltoken.Text, xmltoken.CData:
			if !open {
				continue
			}
			before := len(to)
			to = content(s, to)
			struck = struck || run && len(strings.TrimSpace(string(to[before:]))) > 0
		}
	}
}

// content adds the text of a token.
func content(s *xmltoken.Scanner, to []byte) []byte {
	if s.Coded() && s.Kind() == xmltoken.Text {
		return xmltoken.DecodeText(to, s.Raw(), nil)
	}
	return append(to, s.Raw()...)
}
