package xlsxread

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/read/sheet"
)

// merge is cells that are shown as one. The value of the first is that of all.
type merge struct {
	top, bottom, left, right int
	value                    cellValue
}

// maxMerges is how many merges of a sheet are kept.
const maxMerges = 100_000

// findMerges looks for the merges of a sheet. They stand behind its rows, so
// that the sheet is read to its end for them.
func (w *workbook) findMerges(part string) ([]merge, error) {
	in, err := w.Open(part, maxSheet)
	if err != nil {
		return nil, err
	}
	defer in.Close() //nolint:errcheck // it was only read
	var list []merge
	buffer := make([]byte, readSize)
	kept := 0
	for {
		n, err := in.Read(buffer[kept:])
		text := buffer[:kept+n]
		for len(list) < maxMerges {
			i := bytes.Index(text, []byte("mergeCell "))
			if i < 0 {
				break
			}
			end := bytes.IndexByte(text[i:], '>')
			if end < 0 {
				text = text[i:]
				break
			}
			if m, ok := parseMerge(string(text[i : i+end])); ok {
				list = append(list, m)
			}
			text = text[i+end:]
		}
		if errors.Is(err, io.EOF) || len(list) == maxMerges {
			break
		}
		if err != nil {
			return nil, err
		}
		const tail = 256 // longer than the tag
		kept = copy(buffer, text[max(0, len(text)-tail):])
	}
	slices.SortStableFunc(list, func(a, b merge) int { return cmp.Compare(a.top, b.top) })
	return list, nil
}

// parseMerge reads the tag of a merge: mergeCell ref="B7:B9".
func parseMerge(tag string) (m merge, ok bool) {
	_, ref, _ := strings.Cut(tag, "ref=")
	if len(ref) < 2 {
		return m, false
	}
	ref, _, ok = strings.Cut(ref[1:], ref[:1])
	first, last, colon := strings.Cut(ref, ":")
	if !ok || !colon {
		return m, false
	}
	m.left, m.right = columnOf(first), columnOf(last)
	var err1, err2 error
	m.top, err1 = strconv.Atoi(strings.TrimLeft(first, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	m.bottom, err2 = strconv.Atoi(strings.TrimLeft(last, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	return m, err1 == nil && err2 == nil && m.left >= 0 && m.right >= m.left && m.bottom >= m.top && m.right-m.left < 1000
}

// fill returns the cells of merges their value. A merge speaks for other columns
// only if they hold the same kind of value.
func (r *rows) fill(row *sheet.Row) {
	for len(r.merges) > 0 && r.merges[0].top <= row.Number {
		r.active = append(r.active, r.merges[0])
		r.merges = r.merges[1:]
	}
	r.active = slices.DeleteFunc(r.active, func(m merge) bool { return m.bottom < row.Number })
	own := len(row.Cells)
	for i := range r.active {
		m := &r.active[i]
		if m.top == row.Number {
			if c := row.At(m.left); c != nil {
				m.value = cellValue{text: r.text.String()[c.Start:c.End], kind: c.Kind, struck: c.Struck}
			}
		}
		for column := m.left; column <= m.right && r.layout != nil; column++ {
			if row.At(column) != nil || !r.layout.Alike(m.left, column) {
				continue
			}
			c := m.value
			c.column = column
			r.put(row, c, &sheet.Place{Row: m.top, Column: m.left})
		}
	}
	if own == 0 {
		row.Cells = nil // a row that only lies under merges says nothing new
	}
	if len(row.Cells) > own {
		slices.SortFunc(row.Cells, func(a, b sheet.Cell) int { return cmp.Compare(a.Column, b.Column) })
	}
}
