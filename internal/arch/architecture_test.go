package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestArchitectureIsTrue: every path and every name of Go in ARCHITECTURE.md
// exists.
func TestArchitectureIsTrue(t *testing.T) {
	text, err := os.ReadFile("../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	names := exported(t)
	checked := 0
	for _, word := range quotedWords(string(text)) {
		switch {
		case strings.HasPrefix(word, "go ") || strings.HasPrefix(word, "iatilint ") || strings.HasPrefix(word, "--"):
		case strings.Contains(word, "<"): // a pattern, such as rules/<family>/<name>.go
		case identifier.MatchString(word):
			checked++
			if !names[word] {
				t.Errorf("there is no %s", word)
			}
		default:
			checked++
			if _, err := os.Stat(filepath.Join("../..", filepath.FromSlash(word))); err != nil {
				t.Errorf("%q is neither a path nor a name of a package: %v", word, err)
			}
		}
	}
	if checked < 40 {
		t.Errorf("only %d paths and names were found", checked)
	}
}

var (
	identifier = regexp.MustCompile(`^[a-z]+\.[A-Z]\w*(\.[A-Z]\w*)?$`)
	quotes     = regexp.MustCompile("`([^`\n]+)`")
	folders    = regexp.MustCompile(`\b(?:cmd|internal|rules|schema|testdata)(?:/[a-z]\w*)+/?`)
)

// quotedWords returns what stands between backticks, and the folders named in
// fenced blocks.
func quotedWords(text string) []string {
	var words []string
	for i, part := range strings.Split(text, "```") {
		if i%2 == 1 {
			words = append(words, folders.FindAllString(part, -1)...)
			continue
		}
		for _, m := range quotes.FindAllStringSubmatch(part, -1) {
			words = append(words, m[1])
		}
	}
	return words
}

// exported returns the exported names of all packages as package.Name, and the
// fields and methods of types as package.Type.Name.
func exported(t *testing.T) map[string]bool {
	t.Helper()
	list := exec.Command("go", "list", "-f", "{{.Dir}}", "./...")
	list.Dir = "../.."
	out, err := list.Output()
	if err != nil {
		t.Fatalf("could not list packages: %v", err)
	}
	names := map[string]bool{}
	for dir := range strings.Lines(string(out)) {
		files, err := filepath.Glob(filepath.Join(strings.TrimSpace(dir), "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, decl := range file.Decls {
				for _, name := range declared(decl) {
					names[file.Name.Name+"."+name] = true
				}
			}
		}
	}
	return names
}

// declared returns the names that a declaration declares.
func declared(decl ast.Decl) (names []string) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			return []string{d.Name.Name}
		}
		of := d.Recv.List[0].Type
		if pointer, ok := of.(*ast.StarExpr); ok {
			of = pointer.X
		}
		if name, ok := of.(*ast.Ident); ok {
			return []string{name.Name + "." + d.Name.Name}
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				names = append(names, s.Name.Name)
				fields := &ast.FieldList{}
				switch of := s.Type.(type) {
				case *ast.StructType:
					fields = of.Fields
				case *ast.InterfaceType:
					fields = of.Methods
				}
				for _, field := range fields.List {
					for _, name := range field.Names {
						names = append(names, s.Name.Name+"."+name.Name)
					}
				}
			case *ast.ValueSpec:
				for _, name := range s.Names {
					names = append(names, name.Name)
				}
			}
		}
	}
	return names
}
