package bench

import (
	"bufio"
	"fmt"
	"io"
)

// Options say what to write.
type Options struct {
	Format string  // one of Formats
	Bytes  int64   // at least so many
	Seed   uint64  // the same seed writes the same bytes
	Faults float64 // share of activities with a mistake, 0 to 1
}

// Formats are the formats that can be written.
func Formats() []string { return []string{"xml", "text", "json", "csv"} }

// form writes activities in one format.
type form struct {
	head, tail string
	between    string
	entry      func(*bufio.Writer, *Activity)
}

func forms() map[string]form {
	return map[string]form{
		"xml":  {head: xmlHead, tail: "</iati-activities>\n", entry: writeXML},
		"text": {entry: writeText},
		"json": {head: jsonHead, between: ",\n", tail: "\n]}}\n", entry: writeJSON},
		"csv":  {head: csvHead, entry: writeCSV},
	}
}

// Write writes a submission.
func Write(w io.Writer, o Options) error {
	f, ok := forms()[o.Format]
	if !ok {
		return fmt.Errorf("there is no format %q: the formats are %v", o.Format, Formats())
	}
	a, err := newAuthor(o.Seed, o.Faults)
	if err != nil {
		return err
	}
	counted := &counter{w: w}
	out := bufio.NewWriterSize(counted, 1<<16)
	out.WriteString(f.head)
	for first := true; first || counted.n < o.Bytes; first = false {
		if !first {
			out.WriteString(f.between)
		}
		f.entry(out, a.next())
		if counted.err != nil {
			break
		}
	}
	out.WriteString(f.tail)
	return out.Flush()
}

// counter counts what has been written.
type counter struct {
	w   io.Writer
	n   int64
	err error
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	c.err = err
	return n, err
}
