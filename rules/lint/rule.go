// Package lint is the grammar of a rule: what a rule is, what it is given and
// what it reports. Rules are data with one function; listings, help, reports
// and configuration follow from the data.
package lint

import "strings"

// Rule is one thing that can be wrong with a submission.
type Rule struct {
	ID       string // "family/name", permanent; also the path of the rule's file
	Title    string // the fault as a sentence without a subject: "period ends before it starts"
	Doc      string // why it matters, then how to fix it
	Severity Severity
	Since    string   // first version that had it
	Aliases  []string // earlier IDs
	Refs     []string // the official validator's rules that it covers
	Options  any      // pointer to a struct with the default options, or nil
	Check    Check

	// InProfile holds the severity in profiles that give it another one, by name.
	InProfile map[string]Severity
}

// Family is the part of the ID before the slash.
func (r *Rule) Family() string {
	family, _, _ := strings.Cut(r.ID, "/")
	return family
}

// Name is the part of the ID after the slash.
func (r *Rule) Name() string {
	_, name, _ := strings.Cut(r.ID, "/")
	return name
}
