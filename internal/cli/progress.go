package cli

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/internal/run"
	"github.com/iatilint/iatilint/internal/settings"
)

// progressDelay is the time after which a check shows its progress.
const progressDelay = time.Second

// progress shows how far a check has come: one line on standard error, wiped
// before anything else is written.
type progress struct {
	line  *lateWriter
	bar   *progressbar.ProgressBar
	brief bool    // there is no room for files and entries
	sizes []int64 // bytes, by input
	done  int64   // bytes of the files that are finished
	files int     // how many are
}

// newProgress returns nil if no progress is wanted: by default if standard error
// is no terminal.
func newProgress(plan *settings.Plan, out io.Writer, inputs []input.Input) *progress {
	width := terminalWidth(out)
	if when := plan.Progress; when == "never" || when == "auto" && (width == 0 || plan.Quiet) {
		return nil
	}
	p := &progress{
		line:  &lateWriter{out: out, after: time.Now().Add(progressDelay)},
		brief: width > 0 && width < 80,
		sizes: make([]int64, len(inputs)),
	}
	total := p.measure(inputs)
	p.bar = progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(p.line),
		progressbar.OptionShowBytes(true),
		progressbar.OptionShowCount(),
		progressbar.OptionShowTotalBytes(true),
		progressbar.OptionSetWidth(10),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionSpinnerType(9), // of plain ASCII
	)
	return p
}

// measure adds up the inputs' bytes; -1 if not all are files whose size is known.
func (p *progress) measure(inputs []input.Input) int64 {
	total := int64(0)
	for i, in := range inputs {
		info, err := os.Stat(in.Path)
		if err != nil || !info.Mode().IsRegular() {
			return -1
		}
		p.sizes[i] = info.Size()
		total += info.Size()
	}
	if total == 0 {
		return -1
	}
	return total
}

// update shows how far the check has come.
func (p *progress) update(now run.Progress) {
	at := p.done + now.Offset
	if now.Done {
		p.files++
		p.done += p.sizes[now.Input]
		at = p.done
	}
	if !p.brief {
		p.bar.Describe(report.Progress(p.files, len(p.sizes), now.Entries))
	}
	_ = p.bar.Set64(at) // a bar that cannot be drawn is no reason to stop
}

// end wipes the line.
func (p *progress) end() {
	if p.line.used {
		_ = p.bar.Clear()
	}
}

// lateWriter discards what is written before a time.
type lateWriter struct {
	out   io.Writer
	after time.Time
	used  bool
}

func (w *lateWriter) Write(text []byte) (int, error) {
	if !w.used && time.Now().Before(w.after) {
		return len(text), nil
	}
	w.used = true
	return w.out.Write(text)
}
