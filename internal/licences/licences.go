// Package licences lists what iatilint is built of: THIRD_PARTY.md, kept by its
// test.
package licences
