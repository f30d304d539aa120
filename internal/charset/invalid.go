package charset

import "fmt"

// An InvalidError is bytes of a file that are no character in its encoding.
type InvalidError struct {
	Offset   int64 // in the file, byte order mark included
	Bytes    []byte
	Encoding string
}

func (e *InvalidError) Error() string {
	return fmt.Sprintf("byte %d: % X is not valid %s", e.Offset, e.Bytes, e.Encoding)
}
