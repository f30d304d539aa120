package file

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// TooLarge reports XML files over the limits of the standard and the Registry,
// and what readers do not read for its size.
var TooLarge = &lint.Rule{
	ID:       "file/too-large",
	Title:    "the file or an entry is larger than may be",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
The standard asks for files of 40 MB at most, and the IATI Registry and the
official validator refuse files of more than 60,000,000 bytes, however good they
are.

What is too large to be read at all is an error, since it was not checked: an
entry of more than 100,000 results, indicators, periods, texts and the like, a
group of more than 10,000 keys, more than 1,000 requests to ignore something in an
entry, an entry of more than 256 MB in JSON, YAML of more than 64 MB, a row of more
than 16 MB, a workbook or document that unpacks to more than is read, and one of
more than 256 MB that comes through a pipe. Of these the first three are settings:
nodes-per-entry, keys-per-group and ignores-per-entry below limits.

Split the submission into several files, by country or by year; an activity
stays in one piece. What belongs together is kept together by the identifiers.`,
	Options: &TooLargeOptions{Warn: 40 << 20, Refuse: 60_000_000},
	Check: lint.Also(
		lint.EachFile(tooLarge),
		lint.Faults(schema.TooLarge, schema.TooManyNodes, schema.TooManyKeys, schema.TooManyIgnores),
		lint.Check{FaultHint: tooLargeHint}),
}

// tooLargeHint names the settings of the limits.
func tooLargeHint(kind schema.FaultKind) string {
	switch kind {
	case schema.TooManyNodes:
		return "divide it into several entries, or raise limits.nodes-per-entry in the settings; if it is not meant to be so large, the export has gone wrong"
	case schema.TooManyKeys:
		return "the export has gone wrong: what may be repeated is written as a list in [ ]; limits.keys-per-group in the settings allows more"
	case schema.TooManyIgnores:
		return "ignore the rule for the whole entry, or in the settings, where limits.ignores-per-entry allows more requests too"
	}
	return ""
}

// TooLargeOptions are the options of file/too-large.
type TooLargeOptions struct {
	Warn   int64 `yaml:"warn" doc:"bytes over which a file is reported"`
	Refuse int64 `yaml:"refuse" doc:"bytes over which that is an error"`
}

func tooLarge(p *lint.Pass, f *schema.File) {
	limits := lint.Options[TooLargeOptions](p)
	switch {
	case f.Format != schema.XML || f.Bytes <= limits.Warn:
	case f.Bytes > limits.Refuse:
		p.Report(lint.Violation{
			Severity: lint.Error,
			Message:  fmt.Sprintf("the file has %d bytes; the Registry refuses files of more than %d", f.Bytes, limits.Refuse),
			Hint:     "split it into several files",
		})
	default:
		p.Report(lint.Violation{
			Message: fmt.Sprintf("the file has %d bytes; the standard asks for %d at most", f.Bytes, limits.Warn),
			Hint:    "split it into several files",
		})
	}
}
