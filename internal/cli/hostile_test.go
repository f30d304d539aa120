package cli_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/iatilint/iatilint/internal/cli"
)

// activityOf is a file of one activity that holds what is given.
func activityOf(content string) string {
	return `<iati-activities version="2.03"><iati-activity><iati-identifier>XM-DAC-41146-KEN_D_1.1</iati-identifier>` +
		content + `</iati-activity></iati-activities>`
}

// laughs is an entity that stands for a billion others.
func laughs() string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE iati-activities [<!ENTITY a "ha ha ha">`)
	for name := 'b'; name <= 'j'; name++ {
		b.WriteString(`<!ENTITY ` + string(name) + ` "` + strings.Repeat("&"+string(name-1)+";", 10) + `">`)
	}
	return b.String() + "]>"
}

// heavy is how many times what a test takes in everyday runs is taken with
// IATILINT_HEAVY: sizes as a malicious file would have them.
func heavy(everyday, full int) int {
	if os.Getenv("IATILINT_HEAVY") != "" {
		return full
	}
	return everyday
}

// TestHostileFiles gives the command files made to exhaust or deceive it: each
// ends in a violation that has a place and is short enough to be read.
func TestHostileFiles(t *testing.T) {
	const mb = 1 << 20
	secret := filepath.Join(t.TempDir(), "secret.txt")
	if err := os.WriteFile(secret, []byte("swordfish"), 0o600); err != nil {
		t.Fatal(err)
	}
	external := func(declaration string) string {
		return strings.ReplaceAll(declaration, "SECRET", "file://"+filepath.ToSlash(secret)) + activityOf("<title><narrative>&leak;</narrative></title>")
	}
	for _, c := range []struct {
		name, file, content, rule string
	}{
		{"a billion laughs", "a.xml", laughs() + activityOf("<title><narrative>&j;</narrative></title>"), "file/not-well-formed"},
		{
			"many small expansions", "a.xml", `<!DOCTYPE iati-activities [<!ENTITY a "` + strings.Repeat("ha ", 300) + `">]>` +
				activityOf("<title><narrative>"+strings.Repeat("&a;", 2000)+"</narrative></title>"), "file/not-well-formed",
		},
		{"an external entity", "a.xml", external(`<!DOCTYPE x [<!ENTITY leak SYSTEM "SECRET">]>`), "file/not-well-formed"},
		{"a public external entity", "a.xml", external(`<!DOCTYPE x [<!ENTITY leak PUBLIC "-//x" "SECRET">]>`), "file/not-well-formed"},
		{"an external parameter entity", "a.xml", external(`<!DOCTYPE x [<!ENTITY % leak SYSTEM "SECRET"> %leak;]>`), "file/not-well-formed"},
		{"an external document type", "a.xml", external(`<!DOCTYPE iati-activities SYSTEM "SECRET">`), "file/not-well-formed"},
		{"the password file", "a.xml", `<!DOCTYPE x [<!ENTITY leak SYSTEM "file:///etc/passwd">]>` + activityOf("<title><narrative>&leak;</narrative></title>"), "file/not-well-formed"},
		{"inclusion of a file", "a.xml", activityOf(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://` + secret + `" parse="text"/>`), "schema/violation"},
		{"a schema elsewhere", "a.xml", strings.Replace(activityOf(""), "<iati-activities", `<iati-activities xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="file://`+secret+`"`, 1), "schema/violation"},
		{"deep nesting in an activity", "a.xml", activityOf(strings.Repeat("<x>", 100_000)), "file/not-well-formed"},
		{"deep nesting beside the activities", "a.xml", `<iati-activities version="2.03">` + strings.Repeat("<x>", 100_000), "file/not-well-formed"},
		{"a huge attribute", "a.xml", activityOf(`<activity-date type="1" iso-date="` + strings.Repeat("x", heavy(2, 64)*mb) + `"/>`), "schema/violation"},
		{"a huge name", "a.xml", activityOf("<" + strings.Repeat("x", heavy(2, 64)*mb) + "/>"), "schema/violation"},
		{"a huge identifier", "a.xml", strings.Replace(activityOf("<result/><result/>"), "KEN_D_1.1", strings.Repeat("x", mb), 1), "schema/violation"},
		{"a huge identifier twice", "a.json", `[{"id": "` + strings.Repeat("x", mb) + `"}, {"id": "` + strings.Repeat("x", mb) + `"}]`, "identifier/duplicate"},
		{"a thousand and one attributes", "a.xml", activityOf("<x " + strings.Repeat(` a="1"`, 1001) + "/>"), "file/not-well-formed"},
		{"empty results", "a.xml", activityOf(strings.Repeat("<result/>", heavy(5_000, 1_000_000))), "schema/violation"},
		{"a misspelling a word, on one line", "a.xml", activityOf(`<title><narrative xml:lang="en">` + strings.Repeat("Women &amp; men have recieved teh training. ", heavy(100, 1_000)) + "</narrative></title>"), "spelling/misspelling"},
		{"deep JSON", "a.json", strings.Repeat("[", 50_000), "file/not-well-formed"},
		{"deep JSON in an entry", "a.json", `[{"id": "A_1", "title": ` + strings.Repeat(`{"narrative": `, 50_000), "file/not-well-formed"},
		{"a huge JSON text", "a.json", `[{"id": "XM-DAC-41146-KEN_D_1.1", "title": "` + strings.Repeat("x", heavy(2, 64)*mb) + `"}]`, "narrative/truncated-start"},
		{"a huge JSON number", "a.json", `[{"id": "A_1", "result": [{"type": ` + strings.Repeat("1", heavy(2, 64)*mb) + `}]}]`, "schema/code-not-on-codelist"},
		{"a huge line of portal text", "a.txt", "outcome XM-DAC-41146-KEN_D_1.1\nWomen lead\n" + strings.Repeat("of ", heavy(5_000, 1_000_000)), "spelling/repeated-word"},
		{"only headers", "a.txt", strings.Repeat("outcome A_1\n", heavy(2_000, 100_000)), "identifier/duplicate"},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			path := filepath.Join(t.TempDir(), c.file)
			if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
				t.Fatal(err)
			}
			var out, errOut bytes.Buffer
			args := []string{"iatilint", "check", "--format", "jsonl", "--fail-on", "info", "--jobs", "2", path}
			if exit := cli.Main(args, strings.NewReader(""), &out, &errOut); exit != 1 {
				t.Fatalf("exit code %d: %.500s", exit, errOut.String())
			}
			for _, leak := range []string{"swordfish", "root:"} {
				if strings.Contains(out.String()+errOut.String(), leak) {
					t.Errorf("the content of another file comes through: %q", leak)
				}
			}
			found := false
			for line := range strings.Lines(out.String()) {
				if len(line) > 40<<10 {
					t.Fatalf("a violation takes %d bytes: %.200s", len(line), line)
				}
				var v struct {
					Rule, Message string
					Span          struct{ Start struct{ Line, Column int } }
				}
				if err := json.Unmarshal([]byte(line), &v); err != nil {
					t.Fatal(err)
				}
				if v.Message == "" || v.Span.Start.Line < 1 || v.Span.Start.Column < 1 {
					t.Errorf("a violation without a message or a place: %s", line)
				}
				found = found || v.Rule == c.rule
			}
			if !found {
				t.Errorf("no violation of %s: %.1000s", c.rule, out.String())
			}
			if took := time.Since(start); took > time.Duration(heavy(30, 600))*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}
