package iati

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
)

// feed drives a walk with a document, by means of encoding/xml; places are byte
// offsets of tags. It returns what was reported.
func feed(s *Structure, document []byte, codes func(CodeFault)) ([]Fault, error) {
	var faults []Fault
	w := s.NewWalk(func(f Fault) { faults = append(faults, f) })
	w.Codes = codes
	err := drive(w, document)
	return faults, err
}

func drive(w *Walk, document []byte) error {
	decoder := xml.NewDecoder(bytes.NewReader(document))
	decoder.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil }
	decoder.Entity = internalEntities(document)
	scopes := []map[string]string{{"xml": spaceXML}}
	w.Prefix = func(prefix string) (string, bool) {
		space, ok := scopes[len(scopes)-1][prefix]
		return space, ok
	}
	for {
		before := int(decoder.InputOffset())
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		at := Range{before, int(decoder.InputOffset())}
		switch token := token.(type) {
		case xml.StartElement:
			scope := scopes[len(scopes)-1]
			attrs := make([]Attr, 0, len(token.Attr))
			copied := false
			for _, a := range token.Attr {
				if a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns" {
					if !copied {
						fresh := make(map[string]string, len(scope)+1)
						for k, v := range scope {
							fresh[k] = v
						}
						scope, copied = fresh, true
					}
					prefix := a.Name.Local
					if a.Name.Space == "" {
						prefix = ""
					}
					scope[prefix] = a.Value
				}
				space := a.Name.Space
				if space == "xml" {
					space = spaceXML
				}
				attrs = append(attrs, Attr{Space: space, Name: []byte(a.Name.Local), Value: []byte(a.Value), NameAt: at, ValueAt: at})
			}
			scopes = append(scopes, scope)
			w.Start(token.Name.Space, []byte(token.Name.Local), attrs, at)
		case xml.EndElement:
			w.End(at)
			scopes = scopes[:len(scopes)-1]
		case xml.CharData:
			if bytes.HasPrefix(document[at.Start:], []byte("<![CDATA[")) {
				w.CData(token, at)
			} else {
				w.Text(token, at)
			}
		}
	}
}

// internalEntities finds the text entities of an internal DTD subset.
func internalEntities(document []byte) map[string]string {
	entities := make(map[string]string)
	for _, match := range entityDeclaration.FindAllSubmatch(document[:min(len(document), 4096)], -1) {
		entities[string(match[1])] = string(match[2])
	}
	return entities
}

var entityDeclaration = regexp.MustCompile(`<!ENTITY\s+(\S+)\s+"([^"]*)"`)
