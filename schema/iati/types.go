package iati

import "bytes"

// simpleType is a type of attribute values and of the text of elements: those of
// XML Schema that the standard uses, and those beside them that an xsi:type can
// name. Values are judged as libxml2 judges them, which is what the official
// validator and the Registry run.
type simpleType uint8

const (
	typeNone simpleType = iota
	typeString
	typeAnyURI
	typeBoolean
	typeDate
	typeDateTime
	typeDecimal
	typeInt
	typeNMTOKEN
	typeNonNegativeInteger
	typePositiveInteger
	typeLanguageOrEmpty // xml:lang: a language tag or nothing
	typeSpace           // xml:space: default or preserve
	typeID
	typeInteger
	typeNegativeInteger
	typeNonPositiveInteger
	typeLong
	typeShort
	typeByte
	typeUnsignedLong
	typeUnsignedInt
	typeUnsignedShort
	typeUnsignedByte
	typeNormalizedString
	typeToken
	typeLanguage
	typeName
	typeNCName
	typeAnySimple
	typeTime
	typeGYear
	typeGYearMonth
	typeGMonth
	typeGMonthDay
	typeGDay
	typeFloat
	typeDouble
	typeHexBinary
	typeIDREF
	typeNMTOKENS
)

// simpleTypes names the types as structure.txt and xsi:type do. base is the type
// that a type restricts.
var simpleTypes = [...]struct {
	name string
	base simpleType
}{
	typeString:             {"string", typeAnySimple},
	typeAnyURI:             {"anyURI", typeAnySimple},
	typeBoolean:            {"boolean", typeAnySimple},
	typeDate:               {"date", typeAnySimple},
	typeDateTime:           {"dateTime", typeAnySimple},
	typeDecimal:            {"decimal", typeAnySimple},
	typeInt:                {"int", typeLong},
	typeNMTOKEN:            {"NMTOKEN", typeToken},
	typeNonNegativeInteger: {"nonNegativeInteger", typeInteger},
	typePositiveInteger:    {"positiveInteger", typeNonNegativeInteger},
	typeLanguageOrEmpty:    {"language or empty", typeNone},
	typeSpace:              {"space", typeNone},
	typeID:                 {"ID", typeNCName},
	typeInteger:            {"integer", typeDecimal},
	typeNegativeInteger:    {"negativeInteger", typeNonPositiveInteger},
	typeNonPositiveInteger: {"nonPositiveInteger", typeInteger},
	typeLong:               {"long", typeInteger},
	typeShort:              {"short", typeInt},
	typeByte:               {"byte", typeShort},
	typeUnsignedLong:       {"unsignedLong", typeNonNegativeInteger},
	typeUnsignedInt:        {"unsignedInt", typeUnsignedLong},
	typeUnsignedShort:      {"unsignedShort", typeUnsignedInt},
	typeUnsignedByte:       {"unsignedByte", typeUnsignedShort},
	typeNormalizedString:   {"normalizedString", typeString},
	typeToken:              {"token", typeNormalizedString},
	typeLanguage:           {"language", typeToken},
	typeName:               {"Name", typeToken},
	typeNCName:             {"NCName", typeName},
	typeAnySimple:          {"anySimpleType", typeNone},
	typeTime:               {"time", typeAnySimple},
	typeGYear:              {"gYear", typeAnySimple},
	typeGYearMonth:         {"gYearMonth", typeAnySimple},
	typeGMonth:             {"gMonth", typeAnySimple},
	typeGMonthDay:          {"gMonthDay", typeAnySimple},
	typeGDay:               {"gDay", typeAnySimple},
	typeFloat:              {"float", typeAnySimple},
	typeDouble:             {"double", typeAnySimple},
	typeHexBinary:          {"hexBinary", typeAnySimple},
	typeIDREF:              {"IDREF", typeNCName},
	typeNMTOKENS:           {"NMTOKENS", typeAnySimple},
}

func (t simpleType) String() string { return simpleTypes[t].name }

// simpleTypeNamed returns the type that structure.txt or an xsi:type names.
func simpleTypeNamed(name string) (simpleType, bool) {
	for t, info := range simpleTypes {
		if info.name == name && name != "" {
			return simpleType(t), true
		}
	}
	return typeNone, false
}

// derivesFrom reports whether every value of t is one of base by definition.
func (t simpleType) derivesFrom(base simpleType) bool {
	for ; t != typeNone; t = simpleTypes[t].base {
		if t == base {
			return true
		}
	}
	return false
}

// accepts reports whether the text is a value of the type. White space around
// a value is part of no type of XML Schema's but string; libxml2, though, takes it
// off some types only, and rejects a date or an int that has a blank beside it.
func (t simpleType) accepts(text []byte) bool {
	switch t {
	case typeNone, typeString, typeNormalizedString, typeToken, typeAnySimple:
		return true
	case typeAnyURI:
		return isURI(collapse(text))
	case typeBoolean:
		return isBoolean(collapse(text))
	case typeDate:
		return isDate(text)
	case typeDateTime:
		return isDateTime(text)
	case typeDecimal:
		return isDecimal(text)
	case typeNMTOKEN:
		return isNMTOKEN(collapse(text))
	case typeLanguageOrEmpty:
		return len(text) == 0 || isLanguage(collapse(text))
	case typeLanguage:
		return isLanguage(collapse(text))
	case typeSpace:
		text = collapse(text)
		return string(text) == "default" || string(text) == "preserve"
	case typeTime, typeGYear, typeGYearMonth, typeGMonth, typeGMonthDay, typeGDay:
		return isPartOfDate(t, text)
	case typeFloat, typeDouble:
		return isFloat(text)
	case typeHexBinary:
		return isHexBinary(collapse(text))
	case typeNMTOKENS:
		for word := range bytes.FieldsFuncSeq(text, func(r rune) bool { return r < 0x80 && isBlank(byte(r)) }) {
			if !isNMTOKEN(word) {
				return false
			}
		}
		return true
	case typeID, typeNCName, typeIDREF:
		return isName(collapse(text), false)
	case typeName:
		return isName(collapse(text), true)
	}
	limits := integerBounds[t]
	if !limits.machine {
		text = collapse(text)
	}
	return limits.accepts(text)
}

// collapse trims white space off both ends; no type with white space inside is
// affected by folding it.
func collapse(text []byte) []byte {
	text = trimLeft(text)
	for len(text) > 0 && isBlank(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	return text
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func isDigit(c byte) bool { return c-'0' < 10 }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isBoolean(b []byte) bool {
	switch string(b) {
	case "true", "false", "1", "0":
		return true
	}
	return false
}
