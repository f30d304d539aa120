// Package identifier holds the rules about the identifiers of entries.
package identifier
