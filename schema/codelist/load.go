package codelist

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
)

// Load returns the embedded lists, replaced by those that the .json and .xml
// files of the folder hold, one list a file, in the forms in which the standard
// publishes them.
func Load(dir string) (*Set, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("could not read the folder of code lists: %w", err)
	}
	set := &Set{lists: maps.Clone(Embedded().lists)}
	found := false
	for _, entry := range entries {
		var parse func([]byte) (*List, error)
		switch strings.ToLower(filepath.Ext(entry.Name())) {
		case ".json":
			parse = parseJSON
		case ".xml":
			parse = parseXML
		}
		if parse == nil || entry.IsDir() {
			continue
		}
		path := filepath.Join(dir, entry.Name())
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("could not read code list: %w", err)
		}
		list, err := parse(data)
		if err != nil {
			return nil, fmt.Errorf("could not read code list %q: %w", path, err)
		}
		set.lists[list.name] = func() *List { return list }
		found = true
	}
	if !found {
		return nil, fmt.Errorf("no code list (.json or .xml) in folder %q", dir)
	}
	return set, nil
}

// officialCode is a code as the standard's JSON has it.
type officialCode struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	Status string `json:"status"`
}

func parseJSON(data []byte) (*List, error) {
	var file struct {
		Attributes struct {
			Name string `json:"name"`
		} `json:"attributes"`
		Data []officialCode `json:"data"`
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	return fromOfficial(file.Attributes.Name, file.Data)
}

// xmlText is a name, which stands in narratives since version 2.01 of the
// standard and directly in the element before.
type xmlText struct {
	Text       string `xml:",chardata"`
	Narratives []struct {
		Language string `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
		Text     string `xml:",chardata"`
	} `xml:"narrative"`
}

func (t xmlText) english() string {
	for _, narrative := range t.Narratives {
		if narrative.Language == "" || strings.HasPrefix(narrative.Language, "en") {
			return narrative.Text
		}
	}
	if len(t.Narratives) > 0 {
		return t.Narratives[0].Text
	}
	return t.Text
}

func parseXML(data []byte) (*List, error) {
	var file struct {
		XMLName xml.Name `xml:"codelist"`
		Name    string   `xml:"name,attr"`
		Items   []struct {
			Status string    `xml:"status,attr"`
			Code   string    `xml:"code"`
			Names  []xmlText `xml:"name"`
		} `xml:"codelist-items>codelist-item"`
	}
	if err := xml.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	codes := make([]officialCode, len(file.Items))
	for i, item := range file.Items {
		codes[i] = officialCode{Code: item.Code, Status: item.Status}
		if len(item.Names) > 0 {
			codes[i].Name = item.Names[0].english()
		}
	}
	return fromOfficial(file.Name, codes)
}

func fromOfficial(name string, official []officialCode) (*List, error) {
	if name == "" {
		return nil, errors.New("the list has no name")
	}
	if len(official) == 0 {
		return nil, fmt.Errorf("the list %q has no codes", name)
	}
	codes := make([]Code, len(official))
	for i, entry := range official {
		codes[i] = Code{Code: strings.TrimSpace(entry.Code), Name: strings.Join(strings.Fields(entry.Name), " ")}
		if codes[i].Code == "" {
			return nil, fmt.Errorf("entry %d of the list %q has no code", i+1, name)
		}
		if entry.Status == "withdrawn" {
			codes[i].Status = Withdrawn
		}
	}
	return newList(name, codes), nil
}
