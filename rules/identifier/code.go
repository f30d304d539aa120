package identifier

import (
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
)

// code is an identifier taken apart by the organisation's scheme: in
// XM-DAC-41146-MLI_D_1.1A the unit is MLI, the class D, the number 1.1 and the
// suffix A.
type code struct {
	Org, Unit, Class, Number, Suffix string
	Framework                        bool // of the corporate results, to which offices tie theirs
}

// codeOf parses an identifier; false where there is no scheme, or where the
// identifier does not follow it.
func codeOf(scheme *lint.Identifier, id string) (code, bool) {
	if scheme == nil {
		return code{}, false
	}
	match := scheme.Pattern.FindStringSubmatch(strings.TrimSpace(id))
	if match == nil {
		return code{}, false
	}
	group := func(name string) string {
		if i := scheme.Pattern.SubexpIndex(name); i >= 0 {
			return match[i]
		}
		return ""
	}
	c := code{Org: group("org"), Unit: group("unit"), Class: group("class"), Number: group("number"), Suffix: group("suffix")}
	c.Framework = c.Unit != "" && c.Unit == scheme.Framework
	return c, true
}

// depth returns how many parts the number has: 2 for 1.1.
func (c code) depth() int {
	if c.Number == "" {
		return 0
	}
	return strings.Count(c.Number, ".") + 1
}

// parent returns the code that this one is a part of: 1.1 of 1.1.2 or of 1.1A. A
// number of one part has none.
func (c code) parent() (code, bool) {
	if c.Suffix != "" {
		c.Suffix = ""
		return c, true
	}
	dot := strings.LastIndexByte(c.Number, '.')
	if dot < 0 {
		return code{}, false
	}
	c.Number = c.Number[:dot]
	return c, true
}

// short returns the code without its organisation.
func (c code) short() string {
	return strings.Trim(c.Unit+"_"+c.Class+"_"+c.Number+c.Suffix, "_")
}
