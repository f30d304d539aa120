package charset

import (
	"bytes"
	"io"
	"unicode/utf8"
)

const chunk = 64 << 10

// NewReader yields what r holds in enc as UTF-8, without a byte order mark.
// Bytes that are no character end it with an *InvalidError, after everything
// before them was read. UTF-8 is checked and passed on as it is.
func NewReader(r io.Reader, enc Encoding) io.Reader {
	if enc.kind == kindUTF8 {
		return &utf8Reader{r: r}
	}
	return &decodeReader{r: r, enc: enc, step: enc.stepper(), in: make([]byte, 0, chunk)}
}

const utf8BOM = "\xEF\xBB\xBF"

// A utf8Reader passes UTF-8 on and stops before what is none.
type utf8Reader struct {
	r       io.Reader
	started bool
	head    []byte // read ahead to look for a byte order mark, not yet passed on
	offset  int64  // in the file, of the next byte to pass on
	open    []byte // the beginning of a character that was already passed on
	err     error
}

func (u *utf8Reader) Read(p []byte) (int, error) {
	if u.err != nil {
		return 0, u.err
	}
	if len(p) == 0 {
		return 0, nil
	}
	if !u.started {
		u.start()
	}
	n, err := 0, error(nil)
	switch {
	case len(u.head) > 0:
		n = copy(p, u.head)
		u.head = u.head[n:]
	case u.err != nil:
		err = u.err
	default:
		n, err = u.r.Read(p)
	}
	good, fault := u.check(p[:n], err == io.EOF)
	u.offset += int64(good)
	if fault != nil {
		err = fault
	}
	if len(u.head) == 0 || fault != nil {
		u.err = err
	}
	return good, u.err
}

// start drops a byte order mark and keeps what else it had to read.
func (u *utf8Reader) start() {
	u.started = true
	head := make([]byte, len(utf8BOM))
	n, err := io.ReadFull(u.r, head)
	if err == io.ErrUnexpectedEOF {
		err = io.EOF
	}
	u.head, u.err = head[:n], err
	if string(u.head) == utf8BOM {
		u.offset, u.head = int64(n), nil
	}
}

// check returns how many bytes of p may be passed on.
func (u *utf8Reader) check(p []byte, atEOF bool) (good int, fault error) {
	i := 0
	for len(u.open) > 0 && i < len(p) {
		u.open = append(u.open, p[i])
		if !utf8.FullRune(u.open) {
			i++
			continue
		}
		if r, size := utf8.DecodeRune(u.open); r == utf8.RuneError && size == 1 {
			return 0, u.invalid(u.open[:len(u.open)-1], u.offset-int64(len(u.open)-1-i))
		}
		u.open = u.open[:0]
		i++
	}
	if len(u.open) == 0 {
		rest := p[i:]
		whole := wholeRunes(rest)
		if !utf8.Valid(rest[:whole]) {
			at := i + firstInvalid(rest)
			return at, u.invalid(p[at:at+brokenLen(p[at:])], u.offset+int64(at))
		}
		u.open = append(u.open, rest[whole:]...)
	}
	if atEOF && len(u.open) > 0 {
		return len(p), u.invalid(u.open, u.offset+int64(len(p)-len(u.open)))
	}
	return len(p), nil
}

func (u *utf8Reader) invalid(b []byte, offset int64) error {
	return &InvalidError{Offset: offset, Bytes: bytes.Clone(b), Encoding: "UTF-8"}
}

// wholeRunes returns the length of p without a last character that its end cuts.
func wholeRunes(p []byte) int {
	for cut := 1; cut < utf8.UTFMax && cut <= len(p); cut++ {
		if tail := p[len(p)-cut:]; utf8.RuneStart(tail[0]) {
			if !utf8.FullRune(tail) {
				return len(p) - cut
			}
			break
		}
	}
	return len(p)
}

// firstInvalid returns the offset of the first byte that is not UTF-8, or the length
// of p.
func firstInvalid(p []byte) int {
	for i := 0; i < len(p); {
		r, size := utf8.DecodeRune(p[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(p)
}

// brokenLen returns how many bytes at the start of p begin a character that the
// byte behind them breaks off; a byte that begins none is one.
func brokenLen(p []byte) int {
	n := 1
	for n < len(p) && !utf8.FullRune(p[:n]) && !utf8.FullRune(p[:n+1]) {
		n++
	}
	return n
}

// A decodeReader turns any other encoding into UTF-8.
type decodeReader struct {
	r       io.Reader
	enc     Encoding
	step    stepper
	in      []byte // read and not yet decoded
	out     []byte // decoded and not yet passed on
	buf     []byte
	offset  int64 // in the file, of in
	started bool
	readErr error
	err     error
}

func (d *decodeReader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for len(d.out) == 0 {
		if d.err != nil {
			return 0, d.err
		}
		d.fill()
		d.decode()
	}
	n := copy(p, d.out)
	d.out = d.out[n:]
	return n, nil
}

// fill reads once into what is free of in.
func (d *decodeReader) fill() {
	if d.readErr != nil {
		return
	}
	if cap(d.in)-len(d.in) < 64 {
		grown := make([]byte, len(d.in), chunk+len(d.in))
		copy(grown, d.in)
		d.in = grown
	}
	for range 100 {
		n, err := d.r.Read(d.in[len(d.in):cap(d.in)])
		d.in = d.in[:len(d.in)+n]
		d.readErr = err
		if n > 0 || err != nil {
			return
		}
	}
	d.readErr = io.ErrNoProgress
}

// decode turns in into out as far as it goes.
func (d *decodeReader) decode() {
	if !d.started {
		mark := d.enc.mark()
		if len(d.in) < len(mark) && d.readErr == nil && bytes.HasPrefix(mark, d.in) {
			return
		}
		d.started = true
		if bytes.HasPrefix(d.in, mark) {
			d.in = d.in[len(mark):]
			d.offset += int64(len(mark))
		}
	}
	if d.buf == nil {
		d.buf = make([]byte, 0, 3*chunk+64)
	}
	atEOF := d.readErr == io.EOF
	dst, n, bad := d.step(d.buf[:0], d.in, atEOF)
	d.out = dst
	d.offset += int64(n)
	rest := d.in[n:]
	switch {
	case bad > 0:
		d.err = &InvalidError{Offset: d.offset, Bytes: bytes.Clone(rest[:bad]), Encoding: d.enc.Name()}
	case d.readErr != nil && len(dst) == 0:
		d.err = d.readErr
	}
	d.in = append(d.in[:0:cap(d.in)], rest...)
}

// mark returns the byte order mark to drop. UTF-8's may stand before text in any
// encoding that holds ASCII: some editors put it there.
func (e Encoding) mark() []byte {
	switch e.kind {
	case kindUTF16LE:
		return []byte("\xFF\xFE")
	case kindUTF16BE:
		return []byte("\xFE\xFF")
	}
	return []byte(utf8BOM)
}
