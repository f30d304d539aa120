package spool

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/schema"
)

// small makes a spool that holds next to nothing in memory.
func small(t *testing.T, limit int) (s *Spool, folder string) {
	t.Helper()
	folder = t.TempDir()
	s = New()
	s.store.limit = limit
	s.store.create = func() (*os.File, error) { return os.CreateTemp(folder, "spool") }
	return s, folder
}

// fill sets every field below v that can be set, so that a field which is not
// kept makes a difference.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("text %d \xff", *n))
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(int64(*n%3 + 1))
	case reflect.Uint8:
		v.SetUint(uint64(*n%3 + 1))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i), n)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i), n)
			}
		}
	default:
		panic("a violation holds a " + v.Kind().String() + ": say how it is kept")
	}
}

// Every field of a violation is kept but those that would keep an entry alive.
func TestEveryFieldIsKept(t *testing.T) {
	full := &finding.Finding{}
	n := 0
	dropped := []string{"At", "Source", "Node"}
	for _, f := range reflect.VisibleFields(reflect.TypeOf(*full)) {
		if !slices.Contains(dropped, f.Name) {
			fill(reflect.ValueOf(full).Elem().FieldByIndex(f.Index), &n)
		}
	}
	full.Snippet = excerpt.Snippet{Text: "a \xffline", From: 2, To: 5}
	empty := &finding.Finding{Refs: []string{}, Related: []finding.Related{}, Fixes: []finding.Fix{}}
	for _, limit := range []int{1, memoryLimit} {
		s, _ := small(t, limit)
		for _, v := range []*finding.Finding{full, empty, full} {
			if err := s.Add(0, v); err != nil {
				t.Fatal(err)
			}
		}
		for i, want := range []*finding.Finding{empty, full, full} {
			got, err := s.At(i)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(want, got) {
				t.Errorf("limit %d, %d: %s", limit, i, gocmp.Diff(want, got))
			}
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// many are violations in no order, some with the same place.
func many() []finding.Finding {
	var list []finding.Finding
	for i := range 3000 {
		start := int64(i * 7919 % 501)
		list = append(list, finding.Finding{
			Rule:    fmt.Sprintf("test/rule-%d", i%3),
			Message: fmt.Sprintf("violation %d", i),
			File:    fmt.Sprint(i * 31 % 4),
			Span:    schema.Span{Start: schema.Position{Offset: start}, End: schema.Position{Offset: start + int64(i%2)}},
			Refs:    []string{}, Related: []finding.Related{}, Fixes: []finding.Fix{},
		})
	}
	return list
}

func TestOrder(t *testing.T) {
	want := many()
	slices.SortStableFunc(want, func(a, b finding.Finding) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Span.Start.Offset, b.Span.Start.Offset),
			cmp.Compare(a.Span.End.Offset, b.Span.End.Offset),
			cmp.Compare(a.Rule, b.Rule),
		)
	})
	odd := func(_ int, v *finding.Finding) bool { return v.Span.Start.Offset%2 == 1 }
	for _, limit := range []int{1, 1000, 100_000, memoryLimit} {
		s, folder := small(t, limit)
		for _, v := range many() {
			if err := s.Add(int(v.File[0]-'0'), &v); err != nil {
				t.Fatal(err)
			}
		}
		compare(t, s, want)
		compare(t, s, want) // and again
		if err := s.Keep(odd); err != nil {
			t.Fatal(err)
		}
		compare(t, s, slices.DeleteFunc(slices.Clone(want), func(v finding.Finding) bool { return !odd(0, &v) }))
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if left, _ := os.ReadDir(folder); len(left) > 0 {
			t.Errorf("limit %d: %s is left behind", limit, left[0].Name())
		}
	}
}

func compare(t *testing.T, s *Spool, want []finding.Finding) {
	t.Helper()
	if s.Len() != len(want) {
		t.Fatalf("%d violations, want %d", s.Len(), len(want))
	}
	for i := range want {
		got, err := s.At(i)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(&want[i], got) {
			t.Fatalf("violation %d: %s", i, gocmp.Diff(&want[i], got))
		}
	}
}

// What is added after a look at the spool still comes to its place.
func TestLateArrival(t *testing.T) {
	s, _ := small(t, memoryLimit)
	defer s.Close()
	for _, offset := range []int64{30, 10, 20} {
		v := finding.Finding{Rule: "a", Span: schema.Span{Start: schema.Position{Offset: offset}}}
		if err := s.Add(0, &v); err != nil {
			t.Fatal(err)
		}
		if last, err := s.At(s.Len() - 1); err != nil || last.Span.Start.Offset != 30 {
			t.Errorf("after %d the last is %v, %v", offset, last, err)
		}
	}
}

// What no file takes stays in memory.
func TestFullDisk(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has a device that is always full")
	}
	s, _ := small(t, 1000)
	s.store.create = func() (*os.File, error) {
		link := filepath.Join(t.TempDir(), "full")
		if err := os.Symlink("/dev/full", link); err != nil {
			return nil, err
		}
		return os.OpenFile(link, os.O_RDWR, 0)
	}
	checkKept(t, s)
}

func TestNoFolderForTemporaryFiles(t *testing.T) {
	s, _ := small(t, 1000)
	s.store.create = func() (*os.File, error) { return os.CreateTemp(filepath.Join(t.TempDir(), "absent"), "spool") }
	checkKept(t, s)
}

// checkKept checks that a spool without a file to write to keeps violations.
func checkKept(t *testing.T, s *Spool) {
	t.Helper()
	inMemory := New()
	for _, v := range many() {
		if err := errors.Join(s.Add(0, &v), inMemory.Add(0, &v)); err != nil {
			t.Fatal(err)
		}
	}
	var want []finding.Finding
	for i := range inMemory.Len() {
		v, err := inMemory.At(i)
		if err != nil {
			t.Fatal(err)
		}
		want = append(want, *v)
	}
	compare(t, s, want)
	if s.store.inFile != 0 {
		t.Errorf("%d bytes were written", s.store.inFile)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func BenchmarkSpool(b *testing.B) {
	list := many()
	for b.Loop() {
		s := New()
		for i := range list {
			if err := s.Add(0, &list[i]); err != nil {
				b.Fatal(err)
			}
		}
		for i := range s.Len() {
			if _, err := s.At(i); err != nil {
				b.Fatal(err)
			}
		}
		s.Close()
	}
}
