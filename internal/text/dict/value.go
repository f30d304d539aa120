package dict

// Value is what a dictionary says about a word that it has.
type Value uint64

// Only the English list carries values; elsewhere every word has the zero Value.
const (
	USOnly   Value = 1 << iota // American spelling that British English has not
	GBOnly                     // British spelling that American English has not
	Uncommon                   // outside the 50,000 or so words that most readers know
)
