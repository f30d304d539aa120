package cli

import "strings"

// listed joins names for a help text: "text, json".
func listed(names []string) string { return strings.Join(names, ", ") }
