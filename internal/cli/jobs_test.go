package cli

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"
)

// TestJobsOfTheFileHoldForDiff compares with as many goroutines as the settings file
// says, or the flag.
func TestJobsOfTheFileHoldForDiff(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.yaml")
	if err := os.WriteFile(file, []byte("limits: {jobs: 37}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for args, want := range map[string]int{"a b": 37, "a b --jobs 5": 5} {
		app := newApp(strings.NewReader(""), io.Discard, io.Discard)
		got := 0
		app.Command("diff").Action = func(c *cli.Context) error {
			plan, err := resolve(c, "diff")
			if err == nil {
				got = plan.Limits.Jobs
			}
			return err
		}
		line, err := flagsFirst(app, append([]string{"iatilint", "diff", "--config", file}, strings.Fields(args)...))
		if err == nil {
			err = app.Run(line)
		}
		if err != nil || got != want {
			t.Errorf("diff %s has %d jobs, want %d (%v)", args, got, want, err)
		}
	}
}
