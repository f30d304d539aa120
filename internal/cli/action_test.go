package cli_test

import (
	"archive/tar"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// The reports of the repository that the action is tried on, before and after
// a pull request.
const (
	reportBefore = "outcome XM-DAC-41146-KEN_D_1.1\nWomen have a say in county budgets\n" +
		"In 12 counties, 340 women sit on budget committees, which have spent all of their 3 million shillings.\n"
	reportAfter = "outcome XM-DAC-41146-KEN_D_1.1\nFewer girls drop out of school\n" +
		"In 12 counties, 340 women sit on teh budget committees, which have spent all of their 3 million shillings.\n"
)

// runner is a GitHub runner as far as the action sees it.
type runner struct {
	folder, checkout   string // the checkout is shallow, as actions/checkout makes it
	output, summary    string
	environment        []string
	base, iatilintRepo string
}

func newRunner(t *testing.T) *runner {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the test has no bash and git of one mind on Windows")
	}
	for _, tool := range []string{"bash", "git", "jq", "curl", "tar"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s, which every runner has, is not here", tool)
		}
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	r := &runner{
		folder: folder, checkout: filepath.Join(folder, "checkout"), iatilintRepo: root,
		output: filepath.Join(folder, "output"), summary: filepath.Join(folder, "summary.md"),
	}
	origin := filepath.Join(folder, "origin")
	r.git(t, "", "init", "-q", "-b", "main", origin)
	r.git(t, origin, "config", "uploadpack.allowAnySHA1InWant", "true") // as GitHub has it
	write := func(name, text string) {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(origin, "reports", "kenya $(touch pwned) `x`.txt"), reportBefore)
	r.git(t, origin, "add", "-A")
	r.git(t, origin, "commit", "-qm", "before")
	r.base = r.git(t, origin, "rev-parse", "HEAD")
	r.git(t, origin, "checkout", "-qb", "pull")
	write(filepath.Join(origin, "reports", "kenya $(touch pwned) `x`.txt"), reportAfter)
	r.git(t, origin, "commit", "-qam", "after")
	r.git(t, "", "clone", "-q", "--depth=1", "--branch=pull", "file://"+origin, r.checkout)
	event := filepath.Join(folder, "event.json")
	write(event, `{"pull_request": {"base": {"sha": "`+r.base+`"}}}`)
	r.environment = append(os.Environ(), "GITHUB_ACTION_PATH="+root, "GITHUB_ACTIONS=true", "GITHUB_WORKSPACE="+r.checkout,
		"GITHUB_OUTPUT="+r.output, "GITHUB_STEP_SUMMARY="+r.summary, "GITHUB_EVENT_PATH="+event, "RUNNER_TEMP="+folder,
		"RUNNER_OS="+map[string]string{"linux": "Linux", "darwin": "macOS"}[runtime.GOOS],
		"RUNNER_ARCH="+map[string]string{"amd64": "X64", "arm64": "ARM64"}[runtime.GOARCH],
		"IATILINT_RELEASES=file://"+filepath.Join(folder, "releases"))
	return r
}

func (r *runner) git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_AUTHOR_NAME=t", "GIT_AUTHOR_EMAIL=t@example.org", "GIT_COMMITTER_NAME=t", "GIT_COMMITTER_EMAIL=t@example.org",
		"GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// run runs the action's script and returns what it logs and its outputs.
func (r *runner) run(t *testing.T, wantCode int, environment ...string) (log string, outputs map[string]string) {
	t.Helper()
	for _, f := range []string{r.output, r.summary} {
		if err := os.WriteFile(f, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("bash", filepath.Join(r.iatilintRepo, ".github", "action", "run.sh"))
	cmd.Dir = r.checkout
	cmd.Env = append(append([]string{}, r.environment...), environment...)
	out, err := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code != wantCode {
		t.Fatalf("%v: exit code %d, want %d (%v)\n%s", environment, code, wantCode, err, out)
	}
	outputs = map[string]string{}
	for line := range strings.Lines(readFile(t, r.output)) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		outputs[name] = value
	}
	if _, err := os.Stat(filepath.Join(r.checkout, "pwned")); err == nil {
		t.Fatal("a file's name was run as a command")
	}
	return string(out), outputs
}

// TestActionOnAPullRequest checks a pull request against the commit that it
// goes to, which the shallow checkout does not have.
func TestActionOnAPullRequest(t *testing.T) {
	r := newRunner(t)
	log, outputs := r.run(t, 1, "GITHUB_EVENT_NAME=pull_request", "INPUT_VERSION=source", "INPUT_FAIL_ON=warning",
		"INPUT_PATHS=reports\n", "INPUT_FORMATS=html=report.html\njunit=junit.xml")
	for _, want := range []string{"::warning file=reports/kenya", "spelling/misspelling", "history/"} {
		if !strings.Contains(log, want) {
			t.Errorf("the log has no %q:\n%s", want, log)
		}
	}
	if outputs["errors"] != "0" || outputs["warnings"] == "0" || outputs["warnings"] == "" || outputs["infos"] == "" {
		t.Errorf("outputs are %v", outputs)
	}
	var sarif map[string]any
	if err := json.Unmarshal([]byte(readFile(t, outputs["sarif"])), &sarif); err != nil || sarif["version"] != "2.1.0" {
		t.Errorf("%s holds no SARIF: %v", outputs["sarif"], err)
	}
	for _, f := range []string{r.summary, filepath.Join(r.checkout, "report.html"), filepath.Join(r.checkout, "junit.xml")} {
		if !strings.Contains(readFile(t, f), "misspelling") {
			t.Errorf("%s does not have the violations", f)
		}
	}
}

// TestActionWithARelease installs a release by version and checksum.
func TestActionWithARelease(t *testing.T) {
	r := newRunner(t)
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	// The release is a script around this test, which is iatilint by that name.
	script := "#!/bin/bash\nexec -a iatilint '" + program + "' \"$@\"\n"
	archive := fmt.Sprintf("iatilint_9.8.7_%s_%s.tar.gz", runtime.GOOS, runtime.GOARCH)
	sum := releaseOf(t, filepath.Join(r.folder, "releases", "v9.8.7"), archive, script)
	environment := []string{"GITHUB_EVENT_NAME=push", "INPUT_VERSION=9.8.7"}

	log, outputs := r.run(t, 0, environment...)
	if strings.Contains(log, "history/") || outputs["warnings"] != "1" {
		t.Errorf("a push is compared with something: outputs %v\n%s", outputs, log)
	}
	r.run(t, 0, append(environment, "INPUT_CHECKSUM="+sum)...)
	for name, bad := range map[string][]string{
		"the checksum of":     {"INPUT_CHECKSUM=" + strings.Repeat("0", 64)},
		"could not download":  {"INPUT_VERSION=1.2.3"},
		"is no version":       {"INPUT_VERSION=../../../evil"},
		"takes lines such as": {"INPUT_FORMATS=html"},
	} {
		if log, _ := r.run(t, 2, append(environment, bad...)...); !strings.Contains(log, "::error title=iatilint::") || !strings.Contains(log, name) {
			t.Errorf("%v: the log is\n%s", bad, log)
		}
	}

	log, _ = r.run(t, 1, append(environment, "GITHUB_EVENT_NAME=pull_request", "INPUT_FAIL_ON=info", "INPUT_AGAINST=none", "INPUT_PROFILE=un-women,strict")...)
	if strings.Contains(log, "history/") {
		t.Errorf("against none compares with something:\n%s", log)
	}
	log, _ = r.run(t, 0, append(environment, "GITHUB_EVENT_NAME=pull_request")...)
	if !strings.Contains(log, "history/") {
		t.Errorf("a pull request is not compared with its base:\n%s", log)
	}
}

// releaseOf writes a release: an archive with the program, and its checksum.
func releaseOf(t *testing.T, folder, archive, program string) (sum string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(folder, archive))
	if err != nil {
		t.Fatal(err)
	}
	zipped := gzip.NewWriter(f)
	packed := tar.NewWriter(zipped)
	if err := packed.WriteHeader(&tar.Header{Name: "iatilint", Mode: 0o755, Size: int64(len(program))}); err != nil {
		t.Fatal(err)
	}
	if _, err := packed.Write([]byte(program)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []interface{ Close() error }{packed, zipped, f} {
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
	sum = fmt.Sprintf("%x", sha256.Sum256([]byte(readFile(t, f.Name()))))
	if err := os.WriteFile(filepath.Join(folder, "checksums.txt"), []byte(sum+"  "+archive+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return sum
}

// TestActionPassesEveryInput: each input of action.yml reaches the script, which
// reads no other, and nothing is pasted into a command.
func TestActionPassesEveryInput(t *testing.T) {
	var action struct {
		Inputs map[string]struct{ Default string }
		Runs   struct {
			Steps []struct {
				Run string
				Env map[string]string
			}
		}
	}
	if err := yaml.Unmarshal([]byte(readFile(t, "../../action.yml")), &action); err != nil {
		t.Fatal(err)
	}
	script := readFile(t, "../../.github/action/run.sh")
	step := action.Runs.Steps[len(action.Runs.Steps)-1]
	for name := range action.Inputs {
		variable := "INPUT_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
		if step.Env[variable] != "${{ inputs."+name+" }}" || !strings.Contains(script, variable) {
			t.Errorf("the input %s does not reach the script as %s", name, variable)
		}
	}
	if len(step.Env) != len(action.Inputs) {
		t.Errorf("%d variables for %d inputs", len(step.Env), len(action.Inputs))
	}
	for _, s := range action.Runs.Steps {
		if strings.Contains(s.Run, "${{") {
			t.Errorf("an expression is pasted into a command: %s", s.Run)
		}
	}
	if changelog := readFile(t, "../../CHANGELOG.md"); !strings.Contains(changelog, "## ["+action.Inputs["version"].Default+"]") {
		t.Errorf("the action installs %s, which the change log does not know", action.Inputs["version"].Default)
	}
}
