package read_test

import (
	"fmt"
	"runtime"
	"time"
)

// spent is time that went by, and that of the processors on all threads, the
// collection of garbage included.
type spent struct{ wall, processor time.Duration }

func (s spent) String() string {
	return fmt.Sprintf("%.2fs, %.2fs of the processors", s.wall.Seconds(), s.processor.Seconds())
}

// stopwatch runs from its begin.
type stopwatch struct {
	start     time.Time
	processor time.Duration
}

// begin starts to measure, without what was left before.
func begin() stopwatch {
	runtime.GC()
	return stopwatch{time.Now(), processorTime()}
}

func (s stopwatch) spent() spent { return spent{time.Since(s.start), processorTime() - s.processor} }
