package cli

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	// garbagePercent lets garbage grow to several times what is in use, which
	// is little: collecting it more often takes a tenth of the time of a check.
	garbagePercent = 400
	// memoryGoal is what a check stays within all the same, in bytes.
	memoryGoal = 72 << 20
	// tooMuch is more than a streamed check has in use at any time, with or
	// without a comparison.
	tooMuch = 2 * memoryGoal
)

// boundMemory sets the garbage collector for a small heap that lives briefly.
// Where what is in use comes near the goal, the goal would keep the collector
// busy for nothing: it is raised so far that there is always room for a third as
// much again. Of what has to be held as a whole, as a spreadsheet, it is given up.
// Whoever sets GOGC or GOMEMLIMIT decides instead.
func boundMemory() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(garbagePercent)
	debug.SetMemoryLimit(memoryGoal)
	watchMemory(memoryGoal)
}

// watchMemory looks at what is in use after every collection: a finalizer runs
// then.
func watchMemory(goal uint64) {
	runtime.SetFinalizer(new([16]byte), func(*[16]byte) {
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(sample)
		live := sample[0].Value.Uint64()
		if live > tooMuch {
			debug.SetGCPercent(100)
			debug.SetMemoryLimit(math.MaxInt64)
			return
		}
		if needed := live + live/3; needed > goal {
			goal = needed
			debug.SetMemoryLimit(int64(goal))
		}
		watchMemory(goal)
	})
}
