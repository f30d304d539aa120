package identifier

import (
	"strings"

	"github.com/iatilint/iatilint/rules/lint"
)

// code is an identifier taken apart by the organisation's scheme: in
// XM-DAC-41146-MLI_D_1.1A the unit is MLI, the class D, the number 1.1 and the
// suffix A.
type code struct {
	org, unit, class, number, suffix string
	framework                        bool // of the corporate results, to which offices tie theirs
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
	c := code{org: group("org"), unit: group("unit"), class: group("class"), number: group("number"), suffix: group("suffix")}
	c.framework = c.unit != "" && c.unit == scheme.Framework
	return c, true
}

func (c *code) pack(k *lint.Packer) {
	k.String(&c.org)
	k.String(&c.unit)
	k.String(&c.class)
	k.String(&c.number)
	k.String(&c.suffix)
	k.Bool(&c.framework)
}

// depth returns how many parts the number has: 2 for 1.1.
func (c code) depth() int {
	if c.number == "" {
		return 0
	}
	return strings.Count(c.number, ".") + 1
}

// parent returns the code that this one is a part of: 1.1 of 1.1.2 or of 1.1A. A
// number of one part has none.
func (c code) parent() (code, bool) {
	if c.suffix != "" {
		c.suffix = ""
		return c, true
	}
	dot := strings.LastIndexByte(c.number, '.')
	if dot < 0 {
		return code{}, false
	}
	c.number = c.number[:dot]
	return c, true
}

// short returns the code without its organisation.
func (c code) short() string {
	return strings.Trim(c.unit+"_"+c.class+"_"+c.number+c.suffix, "_")
}
