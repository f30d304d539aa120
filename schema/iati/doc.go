// Package iati holds the structure of IATI activity files, versions 2.01, 2.02
// and 2.03, and checks documents against it.
//
// A [Walk] is fed the start tags, attributes, text and end tags of a document in
// order, by whichever reader has them, and reports a [Fault] for every departure
// from the structure. A document is valid by the standard's schemas exactly if
// its walk reports no fault; what the faults say is meant for people: what
// is missing and where it belongs, rather than what was found in its place.
// In the same pass the walk reports values that are not on their code lists.
package iati
