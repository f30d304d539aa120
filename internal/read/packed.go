package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/iatilint/iatilint/internal/read/docxread"
	"github.com/iatilint/iatilint/schema"
)

func openDOCX(file *schema.File, content io.Reader, in io.Closer) (Reader, error) {
	return openPacked(file, content, in, func(at io.ReaderAt, size int64) Reader {
		return docxread.New(at, size, file)
	})
}

// maxPiped is how large a workbook or document may be that is a stream, in bytes: it
// is read into memory, as the directory of a zip archive is at its end.
const maxPiped = 256 << 20

// openPacked reads a zip archive: from its file, or from memory if it is a stream.
func openPacked(file *schema.File, content io.Reader, in io.Closer, read func(at io.ReaderAt, size int64) Reader) (Reader, error) {
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return closing{read(f, info.Size()), in}, nil
		}
	}
	text, err := io.ReadAll(io.LimitReader(content, maxPiped+1))
	if err != nil {
		return nil, errors.Join(fmt.Errorf("could not read %s: %w", file.Path, reason(err)), in.Close())
	}
	if len(text) > maxPiped {
		return closing{faulty(file, schema.Fault{
			Rule: "file/too-large", Unread: true, Message: "the file is larger than 256 MB", Hint: "give it as a file, or divide it",
		}), in}, nil
	}
	return closing{read(bytes.NewReader(text), int64(len(text))), in}, nil
}
