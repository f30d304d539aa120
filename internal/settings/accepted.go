package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"unicode"

	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// AcceptedName is the name of files of accepted violations.
const AcceptedName = ".iatilint-accepted.json"

// AcceptedFile is a file of violations that were accepted earlier.
type AcceptedFile struct {
	Version    int        `yaml:"schemaVersion" doc:"1"`
	Violations []Accepted `yaml:"violations" doc:"what was accepted"`
	Approved   []Approval `yaml:"approved" doc:"intended changes, as in the configuration"`

	name string
	root *node
}

// Accepted is a violation that was accepted. Its fingerprint names it; the rest
// is for people.
type Accepted struct {
	Fingerprint string      `yaml:"fingerprint" json:"fingerprint" required:"true" doc:"what it is known again by"`
	Rule        string      `yaml:"rule" json:"rule" required:"true" doc:"the rule that reported it"`
	Entry       string      `yaml:"entry" json:"entry" doc:"its entry"`
	File        string      `yaml:"file" json:"file" doc:"its file, relative to this one"`
	Message     string      `yaml:"message" json:"message" doc:"what was reported"`
	Count       int         `yaml:"count" json:"count,omitempty" doc:"how many there are, if more than one"`
	Reason      string      `yaml:"reason" json:"reason,omitempty" doc:"why"`
	Until       schema.Date `yaml:"until" json:"until,omitzero" doc:"the last day that it holds"`

	at place
}

// LoadAccepted reads a file of accepted violations; nil where there is none.
func LoadAccepted(name string, known Known) (*AcceptedFile, error) {
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("could not read the accepted violations: %w", err)
	}
	absolute, err := filepath.Abs(name)
	if err != nil {
		return nil, fmt.Errorf("could not find %s: %w", name, err)
	}
	return parseAccepted(displayPath(absolute), text, known)
}

func parseAccepted(name string, text []byte, known Known) (*AcceptedFile, error) {
	root, err := parse(&source{name: name, dir: filepath.Dir(name)}, text)
	if err != nil {
		return nil, err
	}
	a := &AcceptedFile{name: name, root: root}
	d := newDecoder(known)
	d.group(root, topLevel, reflect.ValueOf(a).Elem())
	if a.Version > 1 {
		d.fail(root.get("schemaVersion").at, "the file is of version %d; this iatilint reads version 1", a.Version)
	}
	if len(d.errs) > 0 {
		return nil, joinErrors(d.errs)
	}
	return a, nil
}

// Suppression returns an accepted violation as rules on suppressions see it.
func (a *Accepted) Suppression() lint.Suppression {
	return a.at.located(lint.Suppression{Kind: lint.Acceptance, Rules: []string{a.Rule}, Reason: a.Reason, Until: a.Until, Entry: a.Entry})
}

// Suppression returns an approval as rules on suppressions see it.
func (a *Approval) Suppression() lint.Suppression {
	return a.at.located(lint.Suppression{Kind: lint.Approval, Rules: ruleNames(a.Rule), Reason: a.Reason, Until: a.Until, Entry: a.Entry})
}

// Suppression returns an ignored violation as rules on suppressions see it.
func (g *Ignored) Suppression() lint.Suppression {
	return g.at.located(lint.Suppression{Kind: lint.Setting, Rules: ruleNames(g.Rule), Reason: g.Reason, Until: g.Until, Entry: g.Entry})
}

// In reports whether the setting is about a file.
func (g *Ignored) In(file string) bool { return len(g.Path) == 0 || anyMatch(g.Path, file) }

func ruleNames(rules []RuleName) []string {
	names := make([]string, len(rules))
	for i, r := range rules {
		names[i] = string(r)
	}
	return names
}

// located returns a suppression with its place.
func (p place) located(s lint.Suppression) lint.Suppression {
	if p.src == nil || p.line > len(p.src.lines) {
		return s
	}
	line := p.src.lines[p.line-1]
	s.File = p.src.name
	s.Span.Start = schema.Position{Line: p.line, Column: p.column, Offset: p.src.offset(p.line, p.column)}
	s.Span.End = s.Span.Start
	s.Span.End.Column += p.width
	s.Span.End.Offset = p.src.offset(p.line, p.column+p.width)
	start := p.src.offset(p.line, 1)
	s.Snippet = excerpt.Snippet{Text: line, From: int(s.Span.Start.Offset - start), To: int(s.Span.End.Offset - start)}
	return s
}

// offset returns the byte at a line and column.
func (s *source) offset(line, column int) int64 {
	if s.starts == nil {
		s.starts = make([]int64, len(s.lines)+1)
		for i, l := range s.lines {
			s.starts[i+1] = s.starts[i] + int64(len(l)) + 1
		}
	}
	text := s.lines[line-1]
	for i := range text {
		if column--; column == 0 {
			return s.starts[line-1] + int64(i)
		}
	}
	return s.starts[line-1] + int64(len(text))
}

// WriteAccepted writes accepted violations, one a line, with the approvals of
// the file before.
func WriteAccepted(w io.Writer, accepted []Accepted, before *AcceptedFile) error {
	var b bytes.Buffer
	b.WriteString("{\"schemaVersion\": 1,\n")
	if before != nil {
		if approved := before.root.get("approved"); approved != nil && approved.kind == list {
			b.WriteString("\"approved\": [")
			lines(&b, len(approved.items), func(i int) any { return approved.items[i].object() })
			b.WriteString("],\n")
		}
	}
	b.WriteString("\"violations\": [")
	lines(&b, len(accepted), func(i int) any {
		a := accepted[i]
		if a.Count == 1 {
			a.Count = 0 // is left out
		}
		return a
	})
	b.WriteString("]}\n")
	_, err := w.Write(b.Bytes())
	return err
}

func lines(b *bytes.Buffer, n int, at func(i int) any) {
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		line, _ := compact(at(i)) // texts can always be written
		printable(b, line)
	}
	if n > 0 {
		b.WriteByte('\n')
	}
}

// printable writes JSON without characters that YAML, which is read, refuses.
func printable(b *bytes.Buffer, text []byte) {
	for _, r := range string(text) {
		switch {
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			b.WriteRune(unicode.ReplacementChar)
		default:
			fmt.Fprintf(b, "\\u%04x", r)
		}
	}
}

// object returns a value as it was read.
func (n *node) object() any {
	switch n.kind {
	case scalar:
		return n.text
	case list:
		items := make([]any, len(n.items))
		for i, item := range n.items {
			items[i] = item.object()
		}
		return items
	case group:
		o := object{}
		for _, m := range n.members {
			o = append(o, pair{m.key, m.value.object()})
		}
		return o
	}
	return nil
}
