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
	var a Analyser
	b.SetBytes(int64(len(prose)))
	b.ReportAllocs()
	for b.Loop() {
		f(a.Analyse(prose, "en"))
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
	var a Analyser
	everything(a.Analyse(prose, "en"))
	n := testing.AllocsPerRun(5, func() { everything(a.Analyse(prose, "en")) })
	if words := len(a.Analyse(prose, "en").Words()); n > float64(words)/10 {
		t.Errorf("%v allocations for %d words", n, words)
	}
}

// One text at a time per Analyser, many at once over one lexicon.
func TestConcurrent(t *testing.T) {
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			var a Analyser
			for _, lang := range []string{"en", "fr", "es", "pt", ""} {
				everything(a.Analyse(prose[:2000], lang))
			}
		})
	}
	group.Wait()
}
