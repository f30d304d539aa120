package xmltoken

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// SplitOptions say what a Splitter cuts out and how much it may hold.
type SplitOptions struct {
	Child    string        // the name of the root's children to cut out as ChildPiece, as written
	MaxPiece int           // bytes in one piece at most; 0 means 256 MiB
	MaxDepth int           // as in Options
	ReadSize int           // bytes asked of the reader at a time; 0 means 256 KiB
	Buffer   func() []byte // gives an empty slice to put a piece's bytes in; nil means a fresh one
}

const (
	defaultMaxPiece = 256 << 20
	defaultReadSize = 256 << 10
	// lookahead is more than the Scanner ever needs to see behind a fault that
	// is not the end of the source.
	lookahead = 16
	// maxMisc is how much content between children is gathered in one piece.
	maxMisc = 1 << 20
)

// A Splitter cuts a document that it reads as a stream into pieces, so that
// memory stays flat and the pieces can be scanned in parallel.
//
// It looks only for the end of each piece. Faults inside a piece come from the
// piece's own Scanner; the first fault of the first faulty piece, moved by
// Base.Offset, is the one that NewDocument would report. Where a fault keeps
// the Splitter from going on, it hands out the piece that holds it and then
// returns it itself.
type Splitter struct {
	r    io.Reader
	opts SplitOptions

	buf     []byte // what was read and not yet handed out is buf[from:to]
	from    int
	to      int
	readErr error // io.EOF, or what the reader failed with

	base    Position
	ctx     *Context
	scanner Scanner
	name    []byte // of the child being cut out
	rest    func(*Splitter) (Piece, error)
	err     error
}

// NewSplitter returns a Splitter over r, which yields UTF-8 without a byte
// order mark.
func NewSplitter(r io.Reader, opts SplitOptions) *Splitter {
	if opts.MaxPiece <= 0 {
		opts.MaxPiece = defaultMaxPiece
	}
	if opts.ReadSize <= 0 {
		opts.ReadSize = defaultReadSize
	}
	if opts.MaxDepth <= 0 {
		opts.MaxDepth = DefaultMaxDepth
	}
	return &Splitter{
		r: r, opts: opts, base: Position{Line: 1, Column: 1},
		ctx: &Context{maxDepth: opts.MaxDepth}, rest: (*Splitter).head,
	}
}

// Next returns the next piece, or io.EOF after the last, or a *SyntaxError
// with places in the whole document, or the reader's error, wrapped.
func (sp *Splitter) Next() (Piece, error) {
	if sp.err != nil {
		return Piece{}, sp.err
	}
	piece, err := sp.rest(sp)
	if err != nil {
		sp.err = err
		return Piece{}, err
	}
	return piece, nil
}

func (sp *Splitter) window() []byte { return sp.buf[sp.from:sp.to] }

func (sp *Splitter) atEOF() bool { return sp.readErr == io.EOF }

// more reads on, so that the window grows; false at the end of the stream.
func (sp *Splitter) more() (bool, error) {
	if sp.atEOF() {
		return false, nil
	}
	if sp.readErr != nil {
		return false, fmt.Errorf("could not read XML behind byte %d: %w", sp.base.Offset+sp.to-sp.from, sp.readErr)
	}
	sp.room()
	for range 100 {
		n, err := sp.r.Read(sp.buf[sp.to : sp.to+sp.opts.ReadSize])
		sp.to += n
		sp.readErr = err
		if n > 0 {
			return true, nil
		}
		if err != nil {
			return sp.more()
		}
	}
	sp.readErr = io.ErrNoProgress
	return sp.more()
}

// room makes space for one read behind the window.
func (sp *Splitter) room() {
	if sp.from == sp.to {
		sp.from, sp.to = 0, 0
	}
	if len(sp.buf)-sp.to >= sp.opts.ReadSize {
		return
	}
	live := sp.to - sp.from
	target := sp.buf
	if 2*(live+sp.opts.ReadSize) > len(target) {
		target = make([]byte, 2*live+4*sp.opts.ReadSize)
	}
	copy(target, sp.window())
	sp.buf, sp.from, sp.to = target, 0, live
}

// grow reads more for a piece that is not yet whole, within the limit; false at the
// end of the stream.
func (sp *Splitter) grow(kind PieceKind) (bool, error) {
	if sp.to-sp.from > sp.opts.MaxPiece {
		return false, sp.tooLarge(kind)
	}
	return sp.more()
}

// tooLarge reports the fault that a piece beyond the limit is known to have,
// or else its size.
func (sp *Splitter) tooLarge(kind PieceKind) error {
	if err := sp.scan(kind); sp.certain(err) {
		return err.Shift(sp.base.Offset)
	}
	return &SyntaxError{
		Code: PieceLimit, Offset: sp.base.Offset, End: sp.base.Offset + sp.to - sp.from, Detail: string(sp.name),
	}
}

// scan returns the first fault of the window, read as a piece of this kind.
func (sp *Splitter) scan(kind PieceKind) *SyntaxError {
	return sp.faultOf(&Piece{Kind: kind, Bytes: sp.window(), Base: sp.base, Context: sp.ctx})
}

// faultOf returns the first fault of a piece, with places in it.
func (sp *Splitter) faultOf(piece *Piece) *SyntaxError {
	piece.Scan(&sp.scanner)
	for {
		token, err := sp.scanner.Next()
		if err != nil {
			return err.(*SyntaxError)
		}
		if token == EOF || piece.Kind == HeadPiece && token == StartTag {
			return nil
		}
	}
}

// certain reports whether no further bytes can change the fault.
func (sp *Splitter) certain(err *SyntaxError) bool {
	return err != nil && (sp.atEOF() || !err.Code.needsMore() && err.End+lookahead <= sp.to-sp.from)
}

// cut hands out the first n bytes of the window.
func (sp *Splitter) cut(kind PieceKind, n int) Piece {
	var dst []byte
	if sp.opts.Buffer != nil {
		dst = sp.opts.Buffer()[:0]
	}
	window := sp.window()[:n]
	piece := Piece{Kind: kind, Bytes: append(dst, window...), Base: sp.base, Context: sp.ctx}
	sp.from += n
	sp.base = sp.base.After(window)
	return piece
}

// After returns the position behind text that begins at p.
func (p Position) After(text []byte) Position {
	p.Offset += len(text)
	if n := bytes.Count(text, []byte("\n")); n > 0 {
		p.Line += n
		p.Column = 1
		text = text[bytes.LastIndexByte(text, '\n')+1:]
	}
	p.Column += utf8.RuneCount(text)
	return p
}

// errDisagree would be a fault of this package: a piece was cut because it
// must be malformed, and its Scanner accepts it.
var errDisagree = errors.New("xmltoken: a piece cut at a fault has none")

// cutFaulty hands out the first n bytes of the window, which hold a fault; the
// next call returns it.
func (sp *Splitter) cutFaulty(kind PieceKind, n int) Piece {
	piece := sp.cut(kind, n)
	err := errDisagree
	if fault := sp.faultOf(&piece); fault != nil {
		err = fault.Shift(piece.Base.Offset)
	}
	sp.rest = func(*Splitter) (Piece, error) { return Piece{}, err }
	return piece
}

// head cuts out the prolog and the root's start tag.
func (sp *Splitter) head() (Piece, error) {
	for {
		if err := sp.scan(HeadPiece); err == nil {
			break
		} else if sp.certain(err) {
			return sp.cutFaulty(HeadPiece, sp.to-sp.from), nil
		}
		if err := sp.double(HeadPiece); err != nil {
			return Piece{}, err
		}
	}
	s := &sp.scanner
	n := s.pos
	outer := sp.ctx
	sp.rest = (*Splitter).children
	if s.SelfClosing() {
		if _, err := s.Next(); err != nil { // the end that belongs to the tag
			return Piece{}, err
		}
		sp.rest = (*Splitter).tail
	}
	inner := s.Context()
	piece := sp.cut(HeadPiece, n)
	piece.Context = outer
	sp.ctx = inner
	return piece, nil
}

// double reads until the window has twice its size, so that scanning it again
// costs no more than a constant factor.
func (sp *Splitter) double(kind PieceKind) error {
	return sp.need(kind, 2*(sp.to-sp.from)+1)
}

// tail cuts out what is left.
func (sp *Splitter) tail() (Piece, error) {
	for !sp.atEOF() {
		if err := sp.scan(TailPiece); sp.certain(err) {
			return sp.cutFaulty(TailPiece, sp.to-sp.from), nil
		}
		if err := sp.double(TailPiece); err != nil {
			return Piece{}, err
		}
	}
	if faulty := sp.scan(TailPiece) != nil; faulty {
		return sp.cutFaulty(TailPiece, sp.to-sp.from), nil //nolint:nilerr // the fault comes with the next call
	}
	sp.rest = func(*Splitter) (Piece, error) { return Piece{}, io.EOF }
	return sp.cut(TailPiece, sp.to-sp.from), nil
}

// children cuts out the next child of the root, or what stands before it.
func (sp *Splitter) children() (Piece, error) {
	n, fault, err := sp.misc()
	if err != nil {
		return Piece{}, err
	}
	if fault {
		return sp.cutFaulty(MiscPiece, n), nil
	}
	if n > 0 {
		return sp.cut(MiscPiece, n), nil
	}
	window := sp.window()
	if len(window) == 0 || window[1] == '/' {
		return sp.tail()
	}
	return sp.child()
}
