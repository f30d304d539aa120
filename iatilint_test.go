package iatilint_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/iatilint/iatilint"
	"github.com/iatilint/iatilint/internal/cli"
	"github.com/iatilint/iatilint/schema"
)

var day = schema.Date{Year: 2026, Month: 11, Day: 29}

// unpack writes the files of testdata to a folder, with each archive as a folder of
// its own, and returns the folders that have files.
func unpack(t *testing.T) (root string, folders []string) {
	t.Helper()
	root = t.TempDir()
	write := func(name string, data []byte) {
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, data, 0o600)); err != nil {
			t.Fatal(err)
		}
		if dir, _ := filepath.Rel(root, filepath.Dir(name)); !slices.Contains(folders, dir) {
			folders = append(folders, dir)
		}
	}
	err := fs.WalkDir(os.DirFS("testdata"), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if !strings.HasSuffix(name, ".txtar") {
			write(name, data)
			return err
		}
		for _, f := range txtar.Parse(data).Files {
			write(strings.TrimSuffix(name, ".txtar")+"/"+f.Name, f.Data)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return root, folders
}

// byCommand returns the findings that the command line reports, each as JSON.
func byCommand(t *testing.T, args ...string) (found []string) {
	t.Helper()
	var out, errOut bytes.Buffer
	args = append([]string{"iatilint", "check", "--no-config", "--as-of", day.String(), "--format", "json"}, args...)
	cli.Main(args, strings.NewReader(""), &out, &errOut)
	var r struct{ Violations []json.RawMessage }
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, errOut.String())
	}
	for _, v := range r.Violations {
		found = append(found, compact(t, v))
	}
	return found
}

func compact(t *testing.T, text []byte) string {
	t.Helper()
	var value any
	if err := json.Unmarshal(text, &value); err != nil {
		t.Fatal(err)
	}
	text, err := json.MarshalIndent(value, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func byPackage(t *testing.T, s iatilint.Submission, o iatilint.Options) (found []string) {
	t.Helper()
	o.Day = day
	for f, err := range iatilint.Check(t.Context(), s, o) {
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, compact(t, text))
	}
	return found
}

// The package finds what the command line reports in every file of testdata, wherever
// the files lie.
func TestFindsWhatTheCommandFinds(t *testing.T) {
	root, folders := unpack(t)
	total := 0
	for _, folder := range folders {
		dir := filepath.Join(root, folder)
		t.Chdir(dir)
		entries, err := os.ReadDir(".")
		if err != nil {
			t.Fatal(err)
		}
		var files []string
		for _, e := range entries {
			if e.Type().IsRegular() {
				files = append(files, e.Name())
			}
		}
		want := byCommand(t, files...)
		total += len(want)
		if diff := cmp.Diff(want, byPackage(t, iatilint.Paths(files...), iatilint.Options{})); diff != "" {
			t.Errorf("%s: the package (+) finds something else than the command (-):\n%s", folder, diff)
		}
		if diff := cmp.Diff(want, byPackage(t, iatilint.FS(os.DirFS("."), files...), iatilint.Options{})); diff != "" {
			t.Errorf("%s: in a file system (+) is found something else:\n%s", folder, diff)
		}
		if len(files) > 1 {
			continue
		}
		f, err := os.Open(files[0])
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, byPackage(t, iatilint.Reader(files[0], f), iatilint.Options{})); diff != "" {
			t.Errorf("%s: in what a reader reads (+) is found something else:\n%s", folder, diff)
		}
		f.Close()
	}
	if total < 1000 {
		t.Errorf("only %d findings were compared", total)
	}
}

func TestOptions(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	const text = "outcome XM-DAC-41146-KEN_D_1.1\nWomen lead in nine counties\nThe goverment gave 340 women seats in the assemblies of nine counties in 2023, says its register.\n"
	for name, data := range map[string]string{
		"a.txt": text, "old.txt": strings.Replace(text, "340", "360", 1), "s.yaml": "rules: {spelling: off}\n",
	} {
		if err := os.WriteFile(name, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		o    iatilint.Options
		args []string
	}{
		"select":   {iatilint.Options{Select: []string{"spelling"}}, []string{"--select", "spelling"}},
		"ignore":   {iatilint.Options{Ignore: []string{"spelling"}}, []string{"--ignore", "spelling"}},
		"profiles": {iatilint.Options{Profiles: []string{"un-women", "strict"}}, []string{"--profile", "un-women,strict"}},
		"earlier":  {iatilint.Options{Earlier: "old.txt"}, []string{"--against", "old.txt"}},
	} {
		if diff := cmp.Diff(byCommand(t, append(c.args, "a.txt")...), byPackage(t, iatilint.Paths("a.txt"), c.o)); diff != "" {
			t.Errorf("%s: the package (+) finds something else than the command (-):\n%s", name, diff)
		}
	}
	for _, f := range byPackage(t, iatilint.Paths("a.txt"), iatilint.Options{Settings: "s.yaml"}) {
		if strings.Contains(f, `"spelling/`) {
			t.Errorf("found although the settings say no: %s", f)
		}
	}
}

// What can't be done is an error, once and last.
func TestErrors(t *testing.T) {
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	fsys := fstest.MapFS{"a.txt": {Data: []byte(report)}}
	for name, c := range map[string]struct {
		ctx        context.Context
		submission iatilint.Submission
		options    iatilint.Options
	}{
		"no path":         {t.Context(), iatilint.Paths(), iatilint.Options{}},
		"a missing file":  {t.Context(), iatilint.Paths("nowhere.xml"), iatilint.Options{}},
		"missing in FS":   {t.Context(), iatilint.FS(fsys, "nowhere.xml"), iatilint.Options{}},
		"an empty folder": {t.Context(), iatilint.FS(fstest.MapFS{}, "."), iatilint.Options{}},
		"unknown profile": {t.Context(), iatilint.FS(fsys, "."), iatilint.Options{Profiles: []string{"nobody"}}},
		"unknown rule":    {t.Context(), iatilint.FS(fsys, "."), iatilint.Options{Select: []string{"nothing"}}},
		"no settings":     {t.Context(), iatilint.FS(fsys, "."), iatilint.Options{Settings: "nowhere.yaml"}},
		"a failing input": {t.Context(), iatilint.Reader("a.txt", io.MultiReader(strings.NewReader("outcome A_1\nB\n"), failing{})), iatilint.Options{}},
		"a context ended": {ended, iatilint.FS(fsys, "."), iatilint.Options{}},
	} {
		errs, last := 0, error(nil)
		for _, err := range iatilint.Check(c.ctx, c.submission, c.options) {
			if last = err; err != nil {
				errs++
			}
		}
		if errs != 1 || last == nil {
			t.Errorf("%s: %d errors, the last is %v", name, errs, last)
		}
	}
	for _, err := range iatilint.Compare(t.Context(), iatilint.Paths("a", "b"), iatilint.Paths("c"), iatilint.Options{}) {
		if err == nil {
			t.Error("two paths are one side of a comparison")
		}
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("broken") }

// A range may end before the findings or changes do.
func TestStopped(t *testing.T) {
	fsys := fstest.MapFS{"a.txt": {Data: []byte(report + report)}}
	n := 0
	for range iatilint.Check(t.Context(), iatilint.FS(fsys, "."), iatilint.Options{}) {
		n++
		break
	}
	other := fstest.MapFS{"a.txt": {Data: []byte("outcome A_1\nB\n\noutcome A_2\nC\n")}}
	for _, err := range iatilint.Compare(t.Context(), iatilint.FS(fsys, "."), iatilint.FS(other, "."), iatilint.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		break
	}
	if n != 2 {
		t.Errorf("%d findings and changes, want one of each", n)
	}
}
