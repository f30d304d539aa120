// Package period holds the rules about dates.
package period
