package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// An entry of hundreds of thousands of empty elements takes no more memory than
// its limits allow: without them it takes gigabytes.
func TestMemoryOfManyElements(t *testing.T) {
	if raced {
		t.Skip("the race detector takes several times the memory")
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	n := heavy(300_000, 1_000_000)
	list := func(key, item string) string {
		return `[{"iati-identifier": "A_1", "` + key + `": [` + strings.Repeat(item+",\n", n) + `null]}]`
	}
	for name, content := range map[string]string{
		"results":         activityOf(strings.Repeat("<result/>\n", n)),
		"narratives":      activityOf("<title>" + strings.Repeat("<narrative/>\n", n) + "</title>"),
		"indicators":      activityOf("<result>" + strings.Repeat("<indicator/>\n", n) + "</result>"),
		"periods":         activityOf("<result><indicator>" + strings.Repeat("<period/>\n", n) + "</indicator></result>"),
		"results in JSON": list("result", "{}"),
		"texts in JSON":   list("narrative", `"Told."`),
		"lists in JSON":   list("x", "[[]]"),
	} {
		path := filepath.Join(t.TempDir(), "a")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(program, "check", "--no-config", "--jobs", "2", "--format", "json", path)
		cmd.Args[0] = "iatilint" // what TestMain looks at
		out, err := cmd.Output()
		if cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != 1 {
			t.Fatalf("%s: %v", name, err)
		}
		if !strings.Contains(string(out), "those from here on are not checked") {
			t.Errorf("%s: it is not said that not all of them are checked", name)
		}
		kilobytes := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
		if t.Logf("%d %s: %d MB", n, name, kilobytes>>10); kilobytes > 250<<10 {
			t.Errorf("%d %s take %d MB", n, name, kilobytes>>10)
		}
	}
}
