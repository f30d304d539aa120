// Package value holds the rules about the arithmetic of indicators.
package value
