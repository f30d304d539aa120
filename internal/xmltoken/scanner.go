package xmltoken

import "bytes"

// DefaultMaxDepth is how deep elements may be nested unless Options say
// otherwise.
const DefaultMaxDepth = 256

// Options change a Scanner's limits. The zero value means the defaults.
type Options struct {
	MaxDepth int // open elements at a time; 0 means DefaultMaxDepth
}

type state uint8

const (
	stateStart    state = iota // the very first byte of a document: an XML declaration may stand here
	stateProlog                // before the root element
	stateContent               // inside an element
	stateEpilog                // after the root element
	stateFragment              // before the one element of a fragment
	stateClosed                // after the one element of a fragment
	stateDone                  // every token was given
)

// A Scanner yields the tokens of a document or of a piece of one. What its
// methods return points into the source and, for attributes, into a slice
// that the next call of Next overwrites.
type Scanner struct {
	src []byte
	pos int
	err error

	state      state
	afterClose state // the state after the outermost element was closed
	headOnly   bool  // stop after the root's start tag
	baseDepth  int   // elements open outside the source
	maxDepth   int
	seenType   bool // a document type declaration was read

	kind         Kind
	start, end   int
	rawStart     int
	rawEnd       int
	coded, blank bool
	selfClosing  bool
	pendingEnd   bool

	qname     []byte
	nameStart int
	colon     int
	space     string
	opened    int
	attrs     []Attr

	open      []openElement
	ns        []binding
	defaultNS string
	uris      []string
	entities  *Entities
	recover   func(*SyntaxError) bool // nil = the first fault ends the reading
	expanded  int                     // bytes that entities added to the current child of the root
	scratch   []byte
}

// NewDocument returns a Scanner over a whole document in UTF-8 without a byte
// order mark: whoever decides on the encoding takes that off.
func NewDocument(src []byte) *Scanner { return Options{}.NewDocument(src) }

// NewDocument is NewDocument with these options.
func (o Options) NewDocument(src []byte) *Scanner {
	s := new(Scanner)
	s.resetDocument(src, o.MaxDepth)
	return s
}

// NewFragment returns a Scanner over one complete element that was cut out of
// a document. A nil ctx stands for a document without namespaces or entities.
func NewFragment(src []byte, ctx *Context) *Scanner {
	s := new(Scanner)
	s.ResetFragment(src, ctx)
	return s
}

// ResetFragment makes s what NewFragment returns, and keeps its memory.
func (s *Scanner) ResetFragment(src []byte, ctx *Context) {
	s.reset(src)
	s.enter(ctx)
	s.state, s.afterClose = stateFragment, stateClosed
}

func (s *Scanner) resetDocument(src []byte, maxDepth int) {
	s.reset(src)
	s.state, s.afterClose = stateStart, stateEpilog
	if maxDepth > 0 {
		s.maxDepth = maxDepth
	}
}

func (s *Scanner) reset(src []byte) {
	*s = Scanner{
		src: src, maxDepth: DefaultMaxDepth, colon: -1,
		attrs: s.attrs[:0], open: s.open[:0], ns: s.ns[:0], uris: s.uris, scratch: s.scratch,
	}
}

// enter takes over what holds inside the element that ctx describes.
func (s *Scanner) enter(ctx *Context) {
	if ctx == nil {
		return
	}
	s.baseDepth, s.maxDepth = ctx.depth, ctx.maxDepth
	s.ns = append(s.ns, ctx.ns...)
	s.defaultNS, s.entities = ctx.defaultNS, ctx.entities
}

// Next moves to the next token. After EOF and after an error it stays there.
// The error is always a *SyntaxError.
//
// A self-closing tag gives a StartTag and then an EndTag of no width, so that
// every StartTag has its EndTag. White space outside the root gives no token.
func (s *Scanner) Next() (Kind, error) {
	if s.err != nil {
		return EOF, s.err
	}
	kind, err := s.next()
	if err != nil {
		s.kind = EOF
		return EOF, err
	}
	return kind, nil
}

func (s *Scanner) next() (Kind, error) {
	if s.baseDepth+len(s.open) <= 1 {
		s.expanded = 0
	}
	if s.pendingEnd {
		s.pendingEnd = false
		s.start, s.nameStart = s.end, s.end
		return s.close(s.end), nil
	}
	switch s.state {
	case stateContent:
		if s.headOnly {
			return s.eof()
		}
		return s.content()
	case stateStart:
		s.state = stateProlog
		if isXMLDecl(s.src) {
			return s.xmlDecl(0)
		}
		return s.outside()
	case stateFragment:
		if s.pos < len(s.src) && s.src[s.pos] == '<' {
			return s.startTag(s.pos)
		}
		return 0, s.unexpected(s.pos, InvalidMarkup, EmptyDocument)
	case stateClosed:
		if s.pos < len(s.src) {
			return 0, s.fail(SecondRoot, s.pos, s.pos+1)
		}
		return s.eof()
	case stateDone:
		return EOF, nil
	default:
		if s.headOnly && s.state == stateEpilog {
			return s.eof()
		}
		return s.outside()
	}
}

func (s *Scanner) eof() (Kind, error) {
	s.state = stateDone
	s.start, s.end, s.kind = len(s.src), len(s.src), EOF
	return EOF, nil
}

// content reads a token inside an element: production 43.
func (s *Scanner) content() (Kind, error) {
	src, i := s.src, s.pos
	if i >= len(src) {
		if len(s.open) > 0 {
			return 0, s.fail(UnclosedElement, i, i)
		}
		return s.eof()
	}
	if src[i] != '<' {
		return s.text(i)
	}
	if i+1 < len(src) {
		switch src[i+1] {
		case '/':
			return s.endTag(i)
		case '?':
			return s.procInst(i)
		case '!':
			return s.declaration(i)
		}
	}
	kind, err := s.startTag(i)
	if fault, ok := err.(*SyntaxError); ok && fault.Code == InvalidMarkup && s.recovered(err) {
		return s.textBehind(i, i+1, true) // a less-than sign
	}
	return kind, err
}

// outside reads a token of the prolog or the epilog: productions 22 and 27.
func (s *Scanner) outside() (Kind, error) {
	src := s.src
	i := skipSpace(src, s.pos)
	if i >= len(src) {
		if s.state == stateEpilog {
			return s.eof()
		}
		if skipSpace(src, 0) == len(src) {
			return 0, s.fail(EmptyDocument, i, i)
		}
		return 0, s.fail(MissingRoot, i, i)
	}
	if src[i] != '<' {
		s.start = i
		end := i + 1
		if n := bytes.IndexByte(src[i:], '<'); n >= 0 {
			end = i + n
		}
		size, fault := charAt(src, i)
		if fault != 0 {
			return 0, s.failChar(i, size, fault)
		}
		return 0, s.fail(TextOutsideRoot, i, end)
	}
	s.start = i
	if i+1 < len(src) {
		switch c := src[i+1]; {
		case c == '?':
			return s.procInst(i)
		case c == '!':
			return s.declaration(i)
		case c == '/':
			return s.endTag(i)
		}
	}
	if s.state == stateEpilog {
		end, _ := scanName(src, i+1)
		if end == i+1 {
			return 0, s.noMarkup(i)
		}
		return 0, s.failDetail(SecondRoot, i, end, string(src[i+1:end]))
	}
	return s.startTag(i)
}

// declaration reads what begins with "<!" at i.
func (s *Scanner) declaration(i int) (Kind, error) {
	rest := s.src[i+2:]
	switch {
	case bytes.HasPrefix(rest, []byte("--")):
		return s.comment(i)
	case bytes.HasPrefix(rest, []byte("[CDATA[")):
		if s.state != stateContent {
			return 0, s.fail(CDataOutside, i, i+len("<![CDATA["))
		}
		return s.cdata(i)
	case bytes.HasPrefix(rest, []byte("DOCTYPE")):
		if s.state != stateProlog || s.seenType {
			return 0, s.fail(MisplacedDoctype, i, i+len("<!DOCTYPE"))
		}
		return s.doctype(i)
	}
	return 0, s.fail(InvalidMarkup, i, i+2)
}
