package iati

import (
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestSimpleTypes(t *testing.T) {
	cases := []struct {
		typ       simpleType
		good, bad string // separated by |
	}{
		{typeDate, "2020-02-29|2024-01-01Z|2024-01-01+14:00|-0044-03-15|12024-01-01", "|2021-02-29| 2020-01-01|2020-1-1|0000-01-01|20200101|2020-01-01T00:00:00|2020-13-01|02020-01-01|+2020-01-01|2024-01-01+14:01|45292|01/02/2020"},
		{typeDateTime, "2020-02-29T23:59:59|2020-01-01T24:00:00Z|2020-01-01T12:00:00.5-05:00", "2020-01-01|2020-01-01T24:00:01|2020-01-01 00:00:00|2020-01-01T12:00|2020-01-01T12:00:60"},
		{typeBoolean, "true|false|1|0| true ", "|True|yes|2"},
		{typeDecimal, "1|-1|+1|.5|1.50|007", "|.|1,000|1e3|NaN|1 000|10%"},
		{typeInt, "2147483647|-2147483648|+1|-0", "2147483648|1.0|"},
		{typePositiveInteger, "1|+2020", "0|-1|-0|2020.0"},
		{typeNonNegativeInteger, "0|-0|5", "-1|"},
		{typeNMTOKEN, "a:b|-x|1", "|a b|a/b"},
		{typeAnyURI, "|http://example.org/a?b#c|a/b|http://[::1]/|é|http://a/%20|mailto:x@y", "http://a/%2|:a|http://a:b/|a#b#c"},
		{typeLanguageOrEmpty, "|en|en-GB| fr |x-klingon", "en_GB|english-|1| |englishes"},
		{typeSpace, "default|preserve", "|x"},
		{typeID, "a|_b", "1|a:b|"},
	}
	for _, c := range cases {
		for _, value := range strings.Split(c.good, "|") {
			if !c.typ.accepts([]byte(value)) {
				t.Errorf("%v rejects %q", c.typ, value)
			}
		}
		for _, value := range strings.Split(c.bad, "|") {
			if c.typ.accepts([]byte(value)) {
				t.Errorf("%v accepts %q", c.typ, value)
			}
		}
	}
}

// TestSimpleTypesAgainstLibxml2 has xmllint judge random values of every type.
func TestSimpleTypesAgainstLibxml2(t *testing.T) {
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("no xmllint")
	}
	perType := 300
	if n, err := strconv.Atoi(os.Getenv("IATI_VALUES")); err == nil {
		perType = n
	}
	seeds := map[simpleType][]string{
		typeDate:     {"2020-02-29", "2024-01-01Z", "-0044-03-15+14:00", "12024-12-31-13:59", "1900-02-29", "9223372036854775807-01-01", "2020-01-01T00:00:00"},
		typeDateTime: {"2020-02-29T23:59:59", "2024-01-01T24:00:00Z", "2024-12-31T00:00:00.123+14:00", "2024-01-01T24:00:00.0", "2021-01-01T10:00:00-00:00"},
		typeAnyURI: {"http://user:pw@example.org:80/a/b?c=d#e", "http://1.2.3.4/x", "http://1.2.3.400/", "http://[::1]:8/", "a/b:c", "a:b", "//x/y", "mailto:a@b.c", "http://a/%20%zz", "a b", "http://a.b/é{}|\\^`\"<>",
			"http://www.afdb.org/a[1].pdf", "?a[]=b", "#a[]", "http:///a", "http:", ":", "/", "//", "http://a:99999999999/", "C:\\docs\\a.pdf", "file:///C:/a", "1a:b", "01.2.3.4", "http://255.255.255.255a/", "http://0.0.0.00/"},
		typeDecimal: {"+ ", "-\t", " ", " + ", "+", ".", "+.", ". ", " . ", "-1.50", "12345678901234567890123.5", "12345678901234567890123.", "+ 1", "0.0000000000000000000000000", "000.000", "+007.", ".5", "123456789012345678901234", "1234567890123456789012345", "0.123456789012345678901234", "0000000000000000000000000001.5", "1.50000000000000000000000000", "12345678901234567890.12345"},
		typeInt:     {"2147483647", "-2147483648", "+0", "00000000000000000000000000001", "99999999999999999999999999"},
		typeTime:    {"12:00:00", "24:00:00Z", "23:59:59.9+01:00"},
		typeGYear:   {"2020", "2020Z", "-0044", "12020", "0000"}, typeGYearMonth: {"2020-12", "2020-13Z", "2020-01+01:00"},
		typeGMonth: {"--12", "--12Z", "--01--", "--13"}, typeGMonthDay: {"--02-29", "--02-30", "--12-31Z", "--04-31"}, typeGDay: {"---31", "---32", "---01Z"},
		typeFloat: {"1.5e10", "INF", "-INF", "NaN", ".5", "5.", "1E+5"}, typeDouble: {"1.5e10", "+INF", "-INF", "NaN", "-.5E-3"},
		typeHexBinary: {"0aFF", "0a1", ""}, typeNMTOKENS: {"a b", "a", " a/b c"},
		typeBoolean:            {"true", "false", "1", "0"},
		typeNMTOKEN:            {"a:b-c.d_e", "x y", "é·1"},
		typeNonNegativeInteger: {"0", "+ ", "- ", "+ ", "- ", "-0", "+5", "123456789012345678901234", "1234567890123456789012345"},
		typePositiveInteger:    {"1", "+ ", "+ ", "2020", "+0001", "0", "00"},
		typeLanguage:           {"en", "en-GB-oed", "x-klingon", "abcdefgh-12345678"},
		typeNCName:             {"a-b", "_x.1", "a:b"},
		typeLong:               {"9223372036854775807", "-9223372036854775808"}, typeUnsignedLong: {"18446744073709551615", "-0"},
		typeShort: {"32767", "-32768"}, typeByte: {"127", "-128"}, typeUnsignedByte: {"255"}, typeInteger: {"-12", "+ ", "-", " - "}, typeNegativeInteger: {"-1", "-0", "0"},
		typeNonPositiveInteger: {"-1", "+0", "0"}, typeUnsignedInt: {"4294967295"}, typeUnsignedShort: {"65535"}, typeName: {"a:b", ":a"}, typeToken: {"a  b"},
	}
	random := rand.New(rand.NewPCG(1, 2))
	alphabet := []string{"0", "1", "2", "9", "-", "+", ":", ".", "T", "Z", " ", "\t", "a", "e", "E", "/", "#", "?", "%", "@", "[", "]", "é", "24", "00", "60", "{", "'", "%41", "_", "\u00a0", "0000"}
	var schema, document strings.Builder
	schema.WriteString(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:choice maxOccurs="unbounded">`)
	document.WriteString("<r>\n")
	var typs []simpleType
	var values []string
	for typ, info := range simpleTypes {
		if seeds[simpleType(typ)] == nil {
			continue
		}
		fmt.Fprintf(&schema, `<xs:element name="%s"><xs:complexType><xs:attribute name="v" type="xs:%s"/></xs:complexType></xs:element>`, info.name, info.name)
		for i := range perType {
			list := seeds[simpleType(typ)]
			value := list[i%len(list)]
			if i >= len(list) {
				for range 1 + random.IntN(3) {
					at := random.IntN(len(value) + 1)
					rest := at
					if random.IntN(2) == 0 {
						rest = min(len(value), at+1+random.IntN(2))
					}
					insert := ""
					if random.IntN(3) > 0 {
						insert = alphabet[random.IntN(len(alphabet))]
					}
					value = strings.ToValidUTF8(value[:at]+insert+value[rest:], "")
				}
			}
			var escaped strings.Builder
			_ = xml.EscapeText(&escaped, []byte(value))
			fmt.Fprintf(&document, "<%s v=\"%s\"/>\n", info.name, escaped.String())
			typs, values = append(typs, simpleType(typ)), append(values, value)
		}
	}
	schema.WriteString(`</xs:choice></xs:complexType></xs:element></xs:schema>`)
	document.WriteString("</r>\n")
	invalid := xmllintLines(t, xmllint, schema.String(), document.String())
	wrong := 0
	for i, value := range values {
		if got, want := typs[i].accepts([]byte(value)), !invalid[i+2]; got != want {
			wrong++
			if wrong < 60 {
				t.Errorf("%v %q: accepted %v, libxml2 %v", typs[i], value, got, want)
			}
		}
	}
	t.Logf("%d values, %d disagreements, %d invalid", len(values), wrong, len(invalid))
}

// xmllintLines returns the lines that break the schema. libxml2 counts lines up
// to 65,535, so longer documents are judged in pieces.
func xmllintLines(t *testing.T, xmllint, schema, document string) map[int]bool {
	t.Helper()
	dir := t.TempDir()
	xsd := filepath.Join(dir, "s.xsd")
	if err := os.WriteFile(xsd, []byte(schema), 0o600); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(strings.TrimPrefix(document, "<r>\n"), "</r>\n"), "\n")
	invalid := make(map[int]bool)
	place := regexp.MustCompile(`(?m)^[^ ]*d\.xml:(\d+):`)
	const piece = 50000
	for first := 0; first < len(lines); first += piece {
		part := lines[first:min(len(lines), first+piece)]
		path := filepath.Join(dir, "d.xml")
		if err := os.WriteFile(path, []byte("<r>\n"+strings.Join(part, "\n")+"\n</r>\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		out, _ := exec.Command(xmllint, "--nonet", "--stream", "--noout", "--schema", xsd, path).CombinedOutput()
		for _, match := range place.FindAllSubmatch(out, -1) {
			line, _ := strconv.Atoi(string(match[1]))
			invalid[line+first] = true
		}
	}
	return invalid
}
