package spell
import ("testing";"os";"fmt";"strings";"github.com/iatilint/iatilint/internal/text/dict")
func TestFilter(t *testing.T){
	for _,l:=range []string{"en","fr","es","pt"} {
	b,err:=os.ReadFile("/tmp/harness/cand."+l+".txt"); if err!=nil {continue}
	d,_:=dict.For(l)
	c,_:=New(l)
	seen:=map[string]bool{}; var out, built []string
	for _,w:=range strings.Fields(string(b)) { if seen[w]||len(w)<5 {continue}; seen[w]=true
		if d.Has(w) {continue}
		if dom:=domain(c.lang); !dom[w] && c.built(w) { built=append(built,w) ; continue}
		out=append(out,w) }
	fmt.Println(l,len(seen),"needed",len(out),"built",len(built))
	os.WriteFile("/tmp/harness/need."+l+".txt",[]byte(strings.Join(out," ")),0o644)
	fmt.Println(strings.Join(out," "))
	fmt.Println("BUILT",strings.Join(built," "))
	}
}
