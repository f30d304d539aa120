package report

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// made is violations that exist only while they are looked at; from number
// broken on, if that is not 0, they can't be read.
type made struct{ n, broken int }

var errUnreadable = errors.New("the disk is gone")

func (m made) Len() int { return m.n }

func (m made) At(i int) (*finding.Finding, error) {
	if m.broken > 0 && i >= m.broken {
		return nil, errUnreadable
	}
	const perEntry = 10
	line := fmt.Sprintf("line %d has %s in it", i, strings.Repeat("some words ", 20))
	return &finding.Finding{
		Rule: fmt.Sprintf("test/rule-%d", i%7), Severity: lint.Severity(i%3 + 1), File: "a.txt", Entry: fmt.Sprintf("X_%d", i/perEntry),
		Message: fmt.Sprintf("violation %d says what is wrong", i),
		Span:    schema.Span{Start: schema.Position{Line: i + 1, Column: 1, Offset: int64(100 * i)}, End: schema.Position{Line: i + 1, Column: 5, Offset: int64(100*i + 4)}},
		Snippet: excerpt.Snippet{Text: line, From: 0, To: 4},
		Refs:    []string{}, Related: []finding.Related{}, Fixes: []finding.Fix{},
	}, nil
}

func dataOf(m made) *Data {
	d := &Data{Violations: m, Counts: &Counts{}, FailOn: lint.Error, Files: []engine.FileStats{{Path: "a.txt"}}}
	for i := range m.n {
		v, _ := made{n: m.n}.At(i)
		d.Counts.Add(v)
	}
	return d
}

// memory is a writer that knows the most memory in use while it was written to.
type memory struct{ written, next, most int }

func (m *memory) Write(p []byte) (int, error) {
	if m.written += len(p); m.written >= m.next {
		m.next += 4 << 20
		var s runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&s)
		m.most = max(m.most, int(s.HeapAlloc))
	}
	return len(p), nil
}

// 50,000 violations, some 20 MB of them, pass through every format without
// being held in memory. JUnit keeps a number for each, HTML one for each entry.
func TestEveryFormatStreams(t *testing.T) {
	d := dataOf(made{n: 50_000})
	for _, f := range Formats() {
		var before runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		out := &memory{}
		if err := f.Write(out, d, Style{}); err != nil {
			t.Fatal(err)
		}
		if used := out.most - int(before.HeapAlloc); used > 6<<20 {
			t.Errorf("%s: %d KB in use for a report of %d KB", f.Name, used>>10, out.written>>10)
		} else {
			t.Logf("%s: %d KB in use for a report of %d KB", f.Name, used>>10, out.written>>10)
		}
	}
}

// What can't be read back is an error of every format, not a short report.
func TestUnreadableViolations(t *testing.T) {
	for _, broken := range []int{1, 15} {
		d := dataOf(made{n: 20, broken: broken})
		for _, f := range Formats() {
			if err := f.Write(&memory{}, d, Style{}); !errors.Is(err, errUnreadable) {
				t.Errorf("%s, broken at %d: error %v", f.Name, broken, err)
			}
		}
		if err := JobSummary(&memory{}, d); !errors.Is(err, errUnreadable) {
			t.Errorf("job summary: error %v", err)
		}
	}
}

// A list that is a nil pointer of a type with methods is as empty as no list.
func TestNilListsAreEmpty(t *testing.T) {
	for _, none := range []Violations{nil, (*onDisk)(nil)} {
		d := dataOf(made{})
		d.Violations, d.Suppressed = none, none
		var out strings.Builder
		if err := SARIF(&out, d, Style{}); err != nil || strings.Contains(out.String(), "suppressions") {
			t.Errorf("%T: error %v, report %s", none, err, out.String())
		}
	}
}

// onDisk is a list whose nil pointer cannot be read.
type onDisk struct{ made }
