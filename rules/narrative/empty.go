package narrative

import (
	"strings"
	"unicode"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Empty reports titles, descriptions and comments without a word in them. In
// XML an absent title or description is found by the reader, with the rest of
// the structure.
var Empty = &lint.Rule{
	ID:       "narrative/empty",
	Title:    "a title, description or comment says nothing",
	Severity: lint.Error,
	Since:    "0.1.0",
	Refs:     []string{"0.3.1", "4.3.1", "4.4.1"},
	Doc: `
An entry without a statement or a narrative is published as an empty page. The
standard asks for at least one narrative with text in every title and every
description; one that holds only spaces or a dash meets the letter and says
nothing either.

Write the text. An optional description or comment that has nothing to say is
left out as a whole element.`,
	Check: lint.Also(lint.Each(emptyEntry), lint.Each(emptyProse)),
}

// emptyEntry judges formats in which a part that is absent has no place of its own.
func emptyEntry(p *lint.Pass, e *schema.Entry) {
	if e.File.Format == schema.XML || e.Title != nil && len(e.Descriptions) > 0 {
		return
	}
	v := lint.Violation{At: e.Place()}
	switch {
	case e.Title == nil && len(e.Descriptions) == 0:
		v.Message = "the " + string(e.Kind) + " is only an identifier: it has no statement and no narrative"
		v.Hint = "write the statement on the next line and the narrative below it, or remove the entry"
	case e.Title == nil:
		v.Message, v.Field = "the "+string(e.Kind)+" has no statement", "title"
	default:
		v.Message, v.Field = "the "+string(e.Kind)+" has a statement but no narrative", "description"
		v.Hint = "tell what changed and by how much"
	}
	p.Report(v)
}

func emptyProse(p *lint.Pass, prose *schema.Prose) {
	for _, n := range prose.Narratives {
		if strings.ContainsFunc(n.Value, meaningful) {
			return
		}
	}
	if len(prose.Narratives) == 0 && p.File.Format == schema.XML {
		return // an element is missing: the reader said so
	}
	v := lint.Violation{At: prose.Tag, Message: "the " + prose.Name() + " has no text"}
	if len(prose.Narratives) > 0 {
		first := prose.Narratives[0]
		v.At = first.At
		switch {
		case first.Value == "":
			v.At = first.Tag
			v.Message = "the narrative of the " + prose.Name() + " is empty"
		case strings.TrimSpace(first.Value) == "":
			v.Message = "the narrative of the " + prose.Name() + " holds only white space"
		default:
			v.Message = "the narrative of the " + prose.Name() + " holds only " + strings.TrimSpace(first.Value)
		}
	}
	if ref := officialRule(prose); ref != "" && withoutText(prose) {
		v.Refs = []string{ref}
	}
	if prose.Name() == "comment" {
		v.Severity = lint.Warning
		v.Hint = "write the comment, or leave the element out"
	}
	p.Report(v)
}

// meaningful tells letters and figures from punctuation and space.
func meaningful(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsSymbol(r) }

// officialRule is the official validator's rule about an empty title or description.
func officialRule(p *schema.Prose) string {
	switch p.Name() {
	case "title":
		return "4.3.1"
	case "description":
		return "4.4.1"
	}
	return ""
}

// withoutText tells the official validator's idea of empty: not one character.
func withoutText(p *schema.Prose) bool {
	for _, n := range p.Narratives {
		if n.Value != "" {
			return false
		}
	}
	return true
}
