package cli_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"github.com/iatilint/iatilint/internal/bench"
	"github.com/iatilint/iatilint/internal/cli"
)

// liveBytes is what is in use after a collection of garbage.
func liveBytes() uint64 {
	runtime.GC()
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// peakOf is the most that was found in use while a submission was checked, and
// the number of times that it was looked at.
func peakOf(t *testing.T, megabytes int64) (peak uint64, looks int) {
	t.Helper()
	var text bytes.Buffer
	if err := bench.Write(&text, bench.Options{Format: "xml", Bytes: megabytes << 20, Seed: 1, Faults: 0.05}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "big.xml")
	if err := os.WriteFile(path, text.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	text = bytes.Buffer{}
	done := make(chan int)
	go func() {
		done <- cli.Main([]string{"iatilint", "check", "--jobs", "2", path}, strings.NewReader(""), io.Discard, io.Discard)
	}()
	for {
		select {
		case exit := <-done:
			if exit != 1 {
				t.Fatalf("exit code %d", exit)
			}
			return peak, looks
		case <-time.After(20 * time.Millisecond):
			peak, looks = max(peak, liveBytes()), looks+1
		}
	}
}

// What is in use grows by less than what is read: facts that rules keep of all
// entries go to a file. Kept entries would take several times their text.
func TestMemoryGrowsLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 70 MB")
	}
	const few, many = 20, 50
	small, _ := peakOf(t, few)
	large, looks := peakOf(t, many)
	if looks < 3 {
		t.Skipf("over after %d looks", looks)
	}
	grown := int64(large) - int64(small)
	t.Logf("%d MB: %d kB in use at most; %d MB: %d kB (%d looks)", few, small>>10, many, large>>10, looks)
	if bound := int64(many-few) << 20 * 3 / 4; grown > bound {
		t.Errorf("%d kB more are in use for %d MB more of input; at most %d kB are expected", grown>>10, many-few, bound>>10)
	}
}
