package xmlread

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/iati"
)

// notASubmission returns the fault of a file with another root element. An
// organisation file is good IATI all the same, if its version is.
func notASubmission(root string, versionKnown bool, tag schema.Range) schema.Fault {
	f := schema.Fault{
		Kind:    schema.NoResults,
		At:      tag,
		Message: fmt.Sprintf("the file begins with <%s>, but a results submission begins with <iati-activities>", root),
		Refs:    []string{"0.2.1"},
	}
	if root == "iati-organisations" {
		f.Message = "this is an IATI organisation file: results are published in activity files, which begin with <iati-activities>"
		f.Refs = nil
		if !versionKnown {
			f.Refs = []string{"0.6.1"}
		}
	}
	return f
}

// unsupported returns the fault of a file without a version that is in use, which is
// read as one of version meant; "" = it is not read.
func unsupported(version schema.Text, tag schema.Range, meant string) schema.Fault {
	f := schema.Fault{
		Kind:    schema.UnsupportedVersion,
		Unread:  meant == "",
		At:      tag,
		Message: "the file declares no version of the standard; it was checked as " + meant,
		Hint:    fmt.Sprintf(`write <iati-activities version="%s">`, meant),
		Refs:    []string{"0.6.1"},
	}
	if !version.Present() {
		return f
	}
	f.At = version.At
	f.Message = fmt.Sprintf("the file declares version %q of the standard; only 2.01, 2.02 and 2.03 are in use, written exactly so", version.Value)
	switch strings.TrimSpace(version.Value) {
	case meant:
		f.Fix = &schema.Replacement{Title: fmt.Sprintf("write %q", meant), At: version.At, Text: meant, Safe: true}
		f.Hint = ""
	default:
		f.Message += "; it was checked as " + meant
		f.Hint = fmt.Sprintf("write %q if that is what the file is", meant)
	}
	if meant == "" {
		f.Message = fmt.Sprintf("the file declares version %q of the standard; only 2.01, 2.02 and 2.03 are in use, and nothing was checked", version.Value)
		f.Hint = "export it again as 2.03; another number alone is not enough, for since 2.01 titles, descriptions and comments hold <narrative>"
	}
	return f
}

// ofFirstStandard reports whether a version is one before 2.01, whose files have another
// structure.
func ofFirstStandard(version string) bool { return strings.HasPrefix(strings.TrimSpace(version), "1") }

// meantVersion returns the version that one which is not in use is most likely to
// mean.
func meantVersion(version string) string {
	plain := strings.TrimSpace(version)
	if _, ok := iati.For(plain); ok {
		return plain
	}
	return form.Newest
}

// structureFault returns the fault of the model, with its kind, for one that the
// structure walk found.
func structureFault(f iati.Fault, source *schema.Source) schema.Fault {
	out := schema.Fault{
		Kind:    schema.InvalidStructure,
		At:      rangeOf(f.At.Start, f.At.End),
		Source:  source,
		Message: f.Message(),
		Refs:    []string{"0.3.1"},
	}
	if f.RelatedAt.End > 0 {
		out.Related = []schema.RelatedPlace{{At: rangeOf(f.RelatedAt.Start, f.RelatedAt.End), Message: "see also here"}}
	}
	if f.Since != "" {
		out.Kind = schema.NewerThanVersion
		return out
	}
	switch f.Kind {
	case iati.MissingElement, iati.EmptyElement:
		missingElement(f, &out)
	case iati.MissingAttribute:
		if f.Element == "reporting-org" && slices.Contains(f.Missing, "ref") {
			out.Refs = append(out.Refs, "1.1.21") // nothing that the identifier could begin with
		}
	case iati.InvalidValue:
		invalidValue(f, &out)
	}
	return out
}

// missingElement gives the fault of a missing element the kind of the thing that
// is missing, so that one gap gives one violation.
func missingElement(f iati.Fault, out *schema.Fault) {
	if slices.Contains(f.Missing, "reporting-org") && !slices.Contains(f.Missing, "iati-identifier") {
		out.Refs = append(out.Refs, "1.1.21") // nothing that the identifier could begin with
	}
	if slices.Contains(f.Missing, "activity-date") {
		out.Refs = append(out.Refs, "6.11.1")
	}
	if len(f.Missing) != 1 {
		return
	}
	switch {
	case f.Missing[0] == "iati-identifier":
		out.Kind = schema.MissingIdentifier
	case f.Missing[0] == "narrative" && f.Element == "title":
		out.Kind = schema.EmptyNarrative
		out.Refs = []string{"0.3.1", "4.3.1"}
	case f.Missing[0] == "narrative" && f.Element == "description":
		out.Kind = schema.EmptyNarrative
		out.Refs = []string{"0.3.1", "4.4.1"}
	}
}
