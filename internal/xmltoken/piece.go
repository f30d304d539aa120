package xmltoken

// PieceKind says what a Splitter cut out.
type PieceKind uint8

const (
	HeadPiece    PieceKind = iota // everything up to and including the root's start tag
	ChildPiece                    // a child of the root with the name asked for
	ForeignPiece                  // any other child of the root
	MiscPiece                     // text, comments, CDATA and processing instructions between children
	TailPiece                     // the root's end tag and everything behind it
)

var pieceNames = [...]string{"head", "child", "foreign child", "misc", "tail"}

func (k PieceKind) String() string { return pieceNames[k] }

// A Position is a place in the UTF-8 stream.
type Position struct {
	Offset int // in bytes, from 0
	Line   int // from 1; lines end in '\n'
	Column int // in code points, from 1
}

// A Piece is a stretch of a document. The receiver owns Bytes.
type Piece struct {
	Kind    PieceKind
	Bytes   []byte
	Base    Position // where Bytes begins
	Context *Context // what holds inside the root; in a head, only limits
}

// Scanner returns a Scanner over the piece, with offsets counted from its
// first byte.
func (p *Piece) Scanner() *Scanner {
	s := new(Scanner)
	p.Scan(s)
	return s
}

// Scan makes s what Scanner returns, and keeps its memory.
func (p *Piece) Scan(s *Scanner) {
	switch p.Kind {
	case HeadPiece:
		s.resetDocument(p.Bytes, p.Context.maxDepth)
		s.headOnly = true
	case ChildPiece, ForeignPiece:
		s.ResetFragment(p.Bytes, p.Context)
	case MiscPiece:
		s.reset(p.Bytes)
		s.enter(p.Context)
		s.state = stateContent
	case TailPiece:
		s.reset(p.Bytes)
		s.enter(p.Context)
		s.state, s.afterClose = stateEpilog, stateEpilog
		if s.baseDepth > 0 {
			s.state = stateContent
			s.baseDepth--
			root := p.Context.root
			root.start -= p.Base.Offset
			s.open = append(s.open, root)
		}
	}
}
