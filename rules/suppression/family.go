// Package suppression holds the rules on suppressions: that they are still needed, and say why.
package suppression
