package input

import (
	"context"
	"io"
)

// newContextReader returns a reader of what open opens that fails once a context
// has ended, even while opening or reading blocks: on a pipe that nobody writes to.
// What blocks is abandoned then.
func newContextReader(ctx context.Context, open func() (io.ReadCloser, error)) io.ReadCloser {
	r, w := io.Pipe()
	stop := context.AfterFunc(ctx, func() { w.CloseWithError(context.Cause(ctx)) })
	go func() {
		defer stop()
		in, err := open()
		if err == nil {
			_, err = io.Copy(w, in)
			_ = in.Close() // it was only read
		}
		w.CloseWithError(err)
	}()
	return r
}
