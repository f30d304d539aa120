// Package narrative holds the rules about the text of titles, descriptions and
// comments.
package narrative
