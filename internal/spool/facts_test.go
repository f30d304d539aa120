package spool

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/iatilint/iatilint/internal/facts"
)

// chunkOf is a chunk of any size, at times of more than a block.
func chunkOf(log, i int) []byte {
	size := (i*7919+log)%300 + 1
	if i%97 == 0 {
		size += 2 * blockSize
	}
	return bytes.Repeat([]byte{byte(i), byte(log)}, size)
}

// Logs that are written by turns give back what each of them took, as often as
// it is asked for, wherever it is kept.
func TestFacts(t *testing.T) {
	const logs, chunks = 5, 400
	for name, limit := range map[string]int{"nothing in memory": 1, "a little": 1000, "a block": blockSize, "all": 1 << 30} {
		folder := t.TempDir()
		f := NewFacts(limit)
		f.store.create = func() (*os.File, error) { return os.CreateTemp(folder, "spool") }
		check := func(i int, l facts.Log, upTo int) {
			t.Helper()
			var want, got []byte
			for c := range upTo {
				want = append(want, chunkOf(i, c)...)
			}
			for block, err := range l.Blocks() {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, block...)
			}
			if !bytes.Equal(want, got) {
				t.Fatalf("%s: log %d gives %d bytes of %d after %d chunks, or others", name, i, len(got), len(want), upTo)
			}
		}
		list := make([]facts.Log, logs)
		for i := range list {
			list[i] = f.NewLog()
		}
		for c := range chunks {
			for i, l := range list {
				l.Append(chunkOf(i, c))
				if c%150 == 149 {
					check(i, l, c+1)
				}
			}
		}
		for range 2 {
			for i, l := range list {
				check(i, l, chunks)
			}
		}
		if onDisk := f.store.file != nil; onDisk == (name == "all") {
			t.Errorf("%s: there is a file: %v", name, onDisk)
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
		if left, _ := os.ReadDir(folder); len(left) > 0 {
			t.Errorf("%s: %s is left behind", name, left[0].Name())
		}
	}
}

// A walk may begin while another one is under way.
func TestWalkInWalk(t *testing.T) {
	f := NewFacts(1)
	defer f.Close()
	l := f.NewLog()
	for i := range 4 {
		l.Append(bytes.Repeat([]byte{byte(i)}, blockSize))
	}
	var got string
	for block := range l.Blocks() {
		for range l.Blocks() {
		}
		got += fmt.Sprint(block[0], block[len(block)-1], " ")
	}
	if want := "0 0 1 1 2 2 3 3 "; got != want {
		t.Errorf("read %q, want %q", got, want)
	}
}

func TestFactsWithoutAFile(t *testing.T) {
	f := NewFacts(1)
	f.store.create = func() (*os.File, error) { return os.CreateTemp(filepath.Join(t.TempDir(), "absent"), "spool") }
	l := f.NewLog()
	var want, got []byte
	for i := range 200 {
		l.Append(chunkOf(0, i))
		want = append(want, chunkOf(0, i)...)
	}
	for block, err := range l.Blocks() {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, block...)
	}
	if !bytes.Equal(want, got) {
		t.Error("what no file takes is lost")
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}
