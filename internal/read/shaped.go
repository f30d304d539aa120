package read

import (
	"bytes"
	"regexp"
)

// keys matches the names that distinguish a submission from other JSON or YAML.
var keys = regexp.MustCompile(`(?m)(?:^|[\s{,\[])["']?(iati-activities|iati-identifier|id|title|narrative)["']?[ \t]*:`)

// isSubmissionText reports by its first bytes whether JSON or YAML is a submission: names of
// the standard, or entries with an identifier and a narrative, or a list of
// entries with an identifier and a title.
func isSubmissionText(head []byte) bool {
	if bytes.Contains(head, []byte("://json-schema.org/")) {
		return false // it is about submissions
	}
	found := map[string]bool{}
	for _, m := range keys.FindAllSubmatch(head, -1) {
		found[string(m[1])] = true
	}
	return found["iati-activities"] || found["iati-identifier"] || found["id"] && (found["narrative"] || found["title"] && listed(head))
}

// listed reports whether a document is a list.
func listed(head []byte) bool {
	for line := range bytes.Lines(head) {
		line = bytes.TrimRight(line, " \t\r\n")
		if len(line) == 0 || line[0] == '#' || string(line) == "---" {
			continue
		}
		start := bytes.TrimLeft(line, " \t")
		return start[0] == '[' || string(start) == "-" || bytes.HasPrefix(start, []byte("- "))
	}
	return false
}
