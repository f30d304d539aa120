package cli

import "strings"

// listed joins names for a help text: "text, json".
func listed(names []string) string { return strings.Join(names, ", ") }

// cutPair splits NAME=VALUE.
func cutPair(s string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(s, "=")
	return name, value, ok && name != "" && value != ""
}
