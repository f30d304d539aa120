package engine

import (
	"slices"
	"sort"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// request is a suppression, kept for after its entry is gone.
type request struct {
	silence    lint.Silence
	rules      map[string][]int // rule ID -> which of the silence's names stand for it
	used       []bool           // by name
	scope      schema.Range     // of the entry; unknown = the whole of it
	start, end int64            // the same in bytes of the silence's file; equal where it has none to tell by
	base       int64            // where the entry begins
	scattered  bool             // it does not stand in one stretch
	wholeFile  bool
}

// requests are what an entry, or the file as such, asks not to report.
func (w *worker) requests(f *schema.File, e *schema.Entry, list []schema.Suppression) []*request {
	var all []*request
	for i := range list {
		s := &list[i]
		if i == f.Limits.OrDefault().Ignores {
			fault := f.Limits.TooManyIgnores(s)
			w.fault(f, e, &fault)
			break
		}
		r := &request{silence: w.silence(f, e, s), used: make([]bool, len(s.Rules)), wholeFile: s.WholeFile}
		r.rules = w.naming.of(&w.config, &r.silence)
		if e != nil {
			r.scope = s.Scope
			whole := schema.Range{End: int32(len(e.Source.Text))}
			if s.Scope.Known() {
				whole = s.Scope
			}
			span := e.Source.Span(whole)
			r.base, r.scattered = e.Source.Base.Offset, len(e.Source.Cells)+len(e.Source.Parts) > 0
			r.start, r.end = span.Start.Offset, span.End.Offset
			if len(e.Source.Parts) > 0 && !s.Scope.Known() {
				r.end = r.start // it reaches into other files
			}
		}
		all = append(all, r)
	}
	return all
}

// silenceWidth is how much is kept of the line that a suppression stands in, in
// code points: there may be many, and all in one line.
const silenceWidth = 200

// silence tells of a suppression, in its place.
func (w *worker) silence(f *schema.File, e *schema.Entry, s *schema.Suppression) lint.Silence {
	silence := lint.Silence{Rules: s.Rules, Reason: s.Reason, Until: s.Until, File: f.Path}
	silence.Ended = !s.Until.IsZero() && w.config.Env.AsOf.After(s.Until)
	source := s.Source
	if e != nil {
		silence.Entry = strings.Clone(lint.EntryName(e.Identifier.Value))
		if source == nil {
			source = e.Source
		}
	} else if source == nil {
		source = f.Head
	}
	if source != nil {
		if silence.File = source.FileAt(s.At, f).Path; silence.File != f.Path {
			silence.Home = f.Path
		}
		silence.Span = source.Span(s.At)
		line, from, to := source.Line(s.At)
		silence.Snippet = lint.Narrow(lint.Snippet{Text: line, From: from, To: to}, silenceWidth)
		silence.Snippet.Text = strings.Clone(silence.Snippet.Text)
	}
	return silence
}

// hear takes in what a result asks not to report. What is about the whole file
// has to come before the first entry is judged.
func (c *collector) hear(r result) {
	first := c.stats[r.input].Entries == 0
	for _, q := range r.requests {
		q.silence.Misplaced = q.wholeFile && !first
		c.requests[r.input] = append(c.requests[r.input], q)
		if q.wholeFile && first {
			c.whole[r.input] = append(c.whole[r.input], q)
		}
	}
}

// suppressed tells whether a violation is asked not to be reported, by one of
// the requests that are about its place or by one about the whole file: it gives
// the first reason for that, nil where nothing asks. All that ask for it are used.
func (c *collector) suppressed(input int, v *lint.Violation, requests []*request) *lint.Waiver {
	if v.Unread {
		return nil
	}
	var found *lint.Waiver
	try := func(q *request) {
		if q.asks(v.Rule) && (found == nil || found.Reason == "") {
			found = &lint.Waiver{Kind: q.silence.Kind, Reason: q.silence.Reason}
		}
	}
	for _, q := range requests {
		if !q.wholeFile {
			try(q)
		}
	}
	for _, q := range c.whole[input] {
		try(q)
	}
	return found
}

// asks tells whether a request is about a rule; if so, it is used.
func (q *request) asks(rule string) bool {
	if q.silence.Ended {
		return false
	}
	for _, name := range q.rules[rule] {
		q.used[name] = true
	}
	return len(q.rules[rule]) > 0
}

// about is the requests of an entry that a violation lies within.
func about(requests []*request, v *lint.Violation) []*request {
	var these []*request
	for _, q := range requests {
		if !q.scope.Known() || v.At.Start >= q.scope.Start && v.At.Start < q.scope.End {
			these = append(these, q)
		}
	}
	return these
}

// deliverLate delivers a violation that was found when the entries were gone.
func (c *collector) deliverLate(v *lint.Violation) {
	home := c.order[v.EntryFile()]
	if c.late[home] == nil {
		c.late[home] = byName(c.requests[home])
	}
	var ofEntry []*request
	if named := c.late[home][v.Entry]; named != nil {
		ofEntry = named.at(v.File, v.Span.Start.Offset)
	}
	if input := c.inputOf(v, home); c.wantedLate(input, v, ofEntry) {
		c.deliver(input, v, ofEntry)
	}
}

// named is the requests of the entries of one name, in the order of the file.
type named struct {
	placed    []*request
	scattered []*request
	anywhere  []*request // those that have no bytes to tell by
}

func byName(requests []*request) map[string]*named {
	all := map[string]*named{}
	for _, q := range requests {
		n := all[q.silence.Entry]
		if n == nil {
			n = &named{}
			all[q.silence.Entry] = n
		}
		switch {
		case q.start == q.end:
			n.anywhere = append(n.anywhere, q)
		case q.scattered:
			n.scattered = append(n.scattered, q)
		default:
			n.placed = append(n.placed, q)
		}
	}
	return all
}

// at is the requests that are about a byte of a file: of those of entries in one
// stretch, some of the last entry that begins before it.
func (n *named) at(file string, offset int64) []*request {
	end := sort.Search(len(n.placed), func(i int) bool { return n.placed[i].base > offset })
	start := end
	for start > 0 && n.placed[start-1].base == n.placed[end-1].base {
		start--
	}
	var about []*request
	for _, list := range [][]*request{n.placed[start:end], n.scattered} {
		for _, q := range list {
			if q.silence.File == file && offset >= q.start && offset < q.end {
				about = append(about, q)
			}
		}
	}
	return append(about, n.anywhere...)
}

// judgeRequests runs the rules on silences over what the files asked for.
func (c *collector) judgeRequests() []error {
	var problems []error
	for input, requests := range c.requests {
		if c.broken[input] {
			continue // what they are about may stand behind the break
		}
		for _, q := range requests {
			for i, name := range q.silence.Rules {
				if !q.used[i] && c.config.ran(name, q.silence.File) {
					q.silence.Unused = append(q.silence.Unused, name)
				}
			}
			problems = append(problems, c.config.JudgeSilence(&q.silence, func(v *lint.Violation) {
				if input := c.inputOf(v, input); c.wantedLate(input, v, nil) {
					c.pass(input, v, c.config.Deliver)
				}
			})...)
		}
	}
	c.restsLate(func(input int, v *lint.Violation, _ []*request) { c.pass(input, v, c.config.Deliver) })
	return problems
}

// JudgeSilence runs the rules on silences over one.
func (c *Config) JudgeSilence(s *lint.Silence, deliver func(*lint.Violation)) (problems []error) {
	for i, enabled := range c.Rules {
		check := enabled.Rule.Check.Silence
		if check == nil {
			continue
		}
		if c.ForFile != nil {
			if f := c.ForFile(s.File); f != nil {
				enabled = f.Rules[i]
			}
		}
		if enabled.Off {
			continue
		}
		p := newPass(enabled, c.Env)
		p.Deliver = func(v lint.Violation) { deliver(&v) }
		func() {
			defer func() {
				if cause := recover(); cause != nil {
					problems = append(problems, panicError(p, nil, cause))
				}
			}()
			check(p, s)
		}()
	}
	return problems
}

// Ran tells whether one of the rules that a name stands for has looked at all
// that it could report of a file: what it did not report is not there. Rules that
// compare entries see more in a run on more files, so they don't count.
func (c *Config) ran(name, file string) bool {
	rules := c.Rules
	if c.ForFile != nil {
		if f := c.ForFile(file); f != nil {
			rules = f.Rules
		}
	}
	for _, e := range rules {
		check := e.Rule.Check
		named := e.Rule.ID == name || slices.Contains(c.Names[name], e.Rule.ID)
		if named && !e.Off && check.Gather == nil && (len(check.Pairs) == 0 || c.Earlier != nil) {
			return true
		}
	}
	return false
}

// NewSilence completes a silence that stands in no file of the submission: it
// tells the names that are none, and whether it has ended.
func (c *Config) NewSilence(s lint.Silence) lint.Silence {
	new(naming).of(c, &s)
	s.Ended = !s.Until.IsZero() && c.Env.AsOf.After(s.Until)
	return s
}

// Ran is the names of a silence whose rules have looked at all that they could
// report of a file.
func (c *Config) Ran(names []string, file string) []string {
	var ran []string
	for _, name := range names {
		if c.ran(name, file) {
			ran = append(ran, name)
		}
	}
	return ran
}
