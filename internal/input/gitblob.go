package input

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
)

// blobs streams the content of blobs of one repository.
type blobs struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    *bufio.Reader
	stderr bytes.Buffer
}

func (r *repository) blobs(ctx context.Context) (*blobs, error) {
	b := &blobs{cmd: r.command(ctx, "cat-file", "--batch")}
	b.cmd.Stderr = &b.stderr
	in, err1 := b.cmd.StdinPipe()
	out, err2 := b.cmd.StdoutPipe()
	if err := errors.Join(err1, err2); err != nil {
		return nil, fmt.Errorf("could not start git cat-file: %w", err)
	}
	b.in, b.out = in, bufio.NewReader(out)
	if err := b.cmd.Start(); err != nil {
		return nil, fmt.Errorf("could not start git cat-file: %w", err)
	}
	return b, nil
}

// read calls take with a blob's content, which it reads to its end.
func (b *blobs) read(id string, take func(io.Reader) error) error {
	header := ""
	_, err := io.WriteString(b.in, id+"\n")
	if err == nil {
		header, err = b.out.ReadString('\n')
	}
	if err != nil {
		return b.failed(err)
	}
	content := &io.LimitedReader{R: b.out}
	if _, err := fmt.Sscanf(header, id+" blob %d", &content.N); err != nil {
		return fmt.Errorf("the repository lacks the object %s; if this is a partial clone, fetch it with: git fetch --refetch --no-filter origin", id)
	}
	if err := take(content); err != nil {
		return err
	}
	if content.N > 0 {
		return b.failed(io.ErrUnexpectedEOF)
	}
	if _, err := b.out.ReadByte(); err != nil { // the line break behind it
		return b.failed(err)
	}
	return nil
}

// failed returns why git has ended.
func (b *blobs) failed(cause error) error {
	b.close()
	return &gitError{"cat-file", b.stderr.String(), cause}
}

// close ends git. Its exit code does not matter: either all was read, or its message
// explains more.
func (b *blobs) close() {
	_ = b.in.Close()
	_ = b.cmd.Wait()
}
