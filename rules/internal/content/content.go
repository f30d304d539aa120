// Package content sums up what an entry says, to compare entries after they are
// gone.
package content

import (
	"hash/fnv"
	"strings"

	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/schema"
)

// Sum is what an entry says, in a few bytes.
type Sum struct {
	Title  uint64 // of the statement's words
	Values uint64 // of the indicators' titles and numbers
}

// Of sums up an entry.
func Of(e *schema.Entry) Sum {
	h := fnv.New64a()
	for _, r := range e.Results {
		for _, i := range r.Indicators {
			h.Write([]byte(values.Text(i.Title) + "\x00" + i.Measure.Value))
			for _, m := range values.All(i) {
				h.Write([]byte("\x00" + m.Name() + strings.TrimSpace(m.Value.Value) + values.Part(m)))
			}
		}
	}
	t := fnv.New64a()
	if s := e.Statement(); s != nil {
		t.Write([]byte(strings.Join(strings.Fields(s.Value), " ")))
	}
	return Sum{t.Sum64(), h.Sum64()}
}
