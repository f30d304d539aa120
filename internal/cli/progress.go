package cli

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/report"
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

// newProgress is nil where no progress is wanted: by default where standard
// error is no terminal.
func (s *settings) newProgress(out io.Writer, inputs []engine.Input) *progress {
	width := terminalWidth(out)
	if when := s.config.Progress; when == "never" || when == "auto" && (width == 0 || s.style.Quiet) {
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
func (p *progress) measure(inputs []engine.Input) int64 {
	total := int64(0)
	for i, input := range inputs {
		info, err := os.Stat(input.Path)
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

// tell takes the engine's word on how far it has come.
func (p *progress) tell(now engine.Progress) {
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
	if p != nil && p.line.used {
		_ = p.bar.Clear()
	}
}

// lateWriter passes on what is written after a while.
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
