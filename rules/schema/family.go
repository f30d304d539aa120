// Package schema holds the rules about the shape of an entry. What they report
// is found by the readers, in the same pass in which they build the model.
package schema
