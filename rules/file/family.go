// Package file holds the rules about whether a file can be read at all. What
// they report is found by the readers.
package file
