package text

import (
	"strings"
	"testing"
)

func TestMarkers(t *testing.T) {
	for _, c := range []struct{ text, want string }{ // want: kind, then the span's text
		// Deletion.
		{"Protecting voters and fostering fair rule (OUTCOME TO BE DELECTED)", "deletion (OUTCOME TO BE DELECTED)"},
		{"Support to courts (to be deleted)", "deletion (to be deleted)"},
		{"Support to courts - to be delated", "deletion to be delated"},
		{"Support to courts [TO BE REMOVDE]", "deletion [TO BE REMOVDE]"},
		{"To be cancelled", "deletion To be cancelled"},
		{"Output to be dropped: support to courts", "deletion Output to be dropped"},
		{"TO BE REMOVED - Support to courts", "deletion TO BE REMOVED"},
		{"Support to courts INDICATOR TO BE DELETED", "deletion INDICATOR TO BE DELETED"},
		{"Delete this line", "deletion Delete this line"},
		{"Support to courts. Please delete this entry.", "deletion Please delete this entry"},
		{"Support to courts (deleted)", "deletion (deleted)"},
		{"This indicator should be deleted.", "deletion This indicator should be deleted"},
		{"Appui aux tribunaux (à supprimer)", "deletion (à supprimer)"},
		{"Appui aux tribunaux - A SUPPRIMER", "deletion A SUPPRIMER"},
		{"Supprimer cette ligne", "deletion Supprimer cette ligne"},
		{"Appui (à suprimer)", "deletion (à suprimer)"},
		{"Apoyo a tribunales (para eliminar)", "deletion (para eliminar)"},
		{"Apoyo a tribunales: a eliminar", "deletion a eliminar"},
		{"Apoio aos tribunais (a ser removido)", "deletion (a ser removido)"},
		{"PARA EXCLUIR - Apoio aos tribunais", "deletion PARA EXCLUIR"},
		{"Eliminar esta fila", "deletion Eliminar esta fila"},
		// Placeholders.
		{"TBD", "placeholder TBD"},
		{"n/a", "placeholder n/a"},
		{"N/A.", "placeholder N/A."},
		{"-", "placeholder -"},
		{"?", "placeholder ?"},
		{"xxx", "placeholder xxx"},
		{"Xxxxxxx", "placeholder Xxxxxxx"},
		{"none", "placeholder none"},
		{"See description", "placeholder See description"},
		{"Same as above.", "placeholder Same as above"},
		{"to be determined", "placeholder to be determined"},
		{"À compléter", "placeholder À compléter"},
		{"Por definir", "placeholder Por definir"},
		{"s/d", "placeholder s/d"},
		{"No data", "placeholder No data"},
		{"Courts reached (TBC)", "placeholder (TBC)"},
		{"Courts reached. Baseline: TBD", "placeholder TBD"},
		{"Courts lorem ipsum dolor", "placeholder lorem ipsum"},
		// Retired.
		{"Courts reached (discontinued)", "retired (discontinued)"},
		{"Courts reached (Not for country reporting)", "retired (Not for country reporting)"},
		{"[old] Courts reached", "retired [old]"},
		{"OLD - Courts reached", "retired OLD"},
		{"DUPLICATE: Courts reached", "retired DUPLICATE"},
		{"Courts reached - do not use", "retired do not use"},
		// Template.
		{"Courts in [insert figure] towns", "template [insert figure]"},
		{"Courts for <<name>>", "template <<name>>"},
		{"Courts for {{name}} and ${town}", "template {{name}}; template ${town}"},
		{"Courts work Comment [AB1] well", "template Comment [AB1]"},
		{"XX% of judges", "template XX%"},
		{"In all, XX women voted", "template XX"},
		{"Click here to enter text.", "template Click here to enter text"},
		{"Please describe the progress", "template Please describe"},
		{"Progress (max 2000 characters)", "template (max 2000 characters)"},
		{"See Error! Reference source not found. for it", "template Error! Reference source not found"},
		{"#REF!", "template #REF!"},
		// Test.
		{"asdf", "test asdf"},
		{"Test activity", "test Test activity"},
		{"AA-AAA-123456789-ABC123", "test AA-AAA-123456789-ABC123"},
		// Look-alikes that stay silent.
		{"Clerks deleted records from the register.", ""},
		{"Girls dropped out of school.", ""},
		{"The airline cancelled flights.", ""},
		{"Names to be removed from the sanctions list were agreed.", ""},
		{"There are barriers to be removed.", ""},
		{"Discriminatory laws to be removed by parliament", ""},
		{"Activities cancelled due to COVID", ""},
		{"(names to be removed from the list)", ""},
		{"Candidates to be elected", ""},
		{"(participants to be selected)", ""},
		{"Debates to be delayed; votes to be related", ""},
		{"The court asked for the text to be removed from the law.", ""},
		{"Obstacles à supprimer pour les femmes", ""},
		{"Une loi visant à supprimer les discriminations", ""},
		{"Medidas para eliminar la violencia", ""},
		{"Leyes a eliminar en 2024 por el congreso", ""},
		{"Ações para remover barreiras", ""},
		{"Women who do not use contraception", ""},
		{"The old bridge (old town) was mended", ""},
		{"Duplicate records were merged.", ""},
		{"The test of the water was good.", ""},
		{"Tests were run for TB.", ""},
		{"En el siglo XX las mujeres votaron", ""},
		{"Malcolm X spoke", ""},
		{"As he said, \"[...] we won\"", ""},
		{"None of the women left.", ""},
		{"No data were lost.", ""},
		{"The programme « Femmes » and <<Femmes leaders du Mali>> began", ""},
		{"The fee to be determined by the court was low", ""},
		{"She asked to please provide water", ""},
		{"Pending cases were heard", ""},
		{"Women wish to be heard, to be counted and to be free.", ""},
		{"National plan [1] and law [AB]", ""},
		{"0", ""},
		{"Total reached: none of them", ""},
		{"A nil return was filed", ""},
		{"", ""},
		{"Les doublons ont été fusionnés dans le registre", ""},
		{"The list was to be defined later by all", ""},
	} {
		for _, lang := range []string{"en", "fr"} {
			var got []string
			for _, m := range Analyse(c.text, lang).Markers() {
				got = append(got, m.Kind.String()+" "+m.Of(c.text))
			}
			if g := strings.Join(got, "; "); g != c.want {
				t.Errorf("%s %q: got %q, want %q", lang, c.text, g, c.want)
			}
		}
	}
}

func TestMarkerDetails(t *testing.T) {
	s := "Protecting voters and fostering fair rule (OUTCOME TO BE DELECTED)"
	m := Analyse(s, "en").Markers()[0]
	if m.Kind != Deletion || m.Whole {
		t.Errorf("%+v", m)
	}
	if m := Analyse("To be deleted", "").Markers()[0]; !m.Whole {
		t.Errorf("%+v", m)
	}
}
