package bench_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/attachment"
	"github.com/iatilint/iatilint/internal/bench"
	"github.com/iatilint/iatilint/internal/cli"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/rules"
)

// size is that of the submissions: a few MB, so that what a run begins with
// does not count for much.
const size = 3 << 20

func generated(b *testing.B, format string, seed uint64) []byte {
	b.Helper()
	var text bytes.Buffer
	if err := bench.Write(&text, bench.Options{Format: format, Bytes: size, Seed: seed, Faults: 0.05}); err != nil {
		b.Fatal(err)
	}
	return text.Bytes()
}

func written(b *testing.B, name string, text []byte) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), name)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkRead reads every entry of a submission into the model.
func BenchmarkRead(b *testing.B) {
	endings := map[string]string{"xml": "xml", "text": "txt", "json": "json", "csv": "csv"}
	for _, format := range bench.Formats() {
		b.Run(format, func(b *testing.B) {
			text := generated(b, format, 1)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				readAll(b, text, "made-up."+endings[format])
			}
		})
	}
}

func readAll(b *testing.B, text []byte, name string) {
	r, err := read.New(io.NopCloser(bytes.NewReader(text)), name, read.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	entries := 0
	for {
		job, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			b.Fatal(err)
		}
		if e := job(); e != nil {
			entries++
			attachment.Release(&e.Memory)
		}
	}
	if entries == 0 {
		b.Fatal("nothing was read")
	}
}

// check runs the tool; violations are expected or not.
func check(b *testing.B, args ...string) {
	var errOut bytes.Buffer
	args = append([]string{"iatilint", "check", "--jobs", "1"}, args...)
	if exit := cli.Main(args, strings.NewReader(""), io.Discard, &errOut); exit > 1 {
		b.Fatalf("exit code %d: %s", exit, errOut.String())
	}
}

// BenchmarkFamily checks with the rules of one family.
func BenchmarkFamily(b *testing.B) {
	text := generated(b, "xml", 1)
	path := written(b, "made-up.xml", text)
	told := map[string]bool{}
	for _, rule := range rules.All() {
		family, _, _ := strings.Cut(rule.ID, "/")
		if told[family] {
			continue
		}
		told[family] = true
		b.Run(family, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				check(b, "--select", family, path)
			}
		})
	}
}

// BenchmarkReport checks with all rules and writes one report.
func BenchmarkReport(b *testing.B) {
	text := generated(b, "xml", 1)
	path := written(b, "made-up.xml", text)
	for _, format := range report.FormatNames() {
		b.Run(format, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				check(b, "--format", format, path)
			}
		})
	}
}

// BenchmarkHistory compares a submission with itself and with another one.
func BenchmarkHistory(b *testing.B) {
	text := generated(b, "xml", 1)
	path := written(b, "made-up.xml", text)
	earlier := map[string]string{"itself": path, "another": written(b, "another.xml", generated(b, "xml", 2))}
	for _, name := range []string{"itself", "another"} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				check(b, "--select", "history", "--against", earlier[name], path)
			}
		})
	}
}
