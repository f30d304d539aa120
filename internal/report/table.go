package report

import (
	"strings"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/phrase"
)

// Tables lists the names of the tables that a text report can end in.
func Tables() []string { return []string{"entries", "rules", "files"} }

// table is a table of text: the first column holds names, the others numbers
// or marks, set flush right.
type table struct {
	head []string
	rows func(visit func(row []string)) error
	note string
}

func tableOf(name string, d *Data) table {
	switch name {
	case "entries":
		return entryTable(d)
	case "rules":
		return countTable("rule", byRule(d.Counts))
	}
	return countTable("file", byFile(d))
}

func entryTable(d *Data) table {
	return table{
		head: []string{"entry", "evidence", "words", "quantities", "indicators", "violations"},
		rows: func(visit func([]string)) error {
			return eachEntry(d, func(e *engine.EntrySummary) bool {
				visit([]string{e.Identifier, e.Evidence,
					phrase.Thousands(e.Words), phrase.Thousands(e.Quantities), phrase.Thousands(e.Indicators), phrase.Thousands(e.Violations)})
				return true
			})
		},
		note: "evidence: A baseline, target and actual; B an actual; C a figure in the text; D none found",
	}
}

func countTable(name string, counts []count) table {
	return table{
		head: []string{name, "errors", "warnings", "infos"},
		rows: func(visit func([]string)) error {
			for _, c := range counts {
				visit([]string{c.Name, phrase.Thousands(c.Errors), phrase.Thousands(c.Warnings), phrase.Thousands(c.Infos)})
			}
			return nil
		},
	}
}

// minNameWidth is the width that a name always has, however narrow the terminal.
const minNameWidth = 16

// table writes a table, its names cut in the middle where the terminal is too
// narrow. It reads the rows twice, as there may be millions.
func (t *textWriter) table(tab table) error {
	widths := make([]int, len(tab.head))
	rows := -1
	measure := func(row []string) {
		for i, cell := range row {
			widths[i] = max(widths[i], displayWidth(lineStart(cell)))
		}
		rows++
	}
	measure(tab.head)
	if err := tab.rows(measure); err != nil || rows == 0 {
		return err
	}
	rest := 0
	for _, w := range widths[1:] {
		rest += 2 + w
	}
	if t.width > 0 {
		widths[0] = min(widths[0], max(t.width-rest, minNameWidth))
	}
	t.out.WriteString(t.bold.Sprint(tableLine(tab.head, widths)) + "\n")
	if err := tab.rows(func(row []string) { t.out.WriteString(tableLine(row, widths) + "\n") }); err != nil {
		return err
	}
	if tab.note != "" {
		t.paragraph("", "", appendWords(nil, tab.note, t.dim))
	}
	t.out.WriteByte('\n')
	return nil
}

func tableLine(row []string, widths []int) string {
	var b strings.Builder
	name := middle(lineStart(row[0]), widths[0])
	b.WriteString(name + blank(widths[0]-displayWidth(name)))
	for i, cell := range row[1:] {
		b.WriteString("  " + blank(widths[i+1]-displayWidth(cell)) + cell)
	}
	return b.String()
}

func blank(n int) string { return strings.Repeat(" ", max(n, 0)) }

// middle cuts a name to a width by leaving out its middle: identifiers and
// paths differ at their ends.
func middle(s string, width int) string {
	if displayWidth(s) <= width {
		return s
	}
	runes := []rune(s)
	for keep := min(width, len(runes)) - 1; keep > 0; keep-- {
		tail := (keep + 1) / 2
		cut := string(runes[:keep-tail]) + "…" + string(runes[len(runes)-tail:])
		if displayWidth(cut) <= width {
			return cut
		}
	}
	return "…"
}
