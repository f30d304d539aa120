package spell

import "testing"

func TestSmallSlip(t *testing.T) {
	for _, tt := range []struct {
		wrong, right string
		want         bool
	}{
		{"comittee", "committee", true},       // lost
		{"goverment", "government", true},     // lost
		{"acces", "access", true},             // lost at the end
		{"rganisation", "organisation", true}, // lost at the start
		{"commmunity", "community", true},     // doubled
		{"womenn", "women", true},             // doubled at the end
		{"recieve", "receive", true},          // swapped
		{"esnure", "ensure", true},            // swapped
		{"educacion", "educación", true},      // without accent
		{"developpement", "développement", true},
		{"producao", "produção", true}, // without two
		{"globala", "global", false},
		{"andother", "another", false},
		{"influencers", "influences", false},
		{"populationis", "populations", false},
		{"frontend", "fronted", false},
		{"toenable", "tenable", false},
		{"seperate", "separate", false},
		{"definately", "definitely", false},
		{"développement", "developpement", false}, // an accent too many
		{"élève", "elevé", false},
		{"catl", "cat", false},
		{"ofthe", "of the", false}, // run together
		{"beneficiairies", "beneficiaries", false},
		{"", "a", true},
	} {
		if got := smallSlip(tt.wrong, tt.right); got != tt.want {
			t.Errorf("%q for %q: %t, want %t", tt.wrong, tt.right, got, tt.want)
		}
	}
}
