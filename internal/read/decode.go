package read

import (
	"bytes"
	"io"
)

// decoded is a file's text in UTF-8, and how to find its places on disk.
type decoded struct {
	io.Reader
	start      int64              // of the text in the file, after a byte order mark
	encodedLen func(string) int64 // nil for UTF-8
}

func decode(content io.Reader, head []byte) decoded {
	const mark = "\xEF\xBB\xBF"
	if bytes.HasPrefix(head, []byte(mark)) {
		return decoded{Reader: io.MultiReader(bytes.NewReader(head[len(mark):]), skip(content, len(head))), start: int64(len(mark))}
	}
	return decoded{Reader: content}
}

func skip(r io.Reader, n int) io.Reader {
	_, _ = io.CopyN(io.Discard, r, int64(n))
	return r
}
