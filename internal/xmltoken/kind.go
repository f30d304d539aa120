package xmltoken

// Kind says what a token is.
type Kind uint8

const (
	EOF      Kind = iota // the end of the source
	XMLDecl              // <?xml version="1.0"?>; its pseudo-attributes are Attrs
	Doctype              // <!DOCTYPE ...>, internal subset included
	StartTag             // <name ...> or <name .../>
	EndTag               // </name>, or the empty end that follows a self-closing StartTag
	Text                 // character data up to the next '<', references not yet resolved
	CData                // <![CDATA[...]]>
	Comment              // <!--...-->
	ProcInst             // <?target ...?>
)

var kindNames = [...]string{"EOF", "XMLDecl", "Doctype", "StartTag", "EndTag", "Text", "CData", "Comment", "ProcInst"}

func (k Kind) String() string { return kindNames[k] }
