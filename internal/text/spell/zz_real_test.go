package spell
import ("testing";"os";"bufio";"encoding/json";"fmt";"strings";"sort";"unicode";"unicode/utf8")
func split(text string) func(func(int,int) bool) {
	return func(yield func(int,int) bool){
		i:=0
		for i<len(text) {
			r,n:=utf8.DecodeRuneInString(text[i:])
			if !(unicode.IsLetter(r)||unicode.IsDigit(r)) { i+=n; continue }
			j:=i
			for j<len(text) {
				r,n:=utf8.DecodeRuneInString(text[j:])
				if unicode.IsLetter(r)||unicode.IsDigit(r)||unicode.IsMark(r)||r=='_' { j+=n; continue }
				if r=='\''||r=='’'||r=='-' { r2,_:=utf8.DecodeRuneInString(text[j+n:]); if unicode.IsLetter(r2) { j+=n; continue } }
				break
			}
			if !yield(i,j) {return}
			i=j
		}
	}
}
func TestReal(t *testing.T){
	f,err:=os.Open("/tmp/harness/texts.jsonl"); if err!=nil { t.Skip() }
	sc:=bufio.NewScanner(f); sc.Buffer(nil,1<<24)
	chk:=map[string]*Checker{}
	type k struct{w string}
	hits:=map[string]int{}; ctx:=map[string]string{}
	words:=map[string]int{}
	unknown:=map[string]map[string]int{}
	for sc.Scan() {
		var d struct{File,Lang,Text string}; json.Unmarshal(sc.Bytes(),&d)
		c:=chk[d.Lang]; if c==nil { c,_=New(d.Lang); if c==nil {continue}; chk[d.Lang]=c; unknown[d.Lang]=map[string]int{} }
		for a,b:=range split(d.Text) { words[d.Lang]++; if v:=c.Word(d.Text[a:b]); v.Status==Unknown||v.Status==Foreign { unknown[d.Lang][fmt.Sprint(v.Status," ",d.Text[a:b])]++ } }
		c.Scan(d.Text, split(d.Text), func(x Finding){
			w:=d.Text[x.Start:x.End]
			key:=fmt.Sprintf("%s %d certain=%-5v %s -> %v",d.Lang,x.Kind,x.Certain,w,x.Corrections)
			hits[key]++
			if ctx[key]=="" { lo:=max(0,x.Start-45); hi:=min(len(d.Text),x.End+35); ctx[key]=strings.Split(d.File,"/")[0]+": …"+strings.ReplaceAll(d.Text[lo:hi],"\n","⏎") }
		})
	}
	var keys []string; for k:=range hits{keys=append(keys,k)}; sort.Strings(keys)
	n:=0
	o,_:=os.Create("/tmp/harness/hits.txt")
	for _,k:=range keys { n+=hits[k]; fmt.Fprintf(o,"%3d %s\n        %s\n",hits[k],k,ctx[k]) }
	fmt.Println("words",words,"distinct",len(keys),"flags",n)
	o.Close()
	o,_=os.Create("/tmp/harness/unknown.txt")
	for l,m:=range unknown { var ks []string; for k:=range m {ks=append(ks,k)}; sort.Strings(ks); for _,k:=range ks { fmt.Fprintln(o,l,k,m[k]) } }
}
