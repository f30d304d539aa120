// Package docgen writes what is derived from the catalogue of rules: the
// README of the rules, and what explain prints.
package docgen

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/iatilint/iatilint/rules/lint"
)

const intro = `# Rules

Generated from the catalogue and from the tests of the rules: change those, then
run ` + "`go test ./internal/docgen -update`" + `.

Each rule has its test beside it, in ` + "`testdata/rules/<family>/<name>.txtar`" + `; its prose
and its first bad file are the example given here.

`

// README is the text of rules/README.md. tests holds the rules' txtar files
// as <family>/<name>.txtar.
func README(rules []*lint.Rule, tests fs.FS) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(intro)
	if err := Table(&b, rules); err != nil {
		return nil, err
	}
	family := ""
	for _, r := range rules {
		if r.Family() != family {
			family = r.Family()
			fmt.Fprintf(&b, "\n## %s\n", family)
		}
		if err := section(&b, r, tests); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// Table writes the rules as a Markdown table.
func Table(w io.Writer, rules []*lint.Rule) error {
	var b bytes.Buffer
	b.WriteString("| Rule | Severity | What it reports | Official validator |\n|---|---|---|---|\n")
	for _, r := range rules {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s | %s |\n", r.ID, anchor(r.ID), r.Severity, r.Title, strings.Join(r.Refs, " "))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// anchor is the name that Markdown renderers give a heading.
func anchor(heading string) string { return strings.ReplaceAll(heading, "/", "") }

// TestName is the name of a rule's test, relative to testdata/rules.
func TestName(r *lint.Rule) string {
	return r.Family() + "/" + strings.ReplaceAll(r.Name(), "-", "_") + ".txtar"
}

func section(b *bytes.Buffer, r *lint.Rule, tests fs.FS) error {
	text, err := fs.ReadFile(tests, TestName(r))
	if err != nil {
		return fmt.Errorf("could not read the test of rule %s: %w", r.ID, err)
	}
	fmt.Fprintf(b, "\n### %s\n\n%s: %s. Since %s.%s\n", r.ID, title(r.Severity.String()), r.Title, r.Since, refs(r))
	for _, alias := range r.Aliases {
		fmt.Fprintf(b, " Formerly %s.", alias)
	}
	fmt.Fprintf(b, "\n%s\n", strings.TrimSpace(r.Doc))
	options(b, r)
	example(b, txtar.Parse(text))
	return nil
}

func title(s string) string { return string(unicode.ToUpper(rune(s[0]))) + s[1:] }

func refs(r *lint.Rule) string {
	if len(r.Refs) == 0 {
		return ""
	}
	return " The official validator calls it " + strings.Join(r.Refs, ", ") + "."
}

// options lists the fields of a rule's options with their defaults.
func options(b *bytes.Buffer, r *lint.Rule) {
	if r.Options == nil {
		return
	}
	b.WriteString("\nOptions:\n\n")
	v := reflect.ValueOf(r.Options).Elem()
	for i := range v.NumField() {
		f := v.Type().Field(i)
		fmt.Fprintf(b, "- `%s` (default %v): %s\n", f.Tag.Get("yaml"), v.Field(i).Interface(), f.Tag.Get("doc"))
	}
}

// Before is the folder of a test that holds the earlier selves of its files.
const Before = "before/"

// example shows the first bad file of a rule's test, what it was earlier, and
// what is reported of it.
func example(b *bytes.Buffer, test *txtar.Archive) {
	i := slices.IndexFunc(test.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, "bad") })
	if i < 0 {
		return
	}
	bad := test.Files[i]
	fmt.Fprintf(b, "\n%s\n", strings.TrimSpace(string(test.Comment)))
	if before, ok := file(test, Before+bad.Name); ok {
		fmt.Fprintf(b, "\nEarlier:\n\n```\n%s```\n\nNow:\n", before)
	}
	fmt.Fprintf(b, "\n```\n%s```\n", bad.Data)
	if want, ok := file(test, "want"); ok {
		b.WriteString("\ngives\n\n```\n")
		for line := range strings.Lines(string(want)) {
			if strings.HasPrefix(line, bad.Name+":") {
				b.WriteString(line)
			}
		}
		b.WriteString("```\n")
	}
}

func file(archive *txtar.Archive, name string) ([]byte, bool) {
	for _, f := range archive.Files {
		if f.Name == name {
			return f.Data, true
		}
	}
	return nil, false
}
