package lang
import ("testing";"os";"bufio";"encoding/json";"fmt";"strings")
func TestRealLang(t *testing.T){
	f,err:=os.Open("/tmp/harness/texts.jsonl"); if err!=nil { t.Skip() }
	sc:=bufio.NewScanner(f); sc.Buffer(nil,1<<24)
	type k struct{lang string; bucket int}
	ok,n,none:=map[k]int{},map[k]int{},map[k]int{}
	for sc.Scan() {
		var d struct{File,Lang,Text string}; json.Unmarshal(sc.Bytes(),&d)
		if strings.HasPrefix(d.File,"afdb") {continue}
		x:=strings.TrimSpace(d.Text); b:=0; switch l:=len(x); {case l<20: b=0; case l<50: b=20; case l<100: b=50; case l<300: b=100; default: b=300}
		want:=d.Lang; if want=="nl" {want=""}
		g:=Detect(x); kk:=k{d.Lang,b}; n[kk]++
		if g.Code==want {ok[kk]++} else if g.Code=="" {none[kk]++}
		if g.Code!=want && g.Code!="" && b>=50 { fmt.Printf("%s %s %.2f: %.110q\n",d.Lang,g.Code,g.Confidence,x) }
	}
	for _,l:=range []string{"en","fr","es","nl"} { for _,b:=range []int{0,20,50,100,300} { kk:=k{l,b}; if n[kk]>0 {fmt.Println(l,b,n[kk],"right",ok[kk],"none",none[kk],"wrong",n[kk]-ok[kk]-none[kk]) }}}
}
