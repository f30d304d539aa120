package input

import (
	"context"
	"io"
	"os"
)

// newContextReader returns a reader of in that fails once a context has ended,
// even while in blocks: a pipe that nobody writes to. The pending read is abandoned.
func newContextReader(ctx context.Context, in io.Reader) io.Reader {
	return &contextReader{ctx: ctx, in: in}
}

type contextReader struct {
	ctx context.Context //nolint:containedctx // a reader has no other way to learn of it
	in  io.Reader
	buf []byte // not the caller's, which may be reused while an abandoned read writes to it
	err error
}

// bufferSize is how much is read at a time, in bytes.
const bufferSize = 64 << 10

func (r *contextReader) Read(p []byte) (int, error) {
	if r.err == nil && r.ctx.Err() != nil {
		r.err = context.Cause(r.ctx)
	}
	if r.err != nil {
		return 0, r.err
	}
	if r.buf == nil {
		r.buf = make([]byte, bufferSize)
	}
	buf := r.buf[:min(len(p), bufferSize)]
	n, err := wait(r.ctx, func() (int, error) { return r.in.Read(buf) })
	r.err = err
	return copy(p, buf[:n]), err
}

// openContext opens a file. It stops waiting for the writer of a pipe when a
// context ends.
func openContext(ctx context.Context, name string) (*os.File, error) {
	return wait(ctx, func() (*os.File, error) { return os.Open(name) })
}

// wait returns what do returns, or the cause if a context ends before.
func wait[T any](ctx context.Context, do func() (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		value, err := do()
		done <- outcome{value, err}
	}()
	select {
	case o := <-done:
		return o.value, o.err
	case <-ctx.Done():
		var none T
		return none, context.Cause(ctx)
	}
}
