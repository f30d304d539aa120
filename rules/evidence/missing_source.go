package evidence

import (
	"fmt"

	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// MissingSource reports figures without a source.
var MissingSource = &lint.Rule{
	ID:       "evidence/missing-source",
	Title:    "figures are given without a source",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
A figure that nobody can trace is taken on trust. A survey, a register, a report
by name, or a linked document makes it one that can be checked.

Add a document-link to the activity, result or indicator, or name the source in the
text: "according to the 2023 household survey". Reported once per entry, where it
has three figures or more.`,
	Check: lint.Each(missingSource),
}

func missingSource(p *lint.Pass, e *schema.Entry) {
	if linked(e) || e.MissingLevels != 0 {
		return // the source may stand in what was not given
	}
	figures := 0
	at := schema.Range{}
	var node schema.Node
	found := func(place schema.Range, n schema.Node) {
		_, isActual := n.(*schema.Measurement)
		_, hasActual := node.(*schema.Measurement)
		if figures == 0 || isActual && !hasActual {
			at, node = place, n // an actual shows best what is meant
		}
		figures++
	}
	for _, n := range accounts(e) {
		doc := prose.Of(p.Env, n)
		if sources.MatchText(n.Value) {
			return
		}
		for _, q := range doc.Quantities() {
			if q.Evidence() && !q.Words {
				found(prose.At(p, n, q.Span), n)
			}
		}
	}
	named := false
	indicators(e, func(i *schema.Indicator) {
		named = named || sources.MatchIndicator(i)
		for _, period := range i.Periods {
			for _, a := range period.Actuals {
				if a.Value.OK {
					found(a.Value.At, a)
				}
			}
		}
	})
	if figures < 3 || named {
		return
	}
	p.Report(lint.Violation{
		At:      at,
		Node:    node,
		Message: fmt.Sprintf("the entry gives %d figures, but neither a document nor a source by name", figures),
		Hint:    "link a document, or name the survey, register or report that the figures are from",
	})
}

func linked(e *schema.Entry) bool {
	some := false
	schema.Walk(e, func(n schema.Node) {
		_, link := n.(*schema.DocumentLink)
		some = some || link
	})
	return some
}

// sources are the beginnings of words that name a source.
var sources = values.NewPrefixes([]string{
	"according", "source", "survey", "census", "register", "registr", "report", "assessment", "evaluation", "study", "statistic", "database", "record", "attendance",
	"selon", "d'après", "enquête", "rapport", "recensement", "évaluation", "étude", "statistique", "registre",
	"según", "encuesta", "informe", "censo", "evaluación", "estudio", "estadística", "fuente",
	"segundo", "inquérito", "relatório", "avaliação", "estudo", "estatística", "fonte", "bron", "enquête", "rapport", "evaluatie",
})
