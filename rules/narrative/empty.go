package narrative

import (
	"strings"

	"github.com/iatilint/iatilint/rules/internal/prose"
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
	Check: lint.Also(lint.Each(emptyEntry), lint.Each(emptyProse), lint.Faults(schema.EmptyNarrative)),
}

// emptyEntry reports absent parts in formats in which they have no place of their
// own.
func emptyEntry(p *lint.Pass, e *schema.Entry) {
	if e.File.Format == schema.XML || e.ResultsOnly || e.Title != nil && len(e.Descriptions) > 0 {
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

func emptyProse(p *lint.Pass, element *schema.Prose) {
	if !required(element) {
		return
	}
	for _, n := range element.Narratives {
		if !prose.Wordless(n.Value) {
			return
		}
	}
	if len(element.Narratives) == 0 && p.File.Format == schema.XML {
		return // an element is missing: the reader said so
	}
	v := lint.Violation{At: element.Tag, Message: "the " + element.Name() + " has no text"}
	if len(element.Narratives) > 0 {
		first := element.Narratives[0]
		v.At = first.At
		switch {
		case first.Value == "":
			v.At = first.Tag
			v.Message = "the narrative of the " + element.Name() + " is empty"
		case strings.TrimSpace(first.Value) == "":
			v.Message = "the narrative of the " + element.Name() + " holds only white space"
		default:
			v.Message = "the narrative of the " + element.Name() + " holds only " + strings.TrimSpace(first.Value)
		}
	}
	if ref := officialRule(element); ref != "" && withoutText(element) {
		v.Refs = []string{ref}
	}
	if element.Name() == "comment" {
		v.Severity = lint.Warning
		v.Hint = "write the comment, or leave the element out"
	}
	p.Report(v)
}

// required reports whether an element must have text: a title, description or
// comment, not the name of an organisation.
func required(p *schema.Prose) bool {
	return p.Name() == "title" || p.Name() == "description" || p.Name() == "comment"
}

// officialRule returns the official validator's rule about an empty title or description.
func officialRule(p *schema.Prose) string {
	switch p.Name() {
	case "title":
		return "4.3.1"
	case "description":
		return "4.4.1"
	}
	return ""
}

// withoutText reports whether an element is empty to the official validator: it has
// not one character.
func withoutText(p *schema.Prose) bool {
	for _, n := range p.Narratives {
		if n.Value != "" {
			return false
		}
	}
	return true
}
