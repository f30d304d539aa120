package suppress

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/rules/lint"
)

// Set is the suppressions of a run that are outside of the submission: first
// those of the settings, of which the first that matches a finding is used, then
// the violations that were accepted earlier.
type Set struct {
	resolver *Resolver
	settings []*Suppression
	accepted []*Suppression
	index    map[identity]int          // into accepted
	rewrite  map[identity]*Suppression // to be accepted from now on; nil = nothing is

	relative           func(file string) string
	lastFile, lastName string // argument and result of relative: most findings are in the file of the one before
}

// identity is what an accepted violation is recognised by: its fingerprint, and
// its file if it is in no entry.
type identity struct{ fingerprint, file string }

func identify(fingerprint, entry, file string) identity {
	if entry != "" {
		file = ""
	}
	return identity{fingerprint, file}
}

// NewSet returns an empty set. relative returns the path by which acceptances
// name a file.
func NewSet(resolver *Resolver, relative func(file string) string) *Set {
	return &Set{resolver: resolver, index: map[identity]int{}, relative: relative}
}

// Add adds a setting or an approval. It holds in the files of which in reports so;
// nil = in all.
func (set *Set) Add(s lint.Suppression, in func(file string) bool) {
	one := set.resolver.New(s)
	one.External = &External{entry: excerpt.EntryName(s.Entry), in: in}
	set.settings = append(set.settings, one)
}

// Accept adds violations of a file that were accepted earlier.
func (set *Set) Accept(s lint.Suppression, file, fingerprint, message string, count int) {
	count = max(count, 1)
	key := identify(fingerprint, s.Entry, file)
	if i, ok := set.index[key]; ok {
		set.accepted[i].Count += count
		return
	}
	one := set.resolver.New(s)
	one.About, one.External = file, &External{Fingerprint: fingerprint, Message: message, Count: count}
	set.index[key] = len(set.accepted)
	set.accepted = append(set.accepted, one)
}

// Rewrite lets everything that is found be accepted from now on.
func (set *Set) Rewrite() { set.rewrite = map[identity]*Suppression{} }

// Clone returns the set for another run: nothing of it is used.
func (set *Set) Clone() *Set {
	c := *set
	c.settings, c.accepted = unused(set.settings), unused(set.accepted)
	if set.rewrite != nil {
		c.Rewrite()
	}
	return &c
}

// Suppress reports whether a finding is suppressed, and records why.
func (set *Set) Suppress(v *finding.Finding) bool {
	for _, s := range set.settings {
		if s.suppress(v) {
			v.SuppressedBy = s.cause()
			return true
		}
	}
	if set.rewrite == nil && len(set.accepted) == 0 || v.Unread {
		return false
	}
	if v.File != set.lastFile || set.lastName == "" {
		set.lastFile, set.lastName = v.File, set.relative(v.File)
	}
	key := identify(v.Fingerprint, v.Entry, set.lastName)
	if set.rewrite != nil {
		v.SuppressedBy = set.accept(key, v).cause()
		return true
	}
	i, ok := set.index[key]
	if !ok {
		return false
	}
	s := set.accepted[i]
	if s.Ended || s.names[0].used+v.Count() > s.Count {
		return false
	}
	s.names[0].used += v.Count()
	v.SuppressedBy = s.cause()
	return true
}

// accept adds a finding to those that are accepted from now on.
func (set *Set) accept(key identity, v *finding.Finding) *Suppression {
	if s := set.rewrite[key]; s != nil {
		s.Count += v.Count()
		return s
	}
	s := &Suppression{
		Suppression: lint.Suppression{Kind: lint.Acceptance, Rules: []string{v.Rule}, Entry: v.Entry},
		About:       set.lastName,
		External:    &External{Fingerprint: v.Fingerprint, Message: v.Message, Count: v.Count()},
	}
	if i, ok := set.index[key]; ok {
		s.Reason, s.Until = set.accepted[i].Reason, set.accepted[i].Until
	}
	set.rewrite[key] = s
	return s
}

// Rewritten returns what is accepted from now on, in an order that does not
// depend on that of the findings.
func (set *Set) Rewritten() []*Suppression {
	return slices.SortedFunc(maps.Values(set.rewrite), func(x, y *Suppression) int {
		return cmp.Or(cmp.Compare(x.About, y.About), cmp.Compare(x.Entry, y.Entry), cmp.Compare(x.Rules[0], y.Rules[0]),
			cmp.Compare(x.Fingerprint, y.Fingerprint))
	})
}

// NamesEntries reports whether a setting holds in one entry only.
func (set *Set) NamesEntries() bool {
	return slices.ContainsFunc(set.settings, func(s *Suppression) bool { return s.entry != "" })
}

// Each calls visit for every suppression but the acceptances that are used up,
// and says whether a run checked what it is about, given the files and entries
// that the run has read. An error of entries ends it.
func (set *Set) Each(files []string, entries iter.Seq2[string, error], visit func(s *Suppression, checked bool)) error {
	names := map[string]bool{"": true} // of the entries in settings -> whether the run has read one
	for _, s := range set.settings {
		names[s.entry] = s.entry == ""
	}
	for name, err := range entries {
		if err != nil {
			return err
		}
		if _, ok := names[name]; ok {
			names[name] = true
		}
	}
	for _, s := range set.settings {
		visit(s, names[s.entry] && (s.in == nil || slices.ContainsFunc(files, s.in)))
	}
	if set.rewrite != nil {
		return nil
	}
	checked := map[string]bool{}
	for _, file := range files {
		checked[set.relative(file)] = true
	}
	for _, s := range set.accepted {
		if s.names[0].used < s.Count {
			visit(s, checked[s.About])
		}
	}
	return nil
}
