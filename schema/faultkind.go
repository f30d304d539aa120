package schema

// FaultKind is what a reader finds wrong. Each kind is reported by exactly one
// rule, which names it.
type FaultKind uint8

// The kinds of faults.
const (
	NotWellFormed       FaultKind = iota // the syntax of the format is broken
	BadEncoding                          // the encoding is unknown, declared wrongly, or violated
	WrongType                            // the file is of a type that is not read
	NotChecked                           // the file in a folder is of a type that is not read, and need not be a submission
	UnsupportedVersion                   // the declared version of the standard is not in use
	NoResults                            // the file holds no entry
	TooLarge                             // the file or a part of it is too large to be read
	TooManyNodes                         // the entry has more nodes than Limits.Nodes
	TooManyKeys                          // the group has more keys than Limits.Keys
	TooManyIgnores                       // there are more suppressions than Limits.Ignores
	UnrecognisedBlock                    // a part of the file is none of a submission
	BookMissing                          // a workbook or table that completes the file was not given
	InvalidStructure                     // the structure is not the standard's
	CodeNotOnList                        // a value is not on its code list
	NewerThanVersion                     // an element or attribute is newer than the declared version
	MangledValue                         // a spreadsheet changed the value
	MissingIdentifier                    // the entry has no identifier
	UnresolvedReference                  // an identifier of a row leads nowhere
	InvalidLanguage                      // the language is no code of a language
	Deletion                             // the text is marked as deleted
	EmptyNarrative                       // a title or description has no narrative
	InvalidDate                          // the date is none

	// FaultKinds is the number of kinds.
	FaultKinds = iota
)
