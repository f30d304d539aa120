package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/iatilint/iatilint/internal/read/csvread"
	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/internal/read/xlsxread"
	"github.com/iatilint/iatilint/schema"
)

func openCSV(d *decoded, file *schema.File, o Options) Reader {
	return csvread.New(d, file, csvread.Options{
		Version: o.Version, Lists: o.Lists, Sheet: sheet.Options{Columns: o.Columns},
		Start: d.start, EncodedLen: d.encodedLen,
	})
}

// maxPiped is how large a workbook may be that is no file on disk, in bytes: it
// has to be held, for a workbook's table of contents is at its end.
const maxPiped = 256 << 20

// openXLSX reads a workbook: from its file, or held in memory where it comes
// from elsewhere.
func openXLSX(file *schema.File, content io.Reader, in io.Closer, o Options) (Reader, error) {
	options := xlsxread.Options{Version: o.Version, Lists: o.Lists, Sheet: sheet.Options{Columns: o.Columns}}
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return closing{xlsxread.New(f, info.Size(), file, options), in}, nil
		}
	}
	text, err := io.ReadAll(io.LimitReader(content, maxPiped+1))
	if err != nil {
		return nil, errors.Join(fmt.Errorf("could not read %s: %w", file.Path, reason(err)), in.Close())
	}
	if len(text) > maxPiped {
		return closing{faulty(file, schema.Fault{
			Rule: "file/too-large", Message: "the workbook is larger than 256 MB", Hint: "give it as a file, or divide it",
		}), in}, nil
	}
	return closing{xlsxread.New(bytes.NewReader(text), int64(len(text)), file, options), in}, nil
}

// table tells whether a file in a folder is surely a table of entries.
func table(name string, format schema.Format) bool {
	f, err := os.Open(name)
	if err != nil {
		return true // its reader says why
	}
	defer f.Close()
	if format == schema.XLSX {
		info, err := f.Stat()
		return err != nil || xlsxread.Resembles(f, info.Size())
	}
	head := make([]byte, headSize)
	n, _ := io.ReadFull(f, head)
	return csvread.Resembles(plain(head[:n]))
}
