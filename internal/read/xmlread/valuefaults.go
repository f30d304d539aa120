package xmlread

import (
	"fmt"

	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/iati"
)

// invalidValue gives the fault of a value of the wrong type a more specific kind,
// where there is one.
func invalidValue(f iati.Fault, out *schema.Fault) {
	switch {
	case f.Attribute == "iso-date" && dateNames[f.Element] != "":
		better := schema.InvalidDateFault(dateNames[f.Element], f.Value, out.At)
		better.Source, better.Refs = out.Source, out.Refs
		*out = better
	case f.Attribute == "xml:lang":
		out.Kind = schema.InvalidLanguage
		out.Message = fmt.Sprintf("the language is %q, which is no code of a language", f.Value)
		out.Hint = `write a code of two letters, such as xml:lang="fr"`
	}
}

// dateNames are the elements whose dates are those of results, in words.
var dateNames = map[string]string{
	"period-start":  "the start of the period",
	"period-end":    "the end of the period",
	"baseline":      "the date of the baseline",
	"activity-date": "the date of the activity",
}
