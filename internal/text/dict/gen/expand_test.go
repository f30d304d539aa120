package main

import (
	"bufio"
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func parse(t *testing.T, aff, dic string) *hunspell {
	t.Helper()
	h, err := parseHunspell(strings.NewReader(aff), strings.NewReader(dic))
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func forms(h *hunspell) []string {
	set := map[string]bool{}
	h.expand(func(form string) { set[form] = true })
	return slices.Sorted(maps.Keys(set))
}

var expansions = []struct {
	name, aff, dic string
	want           string
}{
	{"suffix with condition", "SFX D Y 2\nSFX D 0 ed [^ey]\nSFX D y ied [^aeiou]y\n", "3\nwalk/D\ncry/D\nplay/D\n", "cried cry play walk walked"},
	{"cross product", "PFX U Y 1\nPFX U 0 un .\nSFX D Y 1\nSFX D 0 ed .\n", "1\nlock/UD\n", "lock locked unlock unlocked"},
	{"no cross product", "PFX U N 1\nPFX U 0 un .\nSFX D Y 1\nSFX D 0 ed .\n", "1\nlock/UD\n", "lock locked unlock"},
	{"two suffixes", "SFX A Y 1\nSFX A 0 er/B .\nSFX B Y 1\nSFX B 0 s .\n", "1\nwork/A\n", "work worker workers"},
	{"prefix named by a suffix", "SFX A Y 1\nSFX A 0 able/P .\nPFX P Y 1\nPFX P 0 un .\n", "1\ndo/A\n", "do doable undoable"},
	{"long flags", "FLAG long\nSFX Aa Y 1\nSFX Aa 0 s .\n", "1\ncat/AaBb\n", "cat cats"},
	{"number flags", "FLAG num\nSFX 101 Y 1\nSFX 101 0 s .\n", "1\ncat/7,101\n", "cat cats"},
	{"letter flags", "SET UTF-8\nFLAG UTF-8\nSFX é Y 1\nSFX é 0 s .\n", "1\nchat/é\n", "chat chats"},
	{"needs an affix", "NEEDAFFIX X\nSFX A Y 1\nSFX A 0 s .\n", "1\ncat/XA\n", "cats"},
	{"affix needs an affix", "NEEDAFFIX X\nSFX A Y 1\nSFX A 0 er/XB .\nSFX B Y 1\nSFX B 0 s .\n", "1\nwork/A\n", "work workers"},
	{"forbidden", "FORBIDDENWORD F\nSFX A Y 1\nSFX A 0 s .\n", "2\nsheep/A\nsheeps/F\n", "sheep"},
	{"only in compounds", "ONLYINCOMPOUND c\n", "2\nfoo/c\nbar\n", "bar"},
	{"circumfix", "CIRCUMFIX X\nPFX A Y 1\nPFX A 0 leg/X .\nSFX B Y 1\nSFX B 0 obb/AX .\n", "1\nnagy/B\n", "legnagyobb nagy"},
	{"whole word stripped", "FULLSTRIP\nSFX A Y 1\nSFX A go went go\n", "1\ngo/A\n", "go went"},
	{"whole word kept", "SFX A Y 1\nSFX A go went go\n", "1\ngo/A\n", "go"},
}

func TestExpand(t *testing.T) {
	for _, tt := range expansions {
		t.Run(tt.name, func(t *testing.T) {
			got := forms(parse(t, tt.aff, tt.dic))
			if diff := cmp.Diff(strings.Fields(tt.want), got); diff != "" {
				t.Errorf("forms (-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseErrors(t *testing.T) {
	for _, aff := range []string{"SET ISO8859-1\n", "FLAG odd\n", "AF 3\n", "SFX A Y\n", "SFX A Y x\n", "SFX A Y 1\nSFX A 0\n"} {
		if _, err := parseHunspell(strings.NewReader(aff), strings.NewReader("0\n")); err == nil {
			t.Errorf("%q is accepted", aff)
		}
	}
}

// accepted asks Hunspell itself which words it knows.
func accepted(t *testing.T, aff, dic []byte, words []string) []string {
	t.Helper()
	program, err := exec.LookPath("hunspell")
	if err != nil {
		t.Skip("hunspell is not installed")
	}
	base := filepath.Join(t.TempDir(), "dictionary")
	for ending, content := range map[string][]byte{".aff": aff, ".dic": dic} {
		if err := os.WriteFile(base+ending, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command(program, "-d", base, "-i", "UTF-8", "-l")
	command.Stdin = strings.NewReader(strings.Join(words, "\n") + "\n")
	out, err := command.Output()
	if err != nil {
		t.Fatalf("hunspell: %v", err)
	}
	wrong := map[string]bool{}
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		wrong[lines.Text()] = true
	}
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return wrong[w] })
}

func TestExpandAgreesWithHunspell(t *testing.T) {
	for _, tt := range expansions {
		t.Run(tt.name, func(t *testing.T) {
			aff := tt.aff
			if !strings.Contains(aff, "SET ") {
				aff = "SET UTF-8\n" + aff
			}
			words := forms(parse(t, tt.aff, tt.dic))
			if got := accepted(t, []byte(aff), []byte(tt.dic), words); !slices.Equal(got, words) {
				t.Errorf("hunspell accepts %v of %v", got, words)
			}
		})
	}
}

// A whole dictionary: what we expand Hunspell accepts, and what it accepts among
// slightly wrong words we have. The dictionaries that go generate fetches are
// used where IATILINT_DICTIONARIES names a folder of unpacked packages.
func TestWholeDictionariesAgreeWithHunspell(t *testing.T) {
	pairs := map[string]string{"/usr/share/hunspell/en_US.aff": "/usr/share/hunspell/en_US.dic"}
	if dir := os.Getenv("IATILINT_DICTIONARIES"); dir != "" {
		found, err := filepath.Glob(filepath.Join(dir, "*", "index.aff"))
		if err != nil {
			t.Fatal(err)
		}
		for _, aff := range found {
			pairs[aff] = strings.TrimSuffix(aff, ".aff") + ".dic"
		}
	}
	for affPath, dicPath := range pairs {
		t.Run(affPath, func(t *testing.T) {
			aff, err := os.ReadFile(affPath)
			if err != nil {
				t.Skip(err)
			}
			dic, err := os.ReadFile(dicPath)
			if err != nil {
				t.Skip(err)
			}
			if !bytes.Contains(aff, []byte("SET UTF-8")) {
				t.Skip("not in UTF-8")
			}
			compareWithHunspell(t, aff, dic)
		})
	}
}

func compareWithHunspell(t *testing.T, aff, dic []byte) {
	const sample = 5000
	known := map[string]bool{}
	parse(t, string(aff), string(dic)).expand(func(form string) { known[form] = true })
	var words []string
	for form := range known {
		if isWord(form) && !strings.ContainsAny(form, "'’") {
			words = append(words, form)
		}
	}
	slices.Sort(words)
	step := max(1, len(words)/sample)
	var right, wrong []string
	for i := 0; i < len(words); i += step {
		right = append(right, words[i])
		if slip := spoil(words[i]); !known[slip] && slip == strings.ToLower(slip) {
			wrong = append(wrong, slip)
		}
	}
	if got := accepted(t, aff, dic, right); len(got) != len(right) {
		missing := slices.DeleteFunc(slices.Clone(right), func(w string) bool { return slices.Contains(got, w) })
		t.Errorf("hunspell refuses %d of our %d forms: %.10q", len(missing), len(right), missing)
	}
	// Hunspell also takes compounds and capitalised entries, which we leave out.
	extra := slices.DeleteFunc(accepted(t, aff, dic, wrong), func(w string) bool { return known[strings.ToUpper(w[:1])+w[1:]] })
	if len(extra) > len(wrong)/500 {
		t.Errorf("hunspell accepts %d of %d words that we have not: %.10q", len(extra), len(wrong), extra)
	}
	t.Logf("%d forms and %d slips compared, %d differ", len(right), len(wrong), len(extra))
}

// spoil swaps two letters in the middle.
func spoil(word string) string {
	r := []rune(word)
	i := len(r) / 2
	r[i-1], r[i] = r[i], r[i-1]
	return string(r)
}
