package report

import (
	"bufio"
	"errors"
	"fmt"
	"html/template"
	"io"
	"os"
	"strings"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/lint"
)

// ChangesHTML writes what changed as one page that needs nothing else: no
// network, no server, no script. The totals stand above the changes, so these
// wait in a temporary file until all are known.
func ChangesHTML(w io.Writer, c Compared, _ Style, stream Changes) (totals compare.Totals, err error) {
	page, err := template.ParseFS(htmlTemplates, "html/changes.html", "html/change.html")
	if err != nil {
		return totals, unwritten("HTML", err)
	}
	style := htmlStyle + htmlChangesStyle
	waiting, err := os.CreateTemp("", "iatilint-*.html")
	if err != nil {
		return totals, unwritten("HTML", err)
	}
	defer func() {
		err = errors.Join(err, unwritten("HTML", errors.Join(waiting.Close(), os.Remove(waiting.Name()))))
	}()
	view := &changesPage{
		Style:    template.CSS(style), //nolint:gosec // our own file, nothing from the data
		Policy:   htmlPolicy + digest(style),
		Compared: Compared{c.Version, Visible(c.Before), Visible(c.After)},
	}
	body := bufio.NewWriter(waiting)
	totals, err = stream(func(e *compare.EntryChange) error {
		entry := newHTMLChange(e, len(view.Contents)+1)
		view.Contents = append(view.Contents, htmlContent{entry.Anchor, entry.Name, entry.Kind})
		return unwritten("HTML", page.ExecuteTemplate(body, "change.html", entry))
	})
	if err != nil {
		return totals, err
	}
	view.Totals = ChangeTotals(totals)
	for _, n := range changeCounts(totals) {
		view.Tiles = append(view.Tiles, htmlTile{string(n.kind), phrase.Thousands(n.n), string(n.kind)})
	}
	view.Tiles = append(view.Tiles, htmlTile{"as before", phrase.Thousands(totals.Same), ""})
	view.FewEntries = len(view.Contents) <= fewChanges
	out := bufio.NewWriter(w)
	for _, step := range []func() error{
		body.Flush,
		func() error { return page.ExecuteTemplate(out, "head", view) },
		func() error { _, err := waiting.Seek(0, io.SeekStart); return err },
		func() error { _, err := io.Copy(out, waiting); return err },
		func() error { return page.ExecuteTemplate(out, "foot", view) },
		out.Flush,
	} {
		if err := step(); err != nil {
			return totals, unwritten("HTML", err)
		}
	}
	return totals, nil
}

// changesPage is what html/changes.html shows around the entries.
type changesPage struct {
	Style      template.CSS
	Policy     string
	Compared   Compared
	Totals     string
	Tiles      []htmlTile
	Contents   []htmlContent
	FewEntries bool
}

// fewChanges is the number of entries up to which their list is shown expanded.
const fewChanges = 20

type htmlContent struct {
	Anchor, Name string
	Kind         compare.Kind
}

// htmlEntryChange is an entry on the page.
type htmlEntryChange struct {
	Anchor, Name, How, Place, Statement, Holds string
	Kind                                       compare.Kind
	Texts                                      []htmlField // of an added or removed entry
	Groups                                     []htmlFieldGroup
	Folded                                     bool // the groups open at a click
}

type htmlFieldGroup struct {
	Path   []string
	Fields []htmlField
}

// htmlField is a change of a text, a value, or a part with what it holds.
type htmlField struct {
	Name, Before, After, Moved string
	Kind                       compare.Kind
	Prose                      bool
	Stretches                  []htmlStretch
	Inner                      []htmlFieldGroup
}

type htmlStretch struct {
	Space, Op, Head, Hidden, Tail, Words string
}

// htmlContext is how many words of a long text are shown around changes.
const htmlContext = 25

func newHTMLChange(e *compare.EntryChange, n int) htmlEntryChange {
	c := htmlEntryChange{
		Anchor: fmt.Sprintf("entry-%d", n),
		Name:   Visible(entryName(e, "→")),
		How:    recognised(e),
		Place:  Visible(entryPlace(e)),
		Kind:   e.Kind,
		Folded: e.Kind == compare.Added || e.Kind == compare.Removed,
	}
	if !statementShown(e) {
		c.Statement = Visible(entrySide(e).Title)
	}
	fields := e.Fields
	if c.Folded {
		c.Holds = contents(entrySide(e))
		var rest []compare.FieldChange
		for i := range fields {
			if f := &fields[i]; f.Prose && len(f.Path) == 0 {
				c.Texts = append(c.Texts, newHTMLField(f))
			} else {
				rest = append(rest, *f)
			}
		}
		fields = rest
	}
	c.Groups = htmlFieldGroups(fieldGroups(fields, 0))
	return c
}

func htmlFieldGroups(groups []fieldGroup) []htmlFieldGroup {
	var list []htmlFieldGroup
	for _, g := range groups {
		group := htmlFieldGroup{}
		for _, l := range g.path {
			group.Path = append(group.Path, Visible(l))
		}
		for _, p := range g.parts {
			field := newHTMLField(p.FieldChange)
			field.Inner = htmlFieldGroups(p.inner)
			group.Fields = append(group.Fields, field)
		}
		list = append(list, group)
	}
	return list
}

func newHTMLField(f *compare.FieldChange) htmlField {
	h := htmlField{Name: Visible(f.Name), Kind: f.Kind, Prose: f.Prose, Moved: movement(f.Number)}
	switch {
	case f.Change == nil:
	case f.Prose:
		for i, s := range stretchesOf(f.Change.Diff, keep{equal: htmlContext}) {
			stretch := htmlStretch{Op: s.op, Head: s.head, Hidden: s.hidden, Tail: s.tail}
			if i > 0 && !s.glued {
				stretch.Space = " "
			}
			if s.hidden != "" {
				stretch.Words = plural(strings.Count(s.hidden, " ")+1, "word", "words")
			}
			h.Stretches = append(h.Stretches, stretch)
		}
	default:
		h.Before, h.After = valuesOf(f)
	}
	return h
}

// Deleted reports whether the words were deleted.
func (s htmlStretch) Deleted() bool { return s.Op == lint.Delete }

// Inserted reports whether the words were inserted.
func (s htmlStretch) Inserted() bool { return s.Op == lint.Insert }
