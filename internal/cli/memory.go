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
	// nearGoal is more than a stream of entries is seen to have in use at a time,
	// and leaves room for garbage below the goal.
	nearGoal = memoryGoal * 2 / 3
)

// boundMemory sets the garbage collector for a small heap that lives briefly.
// Where what is in use comes near the goal, as with a spreadsheet that has to be
// held as a whole, the goal would keep the collector busy for nothing, so it is
// given up. Whoever sets GOGC or GOMEMLIMIT decides instead.
func boundMemory() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(garbagePercent)
	debug.SetMemoryLimit(memoryGoal)
	watchMemory()
}

// watchMemory looks at what is in use after every collection: a finalizer runs
// then.
func watchMemory() {
	runtime.SetFinalizer(new([16]byte), func(*[16]byte) {
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(sample)
		if sample[0].Value.Uint64() > nearGoal {
			debug.SetGCPercent(100)
			debug.SetMemoryLimit(math.MaxInt64)
			return
		}
		watchMemory()
	})
}
