package read

import (
	"bytes"
	"cmp"
	"path/filepath"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// foreign is a kind of file that is not read.
type foreign struct {
	what   string // "a PDF document"; "" = no such kind
	advice string // what to do with it; "" = foreignAdvice
}

const foreignAdvice = "export the submission as IATI XML or as portal text"

var (
	openSheet   = foreign{"an OpenDocument spreadsheet (.ods)", "save it as .xlsx or .csv"}
	openText    = foreign{"an OpenDocument text (.odt)", "save it as .docx"}
	oldOffice   = foreign{"an old Word or Excel document (.doc, .xls)", "save it as .docx or .xlsx"}
	oldSheet    = foreign{"an old Excel workbook (.xls)", "save it as .xlsx"}
	oldText     = foreign{"an old Word document (.doc)", "save it as .docx"}
	binarySheet = foreign{"a binary Excel workbook (.xlsb)", "save it as .xlsx"}
	richText    = foreign{"a rich text document (.rtf)", "save it as .docx"}
	pdf         = foreign{"a PDF document", "export the document that it was made from as .docx, .xlsx or text"}
	webPage     = foreign{"a web page (HTML)", "save its text as .txt, or export the submission as IATI XML"}
	numbers     = foreign{"a Numbers spreadsheet", "export it as .xlsx or .csv"}
	pages       = foreign{"a Pages document", "export it as .docx"}
	archiveFile = foreign{"an archive", "give its path to have what it holds checked, or unpack it"}
	datastore   = foreign{"JSON in the Datastore's own form", "download it from the Datastore as IATI XML"}
	binary      = foreign{what: "a binary file"}
	secret      = foreign{"an encrypted workbook or document", "save it without a password"}
)

// magic is how files that are not read begin.
var magic = [...]struct {
	prefix string
	kind   foreign
}{
	{"%PDF-", pdf},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", oldOffice},
	{"{\\rtf", richText},
	{"\x1F\x8B", foreign{"a compressed file (.gz)", "unpack it"}},
	{"\xFD7zXZ\x00", foreign{"a compressed file (.xz)", "unpack it"}},
	{"BZh", foreign{"a compressed file (.bz2)", "unpack it"}},
	{"7z\xBC\xAF\x27\x1C", foreign{"a compressed archive (.7z)", "unpack it and name the folder"}},
	{"Rar!", foreign{"a compressed archive (.rar)", "unpack it and name the folder"}},
	{"\x89PNG", foreign{what: "a picture (PNG)"}},
	{"\xFF\xD8\xFF", foreign{what: "a picture (JPEG)"}},
	{"GIF8", foreign{what: "a picture (GIF)"}},
	{"\x7FELF", foreign{what: "a program"}},
	{"MZ\x90", foreign{what: "a program"}},
}

// reportEndings are the endings of the kinds that reports are written in but that are
// not read. What such a file holds may be something else.
var reportEndings = map[string]foreign{
	".ods": openSheet, ".odt": openText, ".xls": oldSheet, ".doc": oldText, ".xlsb": binarySheet, ".rtf": richText,
	".pdf": pdf, ".html": webPage, ".htm": webPage, ".numbers": numbers, ".pages": pages, ".zip": archiveFile, ".tar": archiveFile, ".tgz": archiveFile,
	".7z": {"a compressed archive (.7z)", "unpack it and name the folder"}, ".rar": {"a compressed archive (.rar)", "unpack it and name the folder"},
}

// byEnding returns the kind of a file that is not read, by its name.
func byEnding(name string) (foreign, bool) {
	ending := strings.ToLower(filepath.Ext(name))
	if plain, ok := PlainName(name); ok && strings.EqualFold(filepath.Ext(plain), ".tar") {
		ending = ".tar"
	}
	kind, ok := reportEndings[ending]
	return kind, ok
}

// PlainName returns the name of a compressed file without the ending of the
// compression.
func PlainName(name string) (plain string, compressed bool) {
	ending := filepath.Ext(name)
	switch strings.ToLower(ending) {
	case ".gz", ".xz", ".bz2":
		return strings.TrimSuffix(name, ending), true
	}
	return name, false
}

// isCompressed reports whether a name is that of a compressed file that may be a
// submission.
func isCompressed(name string) bool {
	plain, compressed := PlainName(name)
	return compressed && HasKnownEnding(plain)
}

// An encrypted workbook is packed into a document of the old kind.
const encrypted = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"

// notChecked returns the fault of a file of a kind that is not read, which need not be
// a submission.
func notChecked(kind foreign) schema.Fault {
	hint := cmp.Or(kind.advice, foreignAdvice)
	if kind != archiveFile {
		hint = "if it is a report, " + hint
	}
	return schema.Fault{Kind: schema.NotChecked, Message: "the file is " + kind.what + ", and was not checked", Hint: hint}
}

// byMagic returns the kind of a file that begins in a way of its own.
func byMagic(head []byte, name string) (foreign, bool) {
	for _, m := range magic {
		if !bytes.HasPrefix(head, []byte(m.prefix)) {
			continue
		}
		if m.kind != oldOffice {
			return m.kind, true
		}
		switch ending := strings.ToLower(filepath.Ext(name)); {
		case bytes.Contains(head, []byte(encrypted)):
			return secret, true
		case ending == ".xls" || ending == ".doc":
			return reportEndings[ending], true
		}
		return oldOffice, true
	}
	return foreign{}, false
}

// packed returns the kind of a zip archive that is no document which is read.
func packed(head []byte) foreign {
	switch {
	case bytes.Contains(head, []byte("application/vnd.oasis.opendocument.spreadsheet")):
		return openSheet
	case bytes.Contains(head, []byte("application/vnd.oasis.opendocument.text")):
		return openText
	}
	return foreign{"a zip archive", archiveFile.advice}
}

// ofDatastore reports whether JSON begins as an answer of the Datastore, whose fields
// are flat: "result_indicator_period_target_value".
func ofDatastore(head []byte) bool {
	return bytes.Contains(head, []byte(`"iati_identifier"`)) &&
		(bytes.Contains(head, []byte(`"numFound"`)) || bytes.Contains(head, []byte(`"title_narrative"`)) || bytes.Contains(head, []byte(`"result_`)))
}

// ownReport reports whether a web page is a report of this program.
func ownReport(head []byte) bool {
	return bytes.Contains(head, []byte(`name="generator" content="iatilint`))
}
