package xmlread

import (
	"github.com/iatilint/iatilint/internal/xmltoken"
	"github.com/iatilint/iatilint/schema/iati"
)

// walker feeds a structure walk with the scanner's tokens.
type walker struct {
	walk  *iati.Walk
	attrs []iati.Attr // reused from tag to tag
	coded []byte      // decoded values of the tag, or the text, at hand
}

func (w *walker) start(s *xmltoken.Scanner) {
	w.collect(s)
	start, end := s.Range()
	w.walk.Start(s.Space(), s.Local(), w.attrs, iati.Range{Start: start, End: end})
}

func (w *walker) startActivity(s *xmltoken.Scanner) {
	w.collect(s)
	start, end := s.Range()
	w.walk.StartActivity(s.Space(), w.attrs, iati.Range{Start: start, End: end})
}

func (w *walker) collect(s *xmltoken.Scanner) {
	w.attrs, w.coded = w.attrs[:0], w.coded[:0]
	attrs := s.Attrs()
	for i := range attrs {
		a := &attrs[i]
		value := a.Raw
		if a.Coded {
			from := len(w.coded)
			w.coded = xmltoken.DecodeAttr(w.coded, a.Raw, s.Entities())
			value = w.coded[from:]
		}
		w.attrs = append(w.attrs, iati.Attr{
			Space: a.Space, Name: a.Local, Value: value,
			NameAt:  iati.Range{Start: a.NameStart, End: a.NameEnd},
			ValueAt: iati.Range{Start: a.ValueStart, End: a.ValueEnd},
		})
	}
}

func (w *walker) text(s *xmltoken.Scanner) {
	if s.Kind() == xmltoken.Text && s.Blank() {
		return
	}
	start, end := s.RawRange()
	text := s.Raw()
	if s.Coded() {
		w.coded = xmltoken.DecodeText(w.coded[:0], s.Bytes(), s.Entities())
		text = w.coded
	}
	at := iati.Range{Start: start, End: end}
	if s.Kind() == xmltoken.CData {
		w.walk.CData(text, at)
		return
	}
	w.walk.Text(text, at)
}

func (w *walker) end(s *xmltoken.Scanner) {
	start, end := s.Range()
	w.walk.End(iati.Range{Start: start, End: end})
}
