package dict

import "testing"

func TestQ(t *testing.T) {
	for _, l := range []struct {
		l string
		w []string
	}{{"en", []string{"esnure", "distrubtion", "earthquae", "estetics", "delected", "didnt", "landuse", "deworming", "hygeine", "recieved"}}, {"fr", []string{"developpement", "evenements", "feminin", "santee"}}, {"es", []string{"educasion", "poblacion"}}, {"pt", []string{"genero", "actividade"}}} {
		d, _ := For(l.l)
		for _, w := range l.w {
			t.Log(w, d.Has(w))
			for _, s := range d.Near(w, 6) {
				t.Logf("    %+v", s)
			}
		}
	}
}
func BenchmarkHas(b *testing.B) {
	d, _ := For("en")
	ws := []string{"women", "strengthened", "accountability", "the", "of", "government", "capacity", "humanitarian"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		d.Has(ws[i&7])
	}
}
func BenchmarkNear(b *testing.B) {
	d, _ := For("en")
	b.ReportAllocs()
	for b.Loop() {
		d.Near("distrubtion", 5)
	}
}
