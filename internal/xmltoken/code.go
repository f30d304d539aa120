package xmltoken

// Code says which rule of XML a document breaks, one code per kind of fault.
type Code uint8

const (
	_ Code = iota

	// The document as a whole: XML 1.0, section 2.1.
	EmptyDocument   // no bytes, or nothing but white space
	MissingRoot     // a prolog without a root element
	TextOutsideRoot // character data before or after the root element
	SecondRoot      // another element after the root element, or after a fragment's element
	CDataOutside    // a CDATA section before or after the root element
	UnclosedElement // the end of the source inside an element; Open is its name
	DepthLimit      // more open elements than Options.MaxDepth

	// Tags: sections 2.3 and 3.1.
	InvalidMarkup      // '<' that begins no markup; a bare '<' in text
	InvalidName        // a name is missing or holds a character that no name may hold
	UnterminatedTag    // the end of the source inside a tag
	InvalidTag         // something that is no attribute and no end inside a tag
	MismatchedEndTag   // Name is closed where Open is open
	UnexpectedEndTag   // an end tag where no element is open
	MissingSpace       // no white space between two attributes
	MissingEquals      // an attribute name without '='
	MissingQuote       // an attribute value without quotes
	LessThanInValue    // '<' in an attribute value, often a forgotten closing quote
	DuplicateAttribute // the same attribute twice, by name or by expanded name
	AttributeLimit     // more than 1,000 attributes in a tag

	// Namespaces in XML 1.0.
	InvalidQName         // a name with more than one colon or an empty part
	ForbiddenColon       // a colon in a processing instruction's target or an entity's name
	UnboundPrefix        // a prefix that no xmlns attribute declares
	ReservedNamespace    // misuse of the prefixes or names of xml and xmlns
	UndeclaredByEmptyURI // xmlns:prefix=""
	NamespaceLimit       // more than 1,000 namespace declarations in force

	// Characters and references: sections 2.2, 2.4 and 4.1.
	InvalidUTF8           // bytes that are not UTF-8
	InvalidChar           // a character that XML forbids
	CDataEndInText        // "]]>" in text
	BareAmpersand         // '&' that begins no reference
	UnterminatedReference // a reference without ';'
	InvalidCharRef        // "&#" without digits
	IllegalCharRef        // a reference to a character that XML forbids
	UndeclaredEntity      // a reference to an entity that is not declared
	ExternalEntity        // a reference to an external or unparsed entity, which is never opened
	NestedEntity          // a reference to an entity whose text refers to another
	MarkupEntity          // a reference to an entity whose text holds markup
	ExpansionLimit        // entities grow one child of the root by more than 1 MiB

	// Comments, CDATA sections, processing instructions: sections 2.5 to 2.7.
	UnterminatedComment
	DoubleHyphen // "--" in a comment
	UnterminatedCData
	UnterminatedProcInst
	InvalidProcInst // no white space between target and data
	ReservedTarget  // a processing instruction named xml in another spelling

	// The prolog: section 2.8.
	MisplacedXMLDecl    // an XML declaration that is not the very first thing
	InvalidXMLDecl      // a part of it missing, repeated, out of order or unknown
	UnsupportedVersion  // a version other than 1.x
	InvalidEncodingName // not a name by the grammar; unknown names are not this package's business
	MisplacedDoctype    // a second document type declaration, or one inside or after the root
	InvalidDoctype      // a fault inside the document type declaration
	UnterminatedDoctype // the end of the source inside it
	ExternalSubset      // SYSTEM or PUBLIC: refused, nothing external is opened
	ParameterEntity     // declared or used: refused
	EntityCountLimit    // more than 1,000 entities
	EntityLengthLimit   // an entity of more than 1,024 bytes
	PieceLimit          // Splitter: one child of the root is larger than SplitOptions.MaxPiece
	codeCount           // not a code
)

var codeTexts = [codeCount]string{
	EmptyDocument:         "the document is empty",
	MissingRoot:           "the document has no root element",
	TextOutsideRoot:       "text outside the root element",
	SecondRoot:            "content after the end of the root element",
	CDataOutside:          "CDATA section outside the root element",
	UnclosedElement:       "element is never closed",
	DepthLimit:            "elements are nested too deeply",
	InvalidMarkup:         "'<' begins no markup here",
	InvalidName:           "invalid name",
	UnterminatedTag:       "tag is never closed with '>'",
	InvalidTag:            "unexpected character in tag",
	MismatchedEndTag:      "end tag does not match the open element",
	UnexpectedEndTag:      "end tag without a start tag",
	MissingSpace:          "white space is missing between attributes",
	MissingEquals:         "attribute without a value",
	MissingQuote:          "attribute value without quotes",
	LessThanInValue:       "'<' in an attribute value",
	DuplicateAttribute:    "attribute given twice",
	AttributeLimit:        "too many attributes in one tag",
	InvalidQName:          "invalid use of ':' in a name",
	ForbiddenColon:        "':' is not allowed in this name",
	UnboundPrefix:         "namespace prefix is not declared",
	ReservedNamespace:     "misuse of a reserved namespace or prefix",
	UndeclaredByEmptyURI:  "a namespace prefix cannot be declared empty",
	NamespaceLimit:        "too many namespace declarations",
	InvalidUTF8:           "invalid UTF-8",
	InvalidChar:           "character not allowed in XML",
	CDataEndInText:        "\"]]>\" in text",
	BareAmpersand:         "'&' begins no reference",
	UnterminatedReference: "reference without ';'",
	InvalidCharRef:        "invalid character reference",
	IllegalCharRef:        "reference to a character not allowed in XML",
	UndeclaredEntity:      "entity is not declared",
	ExternalEntity:        "external entities are not read",
	NestedEntity:          "entities that refer to other entities are not resolved",
	MarkupEntity:          "entities that hold markup are not resolved",
	ExpansionLimit:        "entities expand to too much text",
	UnterminatedComment:   "comment is never closed with \"-->\"",
	DoubleHyphen:          "\"--\" inside a comment",
	UnterminatedCData:     "CDATA section is never closed with \"]]>\"",
	UnterminatedProcInst:  "processing instruction is never closed with \"?>\"",
	InvalidProcInst:       "invalid processing instruction",
	ReservedTarget:        "reserved processing instruction name",
	MisplacedXMLDecl:      "XML declaration is not at the very start",
	InvalidXMLDecl:        "invalid XML declaration",
	UnsupportedVersion:    "unsupported XML version",
	InvalidEncodingName:   "invalid encoding name",
	MisplacedDoctype:      "document type declaration is out of place",
	InvalidDoctype:        "invalid document type declaration",
	UnterminatedDoctype:   "document type declaration is never closed",
	ExternalSubset:        "external document type definitions are not read",
	ParameterEntity:       "parameter entities are not read",
	EntityCountLimit:      "too many entities are declared",
	EntityLengthLimit:     "entity text is too long",
	PieceLimit:            "one element is too large to be read",
}

func (c Code) String() string {
	if c == 0 || c >= codeCount {
		return "no fault"
	}
	return codeTexts[c]
}

// needsMore reports whether the fault is the end of the source itself, so that more
// bytes might mend it.
func (c Code) needsMore() bool {
	switch c {
	case EmptyDocument, MissingRoot, UnclosedElement, UnterminatedTag, UnterminatedComment, UnterminatedCData,
		UnterminatedProcInst, UnterminatedDoctype:
		return true
	}
	return false
}
