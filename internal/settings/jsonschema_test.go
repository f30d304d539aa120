package settings

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

var update = flag.Bool("update", false, "rewrite schema/config.schema.json")

const schemaFile = "../../schema/config.schema.json"

func TestJSONSchemaIsFresh(t *testing.T) {
	want, err := JSONSchema(known())
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(schemaFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("schema/config.schema.json is stale; run go test ./internal/settings -update\n%s", diff)
	}
}

// configSchema is the schema as users get it.
func configSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.Draft = jsonschema.Draft2020
	compiler.AssertFormat = true
	if err := compiler.AddResource("config.schema.json", bytes.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("config.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// plain is what a JSON Schema validator reads of the settings.
func (n *node) plain() any {
	switch n.kind {
	case scalar:
		switch n.tag {
		case "!!int", "!!float":
			if strings.Trim(n.text, "+-.0123456789eE") == "" {
				return json.Number(n.text)
			}
		case "!!bool":
			return n.text == "true"
		}
		return n.text
	case list:
		items := make([]any, len(n.items))
		for i, item := range n.items {
			items[i] = item.plain()
		}
		return items
	case group:
		members := map[string]any{}
		for _, m := range n.members {
			members[m.key] = m.value.plain()
		}
		return members
	}
	return nil
}
