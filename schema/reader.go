package schema

// Reader streams the entries of one file.
type Reader interface {
	// Next returns the job of reading the next entry, or io.EOF; any other error
	// means that the file could not be finished. A job may run on any goroutine,
	// and jobs of one file in parallel. It returns nil for what is no entry.
	Next() (func() *Entry, error)
	// File describes the file. It is complete once Next has returned io.EOF.
	File() *File
	// Size returns the number of bytes of the entry whose job Next returned last;
	// 0 if it is not known.
	Size() int
	// Reread returns the function that reads an entry again; nil where the format
	// or the encoding does not allow that.
	Reread() Reread
	Close() error
}

// Reread reads an entry again from its bytes, of which it may keep parts, their
// position in the file and its index there. It may be called on any goroutine.
type Reread func(raw []byte, base Position, index int) *Entry
