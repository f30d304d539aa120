package sheet

import (
	"fmt"

	"github.com/iatilint/iatilint/schema"
)

// zeros finds the codes of a column that lost the zero at their start: a
// spreadsheet takes 0503 for the number 503.
type zeros struct {
	padded map[int]bool       // lengths of the codes with a zero at their start
	short  map[int]shortCodes // by length, the first of the codes without
}

type shortCodes struct {
	row   *Row
	cell  Cell
	count int
}

func (z *zeros) add(r *Row, c *Cell) {
	v := r.Value(c)
	if !isNumber(v) || len(v) > 12 {
		return
	}
	if z.padded == nil {
		z.padded, z.short = map[int]bool{}, map[int]shortCodes{}
	}
	if v[0] == '0' {
		z.padded[len(v)] = true
		return
	}
	l := z.short[len(v)]
	if l.row == nil {
		l.row, l.cell = r, *c
	}
	l.count++
	z.short[len(v)] = l
}

// faults returns the codes that are one digit shorter than those with a zero.
func (z *zeros) faults(like *schema.Source, header string) []schema.Fault {
	var faults []schema.Fault
	for length := range 13 {
		l, ok := z.short[length]
		if !ok || !z.padded[length+1] || z.padded[length] || len(z.short) > 1 {
			continue
		}
		f := schema.Fault{
			Kind: schema.MangledValue,
			Message: fmt.Sprintf("the code %q has %d digits, but others in the column %q have %d and begin with 0: the zero may be lost",
				l.row.Value(&l.cell), length, header, length+1),
			Hint: fmt.Sprintf("write %q, and set the column to the format text", "0"+l.row.Value(&l.cell)),
		}
		if l.count > 1 {
			f.Message += fmt.Sprintf("; so it may be with %d more", l.count-1)
		}
		faults = append(faults, atCell(l.row, &l.cell, like, f))
	}
	return faults
}
