package read

import (
	"io"

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
