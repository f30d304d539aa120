package read

import (
	"fmt"
	"io"

	"github.com/iatilint/iatilint/internal/charset"
	"github.com/iatilint/iatilint/schema"
)

// EncodingOf returns the encoding that New reads a file in.
func EncodingOf(in io.Reader, name string, o Options) (charset.Encoding, error) {
	head, err := readHead(in)
	if err != nil {
		return charset.Encoding{}, fmt.Errorf("could not read %s: %w", name, Reason(err))
	}
	if o.Format == schema.NoFormat {
		o.Format = sniff(head, name).format
	}
	return sniffEncoding(head, o.Format).Encoding, nil
}
