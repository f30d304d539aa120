package arch

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestNoPackageOpensConnections: of what the program is made of, nothing of ours
// imports what opens connections, and only the package that asks git runs
// another program.
func TestNoPackageOpensConnections(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./cmd/iatilint")
	list.Dir = "../.."
	out, err := list.Output()
	if err != nil {
		t.Fatalf("could not list packages: %v", err)
	}
	ours := 0
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		pkg, ok := strings.CutPrefix(fields[0], module)
		if !ok {
			continue
		}
		ours++
		for _, forbidden := range []string{"net", "net/http", "net/rpc", "net/smtp", "crypto/tls", "plugin", "os/exec"} {
			if slices.Contains(fields[1:], forbidden) && (forbidden != "os/exec" || pkg != "internal/input") {
				t.Errorf("%s imports %s", pkg, forbidden)
			}
		}
	}
	if ours < 20 {
		t.Errorf("only %d packages of ours were looked at", ours)
	}
}
