package report

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"io"

	"github.com/iatilint/iatilint/internal/finding"
)

// JSONL writes a violation a line, each a JSON object as in the report of JSON.
func JSONL(w io.Writer, d *Data, _ Style) error {
	out := bufio.NewWriter(w)
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	var failed error
	err := each(d.Violations, func(v, _ *finding.Finding) {
		line.Reset()
		if err := encoder.Encode(v); err != nil {
			failed = err
		}
		writeASCIISafe(out, line.Bytes())
	})
	if err := cmp.Or(err, failed); err != nil {
		return unwritten("JSON Lines", err)
	}
	return unwritten("JSON Lines", out.Flush())
}
