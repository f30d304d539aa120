package spell

// entry is what the checker knows about one token.
type entry struct {
	token    string
	spelt    string // the token with ' for any apostrophe
	from, to int    // the part that the verdict is about
	verdict  Verdict
	flags    entryFlags
	lower    string  // the same in lower case
	patterns endings // confusions that end with this word
	before   uint64  // first letters of the words that these have before it
	behind   uint64  // the same, or all letters if any word may come before it
}

type entryFlags uint8

const (
	capitalised entryFlags = 1 << iota // misspelt, if it is no name
	compound                           // has parts to be judged one by one
	plain                              // lower-case letters only
	doubleAllowed
	settled // nothing to report of it by itself
)
