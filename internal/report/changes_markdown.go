package report

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/rules/lint"
)

// commentLimit is how many characters a comment on GitHub may have, and
// commentRest what is kept for the lines above and below the changes.
const (
	commentLimit = 65_536
	commentRest  = 1_000
)

// Words kept around changes, and of long ones themselves.
const (
	markdownContext = 10
	markdownChanged = 150
	markdownWhole   = 40
)

// ChangesMarkdown writes what changed for a comment on a pull request, within
// what a comment on GitHub may hold.
func ChangesMarkdown(w io.Writer, c Compared, _ Style, stream Changes) (compare.Totals, error) {
	m := &changesMarkdown{}
	totals, err := stream(m.entry)
	if err != nil {
		return totals, err
	}
	text := fmt.Sprintf("## What changed\n\n%s.\n\nCompared: %s with %s.\n\n", ChangeTotals(totals),
		markdown(cut(c.After, labelWidth)), markdown(cut(c.Before, labelWidth))) + m.body.String()
	if m.left > 0 {
		text += plural(m.left, "more entry has changes that do", "more entries have changes that do") +
			" not fit into a comment; `iatilint diff --format html` shows them all.\n"
	}
	_, err = io.WriteString(w, text)
	return totals, unwritten("Markdown", err)
}

type changesMarkdown struct {
	body strings.Builder
	size int // of the body, as GitHub counts
	full bool
	left int // entries for which there was no room
}

// add writes a piece unless it, or one before it, exceeds the limit.
func (m *changesMarkdown) add(piece string) bool {
	size := 0
	for _, r := range piece {
		size += utf16.RuneLen(r)
	}
	if m.full = m.full || m.size+size > commentLimit-commentRest; m.full {
		return false
	}
	m.size += size
	m.body.WriteString(piece)
	return true
}

func (m *changesMarkdown) entry(e *compare.EntryChange) error {
	head := fmt.Sprintf("### %s\n\n%s", markdown(entryName(e, "→")), e.Kind)
	if how := recognised(e); how != "" {
		head += ", " + how
	}
	head += " (" + markdown(entryPlace(e)) + ")"
	if title := entrySide(e).Title; title != "" && !statementShown(e) {
		head += ": " + markdown(cut(title, statementWidth))
	}
	if !m.add(head + "\n\n") {
		m.left++
		return nil
	}
	items := changedItems(e)
	for i, item := range items {
		if !m.add(item) {
			note := fmt.Sprintf("- … and %s in this entry\n", plural(len(items)-i, "more change", "more changes"))
			m.body.WriteString(note)
			break
		}
	}
	m.body.WriteByte('\n')
	m.size++
	return nil
}

// changedItems lists what changed in an entry, a list item each.
func changedItems(e *compare.EntryChange) []string {
	var items []string
	if e.Kind == compare.Added || e.Kind == compare.Removed {
		for _, f := range entryTexts(e) {
			items = append(items, "- "+markdownField(&f, keep{markdownContext, markdownWhole})+"\n")
		}
		if n := contents(entrySide(e)); n != "" {
			items = append(items, "- with "+n+"\n")
		}
		return items
	}
	for _, g := range fieldGroups(e.Fields, 0) {
		indent, head := "- ", ""
		if len(g.path) > 0 {
			indent, head = "  - ", "- "+markdown(inWords(g.path))+"\n"
		}
		for _, p := range g.parts {
			items = append(items, head+indent+markdownPart(p)+"\n")
			head = ""
		}
	}
	return items
}

// markdownPart returns a change; an added or removed part with its contents.
func markdownPart(p changedPart) string {
	var b strings.Builder
	b.WriteString(markdownField(p.FieldChange, keep{markdownContext, markdownChanged}))
	var last string
	first := true
	p.values(func(path []string, f *compare.FieldChange) {
		where := inWords(path)
		switch {
		case first && where == "":
			b.WriteString(": ")
		case where != last || first:
			b.WriteString("; " + markdown(where) + ": ")
		default:
			b.WriteString(", ")
		}
		first, last = false, where
		before, after := valuesOf(f)
		b.WriteString(markdown(cutLabel(f.Name)) + " " + markdown(cut(before+after, statementWidth)))
	})
	return b.String()
}

func markdownField(f *compare.FieldChange, k keep) string {
	name := markdown(cutLabel(f.Name))
	switch f.Kind {
	case compare.Added:
		name += " added"
	case compare.Removed:
		name += " removed"
	}
	switch {
	case f.Change == nil:
		return name
	case f.Prose:
		return name + ": " + markdownDiff(stretchesOf(f.Change.Diff, k))
	}
	var values []stretch
	before, after := valuesOf(f)
	if before != "" {
		values = append(values, stretch{op: lint.Delete, head: before})
	}
	if after != "" {
		values = append(values, stretch{op: lint.Insert, head: after})
	}
	text := name + ": " + markdownDiff(values)
	if m := movement(f.Number); m != "" {
		text += " (" + m + ")"
	}
	return text
}

// markdownDiff writes a diff with ~~deleted~~ and **inserted** words. Such marks
// work only beside letters and spaces: an empty comment between a mark and a
// word ensures that.
func markdownDiff(list []stretch) string {
	const nothing = "<!-- -->"
	var b strings.Builder
	for i, s := range list {
		if i > 0 && !s.glued {
			b.WriteByte(' ')
		}
		text, around := markdown(s.short()), ""
		switch s.op {
		case lint.Delete:
			around = "~~"
		case lint.Insert:
			around = "**"
		}
		if around != "" && s.glued && i > 0 {
			b.WriteString(nothing)
		}
		b.WriteString(around + text + around)
		if around != "" && i+1 < len(list) && list[i+1].glued && list[i+1].op == lint.Equal {
			b.WriteString(nothing)
		}
	}
	return b.String()
}
