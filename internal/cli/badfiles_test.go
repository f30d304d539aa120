package cli

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// EachBadFile gives what the rules' examples have as bad.
func EachBadFile(f *testing.F, visit func(name string, content []byte)) {
	f.Helper()
	names, err := filepath.Glob("../../testdata/rules/*/*.txtar")
	if err != nil || len(names) == 0 {
		f.Fatal(names, err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.HasPrefix(file.Name, "bad") {
				visit(file.Name, file.Data)
			}
		}
	}
}
