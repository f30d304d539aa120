package xmltoken

import (
	"strings"
	"testing"
)

// malformed has a case for every fault that a broken exporter, a broken
// transfer or a careless edit makes. The offset is that of the mark ¦ in src,
// which is taken out; without one it is at.
var malformed = unmark([]malformedCase{
	{"", EmptyDocument, 0},
	{" \n", EmptyDocument, 2},
	{"¦\uFEFF<r/>", TextOutsideRoot, 0},
	{"<?xml version='1.0'?>\n", MissingRoot, 22},
	{"<!-- only -->", MissingRoot, 13},
	{"¦error: no database\n<r/>", TextOutsideRoot, 0},
	{"<r/>\n¦done", TextOutsideRoot, 0},
	{"<r/>¦&amp;", TextOutsideRoot, 0},
	{"<r/>¦\x00", InvalidChar, 0},
	{"<r></r>¦<r></r>", SecondRoot, 0},
	{"<r/>¦</r>", UnexpectedEndTag, 0},
	{"¦</r>", UnexpectedEndTag, 0},
	{"<r/>¦<![CDATA[x]]>", CDataOutside, 0},
	{"¦<![CDATA[x]]><r/>", CDataOutside, 0},
	{"<r><a>text¦", UnclosedElement, 0},
	{"<r><a></a>¦", UnclosedElement, 0},
	{"<r>a ¦< b</r>", InvalidMarkup, 0},
	{"<r>¦<", InvalidMarkup, 0},
	{"<r>1 ¦<2</r>", InvalidMarkup, 0},
	{"<r>¦<></r>", InvalidMarkup, 0},
	{"<r>¦<!oops></r>", InvalidMarkup, 0},
	{"<r>¦<![cdata[x]]></r>", InvalidMarkup, 0},
	{"<a¦\"b/>", InvalidName, 0},
	{"<r></¦ r>", InvalidName, 0},
	{"<r>¦<a b='c'", UnterminatedTag, 0},
	{"<r>¦<a b='c", UnterminatedTag, 0},
	{"<r>¦<a ", UnterminatedTag, 0},
	{"<r>¦<a", UnterminatedTag, 0},
	{"<r>¦<a b", UnterminatedTag, 0},
	{"<r>¦<a b=", UnterminatedTag, 0},
	{"<r>¦<a /", UnterminatedTag, 0},
	{"<r>¦</r", UnterminatedTag, 0},
	{"<r>¦</", UnterminatedTag, 0},
	{"<r ¦=\"1\"/>", InvalidTag, 0},
	{"<r a=\"1\"¦\"/>", InvalidTag, 0},
	{"<r/¦ >", InvalidTag, 0},
	{"<r></r ¦a=\"1\">", InvalidTag, 0},
	{"<r></r¦</x>", InvalidTag, 0},
	{"<r><a>¦</r>", MismatchedEndTag, 0},
	{"<r>¦</R>", MismatchedEndTag, 0},
	{"<r><a></a>¦</a></r>", MismatchedEndTag, 0},
	{"<r><p:a xmlns:p='u'>¦</a></r>", MismatchedEndTag, 0},
	{"<r a='1'¦b='2'/>", MissingSpace, 0},
	{"<r ¦checked/>", MissingEquals, 0},
	{"<r ¦checked a='1'/>", MissingEquals, 0},
	{"<r a=¦1/>", MissingQuote, 0},
	{"<r a=¦>", MissingQuote, 0},
	{"<r><a b=\"c>¦<d e=\"f\"/></a></r>", LessThanInValue, 0},
	{"<r a='1' b='2' ¦a='3'/>", DuplicateAttribute, 0},
	{"<r xmlns:x='u' xmlns:y='u' x:a='1' ¦y:a='2'/>", DuplicateAttribute, 0},
	{"<r xmlns='u' ¦xmlns='u'/>", DuplicateAttribute, 0},
	{"<¦a:b:c xmlns:a='u'/>", InvalidQName, 0},
	{"<¦:a/>", InvalidQName, 0},
	{"<¦a: xmlns:a='u'/>", InvalidQName, 0},
	{"<r xmlns:a='u' ¦a:1='x'/>", InvalidQName, 0},
	{"<?¦a:b x?><r/>", ForbiddenColon, 0},
	{"<!DOCTYPE r [<!ENTITY ¦a:b 'x'>]><r/>", ForbiddenColon, 0},
	{"<¦un:r/>", UnboundPrefix, 0},
	{"<r ¦xlink:href='x'/>", UnboundPrefix, 0},
	{"<r><a xmlns:p='u'/><¦p:a/></r>", UnboundPrefix, 0},
	{"<¦xmlns:r/>", UnboundPrefix, 0},
	{"<r ¦xmlns:xmlns='u'/>", ReservedNamespace, 0},
	{"<r xmlns:xml='¦u'/>", ReservedNamespace, 0},
	{"<r xmlns:x='¦http://www.w3.org/XML/1998/namespace'/>", ReservedNamespace, 0},
	{"<r xmlns='¦http://www.w3.org/2000/xmlns/'/>", ReservedNamespace, 0},
	{"<r ¦xmlns:p=''/>", UndeclaredByEmptyURI, 0},
	{"<r>caf¦\xe9</r>", InvalidUTF8, 0},
	{"<r a='¦\xe9'/>", InvalidUTF8, 0},
	{"<r><!-- ¦\xe9 --></r>", InvalidUTF8, 0},
	{"<r><![CDATA[¦\xff]]></r>", InvalidUTF8, 0},
	{"<r¦\xff/>", InvalidUTF8, 0},
	{"<r>¦\xed\xa0\x80</r>", InvalidUTF8, 0},
	{"<r>¦\xc0\x80</r>", InvalidUTF8, 0},
	{"<r>\xe2\x82\xac¦\xe2\x82", InvalidUTF8, 0},
	{"<r>a¦\x00b</r>", InvalidChar, 0},
	{"<r>a¦\x0bb</r>", InvalidChar, 0},
	{"<r a='¦\x1f'/>", InvalidChar, 0},
	{"<r>¦\uFFFE</r>", InvalidChar, 0},
	{"<?p ¦\x02?><r/>", InvalidChar, 0},
	{"<r>a ¦]]> b</r>", CDataEndInText, 0},
	{"<r>a]¦]]></r>", CDataEndInText, 0},
	{"<r>Health ¦& Education</r>", BareAmpersand, 0},
	{"<r a='?a=1¦&='/>", BareAmpersand, 0},
	{"<r>¦&</r>", BareAmpersand, 0},
	{"<r a='?a=1¦&b=2'/>", UnterminatedReference, 0},
	{"<r>¦&amp </r>", UnterminatedReference, 0},
	{"<r>¦&#39</r>", UnterminatedReference, 0},
	{"<r>¦&#;</r>", InvalidCharRef, 0},
	{"<r>¦&#x;</r>", InvalidCharRef, 0},
	{"<r>¦&#X41;</r>", InvalidCharRef, 0},
	{"<r>¦&#0;</r>", IllegalCharRef, 0},
	{"<r>¦&#11;</r>", IllegalCharRef, 0},
	{"<r>¦&#xD800;</r>", IllegalCharRef, 0},
	{"<r>¦&#xFFFF;</r>", IllegalCharRef, 0},
	{"<r>¦&#x110000;</r>", IllegalCharRef, 0},
	{"<r>¦&#" + strings.Repeat("9", 500) + ";</r>", IllegalCharRef, 0},
	{"<r>a¦&nbsp;b</r>", UndeclaredEntity, 0},
	{"<r a='¦&eacute;'/>", UndeclaredEntity, 0},
	{"<r>¦&AMP;</r>", UndeclaredEntity, 0},
	{"<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><r>¦&e;</r>", ExternalEntity, 0},
	{"<!DOCTYPE r [<!ENTITY e PUBLIC 'p' 'u' NDATA gif>]><r a='¦&e;'/>", ExternalEntity, 0},
	{"<!DOCTYPE r [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><r>¦&b;</r>", NestedEntity, 0},
	{"<!DOCTYPE r [<!ENTITY a '&a;'>]><r a='¦&a;'/>", NestedEntity, 0},
	{"<!DOCTYPE r [<!ENTITY a '<b/>'>]><r>¦&a;</r>", MarkupEntity, 0},
	{"<!DOCTYPE r [<!ENTITY a '&#60;b/>'>]><r>¦&a;</r>", MarkupEntity, 0},
	{"<!DOCTYPE r [<!ENTITY a '&#38;'>]><r>¦&a;</r>", BareAmpersand, 0},
	{"<!DOCTYPE r [<!ENTITY a ']]>'>]><r b='&a;'>¦&a;</r>", CDataEndInText, 0},
	{"<!DOCTYPE r [<!ENTITY a '" + strings.Repeat("x", 1024) + "'>]><r><c>" + strings.Repeat("&a;", 1024) + "¦&a;</c></r>", ExpansionLimit, 0},
	{"<r>¦<!-- a </r>", UnterminatedComment, 0},
	{"<r>¦<!--->", UnterminatedComment, 0},
	{"<r><!-- a ¦-- b --></r>", DoubleHyphen, 0},
	{"<r><!-- a ¦---></r>", DoubleHyphen, 0},
	{"<r>¦<![CDATA[ a ]] ></r>", UnterminatedCData, 0},
	{"<r>¦<?p a </r>", UnterminatedProcInst, 0},
	{"<r><?¦ p?></r>", InvalidProcInst, 0},
	{"<r><?p¦+?></r>", InvalidProcInst, 0},
	{"<?¦XML version='1.0'?><r/>", ReservedTarget, 0},
	{"\n¦<?xml version='1.0'?><r/>", MisplacedXMLDecl, 0},
	{"<r/>¦<?xml version='1.0'?>", MisplacedXMLDecl, 0},
	{"¦<?xml?><r/>", MisplacedXMLDecl, 0},
	{"<?xml ¦encoding='UTF-8'?><r/>", InvalidXMLDecl, 0},
	{"<?xml version='1.0' standalone='no' ¦encoding='UTF-8'?><r/>", InvalidXMLDecl, 0},
	{"<?xml version='1.0' ¦version='1.0'?><r/>", InvalidXMLDecl, 0},
	{"<?xml version='1.0'¦encoding='UTF-8'?><r/>", InvalidXMLDecl, 0},
	{"<?xml version='1.0' standalone='¦maybe'?><r/>", InvalidXMLDecl, 0},
	{"<?xml version=¦1.0?><r/>", InvalidXMLDecl, 0},
	{"<?xml version='1.0' ¦><r/>", InvalidXMLDecl, 0},
	{"¦<?xml ?><r/>", InvalidXMLDecl, 0},
	{"<?xml version='¦2.0'?><r/>", UnsupportedVersion, 0},
	{"<?xml version='¦'?><r/>", UnsupportedVersion, 0},
	{"<?xml version='1.0' encoding='¦8859'?><r/>", InvalidEncodingName, 0},
	{"<?xml version='1.0' encoding='¦'?><r/>", InvalidEncodingName, 0},
	{"<?xml version='1.0' encoding='¦UTF 8'?><r/>", InvalidEncodingName, 0},
	{"<!DOCTYPE r>¦<!DOCTYPE r><r/>", MisplacedDoctype, 0},
	{"<r>¦<!DOCTYPE r></r>", MisplacedDoctype, 0},
	{"<r/>¦<!DOCTYPE r>", MisplacedDoctype, 0},
	{"<!DOCTYPE¦[]><r/>", InvalidDoctype, 0},
	{"<!DOCTYPE r ¦x><r/>", InvalidDoctype, 0},
	{"<!DOCTYPE r [¦x]><r/>", InvalidDoctype, 0},
	{"<!DOCTYPE r [<!ENTITY e ¦x>]><r/>", InvalidDoctype, 0},
	{"<!DOCTYPE r [¦<![IGNORE[]]>]><r/>", InvalidDoctype, 0},
	{"<!DOCTYPE r [<!ENTITY e 'a ¦& b'>]><r/>", BareAmpersand, 0},
	{"<!DOCTYPE r [<!ENTITY e '¦&#0;'>]><r/>", IllegalCharRef, 0},
	{"¦<!DOCTYPE r [<r/>", InvalidDoctype, 13},
	{"¦<!DOCTYPE r [<!ENTITY e 'x", UnterminatedDoctype, 0},
	{"¦<!DOCTYPE r [<!ATTLIST r a CDATA '>", UnterminatedDoctype, 0},
	{"<!DOCTYPE r ¦SYSTEM 'r.dtd'><r/>", ExternalSubset, 0},
	{"<!DOCTYPE html ¦PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'x'><r/>", ExternalSubset, 0},
	{"<!DOCTYPE r [¦<!ENTITY % p 'x'>]><r/>", ParameterEntity, 0},
	{"<!DOCTYPE r [¦%p;]><r/>", ParameterEntity, 0},
	{"<!DOCTYPE r [<!ENTITY e '¦%p;'>]><r/>", ParameterEntity, 0},
	{"<!DOCTYPE r [<!ENTITY e '¦" + strings.Repeat("x", 1025) + "'>]><r/>", EntityLengthLimit, 0},
	{strings.Repeat("<a>", 256) + "¦<a>", DepthLimit, 0},
	{"<r" + strings.Repeat(" ", 3) + manyAttrs(1000) + " ¦z='1'/>", AttributeLimit, 0},
	{"<html><head><meta charset=¦utf-8></head></html>", MissingQuote, 0},
})

type malformedCase struct {
	src  string
	code Code
	at   int
}

func unmark(cases []malformedCase) []malformedCase {
	for i := range cases {
		c := &cases[i]
		if at := strings.Index(c.src, "¦"); at >= 0 {
			if c.at == 0 {
				c.at = at
			}
			c.src = c.src[:at] + c.src[at+len("¦"):]
		}
	}
	return cases
}

func manyAttrs(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(" a" + strings.Repeat("b", i%50) + string(rune('a'+i%26)) + strings.Repeat("c", i/26) + "='1'")
	}
	return b.String()
}

func TestMalformed(t *testing.T) {
	seen := make(map[Code]bool)
	for _, c := range malformed {
		seen[c.code] = true
		_, err := tokens(NewDocument([]byte(c.src)), 0)
		fault, ok := err.(*SyntaxError)
		if !ok || fault.Code != c.code || fault.Offset != c.at {
			t.Errorf("%.70q:\n got %v\nwant byte %d: %v", c.src, err, c.at, c.code)
		}
	}
	otherwise := map[Code]bool{PieceLimit: true, EntityCountLimit: true, NamespaceLimit: true}
	for code := Code(1); code < codeCount; code++ {
		if !seen[code] && !otherwise[code] {
			t.Errorf("no case for %q", code)
		}
		if codeTexts[code] == "" {
			t.Errorf("code %d has no text", code)
		}
	}
}
