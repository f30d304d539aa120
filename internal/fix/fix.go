package fix

import (
	"fmt"
	"io"

	"github.com/iatilint/iatilint/internal/finding"
)

// Checker checks files and delivers what it finds.
type Checker interface {
	// Submission checks all that is to be checked, with the edits made so far,
	// and delivers what may be fixed.
	Submission(deliver func(*finding.Finding)) error
	// Alone checks one file, as open reads it, as if it were the whole
	// submission, delivers everything, and returns how many entries could be
	// read. An error means that the check could not be finished.
	Alone(f *File, open func() (io.ReadCloser, error), deliver func(*finding.Finding)) (entries int, err error)
}

// Options say what is fixed.
type Options struct {
	Unsafe bool // fixes too that may change the meaning
}

const (
	// maxRounds bounds how often the outcome of fixes is fixed again. Two rounds
	// are usual; more are needed where one fix uncovers another.
	maxRounds = 10
	// maxTrials bounds how often a file is checked in search of the fix that
	// does harm.
	maxTrials = 100
)

// Refused is a fix that was not made because it does harm. Where the fix is
// called safe, that is a mistake of ours, not of the submission.
type Refused struct {
	File, Place, Rule, Title, Why string
	Safe                          bool
}

func (r Refused) String() string {
	whose := "decide what to write there"
	if r.Safe {
		whose = "this is a mistake in iatilint; please report it"
	}
	return fmt.Sprintf("%s:%s: the fix (%s) was not made: with it, %s; %s [%s]", r.File, r.Place, r.Title, r.Why, whose, r.Rule)
}

// All fixes what can be fixed in the files, round by round, until nothing is
// left to fix. Nothing is written yet: the files hold the edits, and the errors that
// kept one from being fixed.
func All(check Checker, files []*File, o Options) ([]Refused, error) {
	r := &run{check: check, options: o, byName: map[string]*File{}, tried: map[string]bool{}}
	for _, f := range files {
		r.byName[f.Name] = f
	}
	for range maxRounds {
		again, err := r.round(files)
		if err != nil || !again {
			return r.refused, err
		}
	}
	return r.refused, nil
}

type run struct {
	check   Checker
	options Options
	byName  map[string]*File
	tried   map[string]bool // fixes that do harm, by file and key
	refused []Refused
}

// round finds the fixes of all files and makes those that do no harm.
func (r *run) round(files []*File) (again bool, err error) {
	offered := map[*File][]candidate{}
	err = r.check.Submission(func(v *finding.Finding) {
		f := r.byName[v.File]
		if f == nil || f.failed != nil {
			return
		}
		if c, ok := candidateOf(f, v, r.options.Unsafe); ok && !r.tried[f.Name+c.key()] {
			offered[f] = append(offered[f], c)
		}
	})
	if err != nil {
		return false, err
	}
	for _, f := range files {
		if len(offered[f]) == 0 {
			continue
		}
		changed, err := r.file(f, choose(offered[f]))
		if err != nil {
			f.edits, f.fixed, f.failed = nil, 0, err
		}
		again = again || changed
	}
	return again, nil
}

// file makes fixes in one file.
func (r *run) file(f *File, fixes []candidate) (changed bool, err error) {
	if len(f.edits) == 0 {
		if f.sum, err = f.hash(); err != nil {
			return false, err
		}
	}
	t := &trial{file: f, check: r.check}
	if t.before, err = t.count(f.edits); err != nil {
		return false, err
	}
	kept, err := t.keep(nil, fixes)
	if err != nil {
		return false, err
	}
	for _, c := range t.harmful {
		r.tried[f.Name+c.key()] = true
		r.refused = append(r.refused, Refused{f.Name, c.place, c.rule, c.title, c.why, c.safe})
	}
	if len(kept) == 0 {
		return false, nil
	}
	f.edits = compose(f.seen.Size(), f.edits, merged(kept))
	f.fixed += len(kept)
	return true, nil
}
