// Package arch holds the import law as a test.
package arch

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/iatilint/iatilint/"

// law says which packages of ours a package may import, by prefix; the first
// line whose package matches holds. "$family" is the package's own folder.
var law = []struct {
	pkg  string
	may  []string
	why  string
	also bool // subpackages too
}{
	{"cmd/iatilint", []string{"internal/cli"}, "the command is a door to internal/cli", false},
	{"schema/codelist", []string{"internal/nearest"}, "code lists know nothing of ours but what a mistyped code was meant to be", false},
	{"schema/iati", []string{"schema/codelist", "internal/nearest"}, "the standard's structure knows only its code lists, and what a mistyped name was meant to be", false},
	{"schema/describe", []string{"schema"}, "names nodes of the model", false},
	{"schema", []string{"internal/attachment", "internal/phrase"}, "the model imports nothing else of ours but the types of what is attached to it, and words", false},
	{"internal/attachment", nil, "stands alone", false},
	{"rules/lint", []string{"internal/attachment", "schema", "internal/facts", "internal/excerpt"}, "the kit knows only the model, what facts are made of, and the types of what is attached", false},
	{"rules/internal", []string{"internal/attachment", "rules/lint", "schema", "schema/codelist", "internal/text", "rules/internal"}, "shared by rule families", true},
	{"rules/", []string{"rules/lint", "rules/internal", "schema", "schema/codelist", "internal/text", "internal/nearest", "internal/phrase"}, "no family imports another", true},
	{"rules", []string{"rules/"}, "the catalogue lists the families", false},
	{"internal/text", []string{"internal/text", "internal/nearest"}, "the text engine knows nothing of IATI", true},
	{"internal/xmltoken", nil, "the tokeniser knows XML, nothing of IATI", false},
	{"internal/charset", nil, "encodings stand alone", false},
	{"internal/nearest", []string{"internal/phrase"}, "knows only how to put words together", false},
	{"internal/phrase", nil, "stands alone", false},
	{"internal/parallel", nil, "stands alone", false},
	{"internal/atomicfile", nil, "stands alone", false},
	{"internal/convert", []string{"internal/read", "schema"}, "a reader's entries go in, JSON or YAML comes out", false},
	{"internal/read", []string{"internal/attachment", "internal/nearest", "internal/phrase", "internal/read", "internal/xmltoken", "internal/charset", "schema"}, "readers make the model", true},
	{"internal/compare", []string{"internal/attachment", "rules/lint", "schema", "internal/text", "internal/parallel", "internal/excerpt"}, "compares entries, knows no rule", false},
	{"internal/input", []string{"internal/read", "schema"}, "opens files, compares and checks nothing", false},
	{"internal/suppress", []string{"rules/lint", "schema", "internal/finding", "internal/excerpt"}, "suppressions are data; it knows no rule", false},
	{"internal/excerpt", []string{"schema"}, "cuts texts", false},
	{"internal/facts", []string{"schema", "internal/excerpt"}, "stores facts, knows no rule", false},
	{"internal/finding", []string{"rules/lint", "schema", "internal/excerpt", "internal/facts", "internal/phrase"}, "resolves what rules report, knows no rule", false},
	{"internal/engine", []string{"internal/attachment", "rules/lint", "schema", "internal/compare", "internal/suppress", "internal/parallel", "internal/finding", "internal/facts", "internal/excerpt"}, "the engine knows no rule", false},
	{"internal/spool", []string{"rules/lint", "schema", "internal/finding", "internal/facts"}, "keeps violations, knows no rule", false},
	{"internal/triage", []string{"rules/lint", "schema", "internal/suppress", "internal/finding"}, "triage knows no rule", false},
	{"internal/fix", []string{"rules/lint", "internal/atomicfile", "internal/finding"}, "fixes are edits of bytes; it knows no rule and no reader", false},
	{"internal/report", []string{"internal/phrase", "rules/lint", "schema", "internal/engine", "internal/triage", "internal/compare", "internal/finding", "internal/excerpt"}, "reports know no rule", false},
	{"internal/settings", []string{"rules/lint", "schema", "internal/nearest", "internal/phrase", "internal/text/dict", "internal/excerpt"}, "flags and files become a plan; it runs nothing", false},
	{"internal/docgen", []string{"rules/lint"}, "documents come from rules as data", false},
	{"internal/run", []string{"internal/attachment", "internal/settings", "internal/input", "internal/read", "internal/engine", "internal/compare", "internal/convert", "internal/fix", "internal/suppress", "internal/triage", "internal/spool", "internal/finding", "internal/excerpt", "internal/atomicfile", "rules", "schema"}, "the only package that wires the others", false},
	{"internal/cli", []string{"internal/run", "internal/settings", "internal/report", "internal/docgen", "internal/licences", "internal/input", "internal/compare", "internal/finding", "internal/fix", "internal/excerpt", "internal/atomicfile", "internal/nearest", "internal/phrase", "rules", "schema"}, "the command line calls run, never the engine", false},
	{"github.com/iatilint/iatilint", []string{"internal/run", "internal/settings", "internal/compare", "internal/finding", "rules", "schema"}, "the public package calls run, never the engine", false},
	{"internal/bench/generate", []string{"internal/bench"}, "writes what internal/bench makes up", false},
	{"internal/bench", nil, "makes submissions up by itself", false},
	{"internal/licences", nil, "stands alone", false},
	{"internal/arch", nil, "the law itself", false},
}

func TestImportLaw(t *testing.T) {
	list := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...")
	list.Dir = "../.."
	var stderr bytes.Buffer
	list.Stderr = &stderr
	out, err := list.Output()
	if err != nil {
		t.Fatalf("could not list packages: %v\n%s", err, stderr.Bytes())
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		pkg := strings.TrimPrefix(fields[0], module)
		found := false
		for _, l := range law {
			if pkg != l.pkg && (!l.also || !strings.HasPrefix(pkg, strings.TrimSuffix(l.pkg, "/")+"/")) {
				continue
			}
			found = true
			for _, path := range fields[1:] {
				if imported, ours := strings.CutPrefix(path, module); ours && !allowed(imported, l.may) {
					t.Errorf("%s imports %s: %s", pkg, imported, l.why)
				}
			}
			break
		}
		if !found {
			t.Errorf("the law says nothing about %s", pkg)
		}
	}
}

func allowed(pkg string, may []string) bool {
	for _, m := range may {
		if pkg == m || m == "" || strings.HasPrefix(pkg, strings.TrimSuffix(m, "/")+"/") {
			return true
		}
	}
	return false
}

func TestOnlyTheCommandLineKnowsItsLibrary(t *testing.T) {
	list := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...")
	list.Dir = "../.."
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		pkg, imports, _ := strings.Cut(strings.TrimSpace(line), " ")
		if strings.Contains(imports, "urfave/cli") && pkg != module+"internal/cli" {
			t.Errorf("%s imports urfave/cli; only internal/cli may", pkg)
		}
	}
}
