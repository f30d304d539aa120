package sheet

import "testing"

// Every header of the tables leads to a part of the model, and no two headers of
// one table are the same.
func TestNames(t *testing.T) {
	tables := map[string]names{"common": common(), "list": list(), "perPeriod": perPeriod(), "flat": flat()}
	for _, l := range levels {
		tables[l.header] = names{}.add(underPath(l.path, l.parts))
		if l.path != "result/indicator/period" {
			tables[l.header].add(underPath(l.path+"/document-link", documentParts), "document")
		}
	}
	for name, table := range tables {
		if len(table) < 3 {
			t.Errorf("%s has only %d headers", name, len(table))
		}
		for header, path := range table {
			if header == "" {
				t.Errorf("%s: a header of no words stands for %s", name, path)
			}
			if path == "" {
				continue
			}
			if _, err := ParsePath(path); err != nil {
				t.Errorf("%s: %q: %v", name, header, err)
			}
		}
	}
}

func TestKey(t *testing.T) {
	for a, b := range map[string]string{
		"Title Narrative ":              "title",
		"Aggregation-status":            "aggregation_status",
		"result_indicator_title":        "Result Indicator Title",
		"Titre de l'indicateur":         "indicator title",
		"Valeur de référence":           "Baseline",
		"Début de la période":           "period start",
		"Línea\u00a0de base":            "baseline",
		"Período final":                 "Period End",
		"indicatorTitle":                "indicator title",
		"Location Ref":                  "location reference",
		"Reporting Organisation's name": "reporting org s name",
	} {
		if key(a) != key(b) {
			t.Errorf("%q is %q, but %q is %q", a, key(a), b, key(b))
		}
	}
}

func TestParsePath(t *testing.T) {
	for text, want := range map[string]string{
		"title/narrative/0": "title/narrative/text",
		"result/0/indicator/1/period/0/period-start/@iso-date": "result/indicator/period/period-start",
		"activity-status/@code":                                "activity-status",
		"indicator.measure":                                    "result/indicator/measure",
		"actual":                                               "result/indicator/period/actual/value",
		"result/0/title/narrative/0/@xml:lang":                 "result/title/narrative/xml:lang",
		"result/0/indicator/0/period/0/target/0/dimension/1/@value": "result/indicator/period/target/dimension/value",
	} {
		p, err := ParsePath(text)
		if err != nil || p.String() != want {
			t.Errorf("%q is %q, %v", text, p, err)
		}
	}
	for _, text := range []string{"", "colour", "result/colour", "title/narrative/text/more"} {
		if p, err := ParsePath(text); err == nil {
			t.Errorf("%q is %q", text, p)
		}
	}
}

func TestLetters(t *testing.T) {
	for column, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA"} {
		if got := Letters(column); got != want {
			t.Errorf("%d is %s", column, got)
		}
	}
	if got := Name("It's here", 7, 1); got != "'It''s here'!B7" {
		t.Error(got)
	}
}
