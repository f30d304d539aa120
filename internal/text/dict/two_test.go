package dict

import "testing"

func TestTwo(t *testing.T) {
	d, _ := For("en")
	for _, w := range []string{"distrubtion", "undertkane", "voilience", "satisfication", "inditification", "capacitateded", "thirtiary", "operationalization", "pastoralists", "neurotoxicant", "governate", "coliforms", "backdonors", "esthetics"} {
		t.Log(w, d.NearTwo(w, 4))
	}
}
func BenchmarkNearTwo(b *testing.B) {
	d, _ := For("en")
	for b.Loop() {
		d.NearTwo("distrubtion", 5)
	}
}
