package codelist

import "strings"

// Code is one entry of a code list.
type Code struct {
	Code   string
	Name   string // in English; empty where the code speaks for itself
	Status Status
}

// Status says whether a code may still be used.
type Status uint8

// The standard knows two states of a code. A withdrawn code still counts as
// being on its list, as it does for the official validator.
const (
	Active Status = iota
	Withdrawn
)

func (s Status) String() string {
	if s == Withdrawn {
		return "withdrawn"
	}
	return "active"
}

// List is one code list. A nil List has no codes.
type List struct {
	name  string
	codes []Code
	index map[string]int
}

func newList(name string, codes []Code) *List {
	list := &List{name: name, codes: codes, index: make(map[string]int, len(codes))}
	for i, code := range codes {
		if _, repeated := list.index[code.Code]; !repeated {
			list.index[code.Code] = i
		}
	}
	return list
}

// parseList reads the lines of one section of codelists.txt.
func parseList(name, body string) *List {
	codes := make([]Code, 0, strings.Count(body, "\n")+1)
	for line := range strings.Lines(body) {
		line = strings.TrimRight(line, "\n")
		if line == "" {
			continue
		}
		code, rest, _ := strings.Cut(line, "\t")
		label, status, _ := strings.Cut(rest, "\t")
		entry := Code{Code: code, Name: label}
		if status == "withdrawn" {
			entry.Status = Withdrawn
		}
		codes = append(codes, entry)
	}
	return newList(name, codes)
}

// Name returns the name of the list, such as "ResultType".
func (l *List) Name() string {
	if l == nil {
		return ""
	}
	return l.name
}

// Len returns the number of codes.
func (l *List) Len() int {
	return len(l.Codes())
}

// Codes returns the codes in the order in which the standard lists them.
// The slice must not be changed.
func (l *List) Codes() []Code {
	if l == nil {
		return nil
	}
	return l.codes
}

// Has reports whether the code is on the list, withdrawn or not, spelt exactly so.
func (l *List) Has(code string) bool {
	_, ok := l.Lookup(code)
	return ok
}

// HasBytes is Has for bytes; it does not allocate.
func (l *List) HasBytes(code []byte) bool {
	if l == nil {
		return false
	}
	_, ok := l.index[string(code)]
	return ok
}

// Lookup returns the code as the list has it.
func (l *List) Lookup(code string) (Code, bool) {
	if l != nil {
		if i, ok := l.index[code]; ok {
			return l.codes[i], true
		}
	}
	return Code{}, false
}
