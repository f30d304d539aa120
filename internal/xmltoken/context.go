package xmltoken

import "bytes"

// A Context is what holds inside an element for the elements cut out of it:
// namespaces, entities, depth. It never changes and may be shared.
type Context struct {
	ns              []binding
	defaultNS       string
	entities        *Entities
	depth, maxDepth int
	root            openElement
}

// Context describes the inside of the innermost open element. It copies what
// it needs from the source.
func (s *Scanner) Context() *Context {
	ctx := &Context{
		defaultNS: s.defaultNS, entities: s.entities,
		depth: s.baseDepth + len(s.open), maxDepth: s.maxDepth,
	}
	for _, b := range s.ns {
		ctx.ns = append(ctx.ns, binding{bytes.Clone(b.prefix), b.uri})
	}
	if len(s.open) > 0 {
		ctx.root = s.open[len(s.open)-1]
		ctx.root.qname = bytes.Clone(ctx.root.qname)
	}
	return ctx
}

// Entities returns the entities of the document, for DecodeText. A nil Context
// has none.
func (c *Context) Entities() *Entities {
	if c == nil {
		return nil
	}
	return c.entities
}
