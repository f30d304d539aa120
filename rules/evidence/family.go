// Package evidence holds the rules about the figures behind a claim.
package evidence
