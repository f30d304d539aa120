// Package language holds the rules about the languages of texts.
package language
