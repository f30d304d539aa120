package iati

// Kind says what is wrong.
type Kind uint8

// The kinds of faults.
const (
	// WrongRoot: the document's first element is not iati-activities.
	WrongRoot Kind = iota + 1
	// WrongNamespace: an element of the standard stands in a namespace; the standard's elements are in none.
	WrongNamespace
	// UnknownElement: no version of the standard has the element in this parent.
	UnknownElement
	// NewerElement: only a later version has the element, or allows to repeat it.
	NewerElement
	// RemovedElement: an element of the versions before 2.01.
	RemovedElement
	// MissingElement: children that must be there are not.
	MissingElement
	// EmptyElement: an element that must have children has none, and no text either.
	EmptyElement
	// MisplacedElement: the element may stand in this parent, but earlier or later.
	MisplacedElement
	// RepeatedElement: the element may stand only once in this parent.
	RepeatedElement
	// MarkupInText: an element stands where only text may.
	MarkupInText
	// StrayText: text stands where only elements may.
	StrayText
	// InvalidText: the text of an element is no value of its type.
	InvalidText
	// MissingAttribute: attributes that must be there are not.
	MissingAttribute
	// UnknownAttribute: no version of the standard has the attribute on this element.
	UnknownAttribute
	// NewerAttribute: only a later version has the attribute.
	NewerAttribute
	// RemovedAttribute: an attribute of the versions before 2.01.
	RemovedAttribute
	// ForeignAttribute: an attribute of another namespace on an element that takes none.
	ForeignAttribute
	// InvalidValue: the value of an attribute is no value of its type.
	InvalidValue
)

var kindNames = [...]string{
	WrongRoot: "wrong-root", WrongNamespace: "wrong-namespace",
	UnknownElement: "unknown-element", NewerElement: "newer-element", RemovedElement: "removed-element",
	MissingElement: "missing-element", EmptyElement: "empty-element",
	MisplacedElement: "misplaced-element", RepeatedElement: "repeated-element",
	MarkupInText: "markup-in-text", StrayText: "stray-text", InvalidText: "invalid-text",
	MissingAttribute: "missing-attribute", UnknownAttribute: "unknown-attribute", NewerAttribute: "newer-attribute",
	RemovedAttribute: "removed-attribute", ForeignAttribute: "foreign-attribute", InvalidValue: "invalid-value",
}

func (k Kind) String() string {
	if int(k) < len(kindNames) && kindNames[k] != "" {
		return kindNames[k]
	}
	return "unknown"
}

// Range is a place in the document as the caller counts it; it is handed back
// as it was given.
type Range struct{ Start, End int }

// Fault is one departure from the structure.
type Fault struct {
	Kind      Kind
	Version   string   // of the structure
	Element   string   // the element that is at fault; for missing ones the element that lacks them
	Parent    string   // its parent; empty for the root
	Path      string   // the path of the element at fault, or of its parent where the element has none
	Attribute string   // the attribute at fault, the first one if several are missing
	Value     string   // the value or text at fault, shortened
	Type      string   // the type that Value should be of: "date", "decimal", "anyURI", ...
	Namespace string   // the namespace an element or attribute stands in
	Expected  []string // what to write instead: names, the likeliest first; or the parents an element belongs to
	Missing   []string // the children or attributes that are missing
	After     string   // the element it must come after
	Before    string   // the element it must come before
	Since     string   // the version from which on it would be legal
	Count     int      // how many elements of the name are at fault in this parent, counting as one fault
	At        Range
	RelatedAt Range // the other half: the first of a repeated element, the element that Before or After names

	hint hint
}

// hint says how Expected is meant.
type hint uint8

const (
	hintNone      hint = iota
	hintSpelling       // Expected[0] is what was probably meant
	hintElsewhere      // Expected are the elements that take such a child or attribute
	hintChoice         // Expected are all that may stand here
	hintWrap           // the text belongs into an Expected[0]
)

// CodeFault is a value that is not on its code list.
type CodeFault struct {
	OfficialID string // the official validator's rule, such as "9.55.1"
	List       string // "ResultType"
	Path       string // the path of the element
	Element    string
	Attribute  string // empty: the text of the element
	Value      string
	Vocabulary string // the vocabulary that selects the list, if one does
	Nearest    string // the code that was probably meant; empty if none is plausible
	Label      string // the name of Nearest
	At         Range
}
