// Package suppression holds the rules on what was silenced: that it is still needed, and says why.
package suppression
