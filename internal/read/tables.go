package read

import (
	"io"
	"os"

	"github.com/iatilint/iatilint/internal/read/csvread"
	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/internal/read/xlsxread"
	"github.com/iatilint/iatilint/schema"
)

func openCSV(d *decoded, file *schema.File, o Options) Reader {
	return csvread.New(d, file, csvread.Options{
		Version: o.Version, Lists: o.Lists, Sheet: sheet.Options{Columns: o.Columns, Given: o.given, Limits: o.Limits},
		Start: d.start, EncodedLen: d.encodedLen,
	})
}

func openXLSX(file *schema.File, content io.Reader, in io.Closer, o Options) (Reader, error) {
	options := xlsxread.Options{Version: o.Version, Lists: o.Lists, Sheet: sheet.Options{Columns: o.Columns, Given: o.given, Limits: o.Limits}}
	return openPacked(file, content, in, func(at io.ReaderAt, size int64) Reader {
		return xlsxread.New(at, size, file, options)
	})
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
