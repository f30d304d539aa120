package input

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
)

// blobs streams the content of blobs of one repository.
type blobs struct {
	cmd  *exec.Cmd
	in   io.WriteCloser
	out  *bufio.Reader
	said bytes.Buffer
}

func (r *repository) blobs(ctx context.Context) (*blobs, error) {
	b := &blobs{cmd: r.command(ctx, "cat-file", "--batch")}
	b.cmd.Stderr = &b.said
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

// read hands a blob's content to take.
func (b *blobs) read(id string, take func(io.Reader) error) error {
	if _, err := io.WriteString(b.in, id+"\n"); err != nil {
		return b.failed(err)
	}
	header, err := b.out.ReadString('\n')
	if err != nil {
		return b.failed(err)
	}
	fields := strings.Fields(header)
	if len(fields) != 3 || fields[1] != "blob" {
		return fmt.Errorf("the repository lacks the object %s; if this is a partial clone, fetch it with: git fetch --refetch --no-filter origin", id)
	}
	size, err := strconv.ParseInt(fields[2], 10, 64)
	if err != nil {
		return fmt.Errorf("git cat-file gave a size that is no number: %w", err)
	}
	content := &io.LimitedReader{R: b.out, N: size}
	if err := take(content); err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, content); err != nil {
		return b.failed(err)
	}
	if content.N > 0 {
		return b.failed(io.ErrUnexpectedEOF)
	}
	if _, err := b.out.ReadByte(); err != nil { // the line break behind it
		return b.failed(err)
	}
	return nil
}

// failed says why git has ended.
func (b *blobs) failed(cause error) error {
	_ = b.in.Close()
	_ = b.cmd.Wait() // what it said tells more than how it ended
	return &gitError{"cat-file", b.said.String(), cause}
}

// close ends git. What it still says is of no interest: all was read.
func (b *blobs) close() {
	_ = b.in.Close()
	_ = b.cmd.Wait()
}
