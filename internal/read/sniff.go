package read

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// content is what the first bytes of a file say it is.
type content struct {
	format  schema.Format // of those that are read
	foreign string        // what it is instead: "a PDF document"
	named   string        // the ending under which it would be read: ".docx"
	empty   bool
}

// magic is how files of other kinds begin.
var magic = [...]struct{ prefix, what string }{
	{"%PDF-", "a PDF document"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", oldOffice},
	{"{\\rtf", "a rich text document (.rtf)"},
	{"\x1F\x8B", "a compressed file (.gz)"},
	{"7z\xBC\xAF\x27\x1C", "a compressed archive (.7z)"},
	{"Rar!", "a compressed archive (.rar)"},
	{"\x89PNG", "a picture (PNG)"},
	{"\xFF\xD8\xFF", "a picture (JPEG)"},
	{"GIF8", "a picture (GIF)"},
	{"\x7FELF", "a program"},
	{"MZ\x90", "a program"},
}

// An encrypted workbook is packed into a document of the old kind.
const (
	oldOffice = "an old Word or Excel document (.doc, .xls)"
	encrypted = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
)

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
	for _, m := range magic {
		if bytes.HasPrefix(head, []byte(m.prefix)) {
			if m.what == oldOffice && bytes.Contains(head, []byte(encrypted)) {
				return content{foreign: "an encrypted workbook or document"}
			}
			return content{foreign: m.what}
		}
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return zipped(head, byName)
	}
	text := plain(head)
	start := bytes.TrimLeft(text, " \t\r\n\v\f")
	switch {
	case len(start) == 0:
		return content{empty: true}
	case html(start):
		return content{foreign: "a web page (HTML)"}
	case start[0] == '<':
		return content{format: schema.XML}
	case bytes.IndexByte(text, 0) >= 0: // no text has one
		return content{foreign: "a binary file"}
	case byName == schema.XML || byName == schema.DOCX:
		return content{foreign: "plain text"}
	case (start[0] == '{' || start[0] == '[') && byName != schema.Portal && byName != schema.YAML:
		return content{format: schema.JSON}
	case byName != schema.NoFormat:
		return content{format: byName}
	}
	return content{format: schema.Portal}
}

// zipped recognises the kind of document in a zip archive by the names in it.
func zipped(head []byte, byName schema.Format) content {
	switch {
	case bytes.Contains(head, []byte("word/")) || byName == schema.DOCX:
		if byName == schema.DOCX || byName == schema.NoFormat {
			return content{format: schema.DOCX}
		}
		return content{foreign: "a Word document (.docx)", named: ".docx"}
	case bytes.Contains(head, []byte("xl/")) || byName == schema.XLSX:
		if byName == schema.XLSX || byName == schema.NoFormat {
			return content{format: schema.XLSX}
		}
		return content{foreign: "a spreadsheet (.xlsx)", named: ".xlsx"}
	}
	return content{foreign: "a zip archive"}
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
	case c.foreign != "":
		f := schema.Fault{
			Kind:    schema.WrongType,
			Unread:  true,
			Message: "the file is " + c.foreign + ", which is not read",
			Hint:    "export the submission as IATI XML or as portal text",
			Refs:    refs,
		}
		if c.named != "" || ending == ".xml" || ending == ".docx" {
			f.Message = "the file is called " + ending + " but holds " + c.foreign
		}
		if c.named != "" {
			f.Hint = "give it the name that it has a right to: " + c.named
		} else if slices.Contains([]string{".xls", ".xlsx", ".xlsm", ".xlsb"}, ending) {
			f.Hint = "save it as .xlsx, without a password"
		}
		return f, true
	}
	return schema.Fault{}, false
}
