package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoConnection watches a check that has every reason to open a connection:
// a document that refers to others, and reports in all formats that link to
// documentation.
func TestNoConnection(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not here")
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	const refers = `<!DOCTYPE iati-activities SYSTEM "http://example.org/x.dtd" [<!ENTITY e SYSTEM "http://example.org/e">]>
<iati-activities version="2.03" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://example.org/s http://example.org/s.xsd">
&e;</iati-activities>`
	document, log := filepath.Join(folder, "a.xml"), filepath.Join(folder, "log")
	if err := os.WriteFile(document, []byte(refers), 0o600); err != nil {
		t.Fatal(err)
	}
	// A name for what strace starts, so that TestMain takes it for iatilint.
	link := filepath.Join(folder, "iatilint")
	if err := os.Symlink(program, link); err != nil {
		t.Fatal(err)
	}
	args := []string{"-f", "-o", log, "-e", "trace=socket,connect,execve", link, "check", "--fix", document, samples}
	for _, format := range []string{"html", "sarif", "github", "junit", "json"} {
		args = append(args, "--format", format+"="+filepath.Join(folder, "out."+format))
	}
	args = append(args, "--diff") // the samples stay as they are
	cmd := exec.Command(strace, args...)
	out, err := cmd.CombinedOutput()
	traced, _ := os.ReadFile(log)
	if !strings.Contains(string(traced), "execve(") {
		t.Skipf("nothing can be traced here: %v %s", err, out)
	}
	if cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("exit code %d, want 1: %s", cmd.ProcessState.ExitCode(), out)
	}
	if n := strings.Count(string(traced), "execve("); n != 1 {
		t.Errorf("%d programs were run", n)
	}
	for line := range strings.Lines(string(traced)) {
		if strings.Contains(line, "socket(") || strings.Contains(line, "connect(") {
			t.Errorf("a connection: %s", line)
		}
	}
}
