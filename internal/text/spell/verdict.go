package spell

// Status is what a word is to a checker.
type Status uint8

const (
	Ignored  Status = iota // nothing to judge: short, capitals, digits
	Known                  // in the language, or in the project's vocabulary
	Foreign                // not in the language, but in another embedded one
	Unknown                // in no list, and like no known word
	Misspelt               // a misspelling, with what it stands for
)

// A Verdict is what a checker makes of one word, whatever stands around it.
type Verdict struct {
	Status      Status
	Listed      bool     // a misspelling known as such
	OneSided    bool     // known in American or in British English only
	Certain     bool     // there is one correction
	Corrections []string // the likeliest first; a Foreign word has them where it may be a slip, which Scan decides
}
