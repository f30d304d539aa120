package xmltoken

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strconv"
	"testing"
)

// bigDocument is IATI-like XML of about n bytes.
func bigDocument(n int) []byte {
	var b bytes.Buffer
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n")
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, `  <iati-activity default-currency="USD" hierarchy="1" last-updated-datetime="2026-11-23T00:00:00Z" xml:lang="en">
    <iati-identifier>XM-DAC-00000-%d</iati-identifier>
    <reporting-org ref="XM-DAC-00000" type="40"><narrative>An organisation</narrative></reporting-org>
    <title><narrative>Women&apos;s leadership &amp; participation in governance</narrative></title>
    <description type="1"><narrative>By 2025, institutions and legal frameworks guarantee a system of elections that is fair, in line with the country&#8217;s obligations, and seven of twelve municipalities have adopted plans.</narrative><narrative xml:lang="fr">D’ici à 2025, les institutions garantissent l’égalité.</narrative></description>
`, i)
		for r := range 6 {
			fmt.Fprintf(&b, `    <result type="1" aggregation-status="1">
      <title><narrative>Output %d</narrative></title>
      <indicator measure="1" ascending="1">
        <title><narrative>Number of women candidates trained and elected</narrative></title>
        <baseline year="2020" value="12"/>
`, r)
			for y := 2020; y < 2024; y++ {
				fmt.Fprintf(&b, `        <period>
          <period-start iso-date="%d-01-01"/>
          <period-end iso-date="%d-12-31"/>
          <target value="%d"><comment><narrative>Planned with partners in the field</narrative></comment></target>
          <actual value="%d"/>
        </period>
`, y, y, y*2, y)
			}
			b.WriteString("      </indicator>\n    </result>\n")
		}
		b.WriteString("  </iati-activity>\n")
	}
	b.WriteString("</iati-activities>\n")
	return b.Bytes()
}

// benchDocument is 4 MB, or as many megabytes as XMLTOKEN_BENCH_MB says.
func benchDocument() []byte {
	mb := 4
	if n, err := strconv.Atoi(os.Getenv("XMLTOKEN_BENCH_MB")); err == nil {
		mb = n
	}
	return bigDocument(mb << 20)
}

func BenchmarkDocument(b *testing.B) {
	src := benchDocument()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	count := 0
	for b.Loop() {
		count = 0
		s := NewDocument(src)
		for {
			kind, err := s.Next()
			if err != nil {
				b.Fatal(err)
			}
			if kind == EOF {
				break
			}
			count++
		}
	}
	b.ReportMetric(float64(count), "tokens")
}

func benchmarkSplit(b *testing.B, scan bool) {
	src := benchDocument()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	buf := make([]byte, 0, 1<<20)
	var s Scanner
	for b.Loop() {
		sp := NewSplitter(bytes.NewReader(src), SplitOptions{Child: "iati-activity", Buffer: func() []byte { return buf }})
		for {
			piece, err := sp.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				b.Fatal(err)
			}
			if !scan {
				continue
			}
			piece.Scan(&s)
			for {
				kind, err := s.Next()
				if err != nil {
					b.Fatal(err)
				}
				if kind == EOF {
					break
				}
			}
		}
	}
}

func BenchmarkSplit(b *testing.B)        { benchmarkSplit(b, false) }
func BenchmarkSplitAndScan(b *testing.B) { benchmarkSplit(b, true) }

func BenchmarkDecodeText(b *testing.B) {
	raw := []byte("Women&apos;s leadership &amp; participation in governance, in line with the country&#8217;s obligations\r\n")
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	var dst []byte
	for b.Loop() {
		dst = DecodeText(dst[:0], raw, nil)
	}
}
