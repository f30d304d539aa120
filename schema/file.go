// Package schema is the model of an IATI results submission: entries with their
// results, indicators, periods and narratives, each value with its place in the
// file that it was read from. The same model serves IATI XML, portal text and
// every other format; readers fill it, rules read it.
//
// A Range counts bytes of the text of a Source. A Position counts lines, code
// points of a line, and bytes of the file as it is on disk. Values that could not
// be parsed are no errors: a Field says so in OK, and a reader adds a Fault.
//
// The methods of a Source may be called from several goroutines, and so may those
// of entries and nodes that nobody changes any more, but for AddFault, SetFaults
// and FaultAt. The fields Source.Cache and Entry.Memory are for the packages of
// this module.
package schema

// Format is how a file is written down.
type Format string

// The formats that are read.
const (
	XML      Format = "xml"
	Portal   Format = "text"
	JSON     Format = "json"
	YAML     Format = "yaml"
	CSV      Format = "csv"
	XLSX     Format = "xlsx"
	DOCX     Format = "docx"
	NoFormat Format = ""
)

// File is one file of a submission, without its entries: those are streamed.
// Everything but Path is complete only when the last entry has been read.
type File struct {
	Path    string // as given, with slashes
	Format  Format
	Version Text    // iati-activities/@version, absent in formats that have none
	Head    *Source // the text before the first entry: what Version and file faults refer to
	Bytes   int64
	Entries int
	Faults  []Fault // what is wrong with the file as a whole, in order of place
	Limits  Limits  // by which it is read

	faults faultCounts

	// Suppressions are the requests of the author not to report something, where no entry follows
	// that could carry it.
	Suppressions []Suppression

	// Reread reads an entry once more, from its place in the file and its index,
	// on any goroutine. Nil where the format or the source has no way back.
	Reread func(at Span, index int) (*Entry, error)
}

// Fault is something a reader found that keeps a file or an entry from being
// what it should be.
type Fault struct {
	Kind    FaultKind
	At      Range
	Source  *Source // what At refers to; nil = the file's Head, or the entry's own source
	Message string
	Related []RelatedPlace
	Hint    string
	Refs    []string // official rule ids, where they depend on the fault
	Fix     *Replacement
	More    int // number of further faults of the same kind, which are not kept

	// Unread reports that because of the fault a part of the file, up to all of
	// it, was not read and so not checked. It is an error in every run, and
	// nothing suppresses it. It depends on the occurrence, not on the kind: a
	// wrong declaration of the encoding is no loss where the text could be read.
	Unread bool
}

// RelatedPlace is the other half of a fault.
type RelatedPlace struct {
	At      Range
	Message string
}

// Replacement is a text that would mend a fault.
type Replacement struct {
	Title string
	At    Range
	Text  string
	Safe  bool
}

// Incomplete returns the first fault because of which the file gives not all of
// its entries, or has none at all; nil where there is none.
func (f *File) Incomplete() *Fault {
	for i := range f.Faults {
		if fault := &f.Faults[i]; fault.Unread || fault.Kind == NoResults {
			return fault
		}
	}
	return nil
}
