// Command generate writes a made-up submission to standard output:
//
//	go run ./internal/bench/generate -format xml -mb 100 -seed 1 -faults 0.05 >big.xml
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/iatilint/iatilint/internal/bench"
)

func main() {
	var o bench.Options
	flag.StringVar(&o.Format, "format", "xml", fmt.Sprint("one of ", bench.Formats()))
	mb := flag.Float64("mb", 1, "size in millions of bytes")
	flag.Uint64Var(&o.Seed, "seed", 1, "the same seed writes the same bytes")
	flag.Float64Var(&o.Faults, "faults", 0.05, "share of the activities with a mistake")
	flag.Parse()
	o.Bytes = int64(*mb * 1e6)
	if err := bench.Write(os.Stdout, o); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}
