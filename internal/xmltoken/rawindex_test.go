package xmltoken

import (
	"strings"
	"testing"
)

func TestRawIndex(t *testing.T) {
	for _, piece := range []string{
		"Women &amp; men. ", "l’été &#8217; ", "one<![CDATA[two & three]]>four ", "a<!-- b -->c\r\n", "plain text without any of it, ", "€",
	} {
		raw := []byte("&lt;" + strings.Repeat(piece, 3*checkpointEvery/2))
		size := len(DecodeText(nil, raw, nil))
		index := NewRawIndex(raw, false, nil)
		for start := 0; start < size+3; start += 997 {
			for _, length := range []int{0, 1, 12, 5000, 9000} {
				from, to := RawSpan(raw, false, start, start+length, nil)
				if gotFrom, gotTo := index.Span(start, start+length); gotFrom != from || gotTo != to {
					t.Fatalf("%q %d+%d: %d-%d, want %d-%d", piece, start, length, gotFrom, gotTo, from, to)
				}
			}
			// It is not far from a checkpoint to any place, however long the text is.
			if s := index.before(start); s.decoded > start || start < size && start-s.decoded > 2*checkpointEvery {
				t.Fatalf("%q: the checkpoint for %d is at %d", piece, start, s.decoded)
			}
		}
		if most := size/checkpointEvery + 2; len(index.checkpoints) > most {
			t.Errorf("%q: %d checkpoints for %d bytes", piece, len(index.checkpoints), size)
		}
	}
}
