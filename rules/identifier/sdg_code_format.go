package identifier

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// SDGCodeFormat reports codes of vocabulary 9 that are no SDG indicator.
var SDGCodeFormat = &lint.Rule{
	ID:       "identifier/sdg-code-format",
	Title:    "the code of an SDG indicator is not goal, target and number",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: `
Vocabulary 9 holds the indicators of the Sustainable Development Goals. Their
codes have three parts: 5.2.1 is the first indicator of target 5.2, and 1.a.2 the
second of target 1.a. The number of a goal or target is no indicator, and readers
find nothing under it.

Write the indicator's full code. A goal or target belongs into a tag or sector of
the activity.`,
	Check: lint.Each(sdgCodeFormat),
}

func sdgCodeFormat(p *lint.Pass, r *schema.Reference) {
	if _, ofIndicator := r.Parent().(*schema.Indicator); !ofIndicator || r.Vocabulary.Value != "9" {
		return
	}
	code := strings.TrimSpace(r.Code.Value)
	if code == "" || sdgIndicator(code) {
		return
	}
	v := lint.Violation{
		At:      r.Code.At,
		Message: fmt.Sprintf("the code %q of vocabulary 9 is no SDG indicator, such as 5.2.1", code),
	}
	switch plain := strings.Trim(strings.ToLower(code), "sdgicator .:-"); {
	case sdgIndicator(plain):
		v.Fixes = []lint.Fix{lint.Replace(fmt.Sprintf("write %q", plain), false, r.Code.At, plain)}
	case strings.Count(code, ".") == 1:
		v.Message = fmt.Sprintf("the code %q of vocabulary 9 is a target, not an indicator, such as %s.1", code, code)
	case strings.Trim(code, "0123456789") == "":
		v.Message = fmt.Sprintf("the code %q of vocabulary 9 is a goal, not an indicator, such as 5.2.1", code)
	}
	p.Report(v)
}

// sdgIndicator reports whether a code is goal.target.indicator: 5.2.1, 17.18.1,
// 1.a.2.
func sdgIndicator(code string) bool {
	parts := strings.Split(code, ".")
	if len(parts) != 3 {
		return false
	}
	goal, ok1 := number(parts[0])
	target, ok2 := number(parts[1])
	indicator, ok3 := number(parts[2])
	letter := len(parts[1]) == 1 && parts[1][0] >= 'a' && parts[1][0] <= 'd'
	return ok1 && goal <= 17 && (letter || ok2 && target <= 19) && ok3 && indicator <= 5
}

// number reads a number from 1 on without leading zeros.
func number(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n > 0 && s[0] != '0' && s[0] != '+'
}
