package xmltoken

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzAgainstEncodingXML: what the standard library's lenient decoder refuses is
// refused here, and what is accepted says the same to both.
func FuzzAgainstEncodingXML(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, doc []byte) {
		agreeWithEncodingXML(t, doc)
	})
}

// TestAgainstEncodingXML holds mutated documents to the same law.
func TestAgainstEncodingXML(t *testing.T) {
	docs := mutations(t, 500)
	accepted := 0
	for _, doc := range docs {
		if agreeWithEncodingXML(t, doc) {
			accepted++
		}
	}
	t.Logf("%d documents, %d accepted", len(docs), accepted)
}

// agreeWithEncodingXML tells whether a document is accepted.
func agreeWithEncodingXML(t *testing.T, doc []byte) bool {
	t.Helper()
	ours, err := said(doc)
	if err != nil {
		return false
	}
	if err := refusedByEncodingXML(doc); err != nil {
		if !encodingXMLDiffers(doc, err) {
			t.Errorf("%q: encoding/xml refuses: %v", doc, err)
		}
		return true
	}
	theirs, err := saidToEncodingXML(doc)
	switch {
	case err != nil:
		t.Errorf("%q: encoding/xml refuses to say: %v", doc, err)
	case bytes.Contains(doc, []byte("<!DOCTYPE")) || bytes.Contains(doc, []byte("xmlns")):
		// It knows no entities of a document, and undeclares namespaces in its own way.
	default:
		if diff := cmp.Diff(theirs, ours); diff != "" {
			t.Errorf("%q says otherwise to encoding/xml (-encoding/xml +ours):\n%s", doc, diff)
		}
	}
	return true
}

// said is what a document says: tags with their attributes, and texts.
func said(doc []byte) (list []string, err error) {
	s := NewDocument(doc)
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			list = append(list, "text "+text.String())
			text.Reset()
		}
	}
	for {
		kind, err := s.Next()
		if err != nil || kind == EOF {
			flush()
			return list, err
		}
		switch kind {
		case StartTag:
			flush()
			line := fmt.Sprintf("<%s %s", s.Prefix(), s.Local())
			for _, a := range s.Attrs() {
				line += fmt.Sprintf(" %s %s=%q", a.Prefix, a.Local, blanks.Replace(string(DecodeAttr(nil, a.Raw, s.Entities()))))
			}
			list = append(list, line)
		case EndTag:
			flush()
			list = append(list, fmt.Sprintf("</%s %s", s.Prefix(), s.Local()))
		case Text:
			if s.Depth() > 0 {
				text.Write(DecodeText(nil, s.Raw(), s.Entities()))
			}
		case CData:
			text.Write(DecodeText(nil, s.Bytes(), s.Entities()))
		}
	}
}

// blanks makes one of all white space: encoding/xml leaves that of attributes as
// it is, the recommendation makes spaces of it.
var blanks = strings.NewReplacer("\n", " ", "\t", " ", "\r", " ")

// saidToEncodingXML is the same as encoding/xml reads it.
func saidToEncodingXML(doc []byte) (list []string, err error) {
	decoder := newDecoder(doc)
	depth := 0
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			list = append(list, "text "+text.String())
			text.Reset()
		}
	}
	for {
		token, err := decoder.RawToken()
		if err == io.EOF {
			flush()
			return list, nil
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			flush()
			depth++
			line := fmt.Sprintf("<%s %s", token.Name.Space, token.Name.Local)
			for _, a := range token.Attr {
				line += fmt.Sprintf(" %s %s=%q", a.Name.Space, a.Name.Local, blanks.Replace(a.Value))
			}
			list = append(list, line)
		case xml.EndElement:
			flush()
			depth--
			list = append(list, fmt.Sprintf("</%s %s", token.Name.Space, token.Name.Local))
		case xml.CharData:
			if depth > 0 {
				text.Write(token)
			}
		}
	}
}

func newDecoder(doc []byte) *xml.Decoder {
	decoder := xml.NewDecoder(bytes.NewReader(doc))
	decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	decoder.Entity = map[string]string{"org": "", "rsquo": "", "tab": "", "e": "", "a": "", "b": ""}
	return decoder
}

func refusedByEncodingXML(doc []byte) error {
	decoder := newDecoder(doc)
	for {
		if _, err := decoder.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
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
