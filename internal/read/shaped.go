package read

import (
	"bytes"
	"regexp"
)

// keys finds the names in JSON or YAML that tell a submission from all else that
// is written in those.
var keys = regexp.MustCompile(`(?m)(?:^|[\s{,\[])["']?(iati-activities|iati-identifier|id|title|narrative)["']?[ \t]*:`)

// shaped tells by its first bytes whether JSON or YAML is a submission: names of
// the standard, or entries with an identifier and a narrative, or a list of
// entries with an identifier and a title.
func shaped(head []byte) bool {
	if bytes.Contains(head, []byte("://json-schema.org/")) {
		return false // it is about submissions
	}
	found := map[string]bool{}
	for _, m := range keys.FindAllSubmatch(head, -1) {
		found[string(m[1])] = true
	}
	return found["iati-activities"] || found["iati-identifier"] || found["id"] && (found["narrative"] || found["title"] && listed(head))
}

// listed tells a document that is a list.
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
