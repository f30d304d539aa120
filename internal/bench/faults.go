package bench

import (
	"strings"
	"unicode/utf8"
)

// faults are the mistakes that real authors make, each in a place of its own.
var faults = [...]func(*author, *Activity){
	func(a *author, act *Activity) { act.Title += " (OUTCOME TO BE DELECTED)" },
	func(a *author, act *Activity) { act.Description = swapLetters(act.Description, a.r.IntN(20)) },
	func(a *author, act *Activity) { act.Description = breakOff(act.Description) },
	func(a *author, act *Activity) { act.Description = "TBD" },
	func(a *author, act *Activity) { a.period(act).Actual = "1,200" },
	func(a *author, act *Activity) { a.period(act).Target = "" },
	func(a *author, act *Activity) { p := a.period(act); p.Start, p.End = p.End, p.Start },
	func(a *author, act *Activity) { a.period(act).Comment = "N/A" },
	func(a *author, act *Activity) { act.Results[0].Type = "7" },
	func(a *author, act *Activity) { act.Results[0].Title = "" },
	func(a *author, act *Activity) {
		i := &act.Results[0].Indicators[0]
		i.Measure, i.Periods[0].Actual = "2", "340"
	},
	func(a *author, act *Activity) { act.Description += " Contact: amina.t@example.org" },
}

// spoil puts a mistake into a share of the activities.
func (a *author) spoil(act *Activity) {
	if a.r.Float64() < a.faults {
		faults[a.r.IntN(len(faults))](a, act)
	}
}

func (a *author) period(act *Activity) *Period {
	r := &act.Results[a.r.IntN(len(act.Results))]
	i := &r.Indicators[a.r.IntN(len(r.Indicators))]
	return &i.Periods[a.r.IntN(len(i.Periods))]
}

// breakOff cuts a text after two thirds, between two characters.
func breakOff(text string) string {
	at := len(text) * 2 / 3
	for at > 0 && !utf8.RuneStart(text[at]) {
		at--
	}
	return text[:at]
}

// swapLetters misspells a word of seven letters or more: the nth, or the last.
func swapLetters(text string, n int) string {
	words := strings.Split(text, " ")
	at := -1
	for i, w := range words {
		plain := len(w) >= 7 && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" && w[3] != w[4]
		if plain {
			at = i
			if n--; n < 0 {
				break
			}
		}
	}
	if at >= 0 {
		w := words[at]
		words[at] = w[:3] + w[4:5] + w[3:4] + w[5:]
	}
	return strings.Join(words, " ")
}
