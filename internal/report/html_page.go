package report

import (
	"cmp"
	"fmt"
	"html/template"
	"iter"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/phrase"
)

// htmlPage is what html/page.html shows. Lists that grow with the submission
// are made while they are written.
type htmlPage struct {
	Style         template.CSS
	Script        template.JS
	Policy        string
	Version, AsOf string
	Totals        string
	Hidden        string
	Tiles         []htmlTile
	Problems      []string
	Rules         []htmlRule
	Levels        []htmlLevel
	FewEntries    bool
	Docs          []htmlDoc

	data    *Data
	err     error // of reading the violations
	groups  []group
	anchors map[fileEntry]string
}

// htmlTile is one of the totals.
type htmlTile struct{ Label, Number, Class string }

// htmlBar is a piece of a bar, in percent of its width.
type htmlBar struct {
	Class    string
	X, Width string
}

type htmlRule struct {
	Name, Number, Label, Anchor string
	Bars                        []htmlBar
}

type htmlLevel struct{ Name, Meaning, Number, Class, Width string }

type htmlDoc struct {
	Anchor, ID, Title, Refs string
	Paragraphs              []string
}

// fewEntries is the number of entries up to which their table is shown expanded.
const fewEntries = 50

func newHTMLPage(d *Data) (*htmlPage, error) {
	counts := byRule(d.Counts)
	groups, err := groupsOf(d.Violations)
	if err != nil {
		return nil, err
	}
	levels, err := htmlLevels(d)
	if err != nil {
		return nil, err
	}
	p := &htmlPage{
		Version:    d.Version,
		AsOf:       d.AsOf.String(),
		Totals:     Totals(d),
		Hidden:     hiddenNote(d),
		Tiles:      htmlTiles(d),
		Rules:      htmlRules(counts),
		Levels:     levels,
		FewEntries: entryCount(d) <= fewEntries,
		Docs:       htmlDocs(d, counts),
		data:       d,
		groups:     groups,
		anchors:    map[fileEntry]string{},
	}
	for _, problem := range d.Problems {
		p.Problems = append(p.Problems, Visible(problem.Error()))
	}
	for i, g := range p.groups {
		if _, taken := p.anchors[g.fileEntry]; !taken {
			p.anchors[g.fileEntry] = fmt.Sprintf("entry-%d", i+1)
		}
	}
	return p, nil
}

func htmlTiles(d *Data) []htmlTile {
	s := d.Summary
	return []htmlTile{
		{"errors", phrase.Thousands(s.Errors), "error"},
		{"warnings", phrase.Thousands(s.Warnings), "warning"},
		{"infos", phrase.Thousands(s.Infos), "info"},
		{"entries", phrase.Thousands(s.Entries), ""},
		{"files", phrase.Thousands(s.Files), ""},
	}
}

func htmlRules(counts []count) []htmlRule {
	var rules []htmlRule
	for _, c := range counts {
		longest := counts[0].Total()
		r := htmlRule{Name: c.Name, Number: phrase.Thousands(c.Total()), Label: totalsInWords(c.BySeverity), Anchor: ruleAnchor(c.Name)}
		done := 0
		for _, part := range severityTotals(c.BySeverity) {
			if part.n > 0 {
				r.Bars = append(r.Bars, htmlBar{part.severity.String(), percent(done, longest), percent(part.n, longest)})
			}
			done += part.n
		}
		rules = append(rules, r)
	}
	return rules
}

func percent(n, of int) string { return fmt.Sprintf("%.4g", 100*float64(n)/float64(max(of, 1))) }

// evidenceLevels lists the levels of evidence and what they mean.
func evidenceLevels() []htmlLevel {
	return []htmlLevel{
		{Name: "A", Meaning: "baseline, target and actual"},
		{Name: "B", Meaning: "an actual"},
		{Name: "C", Meaning: "a figure in the text"},
		{Name: "D", Meaning: "no figure found"},
	}
}

func htmlLevels(d *Data) ([]htmlLevel, error) {
	if entryCount(d) == 0 {
		return nil, nil
	}
	perLevel := map[string]int{}
	most := 0
	err := eachEntry(d, func(e *engine.EntrySummary) bool {
		perLevel[e.Evidence]++
		most = max(most, perLevel[e.Evidence])
		return true
	})
	levels := evidenceLevels()
	for i := range levels {
		l := &levels[i]
		n := perLevel[l.Name]
		l.Number, l.Class, l.Width = phrase.Thousands(n), l.Name, percent(n, most)
	}
	return levels, err
}

// htmlDocs returns the help on the rules that the report names.
func htmlDocs(d *Data, counts []count) []htmlDoc {
	index := rulesByID(d)
	var docs []htmlDoc
	for _, c := range counts {
		i, ok := index[c.Name]
		if !ok {
			continue
		}
		r := d.Rules[i]
		doc := htmlDoc{Anchor: ruleAnchor(r.ID), ID: r.ID, Title: r.Title, Refs: strings.Join(r.Refs, ", ")}
		for paragraph := range strings.SplitSeq(strings.TrimSpace(r.Doc), "\n\n") {
			doc.Paragraphs = append(doc.Paragraphs, strings.Join(strings.Fields(paragraph), " "))
		}
		docs = append(docs, doc)
	}
	return docs
}

func ruleAnchor(rule string) string { return "rule-" + strings.ReplaceAll(rule, "/", "-") }

// HasViolations reports whether there is anything to filter.
func (p *htmlPage) HasViolations() bool { return p.data.Violations.Len() > 0 }

// EntryCount says how many entries there are.
func (p *htmlPage) EntryCount() string { return plural(entryCount(p.data), "entry", "entries") }

// htmlEntry is a row of the table of entries.
type htmlEntry struct {
	Name, Anchor, Level                       string
	Steps                                     []htmlBar
	Words, Quantities, Indicators, Violations string
}

// Entries yields the rows of the table of entries; nil if there are none.
func (p *htmlPage) Entries() iter.Seq[htmlEntry] {
	if entryCount(p.data) == 0 {
		return nil
	}
	return func(yield func(htmlEntry) bool) {
		err := eachEntry(p.data, func(e *engine.EntrySummary) bool {
			return yield(htmlEntry{
				Name:       cmp.Or(Visible(e.Identifier), "(no identifier)"),
				Anchor:     p.anchors[fileEntry{e.File, e.Identifier}],
				Level:      e.Evidence,
				Steps:      steps(e.Evidence),
				Words:      phrase.Thousands(e.Words),
				Quantities: phrase.Thousands(e.Quantities),
				Indicators: phrase.Thousands(e.Indicators),
				Violations: phrase.Thousands(e.Violations),
			})
		})
		p.err = cmp.Or(p.err, err)
	}
}

// steps returns a level of evidence as four steps, all filled for A, one for D.
func steps(level string) []htmlBar {
	levels := evidenceLevels()
	reached := len(levels) - slices.IndexFunc(levels, func(l htmlLevel) bool { return l.Name == level })
	var bars []htmlBar
	for i := range levels {
		bar := htmlBar{"none", number(11 * i), "10"}
		if i < reached && reached <= len(levels) {
			bar.Class = level
		}
		bars = append(bars, bar)
	}
	return bars
}

// group is a run of violations of one entry.
type group struct {
	fileEntry
	from, to int
}

type fileEntry struct{ file, entry string }

func groupsOf(violations Violations) (groups []group, err error) {
	i := 0
	err = each(violations, func(v, before *finding.Finding) {
		if before == nil || v.File != before.File || v.Entry != before.Entry {
			groups = append(groups, group{fileEntry: fileEntry{v.File, v.Entry}, from: i})
		}
		i++
		groups[len(groups)-1].to = i
	})
	return groups, err
}

// htmlFile is a file with the entries that have violations.
type htmlFile struct {
	Name   string
	Groups iter.Seq[htmlGroup]
}

// Files yields the files that have violations.
func (p *htmlPage) Files() iter.Seq[htmlFile] {
	return func(yield func(htmlFile) bool) {
		for from := 0; from < len(p.groups); {
			file := p.groups[from].file
			to := from
			for to < len(p.groups) && p.groups[to].file == file {
				to++
			}
			if !yield(htmlFile{Visible(file), p.groupsFrom(from, to)}) {
				return
			}
			from = to
		}
	}
}

// htmlGroup is an entry with its violations.
type htmlGroup struct {
	Name, Anchor, Search string
	Violations           iter.Seq[htmlViolation]
}

func (p *htmlPage) groupsFrom(from, to int) iter.Seq[htmlGroup] {
	return func(yield func(htmlGroup) bool) {
		for i := from; i < to; i++ {
			g := p.groups[i]
			if !yield(htmlGroup{
				Name:       cmp.Or(Visible(g.entry), "The file as a whole"),
				Anchor:     fmt.Sprintf("entry-%d", i+1),
				Search:     strings.ToLower(Visible(g.entry + " " + g.file)),
				Violations: p.violations(g),
			}) {
				return
			}
		}
	}
}
