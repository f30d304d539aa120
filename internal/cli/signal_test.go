//go:build unix

package cli_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The first signal ends a program that waits for input that does not come: no
// report is begun, one that is there stays, and nothing is left behind.
func TestSignalWhileWaiting(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	earlier := filepath.Join("..", "..", "testdata", "earlier", "outcomes.txt")
	for _, c := range []struct {
		name string
		args []string // PIPE is a named pipe that nobody writes to
	}{
		{"standard input", []string{"check", "--stdin-filename", "a.txt", "--format", "html=REPORT", "-"}},
		{"standard input, to be read twice", []string{"check", "--stdin-filename", "a.txt", "--against", earlier, "--format", "html=REPORT", "-"}},
		{"a pipe", []string{"check", "--format", "html=REPORT", "PIPE"}},
		{"a pipe, to be read twice", []string{"check", "--against", earlier, "--format", "html=REPORT", "PIPE"}},
		{"an earlier submission in a pipe", []string{"check", "--against", "PIPE", "--format", "html=REPORT", earlier}},
		{"one side of a comparison", []string{"diff", "--stdin-filename", "a.txt", "--format", "html=REPORT", earlier, "-"}},
		{"one side of a comparison in a pipe", []string{"diff", "--format", "html=REPORT", "PIPE", earlier}},
	} {
		for _, sent := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
			t.Run(c.name+", "+sent.String(), func(t *testing.T) {
				t.Parallel()
				// A program that does not listen to signals yet is ended by the system.
				for wait := time.Second; ; wait *= 3 {
					if !signalled(t, program, c.args, sent, wait) || wait > 20*time.Second {
						return
					}
				}
			})
		}
	}
}

// signalled runs the program and signals to it after a while. It tells whether
// that came too early for the program to see to it.
func signalled(t *testing.T, program string, args []string, sent syscall.Signal, wait time.Duration) (early bool) {
	t.Helper()
	folder := t.TempDir()
	temporary, pipe, report := filepath.Join(folder, "tmp"), filepath.Join(folder, "pipe"), filepath.Join(folder, "report.html")
	if err := errors.Join(os.Mkdir(temporary, 0o700), syscall.Mkfifo(pipe, 0o600), os.WriteFile(report, []byte("earlier"), 0o600)); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	for _, arg := range args {
		cmd.Args = append(cmd.Args, strings.NewReplacer("PIPE", pipe, "REPORT", report).Replace(arg))
	}
	cmd.Args[0] = "iatilint" // what TestMain looks at
	cmd.Env = append(os.Environ(), "TMPDIR="+temporary)
	in, err := cmd.StdinPipe() // stays open
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = io.Discard, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	time.Sleep(wait)
	if err := cmd.Process.Signal(sent); err != nil {
		t.Fatal(err)
	}
	select {
	case <-ended:
	case <-time.After(20 * time.Second):
		_ = cmd.Process.Kill()
		<-ended
		t.Errorf("%v does not end it", sent)
	}
	if code := cmd.ProcessState.ExitCode(); code == -1 && !t.Failed() {
		return true
	} else if code != 2 || !strings.Contains(out.String(), "interrupted before it was done") {
		t.Errorf("exit code %d: %s", code, out.String())
	}
	if left, _ := os.ReadDir(temporary); len(left) > 0 || readFile(t, report) != "earlier" {
		t.Errorf("the report is %q, and %v is left", readFile(t, report), left)
	}
	return false
}
