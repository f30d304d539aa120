//go:build unix

package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// nobody is a user without rights.
const nobody = 65534

// sharedFolder is one that everybody may look into.
func sharedFolder(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "iatilint-test-*")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	return folder
}

// attemptAsNobody runs the command with the rights of a user that has none but
// what everybody may: in a process of its own where the tests run as root, whom
// no permission holds back.
func attemptAsNobody(t *testing.T, args ...string) (exit int, out, errOut string) {
	t.Helper()
	if os.Geteuid() != 0 {
		return attempt(nil, args...)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(program) // where it lies, nobody else may look
	if err != nil {
		t.Fatal(err)
	}
	folder := sharedFolder(t)
	copied := filepath.Join(folder, "iatilint")
	if err := os.WriteFile(copied, text, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(copied, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(copied, args...)
	cmd.Args[0] = "iatilint" // what TestMain looks at
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "TMPDIR="+os.TempDir(), "HOME="+folder)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	var o, e bytes.Buffer
	cmd.Stdout, cmd.Stderr = &o, &e
	if err := cmd.Run(); cmd.ProcessState == nil {
		t.Skip("no program can be run for somebody else here: ", err)
	}
	return cmd.ProcessState.ExitCode(), o.String(), e.String()
}
