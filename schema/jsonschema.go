package schema

import "embed"

//go:embed *.schema.json
var documents embed.FS

// DocumentNames lists the documents that have a JSON Schema.
func DocumentNames() []string { return []string{"submission", "report", "diff", "config"} }

// DocumentSchema returns the JSON Schema (draft 2020-12) of a document.
func DocumentSchema(name string) ([]byte, bool) {
	text, err := documents.ReadFile(name + ".schema.json")
	return text, err == nil
}
