package charset

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
)

type kind uint8

const (
	kindUTF8 kind = iota
	kindUTF16LE
	kindUTF16BE
	kindSingle // one byte is one character
	kindMulti  // whatever golang.org/x/text knows beyond that
)

// An Encoding is how characters are written as bytes. The zero value is UTF-8.
type Encoding struct {
	kind  kind
	name  string
	table *table            // of kindSingle
	multi encoding.Encoding // of kindMulti
}

// UTF8 returns the zero Encoding.
func UTF8() Encoding { return Encoding{} }

// UTF16LE returns UTF-16 with the low byte first.
func UTF16LE() Encoding { return Encoding{kind: kindUTF16LE, name: "UTF-16LE"} }

// UTF16BE returns UTF-16 with the high byte first.
func UTF16BE() Encoding { return Encoding{kind: kindUTF16BE, name: "UTF-16BE"} }

// Windows1252 returns what office programs in western Europe wrote before UTF-8.
func Windows1252() Encoding {
	return Encoding{kind: kindSingle, name: "windows-1252", table: newTable(charmap.Windows1252, "windows-1252")}
}

// Name returns the encoding's preferred name.
func (e Encoding) Name() string {
	if e.kind == kindUTF8 {
		return "UTF-8"
	}
	return e.name
}

// IsUTF8 reports whether text needs no conversion.
func (e Encoding) IsUTF8() bool { return e.kind == kindUTF8 }

// IsUTF16 reports whether every character takes two bytes or four.
func (e Encoding) IsUTF16() bool { return e.kind == kindUTF16LE || e.kind == kindUTF16BE }

// IsExact reports whether an offset in the text has an exact offset in the file: not in
// encodings that switch between states (see EncodedLen).
func (e Encoding) IsExact() bool { return e.kind != kindMulti }

// Lookup returns the encoding that a name stands for, in any case. ISO-8859-1
// is the ISO standard's, not the alias of windows-1252 that HTML makes of it.
// UTF-16 without a byte order is little-endian, as most such files are; Sniff
// knows better where there are bytes to look at.
func Lookup(name string) (Encoding, bool) {
	name = strings.ToLower(strings.TrimSpace(name))
	switch name {
	case "utf-8", "utf8":
		return UTF8(), true
	case "utf-16", "utf16", "utf-16le", "utf16le":
		return UTF16LE(), true
	case "utf-16be", "utf16be":
		return UTF16BE(), true
	case "us-ascii", "ascii", "iso646-us", "ansi_x3.4-1968", "iso-ir-6", "iso_646.irv:1991", "cp367", "ibm367", "us":
		return Encoding{kind: kindSingle, name: "US-ASCII", table: asciiTable()}, true
	}
	if enc, err := ianaindex.IANA.Encoding(name); err == nil && enc != nil {
		if canonical, err := ianaindex.MIME.Name(enc); err == nil {
			return known(enc, canonical), true
		}
		if canonical, err := ianaindex.IANA.Name(enc); err == nil {
			return known(enc, canonical), true
		}
		return known(enc, name), true
	}
	enc, err := htmlindex.Get(name)
	if err != nil || enc == encoding.Replacement || enc == charmap.XUserDefined {
		return Encoding{}, false
	}
	canonical, err := htmlindex.Name(enc)
	if err != nil {
		canonical = name
	}
	switch canonical { // aliases that ianaindex does not know
	case "utf-8", "utf-16le", "utf-16be":
		return Lookup(canonical)
	}
	return known(enc, canonical), true
}

func known(enc encoding.Encoding, name string) Encoding {
	if single, ok := enc.(*charmap.Charmap); ok {
		return Encoding{kind: kindSingle, name: name, table: newTable(single, name)}
	}
	return Encoding{kind: kindMulti, name: name, multi: enc}
}
