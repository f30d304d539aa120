package read

import (
	"bytes"
	"cmp"
	"path/filepath"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// content is what the first bytes of a file say it is.
type content struct {
	format  schema.Format // of those that are read
	foreign foreign       // what it is instead
	named   string        // the ending under which it would be read: ".docx"
	empty   bool
}

// endings are the formats by the endings of names.
var endings = map[string]schema.Format{
	".xml": schema.XML, ".iati": schema.XML,
	".txt": schema.Portal, ".text": schema.Portal, ".md": schema.Portal,
	".json": schema.JSON, ".yaml": schema.YAML, ".yml": schema.YAML,
	".csv": schema.CSV, ".tsv": schema.CSV, ".xlsx": schema.XLSX, ".xlsm": schema.XLSX,
	".docx": schema.DOCX, ".docm": schema.DOCX,
}

// sniff recognises a file by its content, then by its name.
func sniff(head []byte, name string) content {
	byName := formatOf(name)
	if kind, ok := byMagic(head, name); ok {
		return content{foreign: kind}
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return zipped(head, byName)
	}
	text := plain(head)
	start := bytes.TrimLeft(text, " \t\r\n\v\f")
	switch {
	case len(start) == 0:
		return content{format: byName, empty: true}
	case html(start):
		return content{foreign: webPage}
	case start[0] == '<':
		return content{format: schema.XML}
	case bytes.IndexByte(text, 0) >= 0: // no text has one
		return content{foreign: binary}
	case byName == schema.XML || byName == schema.DOCX:
		return content{foreign: foreign{what: "plain text"}}
	case (start[0] == '{' || start[0] == '[') && byName != schema.Portal && byName != schema.YAML:
		if ofDatastore(text) {
			return content{foreign: datastore}
		}
		return content{format: schema.JSON}
	case byName != schema.NoFormat:
		return content{format: byName}
	}
	return content{format: schema.Portal}
}

// zipped recognises the kind of document in a zip archive by the names in it.
func zipped(head []byte, byName schema.Format) content {
	switch {
	case bytes.Contains(head, []byte("xl/workbook.bin")):
		return content{foreign: binarySheet}
	case bytes.Contains(head, []byte("word/")) || byName == schema.DOCX:
		if byName == schema.DOCX || byName == schema.NoFormat {
			return content{format: schema.DOCX}
		}
		return content{foreign: foreign{what: "a Word document (.docx)"}, named: ".docx"}
	case bytes.Contains(head, []byte("xl/")) || byName == schema.XLSX:
		if byName == schema.XLSX || byName == schema.NoFormat {
			return content{format: schema.XLSX}
		}
		return content{foreign: foreign{what: "a spreadsheet (.xlsx)"}, named: ".xlsx"}
	}
	return content{foreign: packed(head)}
}

// plain converts UTF-16 to ASCII, to recognise the first characters.
func plain(head []byte) []byte {
	if bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")) {
		return head[3:]
	}
	for _, order := range []struct {
		mark  string
		first int
	}{{"\xFF\xFE", 0}, {"\xFE\xFF", 1}, {"<\x00?\x00", 0}, {"\x00<\x00?", 1}} {
		if !bytes.HasPrefix(head, []byte(order.mark)) {
			continue
		}
		from := 0
		if order.mark[0] >= 0xFE {
			from = 2
		}
		var out []byte
		for i := from + order.first; i < len(head); i += 2 {
			c := head[i]
			if other := i ^ 1; other < len(head) && head[other] != 0 {
				c = '?'
			}
			out = append(out, c)
		}
		return out
	}
	return head
}

func html(start []byte) bool {
	lower := strings.ToLower(string(start[:min(len(start), 256)]))
	return strings.HasPrefix(lower, "<!doctype html") || strings.HasPrefix(lower, "<html")
}

// fault returns what keeps a file from being read at all.
func (c content) fault(name string) (schema.Fault, bool) {
	ending := strings.ToLower(filepath.Ext(name))
	var refs []string // the official validator's rule about XML files
	if ending == ".xml" {
		refs = []string{"0.1.1"}
	}
	switch {
	case c.empty:
		return schema.Fault{Kind: schema.NoResults, Message: "the file is empty", Refs: refs}, true
	case c.foreign.what != "":
		f := schema.Fault{
			Kind:    schema.WrongType,
			Unread:  true,
			Message: "the file is " + c.foreign.what + ", which is not read",
			Hint:    cmp.Or(c.foreign.advice, foreignAdvice),
			Refs:    refs,
		}
		if c.named != "" || ending == ".xml" || ending == ".docx" {
			f.Message = "the file is called " + ending + " but holds " + c.foreign.what
		}
		if c.named != "" {
			f.Hint = "give it the name that it has a right to: " + c.named
		}
		return f, true
	}
	return schema.Fault{}, false
}
