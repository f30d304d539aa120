package history

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/rules/internal/grade"
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// EvidenceDropped reports entries with less behind their claims than before.
var EvidenceDropped = &lint.Rule{
	ID:       "history/evidence-dropped",
	Title:    "an entry has less evidence than in the earlier submission",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
The figures, documents and languages behind a claim are what makes it believed. If
there are fewer than last time, something was lost on the way.

Put back what is gone. The levels are A, an indicator with baseline, target and actual;
B, an actual alone; C, a quantity in the text; D, no figure at all. That the level fell
is told of the entry as a whole, besides what is told of the number that is gone. A
document that is replaced by another is not lost. Lost breakdowns by sex, age or place are
history/indicator-removed.`,
	Check: lint.Also(inBoth(levelFell), continued(documentGone), inBoth(languageGone), continued(narrativeGone)),
}

// levels describes the levels of evidence.
var levels = [...]string{"no figure at all", "a quantity in the text", "an actual", "an indicator with baseline, target and actual"}

func levelFell(p *lint.Pass, before, after *schema.Entry) {
	if p.Match.Same {
		return
	}
	old, now := grade.Assess(p.Env, before).Level, grade.Assess(p.Env, after)
	current := now.Level
	if current >= old || now.Unread {
		return
	}
	report(p, lint.Violation{
		Message: fmt.Sprintf("the evidence fell from level %s (%s) to %s (%s)", old, levels[old], current, levels[current]),
	}, earlierValue{at: before.Place(), text: old.String()}, current.String())
}

func documentGone(p *lint.Pass, before, after *schema.DocumentLink) {
	if before == nil || after != nil || p.Node == nil {
		return
	}
	had, has := documents(before.Parent()), documents(p.Node)
	gone := slices.DeleteFunc(slices.Clone(had), func(l *schema.DocumentLink) bool { return linkedTo(l, has) })
	if len(has) >= len(had) || slices.Index(gone, before) > 0 {
		return // another replaced it, or the first that is gone is reported
	}
	name := strings.TrimSpace(describe.Text(before.Title))
	if name == "" {
		name = trimmed(before.URL)
	}
	at := before.URL.At
	if !at.Known() {
		at = before.Place()
	}
	message := "the document " + quoted(name) + " is gone"
	if n := len(gone) - 1; n > 0 {
		message += ", and so are others: " + countOf(n, "document")
	}
	report(p, lint.Violation{At: p.Node.Place(), Node: p.Node, Message: message}, earlierValue{at: at, text: before.URL.Value, message: "it was here"}, "")
}

// linkedTo reports whether a document is still linked to, by its address or title.
func linkedTo(l *schema.DocumentLink, now []*schema.DocumentLink) bool {
	return slices.ContainsFunc(now, func(other *schema.DocumentLink) bool {
		title := strings.TrimSpace(describe.Text(l.Title))
		return trimmed(l.URL) == trimmed(other.URL) || title != "" && strings.EqualFold(title, strings.TrimSpace(describe.Text(other.Title)))
	})
}

func documents(n schema.Node) []*schema.DocumentLink {
	switch n := n.(type) {
	case *schema.Entry:
		return n.DocumentLinks
	case *schema.Result:
		return n.DocumentLinks
	case *schema.Indicator:
		return n.DocumentLinks
	case *schema.Measurement:
		return n.DocumentLinks
	}
	return nil
}

// languageGone reports languages that the statement and narratives of the entry
// are no longer given in.
func languageGone(p *lint.Pass, before, after *schema.Entry) {
	if p.Match.Same {
		return
	}
	has, texts := map[string]bool{}, map[string]bool{} // languages and texts
	for _, n := range reportedNarratives(after) {
		has[n.Lang] = true
		texts[describe.Words(n.Value)] = true
	}
	if len(has) == 0 {
		return // there are no texts at all
	}
	for _, n := range reportedNarratives(before) {
		if n.Lang == "" || has[n.Lang] || has[""] || texts[describe.Words(n.Value)] || prose.Wordless(n.Value) {
			continue
		}
		has[n.Lang] = true // once
		report(p, lint.Violation{
			Message: fmt.Sprintf("nothing is told in the language %q any more", n.Lang),
		}, earlierValue{at: n.At, text: n.Value, message: "it was told here"}, "")
	}
}

func reportedNarratives(e *schema.Entry) []*schema.Narrative {
	return append(descriptionNarratives(e), statements(e)...)
}

// narrativeGone reports a text that is gone in a language that other texts of the
// entry are still in.
func narrativeGone(p *lint.Pass, before, after *schema.Narrative) {
	if before == nil || after != nil || before.Lang == "" || prose.Wordless(before.Value) {
		return
	}
	now, _ := p.Node.(*schema.Prose)
	if now == nil {
		return
	}
	part := prose.Part{Name: now.Name(), Of: now.Parent()}
	sameLanguage := func(n *schema.Narrative) bool { return n.Lang == before.Lang }
	if !part.Reported() || !slices.ContainsFunc(reportedNarratives(p.Entry), sameLanguage) {
		return
	}
	report(p, lint.Violation{
		At:      now.Place(),
		Node:    now,
		Message: fmt.Sprintf("the %s is no longer given in the language %q", part.Name, before.Lang),
	}, earlierValue{at: before.At, text: before.Value, message: "it was given here"}, "")
}
