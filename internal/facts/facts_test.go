package facts

import (
	"errors"
	"fmt"
	"iter"
	"math"
	"reflect"
	"slices"
	"testing"

	"github.com/iatilint/iatilint/schema"
)

// everything is a fact with a field of every kind.
type everything struct {
	Text  string
	Texts []string
	Number,
	Negative int
	Large  uint64
	Hash   uint64
	Short  uint16
	Float  float64
	Yes    bool
	Span   schema.Span
	Array  [3]uint16
	Nested *nested
	Place  Place
}

type nested struct{ Kind uint8 }

// entryOf returns an entry by an identifier, with Places that are in it.
func entryOf(file *schema.File, identifier string) (*schema.Entry, *Places) {
	at := schema.Range{Start: 0, End: int32(len(identifier))}
	e := &schema.Entry{
		File: file, Index: 7,
		Source:     &schema.Source{Text: identifier, Base: schema.Position{Line: 3, Column: 5, Offset: 1 << 40}},
		Identifier: schema.Text{Value: identifier, At: at},
	}
	p := NewPlaces([]*schema.File{nil, file})
	p.Input = 1
	return e, p
}

// collect returns the facts of a sequence, and the error that ends it.
func collect[T any](all iter.Seq2[T, error]) (list []T, err error) {
	for fact, err := range all {
		if err != nil {
			return list, err
		}
		list = append(list, fact)
	}
	return list, nil
}

// A fact that was packed is the same again, whether or not its place can be read
// again from the file.
func TestPack(t *testing.T) {
	again := func(schema.Span, int) (*schema.Entry, error) { return nil, nil }
	for name, file := range map[string]*schema.File{
		"a way back":  {Path: "a", Reread: again},
		"no way back": {Path: "b"},
	} {
		e, p := entryOf(file, "XM-1 é\xff")
		full := everything{
			Text: "a \xff\x00", Texts: []string{"", "b"}, Number: math.MaxInt, Negative: -3, Large: math.MaxUint64,
			Hash: 1 << 63, Short: 65535, Float: -0.5, Yes: true, Array: [3]uint16{1, 2, 65535}, Nested: &nested{3},
			Span:  schema.Span{Start: schema.Position{Line: 1, Column: 2, Offset: 1 << 41}, End: schema.Position{Line: 4}, Cell: "S!B7", Pointer: "/x"},
			Place: p.Keep(e, schema.Range{Start: 2, End: 5}),
		}
		want := []everything{full, {}, full}
		log := &MemoryLog{}
		codec := NewCodec[everything]()
		log.Append(codec.Pack(p, e, want, nil))
		got, err := collect(codec.All(p, log))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(want, got) {
			t.Errorf("%s: %+v became %+v", name, want, got)
		}
		if got[0].Place.entry != got[2].Place.entry {
			t.Errorf("%s: two facts of an entry do not share it", name)
		}
	}
}

// word is a fact that counts beside others of the same word.
type word struct{ Text string }

// logOf keeps words, so many an entry.
func logOf(words []string, perEntry int, keys func([]uint64, *word) []uint64) Log {
	log := &MemoryLog{}
	for list := range slices.Chunk(words, perEntry) {
		e, p := entryOf(&schema.File{}, list[0])
		var facts []word
		for _, text := range list {
			facts = append(facts, word{text})
		}
		log.Append(NewCodec[word]().Pack(p, e, facts, keys))
	}
	return log
}

// The facts that share a key are found in their order, however few keys are
// looked through at a time.
func TestShared(t *testing.T) {
	var words []string
	count := map[string]int{}
	for i := range 5000 {
		text := fmt.Sprint(i * i % 7919 * (i % 3))
		words = append(words, text)
		count[text]++
	}
	var want []string
	for _, text := range words {
		if count[text] > 1 {
			want = append(want, text)
		}
	}
	two := func(keys []uint64, w *word) []uint64 { return append(keys, Hash(w.Text), Hash("of", w.Text)) }
	for _, atOnce := range []int{1000, 1 << 16} {
		log := logOf(words, 3, two)
		keys, err := shared(log, atOnce)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		facts, err := collect(NewCodec[word]().facts(NewPlaces(nil), log, keys))
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range facts {
			got = append(got, w.Text)
		}
		if !slices.Equal(want, got) {
			t.Errorf("%d keys at once: %d of %d facts, or others", atOnce, len(got), len(want))
		}
	}
	if len(want) == 0 || len(want) == len(words) {
		t.Error("the words are no test")
	}
}

// Facts whose keys are the same by chance are all shown: the judge compares.
func TestCollision(t *testing.T) {
	log := logOf([]string{"a", "bb", "ccc", "dd", "e"}, 1, func(keys []uint64, w *word) []uint64 { return append(keys, uint64(len(w.Text))) })
	got, err := collect(NewCodec[word]().Shared(NewPlaces(nil), log))
	if want := []word{{"a"}, {"bb"}, {"dd"}, {"e"}}; err != nil || !slices.Equal(got, want) {
		t.Errorf("shown are %q, %v, want %q", got, err, want)
	}
}

// lost is a log that can't be read.
type lost struct{ MemoryLog }

var errLost = errors.New("lost")

func (l *lost) Blocks() iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) { yield(nil, errLost) }
}

func TestFactsThatAreLost(t *testing.T) {
	codec, places := NewCodec[word](), NewPlaces(nil)
	for name, all := range map[string]iter.Seq2[word, error]{
		"all": codec.All(places, &lost{}), "shared": codec.Shared(places, &lost{}), "list": NewList[word](&lost{}).All(),
	} {
		if _, err := collect(all); !errors.Is(err, errLost) {
			t.Errorf("%s: error %v, want that the facts are lost", name, err)
		}
	}
}

func TestList(t *testing.T) {
	list := NewList[word](&MemoryLog{})
	const n = 20000
	for i := range n {
		list.Append(word{fmt.Sprint("word ", i)})
	}
	i := 0
	for w, err := range list.All() {
		if want := fmt.Sprint("word ", i); err != nil || w.Text != want {
			t.Fatalf("number %d is %q, %v", i, w.Text, err)
		}
		i++
	}
	if i != n || list.Len() != n {
		t.Errorf("%d are read of %d, which count as %d", i, n, list.Len())
	}
}
