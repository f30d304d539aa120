package read

import (
	"io"
	"os"

	"github.com/iatilint/iatilint/internal/read/csvread"
	"github.com/iatilint/iatilint/internal/read/xlsxread"
	"github.com/iatilint/iatilint/schema"
)

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
