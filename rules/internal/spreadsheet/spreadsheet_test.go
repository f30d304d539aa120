package spreadsheet_test

import (
	"testing"

	"github.com/iatilint/iatilint/rules/internal/spreadsheet"
)

func TestMangled(t *testing.T) {
	for _, value := range []string{"#REF!", " #n/a ", "#DIV/0!", "1E+05", "-2.5E+07", "1.23457E-05", "10-Dec", "Oct-14", "1-Mar-24", "2024-01-10 00:00:00"} {
		if spreadsheet.Mangled(value) == "" {
			t.Errorf("%q passes", value)
		}
	}
	for _, value := range []string{"", "#1", "5E1", "E+05", "1E+", "MAR-01", "12-14", "Mar", "1-Mar-24-2", "100", "1e3", "2024-01-10", "A-Dec-1"} {
		if what := spreadsheet.Mangled(value); what != "" {
			t.Errorf("%q is called %s", value, what)
		}
	}
}
