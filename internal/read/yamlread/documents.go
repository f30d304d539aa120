package yamlread

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// documents yields the documents of a file, one after the other.
type documents struct {
	decoder *yaml.Decoder
	text    string
	places  *places
	missed  int // texts whose raw form was not understood
}

func newDocuments(text string) *documents {
	return &documents{decoder: yaml.NewDecoder(strings.NewReader(text)), text: text, places: newPlaces(text)}
}

// next reads a document. The fault is what keeps it from being one; nothing can
// be read after it.
func (d *documents) next() (*node, *schema.Fault, error) {
	if d.decoder == nil {
		return nil, nil, io.EOF
	}
	var root yaml.Node
	err := decode(d.decoder, &root)
	switch {
	case errors.Is(err, io.EOF):
		return nil, nil, io.EOF
	case err != nil:
		d.decoder = nil
		f := diagnose(d.text, err)
		return nil, &f, nil
	case len(root.Content) == 0:
		return &node{kind: form.Null}, nil, nil
	}
	b := &builder{places: d.places, anchors: map[*yaml.Node]*node{}}
	top := root.Content[0]
	root.Content = nil
	n := b.node(top, 1)
	d.missed += b.missed
	if b.fault == nil && n.depth > maxDepth {
		b.fail(n.whole, fmt.Sprintf("with its aliases, more than %d groups and lists stand in each other", maxDepth), "write out what the aliases stand for")
	}
	if b.fault != nil {
		d.decoder = nil
	}
	return n, b.fault, nil
}

var errParser = errors.New("the parser gave up")

// decode returns the parser's Decode, whose panics are errors: it has some of its own.
func decode(d *yaml.Decoder, n *yaml.Node) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("%w: %v", errParser, cause)
		}
	}()
	return d.Decode(n)
}
