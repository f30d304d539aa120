package lint

import (
	"regexp"

	"github.com/iatilint/iatilint/internal/attachment"
	"github.com/iatilint/iatilint/schema"
)

// Environment is what all rules of a run may know besides the submission.
// The zero Environment is the standard alone, judged on no particular day.
type Environment struct {
	AsOf       schema.Date // the day to judge by
	Identifier *Identifier // how identifiers are formed; nil = as the standard says, no more
	Language   string      // language of text that declares none; "" = unknown
	Vocabulary []string    // the project's own words, in exact case
	Expected   []string    // identifiers that the submission is to have

	Organisation string // reference of the organisation that reports; "" = unknown
	Plan         Plan   // that the submission reports on

	// Uncached switches off all caches and look-aheads, for tests: they must not
	// change what is found.
	Uncached bool

	// Scope keeps what rules compute once a run, once a goroutine and once an entry.
	Scope attachment.Scope
}

// OfEntry returns what compute returns for the current entry, computed once for all
// that need it as long as no other entry does.
func OfEntry[V any](env *Environment, key string, e *schema.Entry, compute func() V) V {
	return attachment.OfEntry(&env.Scope, key, e, compute)
}

// Plan is a plan period; a zero date is unknown.
type Plan struct{ Start, End schema.Date }

// Identifier is an organisation's own scheme for identifiers.
type Identifier struct {
	// Pattern matches a whole identifier. Its named groups say what is what:
	// org, unit, class (D or O), number (1.2), suffix.
	Pattern *regexp.Regexp
	Example string   // a right one, for messages
	Units   []string // unit codes besides ISO 3166-1 alpha-3
	// Framework is the unit of the corporate results that others are tied to.
	Framework string
}
