package xlsxread

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/internal/read/ooxml"
	"github.com/iatilint/iatilint/internal/xmltoken"
)

// What a workbook may unpack to, in bytes. A sheet of a million rows stays
// below; what goes beyond is an archive made to fill the memory.
const (
	maxSheet  = 2 << 30   // of a part that is read as a stream
	maxShared = 256 << 20 // of the texts, which are held
	maxPart   = 32 << 20  // of any other part
)

// workbook is what a workbook has beside its sheets.
type workbook struct {
	*ooxml.Archive
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
func openWorkbook(a *ooxml.Archive) (*workbook, error) {
	w := &workbook{Archive: a}
	main := w.Main("xl/workbook.xml")
	links, err := w.Relations(main)
	if err != nil {
		return nil, err
	}
	if err := w.list(main, links); err != nil {
		return nil, err
	}
	for _, l := range links {
		switch l.Kind {
		case "styles":
			if err := w.readStyles(l.Target); err != nil {
				return nil, err
			}
		case "sharedStrings":
			if err := w.readTexts(l.Target); err != nil {
				return nil, err
			}
		}
	}
	return w, nil
}

// list reads which sheets there are.
func (w *workbook) list(main string, links []ooxml.Relation) error {
	text, err := w.Text(main, maxPart)
	if err != nil {
		return err
	}
	targets := map[string]string{}
	for _, l := range links {
		if l.Kind == "worksheet" {
			targets[l.ID] = l.Target
		}
	}
	err = ooxml.EachTag(text, func(s *xmltoken.Scanner) {
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
	if err != nil {
		return fmt.Errorf("could not read a part of the workbook: %w", err)
	}
	return nil
}

func truth(s string) bool { return s == "1" || s == "true" }

// text is a text that cells share.
type text struct {
	value  string
	struck bool
}

// readTexts reads the texts that cells refer to by number.
func (w *workbook) readTexts(part string) error {
	in, err := w.Open(part, maxShared)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // it was only read
	p, err := newPieces(in, "sst", func(*xmltoken.Scanner) {})
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
		t.value = string(buffer)
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
