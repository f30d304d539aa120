package xmltoken

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"
)

func TestSplitLaw(t *testing.T) {
	for name, src := range samples(t) {
		t.Run(name, func(t *testing.T) {
			if _, err := tokens(NewDocument(src), 0); err != nil {
				t.Fatal(err)
			}
			checkSplit(t, src, 1, 7, 64, 0)
			for cut := range src { // a document may break off anywhere
				checkSplit(t, src[:cut], 7)
			}
		})
	}
}

func TestSplitLawMalformed(t *testing.T) {
	for _, c := range malformed {
		checkSplit(t, []byte(c.src), 1, 7, 0)
	}
}

func TestSplitLawMutations(t *testing.T) {
	for _, src := range mutations(t, 100) {
		checkSplit(t, src, 7, 0)
	}
}

func TestSplitLawOutside(t *testing.T) {
	for _, path := range outside(t) {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		sizes := []int{0}
		if len(src) < 5_000 {
			sizes = []int{7, 0}
		} else if len(src) > 1<<18 && os.Getenv("XMLTOKEN_MORE") == "" {
			continue // minutes under the race detector
		}
		checkSplit(t, src, sizes...)
	}
}

func TestSplitPieces(t *testing.T) {
	src := samples(t)["activities.xml"]
	sp := NewSplitter(bytes.NewReader(src), SplitOptions{Child: "iati-activity"})
	var kinds []string
	for {
		piece, err := sp.Next()
		if err != nil {
			break
		}
		kinds = append(kinds, piece.Kind.String())
	}
	got := strings.Join(kinds, ", ")
	want := "head, misc, child, misc, foreign child, misc, child, child, misc, tail"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestSplitReadError(t *testing.T) {
	broken := errors.New("disk on fire")
	src := `<r><c/><c>`
	sp := NewSplitter(readers(strings.NewReader(src), iotest.ErrReader(broken)), SplitOptions{Child: "c"})
	for i := 0; ; i++ {
		_, err := sp.Next()
		if err == nil {
			continue
		}
		if !errors.Is(err, broken) || i != 2 {
			t.Errorf("call %d: %v", i, err)
		}
		return
	}
}

func TestSplitPieceLimit(t *testing.T) {
	big := strings.Repeat("x", 5000)
	for _, c := range []struct {
		src  string
		code Code
	}{
		{"<r><c>" + big + "</c></r>", PieceLimit},
		{"<r>" + big + "</r>", PieceLimit},
		{"<r><!--" + big + "--></r>", PieceLimit},
		{"<!--" + big + "--><r/>", PieceLimit},
		{"<r/><!--" + big + "-->", PieceLimit},
		{"<r><c>&nope;" + big + "</c></r>", UndeclaredEntity},
		{"<r><c>ok</c></r>", 0},
	} {
		_, err := splitTokens(t, []byte(c.src), strings.NewReader(c.src), SplitOptions{Child: "c", MaxPiece: 1000, ReadSize: 100})
		var fault *SyntaxError
		if errors.As(err, &fault); fault == nil && c.code != 0 || fault != nil && fault.Code != c.code {
			t.Errorf("%.20s: %v, want %v", c.src, err, c.code)
		}
	}
}

func TestSplitBufferIsOwned(t *testing.T) {
	src := "<r><c>one</c><c>two</c></r>"
	used := 0
	sp := NewSplitter(strings.NewReader(src), SplitOptions{Child: "c", Buffer: func() []byte { used++; return make([]byte, 0, 64) }})
	var kept []string
	var pieces []Piece
	for {
		piece, err := sp.Next()
		if err != nil {
			break
		}
		pieces = append(pieces, piece)
	}
	for _, p := range pieces {
		kept = append(kept, string(p.Bytes))
	}
	if strings.Join(kept, "") != src || used != len(pieces) {
		t.Errorf("%q, %d buffers", kept, used)
	}
}

// readers is io.MultiReader for a last reader that fails at once.
func readers(list ...io.Reader) io.Reader { return io.MultiReader(list...) }
