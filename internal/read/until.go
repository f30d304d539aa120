package read

import (
	"context"
	"io"
	"os"
)

// Until reads from in until a context ends, even if in is silent: a pipe that
// nobody writes to. Then the read under way is left to itself.
func Until(ctx context.Context, in io.Reader) io.Reader { return &until{ctx: ctx, in: in} }

type until struct {
	ctx context.Context //nolint:containedctx // a reader has no other way to learn of it
	in  io.Reader
	own []byte // what is read into: the caller's may be used again while a read is left to itself
	err error
}

// chunk is how much is read at a time, in bytes.
const chunk = 64 << 10

func (u *until) Read(p []byte) (int, error) {
	if u.err == nil && u.ctx.Err() != nil {
		u.err = context.Cause(u.ctx)
	}
	if u.err != nil {
		return 0, u.err
	}
	if u.own == nil {
		u.own = make([]byte, chunk)
	}
	own := u.own[:min(len(p), chunk)]
	n, err := wait(u.ctx, func() (int, error) { return u.in.Read(own) })
	u.err = err
	return copy(p, own[:n]), err
}

// OpenUntil opens a file, and does not wait for the writer of a pipe once a
// context has ended.
func OpenUntil(ctx context.Context, name string) (*os.File, error) {
	return wait(ctx, func() (*os.File, error) { return os.Open(name) })
}

// wait gives what do gives, or the reason why a context ended before.
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
