package convert

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// YAML writes all entries of r as YAML; report is as in JSON.
func YAML(w io.Writer, r schema.Reader, report func(note string)) error {
	return run(&yamlWriter{out: bufio.NewWriter(w)}, r, report)
}

type yamlWriter struct {
	out    *bufio.Writer // keeps the first error for Flush
	indent string        // of the hyphens of entries
	before string        // what is written before the next entry
}

func (w *yamlWriter) open(r root) error {
	if !r.activities {
		return nil
	}
	fmt.Fprintf(w.out, "%s:\n", form.RootKey)
	if r.suppressions != nil {
		w.members(&form.Value{Kind: form.Object, Members: []form.Member{{Key: ignore.Key, Value: r.suppressions}}}, "  ", "  ")
	}
	if r.version.Present() {
		fmt.Fprintf(w.out, "  %s: %s\n", form.VersionKey, scalar(r.version.Value, ""))
	}
	fmt.Fprintf(w.out, "  %s:", form.EntryKey)
	w.indent, w.before = "    ", "\n"
	return nil
}

func (w *yamlWriter) entry(v *form.Value) error {
	_, err := w.out.WriteString(w.before)
	w.before = ""
	w.item(v, w.indent)
	return err
}

func (w *yamlWriter) close() error {
	if err := w.out.Flush(); err != nil {
		return fmt.Errorf("could not write YAML: %w", err)
	}
	return nil
}

// item writes an item of a list.
func (w *yamlWriter) item(v *form.Value, indent string) {
	_, _ = w.out.WriteString(indent + "-")
	switch {
	case v.Kind == form.Object && len(v.Members) > 0:
		w.members(v, indent+"  ", " ")
	case v.Kind == form.List && len(v.Items) > 0:
		_, _ = w.out.WriteString("\n")
		w.items(v, indent+"  ")
	default:
		w.leaf(v, indent)
	}
}

func (w *yamlWriter) items(v *form.Value, indent string) {
	for _, item := range v.Items {
		w.item(item, indent)
	}
}

// members writes the keys of a group, the first one behind what is on its line
// already.
func (w *yamlWriter) members(v *form.Value, indent, first string) {
	for i, m := range v.Members {
		if i > 0 {
			first = indent
		}
		_, _ = w.out.WriteString(first + key(m.Key) + ":")
		switch {
		case m.Value.Kind == form.Object && len(m.Value.Members) > 0:
			_, _ = w.out.WriteString("\n")
			w.members(m.Value, indent+"  ", indent+"  ")
		case m.Value.Kind == form.List && len(m.Value.Items) > 0:
			_, _ = w.out.WriteString("\n")
			w.items(m.Value, indent+"  ")
		default:
			w.leaf(m.Value, indent)
		}
	}
}

// leaf writes what has no parts, behind a colon or hyphen, and ends the line.
// Lines of a text that go on are indented more than indent.
func (w *yamlWriter) leaf(v *form.Value, indent string) {
	text := v.Text // a number or a truth value
	switch v.Kind {
	case form.String:
		text = scalar(v.Text, indent+"  ")
	case form.Object:
		text = "{}"
	case form.List:
		text = "[]"
	case form.Null:
		text = "null"
	}
	_, _ = w.out.WriteString(" " + text + "\n")
}

func key(s string) string {
	if strings.Contains(s, "\n") {
		return doubleQuoted(s)
	}
	return scalar(s, "")
}
