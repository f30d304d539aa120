package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

// JSONL writes a violation a line, each a JSON object as in the report of JSON.
func JSONL(w io.Writer, d *Data, _ Style) error {
	out := bufio.NewWriter(w)
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	for i := range d.Violations {
		line.Reset()
		if err := encoder.Encode(&d.Violations[i]); err != nil {
			return unwritten("JSON Lines", err)
		}
		writeASCIISafe(out, line.Bytes())
	}
	return unwritten("JSON Lines", out.Flush())
}
