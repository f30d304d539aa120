package schema

// Suppression is a request in the submission not to report something.
type Suppression struct {
	Rules  []string // rules or families, as written
	Reason string
	Until  Date // the last day that it holds; zero = for good

	At     Range   // the words that ask
	Source *Source // what At refers to; nil = the entry's own, or the file's head

	// Scope is the part of the entry that it holds for; unknown = the whole entry.
	Scope Range
	// WholeFile reports that it holds for the file, not for the entry at hand. It
	// has to stand before the first entry.
	WholeFile bool
}
