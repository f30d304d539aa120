package settings

import (
	"regexp"

	"github.com/iatilint/iatilint/rules/lint"
)

// Profile is a named set of expectations on top of the standard.
type Profile struct {
	Name       string
	About      string
	Identifier *lint.Identifier
	Severities map[string]lint.Severity // by rule ID
}

// Profiles lists the built-in profiles, the default first.
func Profiles() []Profile {
	return []Profile{
		{
			Name:  "iati",
			About: "the standard alone",
		},
		{
			Name:  "un-women",
			About: "identifiers as UN Women forms them: XM-DAC-41146-MLI_D_1.1",
			Identifier: &lint.Identifier{
				Pattern:   regexp.MustCompile(`^(?:(?P<org>XM-DAC-41146)-)?(?P<unit>[A-Z]{2,6})_(?P<class>[DO])_(?P<number>[0-9]+(?:\.[0-9]+){0,2})(?P<suffix>[A-Z]?)$`),
				Example:   "XM-DAC-41146-MLI_D_1.1",
				Units:     []string{"SP", "MYM", "ECA", "KOS", "PAP", "RAS", "UNC", "UTF"},
				Framework: "SP",
			},
		},
		{
			Name:       "strict",
			About:      "an outcome without any figure is an error",
			Severities: map[string]lint.Severity{"evidence/none": lint.Error},
		},
	}
}
