package lint

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
)

// Validate checks that rules are whole and don't clash: what a catalogue must
// hold before anything runs.
func Validate(rules []*Rule) error {
	var errs []error
	seen := map[string]bool{}
	for _, r := range rules {
		for _, id := range append([]string{r.ID}, r.Aliases...) {
			if seen[id] {
				errs = append(errs, fmt.Errorf("rule %s: the ID %q is taken", r.ID, id))
			}
			seen[id] = true
		}
		errs = append(errs, r.validate()...)
	}
	return errors.Join(errs...)
}

func (r *Rule) validate() []error {
	var errs []error
	complain := func(format string, args ...any) {
		errs = append(errs, fmt.Errorf("rule %s: "+format, append([]any{r.ID}, args...)...))
	}
	if ok, _ := regexp.MatchString(`^[a-z]+/[a-z]+(-[a-z]+)*$`, r.ID); !ok {
		complain("the ID is not of the form family/name-in-words")
	}
	if r.Title == "" || strings.HasSuffix(r.Title, ".") {
		complain("the title must be a phrase without a full stop")
	}
	if strings.TrimSpace(r.Doc) == "" {
		complain("no documentation")
	}
	if r.Since == "" {
		complain("no version that had it first")
	}
	if r.Severity < Info || r.Severity > Error {
		complain("no severity")
	}
	if r.Options != nil && (reflect.TypeOf(r.Options).Kind() != reflect.Pointer ||
		reflect.TypeOf(r.Options).Elem().Kind() != reflect.Struct) {
		complain("options must be a pointer to a struct")
	}
	c := r.Check
	ways := 0
	for _, has := range []bool{len(c.Visits) > 0 && c.Gather == nil, len(c.Pairs) > 0, c.File != nil, c.Faults, c.Gather != nil && c.Judge != nil, c.Suppression != nil} {
		if has {
			ways++
		}
	}
	if ways != 1 {
		complain("has %d checks, wants one", ways)
	}
	return errs
}
