package cli_test

import (
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// TestREADMEConfigurations holds what the README has people copy to what there
// is: the hooks, the action's inputs, and the version of both.
func TestREADMEConfigurations(t *testing.T) {
	t.Chdir("../..")
	var action struct {
		Inputs map[string]struct{ Default string }
	}
	var hooks []struct{ ID string }
	parse(t, readFile(t, "action.yml"), &action)
	parse(t, readFile(t, ".pre-commit-hooks.yaml"), &hooks)
	known := map[string]bool{}
	for _, h := range hooks {
		known[h.ID] = true
	}
	release := "v" + action.Inputs["version"].Default
	uses := 0
	for _, block := range strings.Split(readFile(t, "README.md"), "```yaml\n")[1:] {
		text, _, _ := strings.Cut(block, "```")
		var example struct {
			Repos []struct {
				Rev   string
				Hooks []struct{ ID string }
			}
			Jobs map[string]struct {
				Steps []struct {
					Uses string
					With map[string]string
				}
			}
		}
		parse(t, text, &example)
		for _, repo := range example.Repos {
			for _, hook := range repo.Hooks {
				uses++
				if !known[hook.ID] || repo.Rev != release {
					t.Errorf("there is no hook %s at %s", hook.ID, repo.Rev)
				}
			}
		}
		for _, job := range example.Jobs {
			for _, step := range job.Steps {
				ours, version, _ := strings.Cut(step.Uses, "@")
				if ours != "iatilint/iatilint" {
					continue
				}
				uses++
				if version != release {
					t.Errorf("the action is used at %s; the release is %s", version, release)
				}
				for input := range step.With {
					if _, ok := action.Inputs[input]; !ok {
						t.Errorf("the action has no input %s", input)
					}
				}
			}
		}
	}
	if uses != 2 {
		t.Errorf("the README uses a hook and the action %d times, want twice", uses)
	}
}

func parse(t *testing.T, text string, into any) {
	t.Helper()
	if err := yaml.Unmarshal([]byte(text), into); err != nil {
		t.Fatal(err)
	}
}
