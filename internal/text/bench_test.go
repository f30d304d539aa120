package text

import (
	"strings"
	"sync"
	"testing"
)

var prose = strings.Repeat("Since the spring, 35 women councillors (members of the town assembly) read the accounts themselves and vote on fair budgets. "+
	"The well at Kati, open since the 2nd quarter, spares 1,200 girls a long walk, and half of the households pay their share on time. "+
	"In 2022 the mayor's office answered many more letters than the year before; the clerks call it a quiet, useful change for everybody.\n", 50)

func bench(b *testing.B, f func(d *Doc)) {
	var d Doc
	b.SetBytes(int64(len(prose)))
	b.ReportAllocs()
	for b.Loop() {
		d.Reset(prose, "en")
		f(&d)
	}
}

func BenchmarkWords(b *testing.B)      { bench(b, func(*Doc) {}) }
func BenchmarkNumbers(b *testing.B)    { bench(b, func(d *Doc) { d.Numbers() }) }
func BenchmarkVague(b *testing.B)      { bench(b, func(d *Doc) { d.Vague() }) }
func BenchmarkMarkers(b *testing.B)    { bench(b, func(d *Doc) { d.Markers() }) }
func BenchmarkTruncation(b *testing.B) { bench(b, func(d *Doc) { d.Truncation() }) }
func BenchmarkStatement(b *testing.B)  { bench(b, func(d *Doc) { d.Statement() }) }
func BenchmarkEverything(b *testing.B) { bench(b, everything) }

func everything(d *Doc) {
	d.Quantities()
	d.Vague()
	d.Markers()
	d.Truncation()
	d.Statement()
	d.Personal()
	d.Markup()
	d.Hidden()
	d.Mojibake()
}

func TestNoAllocationPerWord(t *testing.T) {
	var d Doc
	again := func() {
		d.Reset(prose, "en")
		everything(&d)
	}
	again()
	n := testing.AllocsPerRun(5, again)
	if words := len(d.Words()); n > float64(words)/10 {
		t.Errorf("%v allocations for %d words", n, words)
	}
}

// One text at a time per Doc, many at once over one lexicon.
func TestConcurrent(t *testing.T) {
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			var d Doc
			for _, lang := range []string{"en", "fr", "es", "pt", ""} {
				d.Reset(prose[:2000], lang)
				everything(&d)
			}
		})
	}
	group.Wait()
}
