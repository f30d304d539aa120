package docxread

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/iatilint/iatilint/internal/charset"
	"github.com/iatilint/iatilint/internal/xmltoken"
)

// What a document may unpack to. A report of a thousand pages stays below; what
// goes beyond is an archive made to fill the memory.
const (
	maxPart  = 64 << 20 // bytes of a part, whatever the archive says of its size
	maxParts = 10_000
)

var (
	errTooLarge = errors.New("the document unpacks to more than is read")
	errTwice    = errors.New("the archive holds a part twice, so that it is not clear which one counts")
)

// archive is a document as the zip archive that it is. Parts are found by their
// names in the archive; nothing outside is ever opened, and nothing written.
type archive struct{ parts map[string]*zip.File }

func openArchive(in io.ReaderAt, size int64) (*archive, error) {
	z, err := zip.NewReader(in, size)
	if err != nil {
		return nil, fmt.Errorf("could not open the archive: %w", err)
	}
	if len(z.File) > maxParts {
		return nil, errTooLarge
	}
	a := &archive{parts: map[string]*zip.File{}}
	for _, f := range z.File {
		name := strings.ToLower(clean(f.Name))
		if _, twice := a.parts[name]; twice && !strings.HasSuffix(f.Name, "/") {
			return nil, errTwice
		}
		a.parts[name] = f
	}
	return a, nil
}

// clean is the name of a part, which can't lead out of the archive.
func clean(name string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
}

func (a *archive) has(name string) bool { return a.parts[strings.ToLower(name)] != nil }

// text is a part of the archive in UTF-8, without its byte order mark.
func (a *archive) text(name string) ([]byte, error) {
	f := a.parts[strings.ToLower(name)]
	if f == nil {
		return nil, fmt.Errorf("the archive has no part %q", name)
	}
	in, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("could not open %s: %w", name, err)
	}
	defer in.Close() //nolint:errcheck // it was only read
	raw, err := io.ReadAll(io.LimitReader(in, maxPart+1))
	if err != nil {
		return nil, fmt.Errorf("could not read %s: %w", name, err)
	}
	if len(raw) > maxPart {
		return nil, errTooLarge
	}
	what := charset.SniffXML(raw)
	if what.Encoding.IsUTF8() {
		return raw[what.BOM:], nil
	}
	raw, err = io.ReadAll(io.LimitReader(charset.NewReader(strings.NewReader(string(raw)), what.Encoding), maxPart+1))
	if err != nil {
		return nil, fmt.Errorf("could not read %s: %w", name, err)
	}
	if len(raw) > maxPart {
		return nil, errTooLarge
	}
	return raw, nil
}

// main is the name of the part with the document's text: what the archive says,
// else the usual one.
func (a *archive) main() string {
	const usual = "word/document.xml"
	text, err := a.text("_rels/.rels")
	if err != nil {
		return usual
	}
	s := xmltoken.NewDocument(text)
	for {
		kind, err := s.Next()
		if err != nil || kind == xmltoken.EOF {
			return usual
		}
		if kind != xmltoken.StartTag || string(s.Local()) != "Relationship" || attribute(s, "TargetMode") == "External" {
			continue
		}
		if target := clean(attribute(s, "Target")); strings.HasSuffix(attribute(s, "Type"), "/officeDocument") && a.has(target) {
			return target
		}
	}
}

// attribute is the value of an attribute of the start tag at hand, whatever its
// namespace.
func attribute(s *xmltoken.Scanner, name string) string {
	attrs := s.Attrs()
	for i := range attrs {
		if a := &attrs[i]; string(a.Local) == name {
			if a.Coded {
				return string(xmltoken.DecodeAttr(nil, a.Raw, s.Entities()))
			}
			return string(a.Raw)
		}
	}
	return ""
}
