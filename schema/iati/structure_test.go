package iati

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

func TestFor(t *testing.T) {
	for _, version := range []string{"", "1.05", "2.04", "2.1"} {
		if _, ok := For(version); ok {
			t.Errorf("there is a structure for %q", version)
		}
	}
	for _, version := range Versions() {
		if s := mustFor(version); s.Version() != version {
			t.Errorf("the structure of %s says %s", version, s.Version())
		}
	}
}

func TestKindsHaveNames(t *testing.T) {
	for k := WrongRoot; k <= InvalidValue; k++ {
		if k.String() == "unknown" {
			t.Errorf("kind %d has no name", k)
		}
	}
	if Kind(0).String() != "unknown" || Kind(200).String() != "unknown" {
		t.Error("there are kinds that do not exist")
	}
}

// TestConcurrentWalks is for the race detector: walks share a structure.
func TestConcurrentWalks(t *testing.T) {
	document, err := os.ReadFile(filepath.Join("testdata", "sample-2.03.xml"))
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			s := mustFor(versions[i%len(versions)])
			faults, err := feed(s, document, func(CodeFault) {})
			if err != nil {
				t.Error(err)
			}
			if (len(faults) == 0) != (s.Version() == "2.03") {
				t.Errorf("%s: %d faults", s.Version(), len(faults))
			}
		})
	}
	group.Wait()
}
