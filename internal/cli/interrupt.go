package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
)

var errInterrupted = errors.New("interrupted before it was done")

// interruptible is a context that ends with Ctrl-C or a request to terminate.
// The next such signal ends the process at once.
func interruptible() (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(signals, func() {
		stop()
		cancel(errInterrupted)
	})
	return ctx, func() {
		stop()
		cancel(nil)
	}
}

// untilDone refuses to write once a context has ended: what writes through it
// comes to an end, and a file that is half done is not kept.
type untilDone struct {
	ctx context.Context
	out io.Writer
}

func (w untilDone) Write(text []byte) (int, error) {
	if w.ctx.Err() != nil {
		return 0, context.Cause(w.ctx)
	}
	return w.out.Write(text)
}
