package settings

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// source is a file with settings, or a flag.
type source struct {
	name  string // for messages
	flag  bool
	dir   string // that its relative paths start from
	lines []string

	starts []int64 // of lines, in bytes; made when it is needed
}

// place is a place in a source. Lines and columns count from 1,
// columns in characters.
type place struct {
	src                 *source
	line, column, width int
}

// String returns file:line or the flag, as `config show` names an origin.
func (p place) String() string {
	if p.src == nil {
		return ""
	}
	if p.src.flag {
		return p.src.name
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

	replaces bool // what it is merged with
}

type member struct {
	key   string
	at    place // of the key
	value *node
}

// name returns the key, or the flag that wins over it, as errors call the setting.
func (m *member) name() string {
	if src := m.value.at.src; src.flag && m.value.kind != group {
		return src.name
	}
	return m.key
}

func (n *node) get(key string) *node {
	for _, m := range n.members {
		if m.key == key {
			return m.value
		}
	}
	return nil
}

// list returns the items of a list; any other node is a list of one.
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
		return nil, badEncoding(src)
	}
	decoder := yaml.NewDecoder(strings.NewReader(string(text)))
	var doc yaml.Node
	if err := decoder.Decode(&doc); err != nil {
		if doc.Kind == 0 && strings.TrimSpace(err.Error()) == "EOF" {
			return emptyRoot(src), nil
		}
		return nil, syntaxError(src, err)
	}
	t := &treeBuilder{src: src, limit: maxNodes + len(text)}
	root := emptyRoot(src)
	if len(doc.Content) > 0 {
		if built := t.build(doc.Content[0], 0); built.kind != null {
			root = built
		}
	}
	var second yaml.Node
	if err := decoder.Decode(&second); err == nil {
		t.fail(t.at(&second), "a second document begins here; the file is to have one")
	}
	return root, errors.Join(t.errs...)
}

func emptyRoot(src *source) *node { return &node{kind: group, at: place{src: src, line: 1, column: 1}} }

func badEncoding(src *source) error {
	i := slices.IndexFunc(src.lines, func(line string) bool { return !utf8.ValidString(line) })
	return &Error{place{src, i + 1, 1, 1}, "the line is not written in UTF-8; save the file as UTF-8"}
}

var yamlLine = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?(.*)`)

// syntaxError returns the library's error with its place.
func syntaxError(src *source, err error) error {
	m := yamlLine.FindStringSubmatch(err.Error())
	line, _ := strconv.Atoi(m[1])
	line = min(max(line, 1), len(src.lines))
	text := src.lines[line-1]
	indent := len(text) - len(strings.TrimLeft(text, " \t"))
	return &Error{place{src, line, indent + 1, 1}, "this is no YAML: " + m[2]}
}

// treeBuilder builds the tree of a document.
type treeBuilder struct {
	src   *source
	count int
	limit int // what a file without anchors cannot reach
	errs  []error
}

func (t *treeBuilder) fail(at place, format string, args ...any) {
	t.errs = append(t.errs, &Error{at, fmt.Sprintf(format, args...)})
}

func (t *treeBuilder) at(y *yaml.Node) place {
	return place{t.src, max(y.Line, 1), max(y.Column, 1), t.width(y)}
}

// width returns the number of characters of a scalar in its line, quotes included.
func (t *treeBuilder) width(y *yaml.Node) int {
	if y.Kind != yaml.ScalarNode || strings.Contains(y.Value, "\n") {
		return 1
	}
	n := utf8.RuneCountInString(y.Value)
	if y.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
		n += 2
	}
	return max(n, 1)
}

func (t *treeBuilder) build(y *yaml.Node, depth int) *node {
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
		n = t.build(y.Alias, depth+1)
	case yaml.ScalarNode:
		if y.ShortTag() != "!!null" {
			n.kind, n.text, n.tag = scalar, y.Value, y.ShortTag()
		}
	case yaml.SequenceNode:
		n.kind = list
		for _, item := range y.Content {
			n.items = append(n.items, t.build(item, depth+1))
		}
	case yaml.MappingNode:
		n.kind = group
		t.buildMembers(n, y, depth)
	}
	return n
}

func (t *treeBuilder) buildMembers(n *node, y *yaml.Node, depth int) {
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
		n.members = append(n.members, member{key.Value, at, t.build(y.Content[i+1], depth+1)})
	}
}
