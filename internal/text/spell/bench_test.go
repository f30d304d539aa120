package spell

import (
	"slices"
	"strings"
	"testing"
)

const prose = "The project trained forty midwives in the northern districts and helped their clinics to keep better records of births; " +
	"women's groups now manage the boreholes, and socio-economic data are published every quarter by the ministry of planning. "

func BenchmarkScan(b *testing.B) {
	c := &Scanner{Checker: checker(b, "en")}
	text := strings.Repeat(prose, 50)
	words := slices.Collect(split(text))
	ranges := slices.Values(words)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		c.Scan(text, ranges, func(Finding) {}, nil)
	}
	b.ReportMetric(float64(b.N)*float64(len(words))/b.Elapsed().Seconds()/1e6, "Mwords/s")
}

func BenchmarkKnownWordCold(b *testing.B) {
	c := checker(b, "en")
	words := strings.Fields(strings.ToLower(prose))
	for i := 0; b.Loop(); i++ {
		c.knows(words[i%len(words)])
	}
}

func BenchmarkUnknownWordCold(b *testing.B) {
	c := checker(b, "en")
	for b.Loop() {
		c.judge("distrubtion")
	}
}

func BenchmarkWordBehindMemo(b *testing.B) {
	c := checker(b, "en")
	words := strings.Fields(prose)
	for i := 0; b.Loop(); i++ {
		c.Word(words[i%len(words)])
	}
}

func BenchmarkTally(b *testing.B) {
	text := strings.Repeat(prose, 50)
	for b.Loop() {
		var t Tally
		for w := range split(text) {
			t.Add(text[w.Start:w.End], Place(w.Start))
		}
	}
	b.SetBytes(int64(len(text)))
}
