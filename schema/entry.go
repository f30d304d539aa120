package schema

import (
	"strconv"

	"github.com/iatilint/iatilint/internal/attachment"
)

// EntryKind is what an entry calls itself.
type EntryKind string

// The kinds of entries. XML and tabular formats have activities; portal text
// names its blocks.
const (
	ActivityEntry  EntryKind = "activity"
	OutcomeEntry   EntryKind = "outcome"
	OutputEntry    EntryKind = "output"
	IndicatorEntry EntryKind = "indicator"

	// UnassignedText is what calls itself nothing: the text of a file in which no
	// entry could be made out. It is not counted, and only its narratives, in
	// OtherProse, are looked at.
	UnassignedText EntryKind = "text"
)

// Entry is one outcome of a submission: in IATI XML an iati-activity (2.03,
// activity standard), in portal text a block "outcome <identifier>".
type Entry struct {
	File   *File
	Source *Source
	Index  int // position in the file, from 0
	Kind   EntryKind
	At     Range // the whole entry
	Tag    Range // its start tag or header line: the place for what is missing
	// Pointer is the JSON Pointer of the entry in its document, "" in formats
	// without those.
	Pointer string

	Identifier  Text
	Language    Text // xml:lang, the default of all narratives
	LastUpdated Field[Date]

	ReportingOrg      *Organisation
	Title             *Prose // nil where absent
	Descriptions      []*Prose
	ParticipatingOrgs []*Organisation
	OtherIdentifiers  []*OtherIdentifier
	Status            Text
	Dates             []*ActivityDate
	Scope             Text
	DefaultAidTypes   []Text // codes of the list AidType: vocabulary 1
	Locations         []*Location
	DocumentLinks     []*DocumentLink
	RelatedActivities []*RelatedActivity
	Results           []*Result

	// OtherProse holds the titles, descriptions and bare narratives of elements
	// that the model does not keep (transactions, sectors, contacts).
	OtherProse []*Prose

	// Faults is what the reader found wrong with the entry's structure.
	Faults []Fault

	// ResultsOnly reports whether the file is a table of results without columns
	// for the values of the activity itself: that those are missing is no fault.
	ResultsOnly bool

	// MissingLevels are the levels of the entry that are in files which belong to
	// this one but were not given: that the entry lacks them is no fault.
	MissingLevels Levels

	// Memory is that of the entry's nodes. It is for the packages of this module.
	Memory attachment.Memory

	// Suppressions are the requests of the author not to report something.
	Suppressions []Suppression

	// Unusable reports whether the entry could not be read and ends the file: only
	// its faults count.
	Unusable bool

	faults faultCounts

	faultsAt map[Range]bool // made by the first FaultAt

}

// Organisation is a reporting-org or participating-org.
type Organisation struct {
	node
	Ref        Text
	Type       Text
	Role       Text         // participating-org/@role
	ActivityID Text         // participating-org/@activity-id
	Narratives []*Narrative // its name
}

// OtherIdentifier is an other-identifier: type A3 is a previous activity
// identifier, B1 a previous identifier of the reporting organisation.
type OtherIdentifier struct {
	node
	Ref  Text
	Type Text
}

// ActivityDate is an activity-date: type 1 planned start, 2 actual start,
// 3 planned end, 4 actual end.
type ActivityDate struct {
	node
	Type Text
	Date Field[Date]
}

// RelatedActivity is a related-activity.
type RelatedActivity struct {
	node
	Ref  Text
	Type Text
}

// Location is a location of the activity, which results may refer to by Ref.
type Location struct {
	node
	Ref Text
}

// Path implements Node: a simple XPath or a JSON Pointer.
func (e *Entry) Path() string {
	if e.File != nil && e.File.Format == XML {
		return "/iati-activities/iati-activity[" + strconv.Itoa(e.Index+1) + "]"
	}
	return e.Pointer
}

// Place implements Node.
func (e *Entry) Place() Range {
	if e.Identifier.Present() {
		return e.Identifier.At
	}
	return e.Tag
}

// Statement returns the outcome statement: the first narrative of the title, nil
// where there is none.
func (e *Entry) Statement() *Narrative {
	if e.Title == nil || len(e.Title.Narratives) == 0 {
		return nil
	}
	return e.Title.Narratives[0]
}
