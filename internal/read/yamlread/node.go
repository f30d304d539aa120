package yamlread

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// node is a value of a document with its place in the text of the file. There may
// be millions, so it is kept small. The target of an alias is not copied.
type node struct {
	text     string
	children []*node      // of a list; of a group each key before its value; of an alias its target
	segments *[]segment   // of a text that differs from the raw text at at
	at       schema.Range // of a text: without its quotes
	whole    schema.Range // with them

	size  int32 // how many values it is, those of aliases counted each time
	first int32 // the first byte of all that it is made of, aliases included
	depth int16
	kind  form.Kind
	alias bool
	merge bool // the key << that takes over the keys of another group
	open  bool // its end has not been read
}

// What a document may hold. No submission comes near; what does is made to
// exhaust its reader.
const (
	maxDepth   = 100       // groups and lists in each other
	maxAliased = 1_000_000 // values that aliases repeat, all counted
	maxCopied  = 64 << 20  // bytes that they take, all counted
)

// builder makes nodes of what the parser found.
type builder struct {
	places  *places
	anchors map[*yaml.Node]*node
	aliased int32
	copied  int
	fault   *schema.Fault // the first one; nothing is read after it
	missed  int           // texts whose raw form was not understood
}

func (b *builder) fail(at schema.Range, message, hint string) {
	if b.fault == nil {
		b.fault = &schema.Fault{Kind: schema.NotWellFormed, Unread: true, At: at, Message: message, Hint: hint}
	}
}

func (b *builder) node(y *yaml.Node, depth int) *node {
	at := b.places.seek(y.Line, y.Column)
	n := &node{size: 1, depth: 1, first: int32(at)}
	if depth > maxDepth {
		b.fail(schema.Range{Start: int32(at), End: int32(at + 1)},
			fmt.Sprintf("more than %d groups and lists stand in each other", maxDepth), "no submission needs that; export it again")
	}
	if b.fault != nil {
		return n
	}
	if y.Anchor != "" {
		b.anchors[y] = n
	}
	if y.Kind != yaml.AliasNode {
		at = behindProperties(b.places.text, at, y)
	}
	n.whole = schema.Range{Start: int32(at), End: int32(at)}
	n.open = true
	switch y.Kind {
	case yaml.AliasNode:
		b.alias(n, y)
	case yaml.ScalarNode:
		b.scalar(n, y)
	case yaml.MappingNode:
		n.kind = form.Object
		b.parts(n, y, depth, '}')
	case yaml.SequenceNode:
		n.kind = form.List
		b.parts(n, y, depth, ']')
	}
	n.open = false
	return n
}

func (b *builder) alias(n *node, y *yaml.Node) {
	n.whole.End += int32(len("*" + y.Value))
	n.at = n.whole
	target := b.anchors[y.Alias]
	if target == nil || target.open {
		b.fail(n.at, fmt.Sprintf("*%s stands within the very thing that it repeats", y.Value), "write out what is meant")
		return
	}
	n.alias, n.children = true, []*node{target}
	n.size, n.depth, n.first = target.size, target.depth, min(n.first, target.first)
	b.aliased += n.size
	b.copied += target.whole.Len()
	if b.aliased > maxAliased || b.copied > maxCopied {
		b.fail(n.at, fmt.Sprintf("with *%s, more than a million values or 64 MB are repeated by aliases", y.Value), "write the entries out, or export them again without aliases")
	}
}

func (b *builder) scalar(n *node, y *yaml.Node) {
	n.kind, n.text = form.String, y.Value
	n.merge = y.Tag == "!!merge" && y.Value == "<<"
	if y.Style == 0 {
		switch y.Value {
		case "", "~", "null", "Null", "NULL":
			n.kind = form.Null
		}
		if y.Value == "" {
			n.at = n.whole
			return
		}
	}
	if y.Value == "" && y.Style&^yaml.TaggedStyle == 0 { // nothing but a tag
		n.at = n.whole
		return
	}
	at, whole, segments, ok := locate(b.places.text, int(n.whole.Start), y)
	if !ok {
		b.missed++
	}
	n.at, n.whole = at, whole
	if raw := b.places.text[at.Start:at.End]; raw == n.text {
		n.text = raw // of the file, which is held anyway
	} else {
		n.segments = &segments
	}
}

// parts reads the parts of a list or group, and releases the parser's nodes.
func (b *builder) parts(n *node, y *yaml.Node, depth int, bracket byte) {
	n.children = make([]*node, 0, len(y.Content))
	for i, part := range y.Content {
		if b.fault != nil {
			return
		}
		child := b.node(part, depth+1)
		y.Content[i] = nil
		n.children = append(n.children, child)
		n.size += child.size
		n.depth = max(n.depth, child.depth+1)
		n.first = min(n.first, child.first)
		if child.whole.Len() > 0 { // the place of a value that is not written may be the next line
			n.whole.End = max(n.whole.End, child.whole.End)
		}
	}
	if y.Style&yaml.FlowStyle != 0 {
		n.whole.End = max(n.whole.End, n.whole.Start+1)
		n.whole.End = int32(behindBracket(b.places.text, int(n.whole.End), bracket))
	}
	n.at = n.whole
}

// behindBracket returns the byte behind the closing bracket of a group or list whose
// last part ends at a byte; that byte itself where none follows.
func behindBracket(text string, from int, bracket byte) int {
	for i := from; i < len(text); i++ {
		switch c := text[i]; {
		case c == bracket:
			return i + 1
		case c == '#':
			i += lineLength(text[i:])
		case !strings.ContainsRune(" \t\r\n,:?", rune(c)):
			return from
		}
	}
	return from
}

// behindProperties skips the anchor and the tag of a value, with the white space and
// the comments behind them.
func behindProperties(text string, at int, y *yaml.Node) int {
	for at < len(text) && (text[at] == '&' || text[at] == '!') {
		if strings.HasPrefix(text[at:], "&"+y.Anchor) {
			at += len("&" + y.Anchor)
		} else {
			for at < len(text) && !blank(text[at]) && breakSize(text[at:]) == 0 {
				at++
			}
		}
		at += spaceSize(text[at:])
	}
	return at
}

// spaceSize returns the size of the white space and the comments at the start of s.
func spaceSize(s string) int {
	n := 0
	for n < len(s) {
		switch {
		case blank(s[n]):
			n++
		case s[n] == '#':
			n += lineLength(s[n:])
		default:
			size := breakSize(s[n:])
			if size == 0 {
				return n
			}
			n += size
		}
	}
	return n
}

// resolved returns the target of an alias, or the node itself.
func (n *node) resolved() *node {
	for n.alias {
		n = n.children[0]
	}
	return n
}
