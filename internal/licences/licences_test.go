package licences_test

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite THIRD_PARTY.md")

// known are the licences that fit an Apache-2.0 program, by what their texts
// say; the more special before the more general.
var known = []struct{ name, phrase string }{
	{"Apache-2.0", "Apache License Version 2.0"},
	{"MPL-2.0", "Mozilla Public License Version 2.0"},
	{"BSD-3-Clause", "Neither the name of"},
	{"BSD-3-Clause", "names of its contributors may be used to endorse"},
	{"BSD-2-Clause", "Redistribution and use in source and binary forms"},
	{"MIT", "Permission is hereby granted, free of charge"},
	{"ISC", "Permission to use, copy, modify, and/or distribute"},
}

// module is one that is built in.
type module struct{ path, version, dir string }

// TestEveryLicenceFits compares THIRD_PARTY.md with the modules that the
// program is built of on any system, and their licence files.
func TestEveryLicenceFits(t *testing.T) {
	list := "# What iatilint is built of\n\n" +
		"The modules that are part of the program on Linux, macOS or Windows, and their licences, as read from\n" +
		"their own files by the test beside this list (`go test ./internal/licences -update` rewrites it).\n\n" +
		"| Module | Version | Licence |\n|---|---|---|\n"
	for _, m := range modules(t) {
		names := licences(t, m)
		if len(names) == 0 {
			t.Errorf("%s has no licence that is known to fit; see %s", m.path, m.dir)
		}
		list += fmt.Sprintf("| %s | %s | %s |\n", m.path, m.version, strings.Join(names, ", "))
	}
	const path = "THIRD_PARTY.md"
	if *update {
		if err := os.WriteFile(path, []byte(list), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(list, strings.ReplaceAll(string(got), "\r\n", "\n")); diff != "" {
		t.Errorf("%s is stale; run go test ./internal/licences -update\n%s", path, diff)
	}
}

// modules are those of the packages that the program imports.
func modules(t *testing.T) []module {
	t.Helper()
	var list []module
	for _, system := range []string{"linux", "darwin", "windows"} {
		command := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", "../../cmd/iatilint")
		command.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := command.Output()
		if err != nil {
			t.Fatalf("could not list the modules for %s: %v", system, err)
		}
		for line := range strings.Lines(string(out)) {
			parts := strings.Split(strings.TrimSpace(line), "\t")
			if len(parts) == 3 {
				list = append(list, module{parts[0], parts[1], parts[2]})
			}
		}
	}
	slices.SortFunc(list, func(a, b module) int { return strings.Compare(a.path, b.path) })
	return slices.Compact(list)
}

// licences tells a module's licences by their texts.
func licences(t *testing.T, m module) []string {
	t.Helper()
	entries, err := os.ReadDir(m.dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		upper := strings.ToUpper(e.Name())
		if e.IsDir() || !strings.HasPrefix(upper, "LICEN") && !strings.HasPrefix(upper, "COPYING") {
			continue
		}
		content, err := os.ReadFile(filepath.Join(m.dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(string(content)), " ")
		for _, k := range known {
			if strings.Contains(strings.ToLower(text), strings.ToLower(k.phrase)) {
				names = append(names, k.name)
				break
			}
		}
	}
	return names
}
