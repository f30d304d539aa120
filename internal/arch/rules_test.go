package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/rules"
)

// sources parses all Go files of ours that are no tests.
func sources(t *testing.T) map[string]*ast.File {
	t.Helper()
	files := map[string]*ast.File{}
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "testdata" || strings.HasPrefix(entry.Name(), ".") && len(entry.Name()) > 2):
			return filepath.SkipDir
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		name, err := filepath.Rel("../..", path)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(name)], err = parser.ParseFile(token.NewFileSet(), path, nil, 0)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Only the rules know what they are called: all else reaches them by what they are.
func TestOnlyRulesNameRules(t *testing.T) {
	var ids []string
	for _, r := range rules.All() {
		ids = append(append(ids, r.ID), r.Aliases...)
	}
	found := 0
	for name, file := range sources(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(literal.Value)
			switch {
			case err != nil || !slices.Contains(ids, text):
			case strings.HasPrefix(name, "rules/"):
				found++
			default:
				t.Errorf("%s names the rule %s", name, text)
			}
			return true
		})
	}
	if found < len(rules.All()) {
		t.Errorf("%d rules are named by themselves, want %d: the test misses some files", found, len(rules.All()))
	}
}

// Every kind of fault is found by a reader.
func TestFaultKindsAreFound(t *testing.T) {
	files := sources(t)
	var kinds []string
	ast.Inspect(files["schema/faultkind.go"], func(n ast.Node) bool {
		if c, ok := n.(*ast.ValueSpec); ok && c.Names[0].Name != "FaultKinds" {
			kinds = append(kinds, c.Names[0].Name)
		}
		return true
	})
	if len(kinds) < 10 {
		t.Fatalf("the kinds are %q", kinds)
	}
	used := map[string]bool{}
	for name, file := range files {
		if strings.HasPrefix(name, "rules/") || name == "schema/faultkind.go" {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				used[id.Name] = true
			}
			return true
		})
	}
	for _, kind := range kinds {
		if !used[kind] {
			t.Errorf("no reader finds faults of the kind %s", kind)
		}
	}
}
