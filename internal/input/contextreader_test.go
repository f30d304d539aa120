package input

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/iatilint/iatilint/internal/read"
)

func opener(r io.Reader) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return io.NopCloser(r), nil }
}

func TestContextReader(t *testing.T) {
	text := strings.Repeat("0123456789", 50_000)
	if err := iotest.TestReader(newContextReader(t.Context(), opener(strings.NewReader(text))), []byte(text)); err != nil {
		t.Error(err)
	}
	over := errors.New("over")
	ctx, end := context.WithCancelCause(context.Background())
	silent, _ := io.Pipe()
	r := newContextReader(ctx, opener(io.MultiReader(strings.NewReader("first"), silent)))
	p := make([]byte, 10)
	if n, err := r.Read(p); string(p[:n]) != "first" || err != nil {
		t.Errorf("%q, %v", p[:n], err)
	}
	end(over)
	for range 2 {
		if n, err := r.Read(p); n != 0 || !errors.Is(err, over) {
			t.Errorf("%q, %v, want %v", p[:n], err, over)
		}
	}
	never := make(chan struct{})
	blocked := newContextReader(ctx, func() (io.ReadCloser, error) {
		<-never
		return nil, nil
	})
	if n, err := blocked.Read(p); n != 0 || !errors.Is(err, over) {
		t.Errorf("a pipe without a writer: %q, %v, want %v", p[:n], err, over)
	}
	if _, err := read.Find(ctx, "."); !errors.Is(err, over) {
		t.Errorf("a folder is looked through: %v", err)
	}
}
