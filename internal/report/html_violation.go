package report

import (
	"iter"

	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/rules/lint"
)

// htmlViolation is a violation on the page.
type htmlViolation struct{ *finding.Finding }

// violations yields those of a group. A template cannot receive an error while
// it ranges; the page keeps it.
func (p *htmlPage) violations(g group) iter.Seq[htmlViolation] {
	return func(yield func(htmlViolation) bool) {
		for i := g.from; i < g.to && p.err == nil; i++ {
			v, err := p.data.Violations.At(i)
			if p.err = err; err != nil || !yield(htmlViolation{v}) {
				return
			}
		}
	}
}

// htmlTextWidth is how much of a line is shown, in code points.
const htmlTextWidth = 320

// RuleAnchor is the anchor of the rule's explanation on the page.
func (h htmlViolation) RuleAnchor() string { return ruleAnchor(h.Rule) }

// Message is the violation's sentence.
func (h htmlViolation) Message() string { return Visible(h.Finding.Message) }

// Hint is the advice for what no fix mends.
func (h htmlViolation) Hint() string { return Visible(h.Finding.Hint) }

// Place is its place in the file.
func (h htmlViolation) Place() string {
	switch s := h.Span; {
	case s.Cell != "":
		return "cell " + Visible(s.Cell)
	case s.Start.Line > 0:
		return "line " + number(s.Start.Line) + ", column " + number(s.Start.Column)
	}
	return ""
}

// htmlText is a line with the part that is meant.
type htmlText struct{ Before, Meant, After string }

// Text is the line of the violation, or nil where there is none.
func (h htmlViolation) Text() *htmlText {
	before, marked, after := show(h.Snippet.Narrow(htmlTextWidth)).parts()
	if before+marked+after == "" {
		return nil
	}
	return &htmlText{before, marked, after}
}

// Related lists the other places that explain the violation.
func (h htmlViolation) Related() []string {
	var out []string
	for _, r := range h.Finding.Related {
		out = append(out, relatedPlace(h.Finding, r)+" "+Visible(r.Message))
	}
	return out
}

// htmlFix is a fix, and what it changes where that is in the same line.
type htmlFix struct {
	Title  string
	Change *htmlChange
}

// htmlChange is a piece of text before and after.
type htmlChange struct{ Before, Deleted, Inserted, After string }

// changeWidth is how much of the text around a change is shown.
const changeWidth = 60

// Fixes lists the ways to mend the violation.
func (h htmlViolation) Fixes() []htmlFix {
	var fixes []htmlFix
	for _, f := range h.Finding.Fixes {
		fix := htmlFix{Title: Visible(f.Title)}
		if len(f.Edits) == 1 {
			fix.Change = change(h.Finding, f.Edits[0])
		}
		fixes = append(fixes, fix)
	}
	return fixes
}

func change(v *finding.Finding, e finding.Edit) *htmlChange {
	from, to, ok := editInSnippet(v, e)
	if !ok {
		return nil
	}
	around := excerpt.Snippet{Text: v.Snippet.Text, From: from, To: to}.Narrow(changeWidth)
	before, deleted, after := show(around).parts()
	return &htmlChange{before, deleted, Visible(e.Text), after}
}

// htmlWords is a run of equal, inserted or deleted words, or the mark of an
// omission between two changes.
type htmlWords struct{ Op, Text string }

// keptWords is how many code points of unchanged text stand beside a change.
const keptWords = 80

// Compared is the word diff of a text against the earlier submission; long
// unchanged stretches are cut in their middle.
func (h htmlViolation) Compared() []htmlWords {
	c := h.Change
	if c == nil || c.Before == c.After {
		return nil
	}
	var out []htmlWords
	for i, d := range c.Diff {
		text := Visible(d.Text)
		head, tail := keptWords, keptWords
		if i == 0 {
			head = 0
		}
		if i == len(c.Diff)-1 {
			tail = 0
		}
		if runes := []rune(text); d.Op == lint.Equal && len(runes) > head+tail+keptWords {
			text = string(runes[:head]) + " … " + string(runes[len(runes)-tail:])
		}
		out = append(out, htmlWords{d.Op, text})
	}
	return out
}
