package xmlread

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/internal/xmltoken"
	"github.com/iatilint/iatilint/schema"
)

const notChecked = "; what follows was not checked"

// syntaxFault words, for someone who exports XML and doesn't write it, why a
// file can't be parsed.
func syntaxFault(e *xmltoken.SyntaxError, source *schema.Source) schema.Fault {
	f := schema.Fault{
		Kind:   schema.NotWellFormed,
		Unread: true,
		At:     rangeOf(e.Offset, max(e.End, e.Offset)),
		Source: source,
		Refs:   []string{"0.1.1"},
	}
	if e.Code == xmltoken.InvalidUTF8 {
		f.Kind = schema.BadEncoding
	}
	if !f.At.Known() {
		f.At = schema.Range{Start: 0, End: int32(min(1, len(source.Text)))}
	}
	f.Message, f.Hint = explain(e)
	if looksLikeText(e, source.Text) {
		f.Message = fmt.Sprintf("there is a < before %q that begins no tag", e.Detail)
		f.Hint = "write &lt; for a less-than sign in text"
	}
	if e.Code != xmltoken.EmptyDocument && e.Code != xmltoken.MissingRoot {
		f.Hint += notChecked
	}
	if e.Open != "" && e.OpenOffset >= 0 {
		f.Related = []schema.RelatedPlace{{
			At:      rangeOf(e.OpenOffset, min(e.OpenOffset+len(e.Open)+1, len(source.Text))),
			Message: fmt.Sprintf("<%s> begins here", e.Open),
		}}
	}
	return f
}

// recoveredFault words a fault behind which reading went on. swallowed reports that what
// follows was read as a part of what it is no part of.
func recoveredFault(e *xmltoken.SyntaxError, source *schema.Source, swallowed bool) schema.Fault {
	f := syntaxFault(e, source)
	if f.Unread = swallowed; swallowed {
		f.Hint = strings.TrimSuffix(f.Hint, notChecked) + fmt.Sprintf("; what stands between <%s> and </%s> was not checked", e.Open, e.Detail)
		return f
	}
	const others = "other programs stop here, and what follows is not checked by them"
	f.Hint = strings.TrimSuffix(f.Hint, notChecked) + "; " + others
	if e.Code == xmltoken.BareAmpersand || e.Code == xmltoken.UnterminatedReference {
		f.Hint = others
		f.Fix = &schema.Replacement{Title: "write &amp;", At: rangeOf(e.Offset, e.Offset+1), Text: "&"}
	}
	return f
}

// looksLikeText distinguishes a less-than sign in text, as in <http://…>, from a tag
// with a wrong name.
func looksLikeText(e *xmltoken.SyntaxError, text string) bool {
	return e.Code == xmltoken.InvalidQName && e.Offset > 0 && e.Offset <= len(text) && text[e.Offset-1] == '<'
}

// explain returns a sentence on what stands there, and what to do about it.
func explain(e *xmltoken.SyntaxError) (message, hint string) {
	quoted := func(format string) string { return fmt.Sprintf(format, e.Detail) }
	switch e.Code {
	case xmltoken.EmptyDocument, xmltoken.MissingRoot:
		return "the file holds no element at all", "export it again"
	case xmltoken.TextOutsideRoot, xmltoken.CDataOutside:
		return "there is text outside the <iati-activities> element", "remove it; nothing may stand before or after the element but comments"
	case xmltoken.SecondRoot:
		return quoted("a second element <%s> follows after the end of the first"), "a file has one <iati-activities>; put all activities into it"
	case xmltoken.UnclosedElement:
		return fmt.Sprintf("the file ends before <%s> is closed", e.Open), "the file was cut off, or an end tag is missing: export it again"
	case xmltoken.UnterminatedTag:
		return quoted("the file ends inside the tag <%s"), "the file was cut off: export it again"
	case xmltoken.DepthLimit:
		return "elements are nested more than 256 deep", "no IATI file is; the export has gone wrong"
	case xmltoken.MismatchedEndTag:
		if e.Unclosed {
			return fmt.Sprintf("<%s> is not closed before </%s>", e.Open, e.Detail), fmt.Sprintf("write </%s> where it ends, or remove it", e.Open)
		}
		return fmt.Sprintf("</%s> closes an element that is not open: the open one is <%s>", e.Detail, e.Open),
			fmt.Sprintf("close <%s> first, or correct the name", e.Open)
	case xmltoken.UnexpectedEndTag:
		return quoted("</%s> closes an element that was never opened"), "remove it, or add its start tag"
	case xmltoken.InvalidMarkup:
		return "there is a < that begins no tag", "write &lt; for a less-than sign in text"
	case xmltoken.InvalidName, xmltoken.InvalidQName, xmltoken.ForbiddenColon:
		return quoted("%q cannot be a name"), "names are made of letters, digits, hyphens, underscores and full stops, and begin with a letter"
	case xmltoken.InvalidTag:
		return "the tag holds something that is no attribute", `attributes are written name="value"`
	case xmltoken.MissingSpace:
		return quoted("a space is missing before the attribute %s"), "put a space between attributes"
	case xmltoken.MissingEquals, xmltoken.MissingQuote:
		return "an attribute has no value in quotes", `attributes are written name="value"`
	case xmltoken.LessThanInValue:
		return "there is a < inside an attribute's value", "a closing quote is missing before it; a less-than sign is written &lt;"
	case xmltoken.DuplicateAttribute:
		return quoted("the attribute %s stands twice in one tag"), "remove one of the two"
	case xmltoken.UnboundPrefix:
		return quoted("the prefix %s: is used but not declared"), quoted(`declare it on the root element with xmlns:%s="…", or remove what it marks`)
	case xmltoken.InvalidUTF8:
		return quoted("there are bytes (%s) that are no text in the encoding that the file declares"), "export the file as UTF-8, and declare no other encoding"
	case xmltoken.InvalidChar, xmltoken.IllegalCharRef:
		return quoted("there is a character (%q) that XML does not allow"), "remove it; it often comes from text that was pasted"
	case xmltoken.CDataEndInText:
		return "there is a ]]> in the text", "write ]]&gt; for it"
	case xmltoken.BareAmpersand:
		return "there is an & that begins no character reference", "write &amp; for an ampersand"
	case xmltoken.UnterminatedReference, xmltoken.InvalidCharRef:
		return quoted("the character reference %q is not finished"), "end it with a semicolon, or write &amp; for an ampersand"
	case xmltoken.UndeclaredEntity:
		return quoted("the entity &%s; is not known in XML"), "write the character itself; XML knows only &amp; &lt; &gt; &quot; and &apos;"
	}
	return explainRare(e)
}

// explainRare words the faults that exports hardly ever have.
func explainRare(e *xmltoken.SyntaxError) (message, hint string) {
	switch e.Code {
	case xmltoken.ExternalEntity, xmltoken.ExternalSubset, xmltoken.ParameterEntity:
		return "the file refers to another file for part of its content", "nothing outside the file is ever opened; put the content into the file"
	case xmltoken.NestedEntity, xmltoken.MarkupEntity, xmltoken.ExpansionLimit,
		xmltoken.EntityCountLimit, xmltoken.EntityLengthLimit:
		return fmt.Sprintf("the entity %q is more than plain text", e.Detail), "write the text itself in its place"
	case xmltoken.UnterminatedComment:
		return "the file ends inside a comment", "close the comment with -->"
	case xmltoken.DoubleHyphen:
		return "there is a -- inside a comment", "use a single hyphen in comments"
	case xmltoken.UnterminatedCData:
		return "the file ends inside a CDATA section", "close it with ]]>"
	case xmltoken.MisplacedXMLDecl, xmltoken.ReservedTarget:
		return "<?xml …?> stands in a place other than the very start of the file", "remove what stands before it, be it a space or an empty line"
	case xmltoken.InvalidXMLDecl, xmltoken.UnsupportedVersion, xmltoken.InvalidEncodingName:
		return fmt.Sprintf("the declaration <?xml …?> is not right: %q", e.Detail), `write <?xml version="1.0" encoding="UTF-8"?>`
	case xmltoken.MisplacedDoctype, xmltoken.InvalidDoctype, xmltoken.UnterminatedDoctype:
		return "the document type declaration <!DOCTYPE …> is not right", "remove it; IATI files need none"
	case xmltoken.PieceLimit:
		return "one activity is larger than 256 MB", "the export has gone wrong; no activity is so large"
	}
	return "the file breaks the rules of XML: " + e.Code.String(), "export it again"
}
