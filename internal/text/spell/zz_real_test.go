package spell

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/text/lang"
)

func TestReal(t *testing.T) {
	f, err := os.Open("/tmp/harness/texts.jsonl")
	if err != nil {
		t.Skip()
	}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	chk := map[string]*Checker{}
	type k struct{ w string }
	hits := map[string]int{}
	ctx := map[string]string{}
	words := map[string]int{}
	unknown := map[string]map[string]int{}
	for sc.Scan() {
		var d struct{ File, Lang, Text string }
		json.Unmarshal(sc.Bytes(), &d)
		c := chk[d.Lang]
		if c == nil {
			c, _ = New(d.Lang)
			if c == nil {
				continue
			}
			chk[d.Lang] = c
			unknown[d.Lang] = map[string]int{}
		}
		for a, b := range split(d.Text) {
			words[d.Lang]++
			if v := c.Word(d.Text[a:b]); v.Status == Unknown || v.Status == Foreign {
				unknown[d.Lang][fmt.Sprint(v.Status, " ", d.Text[a:b])]++
			}
		}
		c.Scan(d.Text, split(d.Text), func(x Finding) {
			w := d.Text[x.Start:x.End]
			key := fmt.Sprintf("%s %d certain=%-5v %s -> %v", d.Lang, x.Kind, x.Certain, w, x.Corrections)
			hits[key]++
			if ctx[key] == "" {
				lo := max(0, x.Start-45)
				hi := min(len(d.Text), x.End+35)
				ctx[key] = strings.Split(d.File, "/")[0] + ": …" + strings.ReplaceAll(d.Text[lo:hi], "\n", "⏎")
			}
		})
	}
	var keys []string
	for k := range hits {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	n := 0
	o, _ := os.Create("/tmp/harness/hits.txt")
	for _, k := range keys {
		n += hits[k]
		fmt.Fprintf(o, "%3d %s\n        %s\n", hits[k], k, ctx[k])
	}
	fmt.Println("words", words, "distinct", len(keys), "flags", n)
	o.Close()
	o, _ = os.Create("/tmp/harness/unknown.txt")
	for l, m := range unknown {
		var ks []string
		for k := range m {
			ks = append(ks, k)
		}
		sort.Strings(ks)
		for _, k := range ks {
			fmt.Fprintln(o, l, k, m[k])
		}
	}
}
func TestRealTally(t *testing.T) {
	f, err := os.Open("/tmp/harness/texts.jsonl")
	if err != nil {
		t.Skip()
	}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	m := map[string]*Tally{}
	i := 0
	for sc.Scan() {
		var d struct{ File, Lang, Text string }
		json.Unmarshal(sc.Bytes(), &d)
		k := strings.Split(d.File, "/")[0] + " " + d.Lang
		if m[k] == nil {
			m[k] = &Tally{}
		}
		for a, b := range split(d.Text) {
			m[k].Add(d.Text[a:b], Place(i))
			i++
		}
	}
	for k, t := range m {
		c, ok := New(k[len(k)-2:])
		if !ok {
			continue
		}
		for _, p := range c.Inconsistent(t) {
			fmt.Println(k, p.Kind, p.Misspelt, p.Rare.Word, p.Rare.Count, p.Usual.Word, p.Usual.Count)
		}
	}
}

func TestRealFrench(t *testing.T) {
	f, err := os.Open("/tmp/harness/texts.jsonl")
	if err != nil {
		t.Skip()
	}
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	c, _ := New("fr")
	n := 0
	for sc.Scan() {
		var d struct{ File, Lang, Text string }
		json.Unmarshal(sc.Bytes(), &d)
		if d.Lang != "en" || lang.Detect(d.Text).Code != "fr" {
			continue
		}
		for range split(d.Text) {
			n++
		}
		c.Scan(d.Text, split(d.Text), func(x Finding) {
			lo := max(0, x.Start-30)
			hi := min(len(d.Text), x.End+25)
			fmt.Println("FR", x.Kind, x.Certain, d.Text[x.Start:x.End], x.Corrections, "…", strings.ReplaceAll(d.Text[lo:hi], "\n", " "))
		})
	}
	fmt.Println("FR words", n)
}
