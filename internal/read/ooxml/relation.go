package ooxml

import (
	"fmt"
	"path"
	"strings"

	"github.com/iatilint/iatilint/internal/xmltoken"
)

// maxRelations is how large a list of relations may be, in bytes.
const maxRelations = 32 << 20

// Relation is a link of a part to another one in the archive.
type Relation struct{ ID, Kind, Target string }

// Relations returns those of a part, "" for the archive as a whole. Links to
// anything outside are left out.
func (a *Archive) Relations(part string) ([]Relation, error) {
	folder, file := path.Split(part)
	text, err := a.Text(folder+"_rels/"+file+".rels", maxRelations)
	if err != nil {
		return nil, err
	}
	var list []Relation
	err = EachTag(text, func(s *xmltoken.Scanner) {
		if string(s.Local()) != "Relationship" {
			return
		}
		if r, inside := relation(s.Attrs(), folder); inside {
			list = append(list, r)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("could not read the relations of %q: %w", part, err)
	}
	return list, nil
}

// EachTag visits the start tags of a part.
func EachTag(text []byte, visit func(*xmltoken.Scanner)) error {
	s := xmltoken.NewDocument(text)
	for {
		kind, err := s.Next()
		if err != nil || kind == xmltoken.EOF {
			return err
		}
		if kind == xmltoken.StartTag {
			visit(s)
		}
	}
}

func relation(attrs []xmltoken.Attr, folder string) (r Relation, inside bool) {
	inside = true
	for i := range attrs {
		value := string(xmltoken.DecodeAttr(nil, attrs[i].Raw, nil))
		switch string(attrs[i].Local) {
		case "Id":
			r.ID = value
		case "Type":
			r.Kind = value[strings.LastIndexByte(value, '/')+1:]
		case "Target":
			if !strings.HasPrefix(value, "/") {
				value = "/" + folder + value
			}
			r.Target = clean(value)
		case "TargetMode":
			inside = !strings.EqualFold(value, "External")
		}
	}
	return r, inside
}

// Main returns the part that the archive says it is about, else the usual one.
func (a *Archive) Main(usual string) string {
	list, err := a.Relations("")
	if err != nil {
		return usual
	}
	for _, r := range list {
		if r.Kind == "officeDocument" && a.Has(r.Target) {
			return r.Target
		}
	}
	return usual
}
