package charset

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// A Conflict says how a file contradicts itself about its encoding.
type Conflict uint8

const (
	NoConflict      Conflict = iota
	DeclaredUTF16            // declared as UTF-16 or UTF-32, but the bytes are ASCII or a superset: refused
	DeclaredOther            // the bytes are UTF-16 and the declaration says something else; UTF-8 is forgiven, the rest refused
	OtherByteOrder           // declared as one byte order of UTF-16, written in the other: refused
	BOMWins                  // a UTF-8 byte order mark and valid UTF-8, but declared as something else
	DeclarationWins          // a UTF-8 byte order mark, but the text is not UTF-8, and declared as something else
	UnknownName              // the declared name is none that is known: refused
	Unsupported              // UTF-32 or EBCDIC: refused
)

// Sniffed is what the first bytes of a file say about its encoding.
type Sniffed struct {
	Encoding Encoding // to read the file with, even where Refused
	BOM      int      // bytes of the byte order mark
	Declared string   // the name in the XML declaration, as written
	Conflict Conflict
	Refused  bool // libxml2 refuses a document with this conflict
}

// SniffXML decides by the byte order mark, by the first four bytes and by the
// XML declaration: XML 1.0, section 4.3.3 and appendix F. Without any of them
// a document is UTF-8. The first kilobyte of a file is enough, but a longer
// head decides conflicts better.
func SniffXML(head []byte) Sniffed {
	found, bom := family(head, bytes.HasPrefix)
	found.BOM = bom
	if found.Refused {
		return found
	}
	found.Declared = declaration(head[bom:], found.Encoding)
	if found.Declared == "" {
		return found
	}
	declared, ok := Lookup(found.Declared)
	name := strings.ToUpper(found.Declared)
	wide := declared.IsUTF16() || strings.HasPrefix(name, "UTF-32") || strings.HasPrefix(name, "UCS-") ||
		strings.HasPrefix(name, "ISO-10646-UCS")
	switch {
	case found.Encoding.IsUTF16():
		ordered := strings.HasSuffix(name, "LE") || strings.HasSuffix(name, "BE")
		switch {
		case declared.IsUTF16() && ordered && declared.kind != found.Encoding.kind:
			found.Conflict, found.Refused = OtherByteOrder, true
		case declared.IsUTF16():
		case ok && declared.IsUTF8():
			found.Conflict = DeclaredOther
		case ok || wide:
			found.Conflict, found.Refused = DeclaredOther, true
		default:
			found.Conflict, found.Refused = UnknownName, true
		}
	case wide:
		found.Conflict, found.Refused = DeclaredUTF16, true
	case !ok:
		found.Conflict, found.Refused = UnknownName, true
	case bom > 0 && !declared.IsUTF8():
		if validPrefix(head) {
			found.Conflict = BOMWins
		} else {
			found.Conflict, found.Encoding = DeclarationWins, declared
		}
	default:
		found.Encoding = declared
	}
	return found
}

// SniffText decides for plain text, CSV, JSON and YAML: by the byte order
// mark, by the zero bytes of UTF-16, else UTF-8 if head is valid UTF-8 and
// windows-1252 if it is not. The longer head is the surer the answer: give the
// whole file where it is at hand.
func SniffText(head []byte) Sniffed {
	found, bom := family(head, func(head, mark []byte) bool { return false })
	found.BOM = bom
	switch {
	case bom > 0 || found.Refused:
	case zeroes(head, 1):
		found.Encoding = UTF16LE()
	case zeroes(head, 0):
		found.Encoding = UTF16BE()
	case !validPrefix(head):
		found.Encoding = Windows1252()
	}
	return found
}

// family looks at the byte order mark and, through startsWith, at how "<?xml"
// is written: appendix F.1.
func family(head []byte, startsWith func(head, mark []byte) bool) (found Sniffed, bom int) {
	unsupported := Sniffed{Conflict: Unsupported, Refused: true}
	has := func(mark string) bool { return bytes.HasPrefix(head, []byte(mark)) }
	starts := func(mark string) bool { return startsWith(head, []byte(mark)) }
	switch {
	case has("\xFF\xFE\x00\x00"), has("\x00\x00\xFE\xFF"):
		return unsupported, 4
	case has("\xEF\xBB\xBF"):
		return Sniffed{}, 3
	case has("\xFF\xFE"):
		return Sniffed{Encoding: UTF16LE()}, 2
	case has("\xFE\xFF"):
		return Sniffed{Encoding: UTF16BE()}, 2
	case starts("<\x00\x00\x00"), starts("\x00\x00\x00<"), starts("\x4C\x6F\xA7\x94"):
		return unsupported, 0
	case starts("<\x00?\x00"):
		return Sniffed{Encoding: UTF16LE()}, 0
	case starts("\x00<\x00?"):
		return Sniffed{Encoding: UTF16BE()}, 0
	}
	return Sniffed{}, 0
}

// zeroes reports whether the first pairs of bytes have their zero at place.
func zeroes(head []byte, place int) bool {
	const pairs = 2
	if len(head) < 2*pairs {
		return false
	}
	for i := range pairs {
		if head[2*i+place] != 0 || head[2*i+1-place] == 0 {
			return false
		}
	}
	return true
}

// validPrefix reports whether head is UTF-8 but for a last character that its end
// may cut.
func validPrefix(head []byte) bool {
	return utf8.Valid(head[:wholeRunes(head)])
}

// declaration returns the encoding's name from an XML declaration: production
// 80, read leniently, since the tokeniser judges its grammar.
func declaration(head []byte, enc Encoding) string {
	const longest = 1024
	head = head[:min(len(head), longest)]
	if enc.IsUTF16() {
		low := 0
		if enc.kind == kindUTF16BE {
			low = 1
		}
		narrow := make([]byte, 0, len(head)/2)
		for i := 0; i+1 < len(head); i += 2 {
			if head[i+1-low] != 0 {
				break
			}
			narrow = append(narrow, head[i+low])
		}
		head = narrow
	}
	if !bytes.HasPrefix(head, []byte("<?xml")) {
		return ""
	}
	end := bytes.Index(head, []byte("?>"))
	if end < 0 {
		return ""
	}
	_, after, ok := bytes.Cut(head[:end], []byte("encoding"))
	if !ok {
		return ""
	}
	after = bytes.TrimLeft(after, " \t\r\n")
	if len(after) == 0 || after[0] != '=' {
		return ""
	}
	after = bytes.TrimLeft(after[1:], " \t\r\n")
	if len(after) == 0 || after[0] != '"' && after[0] != '\'' {
		return ""
	}
	name, _, ok := bytes.Cut(after[1:], after[:1])
	if !ok {
		return ""
	}
	return string(name)
}
