package settings

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// source is a file that settings stand in.
type source struct {
	name  string // for messages
	dir   string // that its relative paths start from
	lines []string

	starts []int64 // of lines, in bytes; made when it is needed
}

// place is where something stands in a source. Lines and columns count from 1,
// columns in characters.
type place struct {
	src                 *source
	line, column, width int
}

// String is file:line, as `config show` names an origin.
func (p place) String() string {
	if p.src == nil {
		return ""
	}
	return p.src.name + ":" + strconv.Itoa(p.line)
}

type kind uint8

const (
	null kind = iota
	scalar
	list
	group
)

var kindNames = [...]string{"nothing", "a single value", "a list", "a group of keys"}

// node is a value of a source with its place: YAML without anchors and styles.
type node struct {
	kind    kind
	text    string // of a scalar
	tag     string // of a scalar: !!str, !!int, …
	members []member
	items   []*node
	at      place
}

type member struct {
	key   string
	at    place // of the key
	value *node
}

func (n *node) get(key string) *node {
	for _, m := range n.members {
		if m.key == key {
			return m.value
		}
	}
	return nil
}

// list is the items of a list; anything else is a list of one.
func (n *node) list() []*node {
	if n.kind == list {
		return n.items
	}
	return []*node{n}
}

// The limits that keep a small file with anchors from becoming a huge tree.
const (
	maxNodes = 100_000
	maxDepth = 40
)

// parse reads the one YAML document of a source. The error says all that is
// wrong with its form.
func parse(src *source, text []byte) (*node, error) {
	src.lines = strings.Split(string(text), "\n")
	if !utf8.Valid(text) {
		return nil, badEncoding(src, text)
	}
	decoder := yaml.NewDecoder(strings.NewReader(string(text)))
	var doc yaml.Node
	if err := decoder.Decode(&doc); err != nil {
		if doc.Kind == 0 && strings.TrimSpace(err.Error()) == "EOF" {
			return &node{kind: group, at: place{src: src, line: 1, column: 1}}, nil
		}
		return nil, syntaxError(src, err)
	}
	t := &planter{src: src, limit: maxNodes + len(text)}
	root := &node{kind: group, at: place{src: src, line: 1, column: 1}}
	if len(doc.Content) > 0 {
		if planted := t.plant(doc.Content[0], 0); planted.kind != null {
			root = planted
		}
	}
	var second yaml.Node
	if err := decoder.Decode(&second); err == nil {
		t.fail(t.at(&second), "a second document begins here; the file is to have one")
	}
	return root, errors.Join(t.errs...)
}

func badEncoding(src *source, text []byte) error {
	for i, line := range src.lines {
		if !utf8.ValidString(line) {
			return &Error{place{src, i + 1, 1, 1}, "the line is not written in UTF-8; save the file as UTF-8"}
		}
	}
	return &Error{place{src, 1, 1, 1}, fmt.Sprintf("the file of %d bytes is not written in UTF-8", len(text))}
}

var yamlLine = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?(.*)`)

// syntaxError gives the library's error a place.
func syntaxError(src *source, err error) error {
	m := yamlLine.FindStringSubmatch(err.Error())
	line, _ := strconv.Atoi(m[1])
	line = min(max(line, 1), len(src.lines))
	text := src.lines[line-1]
	indent := len(text) - len(strings.TrimLeft(text, " \t"))
	return &Error{place{src, line, indent + 1, 1}, "this is no YAML: " + m[2]}
}

// planter makes the tree of a document.
type planter struct {
	src   *source
	count int
	limit int // what a file without anchors cannot reach
	errs  []error
}

func (t *planter) fail(at place, format string, args ...any) {
	t.errs = append(t.errs, &Error{at, fmt.Sprintf(format, args...)})
}

func (t *planter) at(y *yaml.Node) place {
	return place{t.src, max(y.Line, 1), max(y.Column, 1), t.width(y)}
}

// width is how many characters a scalar takes in its line, quotes included.
func (t *planter) width(y *yaml.Node) int {
	if y.Kind != yaml.ScalarNode || strings.Contains(y.Value, "\n") {
		return 1
	}
	n := utf8.RuneCountInString(y.Value)
	if y.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
		n += 2
	}
	return max(n, 1)
}

func (t *planter) plant(y *yaml.Node, depth int) *node {
	n := &node{at: t.at(y)}
	if t.count++; t.count > t.limit || depth > maxDepth {
		if len(t.errs) == 0 || t.count == t.limit+1 {
			t.fail(n.at, "the settings are nested too deep, or are too many once what & and * repeat is written out")
		}
		return n
	}
	switch y.Kind {
	case yaml.AliasNode:
		if y.Alias == nil {
			return n
		}
		n = t.plant(y.Alias, depth+1)
	case yaml.ScalarNode:
		if y.ShortTag() != "!!null" {
			n.kind, n.text, n.tag = scalar, y.Value, y.ShortTag()
		}
	case yaml.SequenceNode:
		n.kind = list
		for _, item := range y.Content {
			n.items = append(n.items, t.plant(item, depth+1))
		}
	case yaml.MappingNode:
		n.kind = group
		t.plantMembers(n, y, depth)
	}
	return n
}

func (t *planter) plantMembers(n *node, y *yaml.Node, depth int) {
	first := map[string]place{}
	for i := 0; i+1 < len(y.Content); i += 2 {
		key := y.Content[i]
		if key.Kind == yaml.AliasNode && key.Alias != nil {
			key = key.Alias
		}
		at := t.at(y.Content[i])
		if key.Kind != yaml.ScalarNode {
			t.fail(at, "a key is to be a word, not %s", "a group or list")
			continue
		}
		if before, repeated := first[key.Value]; repeated {
			t.fail(at, "%q stands twice; the first one is in line %d", key.Value, before.line)
			continue
		}
		first[key.Value] = at
		n.members = append(n.members, member{key.Value, at, t.plant(y.Content[i+1], depth+1)})
	}
}
