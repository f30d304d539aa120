package text

// A vocabulary is what the engine knows of one language: lists of lower-case
// words separated by spaces; where a word carries a number it is word=number.
// Lists whose items may have several words are slices.
type vocabulary struct {
	abbreviations string // with a full stop that never ends a sentence
	finals        string // with a full stop that may also end one
	numeric       string // an abbreviation only before a number: No. 5

	numbers     string // one=1
	scales      string // hundred=100; multiply what stands before
	collectives string // centaine=100; numbers only with a number before
	ones        string // number words that are also articles
	manyNumbers string // hundreds, dozens: no number at all
	fractions   string // thirds=3
	ordinals    string
	andInNumber string // "and" between number words

	months    string
	weekdays  string
	durations string // units of time
	ages      string // words before an age
	older     []string
	persons   string

	references string // a number after them is never a quantity
	labels     string // … unless a noun follows the number
	money      string // currency words
	percent    []string

	articles     string
	prepositions string
	conjunctions string
	auxiliaries  string // finite forms of be, have, do and modal verbs
	pronouns     string
	others       string // further words that end a noun phrase
	yearBefore   string // a year follows them

	atLeast, moreThan, lessThan, atMost, about []string
	rangeWords                                 string // to
	between                                    string

	vague      []string
	vagueNotBy []string // words before, which make the vague word precise

	change        string // finite forms that name a change or a state achieved
	changed       string // participles that name a change
	achieved      string // participles of a thing done or produced
	better        string // comparatives
	activity      string // finite forms and participles of things done
	activityNouns string // "training of"
	imperatives   string // Support …, Provide …
	infinitives   string // for fr es pt: verbs that start an activity
	verbs         string // further verb forms; only stop a noun phrase
	means         []string
}

var vocabularies = [languages]*vocabulary{other: &others, english: &en, french: &fr, spanish: &es, portuguese: &pt}
