package narrative

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// TitleRepeated reports descriptions that only say the title again.
var TitleRepeated = &lint.Rule{
	ID:       "narrative/title-repeated",
	Title:    "the description only says the title again",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
A description that repeats the title tells the reader nothing, and hides from
every completeness check that the description is missing.

Write what the title can't hold: what changed, how it is measured, where the
figures come from. A description that is optional (of a result or an indicator)
is better left out than filled with the title.`,
	Check: lint.Each(titleRepeated),
}

func titleRepeated(p *lint.Pass, n *schema.Narrative) {
	title := repeated(p, n)
	if title == nil {
		return
	}
	v := lint.Violation{
		At:      prose.At(p, n, trimmed(n)),
		Message: fmt.Sprintf("%s only says the title again", prose.Called(p, n)),
		Related: []lint.Related{{At: prose.At(p, title, trimmed(title)), Message: "the title"}},
		Hint:    "write what the title does not say",
	}
	if prose.PartOf(p.Entry, n).Of != p.Entry {
		v.Hint += ", or leave the description out"
	}
	p.Report(v)
}

// fewWords is how many words a description may add and still say nothing new,
// muchMore how many bytes more than twice the title's can't say only that.
const (
	fewWords = 2
	muchMore = 64
)

// repeated returns the title that a description only says again, nil where it says
// more.
func repeated(p *lint.Pass, n *schema.Narrative) *schema.Narrative {
	if element, ok := n.Parent().(*schema.Prose); !ok || element.Name() != "description" {
		return nil
	}
	var title *schema.Prose
	switch of := prose.PartOf(p.Entry, n).Of.(type) {
	case *schema.Entry:
		title = of.Title
	case *schema.Result:
		title = of.Title
	case *schema.Indicator:
		title = of.Title
	}
	if title == nil {
		return nil
	}
	said := ""
	for _, t := range title.Narratives {
		if len(n.Value) > 2*len(t.Value)+muchMore || !prose.Written(p.Env, n) || !prose.Written(p.Env, t) {
			continue
		}
		if said == "" {
			said = prose.Of(p.Env, n).Normal(false)
		}
		again := prose.Of(p.Env, t).Normal(false)
		if again == "" {
			continue
		}
		rest, ok := strings.CutPrefix(said, again)
		if ok && (rest == "" || rest[0] == ' ' && strings.Count(again, " ") >= 2*fewWords && strings.Count(rest, " ") <= fewWords) {
			return t
		}
	}
	return nil
}
