package iati

import (
	"strings"

	"github.com/iatilint/iatilint/internal/nearest"
)

// likeliest returns the index of the name that was probably meant, or -1. With
// exact, only letter case and separators may differ: "periodStart", "period_start".
func likeliest(name string, names []string, exact bool) int {
	plain := plainName(name)
	for i, candidate := range names {
		if plainName(candidate) == plain {
			return i
		}
	}
	if exact || len(plain) < 4 {
		return -1
	}
	limit := 1
	if len(plain) >= 8 {
		limit = 2
	}
	best, index := limit+1, -1
	for i, candidate := range names {
		if d := nearest.Distance([]byte(plain), []byte(plainName(candidate)), limit); d < best {
			best, index = d, i
		}
	}
	return index
}

// plainName returns a name without letter case and separators.
func plainName(name string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if strings.ContainsRune("-_.: ", r) {
			return -1
		}
		return r
	}, name))
}

// removed names the elements and attributes of versions 1.0x that version 2.01
// did away with, and what to write instead.
var removed = map[string]string{
	"iati-activity/activity-website": "document-link with the category A12",
	"location/coordinates":           "point with a pos",
	"location/gazetteer-entry":       "location-id",
	"location/location-type":         "feature-designation",
	"iati-activity/@version":         "the version of iati-activities",
	"location/@percentage":           "the percentage of recipient-country or recipient-region",
	"administrative/@country":        "code with the vocabulary A4",
	"administrative/@adm1":           "code, vocabulary and level",
	"administrative/@adm2":           "code, vocabulary and level",
	"sector/@type":                   "vocabulary",
}
