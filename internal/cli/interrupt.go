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

// interruptible returns a context that is cancelled by SIGINT or SIGTERM. The
// next such signal ends the process at once.
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

// contextWriter fails every write once its context is done, so that a report
// stops and a half-written file is not kept.
type contextWriter struct {
	ctx context.Context
	out io.Writer
}

func (w contextWriter) Write(text []byte) (int, error) {
	if w.ctx.Err() != nil {
		return 0, context.Cause(w.ctx)
	}
	return w.out.Write(text)
}
