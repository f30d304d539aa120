// Package text reads the prose of a results submission: words, sentences,
// numbers and what they count, vague quantifiers, markers that were never meant
// to be published, signs of a cut-off text, what a statement says, personal
// data, mark-up, hidden characters, encoding damage, and similarity.
//
// It states facts with byte offsets into the text and judges nothing: the rules
// decide what is a fault. Everything beyond words and sentences is computed
// on first use and cached. The languages known are en, fr, es
// and pt; in any other only facts that need no language are stated.
package text
