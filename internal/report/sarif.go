package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// SARIF writes the report for code scanning, as SARIF 2.1.0.
func SARIF(w io.Writer, d *Data, _ Style) error {
	s := newSarifWriter(d)
	j := newJSONStream(w)
	j.open("", "{")
	j.field("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
	j.field("version", "2.1.0")
	j.open("runs", "[")
	j.open("", "{")
	j.field("tool", map[string]any{"driver": s.driver()})
	j.field("invocations", []sarifInvocation{s.invocation()})
	j.field("columnKind", "unicodeCodePoints")
	j.field("originalUriBaseIds", map[string]any{srcRoot: map[string]sarifText{"description": {"The root of the repository."}}})
	j.list("artifacts", len(d.Files), s.artifact)
	j.violations("results", func(v *finding.Finding) any { return s.result(v) }, d.Violations, d.Suppressed)
	j.close("}")
	j.close("]")
	j.close("}")
	return unwritten("SARIF", j.end())
}

// srcRoot is the name that GitHub and others know the repository's root by.
const srcRoot = "%SRCROOT%"

type sarifWriter struct {
	data  *Data
	rules map[string]int
	files map[string]int

	suppressions bool // any result has one
}

func newSarifWriter(d *Data) *sarifWriter {
	s := &sarifWriter{data: d, rules: rulesByID(d), files: map[string]int{}, suppressions: !isEmpty(d.Suppressed)}
	for i, f := range d.Files {
		s.files[f.Path] = i
	}
	return s
}

func (s *sarifWriter) driver() sarifDriver {
	driver := sarifDriver{
		Name:            "iatilint",
		SemanticVersion: strings.TrimPrefix(s.data.Version, "v"),
		InformationURI:  homepage,
		Rules:           []sarifRule{},
	}
	for _, r := range s.data.Rules {
		doc := strings.TrimSpace(r.Doc)
		driver.Rules = append(driver.Rules, sarifRule{
			ID:                   r.ID,
			DeprecatedIDs:        r.Aliases,
			ShortDescription:     sarifText{r.Title},
			FullDescription:      sarifText{firstParagraph(doc)},
			Help:                 sarifHelp{doc, doc},
			HelpURI:              helpURI(r.ID),
			DefaultConfiguration: map[string]string{"level": sarifLevel(r.Severity)},
			Properties:           sarifRuleTags{[]string{r.Family()}, r.Refs},
		})
	}
	return driver
}

func firstParagraph(doc string) string {
	paragraph, _, _ := strings.Cut(doc, "\n\n")
	return strings.Join(strings.Fields(paragraph), " ")
}

func sarifLevel(s lint.Severity) string {
	if s == lint.Info {
		return "note"
	}
	return s.String()
}

func (s *sarifWriter) invocation() sarifInvocation {
	invocation := sarifInvocation{ExecutionSuccessful: len(s.data.Problems) == 0}
	for _, problem := range s.data.Problems {
		invocation.Notifications = append(invocation.Notifications, sarifNotification{"error", sarifText{problem.Error()}})
	}
	return invocation
}

func (s *sarifWriter) artifact(i int) any {
	f := s.data.Files[i]
	location := s.location(f.Path)
	location.Index = nil
	return sarifArtifact{Location: location, Length: f.Bytes, Roles: []string{"analysisTarget"}}
}

func (s *sarifWriter) location(file string) sarifArtifactLocation {
	uri, relative := s.data.uri(file)
	location := sarifArtifactLocation{URI: uri}
	if relative {
		location.URIBaseID = srcRoot
	}
	if i, ok := s.files[file]; ok {
		location.Index = &i
	}
	return location
}

func (s *sarifWriter) result(v *finding.Finding) sarifResult {
	result := sarifResult{
		RuleID:              v.Rule,
		Level:               sarifLevel(v.Severity),
		Message:             sarifText{sarifMessage(v)},
		Locations:           []sarifLocation{s.place(v)},
		PartialFingerprints: map[string]string{"iatilint/v1": v.Fingerprint},
		Properties:          sarifResultFacts{v.Entry, v.Field, v.Refs},
		Suppressions:        s.suppressionsOf(v),
	}
	if i, ok := s.rules[v.Rule]; ok {
		result.RuleIndex = &i
	}
	for i, r := range v.Related {
		result.RelatedLocations = append(result.RelatedLocations, sarifLocation{
			ID:               i + 1,
			PhysicalLocation: sarifPhysical{s.location(r.File), region(r.Span)},
			LogicalLocations: cell(r.Span),
			Message:          &sarifText{plainMessage(r.Message)},
		})
	}
	for _, f := range v.Fixes {
		if fix, ok := s.fix(v, f); ok {
			result.Fixes = append(result.Fixes, fix)
		}
	}
	return result
}

// suppressionsOf returns why a violation is suppressed. GitHub does not read it by
// itself: its action dismiss-alerts does (codeql-action#1230). Where any result has a list of them, SARIF wants one in each (3.27.23).
func (s *sarifWriter) suppressionsOf(v *finding.Finding) []sarifSuppression {
	if !s.suppressions {
		return nil
	}
	if v.SuppressedBy == nil {
		return []sarifSuppression{}
	}
	kind := "external"
	if v.SuppressedBy.Kind == lint.Comment {
		kind = "inSource"
	}
	return []sarifSuppression{{Kind: kind, Status: "accepted", Justification: v.SuppressedBy.Reason}}
}

// sarifMessage returns the message with links to the related places, without which
// code scanning does not show them, and with the hint.
func sarifMessage(v *finding.Finding) string {
	text := plainMessage(v.Message)
	for i, r := range v.Related {
		text += fmt.Sprintf("; see [%s](%d)", plainMessage(r.Message), i+1)
	}
	if v.Hint != "" {
		text += "\n" + plainMessage(v.Hint)
	}
	return text
}

// plainMessage keeps text from the data from being read as a link.
func plainMessage(s string) string { return linkMarks.Replace(s) }

var linkMarks = strings.NewReplacer("[", `\[`, "]", `\]`)

func (s *sarifWriter) place(v *finding.Finding) sarifLocation {
	location := sarifLocation{PhysicalLocation: sarifPhysical{s.location(v.File), region(v.Span)}}
	if r := location.PhysicalLocation.Region; r != nil && hasWholeSnippet(v) && v.Snippet.To > v.Snippet.From {
		r.Snippet = &sarifText{markedText(v)}
	}
	if v.Entry != "" {
		location.LogicalLocations = append(location.LogicalLocations, sarifLogical{v.Entry, "element"})
	}
	location.LogicalLocations = append(location.LogicalLocations, cell(v.Span)...)
	return location
}

// cell is a spreadsheet's cell, which SARIF has no region for.
func cell(s schema.Span) []sarifLogical {
	if s.Cell == "" {
		return nil
	}
	return []sarifLogical{{s.Cell, "value"}}
}

func region(s schema.Span) *sarifRegion {
	if !hasLines(s) {
		return nil
	}
	return &sarifRegion{StartLine: s.Start.Line, StartColumn: s.Start.Column, EndLine: s.End.Line, EndColumn: s.End.Column}
}

// fix returns the changes of a fix. SARIF wants text put in by line and column, so an
// edit whose place in its line is unknown is given in bytes.
func (s *sarifWriter) fix(v *finding.Finding, f finding.Fix) (sarifFix, bool) {
	fix := sarifFix{Description: sarifText{plainMessage(f.Title)}}
	index := map[string]int{}
	for _, e := range f.Edits {
		i, ok := index[e.File]
		if !ok {
			i = len(fix.Changes)
			index[e.File] = i
			fix.Changes = append(fix.Changes, sarifChange{ArtifactLocation: s.location(e.File)})
		}
		fix.Changes[i].Replacements = append(fix.Changes[i].Replacements, replacement(v, e))
	}
	return fix, len(fix.Changes) > 0
}

func replacement(v *finding.Finding, e finding.Edit) sarifReplacement {
	from, to, ok := editInSnippet(v, e)
	if !ok {
		length := e.End - e.Start
		r := sarifReplacement{DeletedRegion: sarifRegion{ByteOffset: &e.Start, ByteLength: &length}}
		if e.Text != "" {
			r.InsertedContent = &sarifContent{Binary: []byte(e.Text)}
		}
		return r
	}
	line := v.Span.Start.Line
	r := sarifReplacement{DeletedRegion: sarifRegion{
		StartLine: line, StartColumn: columnAt(v, from), EndLine: line, EndColumn: columnAt(v, to),
	}}
	// Reviewdog takes a replacement without content, which is allowed, badly.
	r.InsertedContent = &sarifContent{Text: &e.Text}
	return r
}
