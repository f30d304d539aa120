package form

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// The keys above the entries.
const (
	RootKey    = "iati-activities"
	EntryKey   = "iati-activity"
	VersionKey = "version"
)

// Entry is the value of an entry and the JSON Pointer to it.
type Entry struct {
	Value   *Value
	Pointer string
}

// Root is what a document holds.
type Root struct {
	Entries []Entry
	Version schema.Text
	Faults  []schema.Fault

	Suppressions []schema.Suppression // for the whole file
}

// ReadRoot returns the entries of a whole document: those of iati-activities, the
// items of a list, or the document itself.
func ReadRoot(v *Value) Root {
	var r Root
	switch {
	case v.Kind == List && Resembles(v):
		r.list(v, "")
	case v.Kind == Object && v.Get(RootKey) != nil:
		for _, m := range v.Members {
			if m.Key == ignore.Key {
				r.Suppressions = append(r.Suppressions, FileSuppressions(m.Value)...)
			} else if m.Key != RootKey && m.Key != "$schema" && !HoldsAnchors(m.Key) {
				r.Faults = append(r.Faults, UnknownRootKey(m.Key, m.KeyAt, []string{RootKey}))
			}
		}
		r.activities(v.Get(RootKey))
	case v.Kind == Object && Resembles(v):
		r.Entries = []Entry{{v, ""}}
	default:
		r.Faults = []schema.Fault{NotASubmission(v)}
	}
	return r
}

// activities reads what iati-activities holds.
func (r *Root) activities(v *Value) {
	if v.Kind != Object {
		r.Faults = append(r.Faults, NotAGroup(v))
		return
	}
	for _, m := range v.Members {
		switch m.Key {
		case EntryKey:
			pointer := "/" + RootKey + "/" + EntryKey
			if m.Value.Kind == Object {
				r.Entries = append(r.Entries, Entry{m.Value, pointer})
			} else {
				r.list(m.Value, pointer)
			}
		case VersionKey:
			r.Version = TextOf(m.Value)
			if f, bad := WrongVersion(r.Version); bad {
				r.Faults = append(r.Faults, f)
			}
		case ignore.Key:
			r.Suppressions = append(r.Suppressions, FileSuppressions(m.Value)...)
		default:
			if !RootAttribute(m.Key) && !HoldsAnchors(m.Key) {
				r.Faults = append(r.Faults, UnknownRootKey(m.Key, m.KeyAt, RootKeys()))
			}
		}
	}
}

func (r *Root) list(v *Value, pointer string) {
	for i, item := range v.list() {
		switch item.Kind {
		case Object:
			r.Entries = append(r.Entries, Entry{item, pointer + "/" + strconv.Itoa(i)})
		case Null:
		default:
			r.Faults = append(r.Faults, NotAnEntry(i, item))
		}
	}
}

// FileSuppressions reads the key above the entries: it is about the whole file.
func FileSuppressions(v *Value) []schema.Suppression {
	all := Suppressions(v, schema.Range{})
	for i := range all {
		all[i].WholeFile = true
	}
	return all
}

// RootAttribute reports whether a key of iati-activities is one that the model does
// not keep.
func RootAttribute(key string) bool { return key == "generated-datetime" }

// HoldsAnchors reports whether a key above the entries holds what others refer to, and
// nothing by itself: x-defaults, .defaults, as in other formats of YAML.
func HoldsAnchors(key string) bool {
	return strings.HasPrefix(key, "x-") || len(key) > 1 && key[0] == '.'
}

// RootKeys returns the keys that iati-activities may have.
func RootKeys() []string { return []string{EntryKey, VersionKey, "generated-datetime"} }

// Resembles reports whether a value is an entry or a list of entries, going by
// its first keys.
func Resembles(v *Value) bool {
	if v.Kind == List {
		return len(v.Items) > 0 && Resembles(v.Items[0])
	}
	for _, m := range v.Members {
		if entry.shape.Key(m.Key) != nil {
			return true
		}
	}
	return false
}

// NotASubmission returns the fault of a document that holds something else.
func NotASubmission(v *Value) schema.Fault {
	f := schema.Fault{
		Kind: schema.NoResults,
		At:   v.tag(),
		Hint: `a submission is "iati-activities" with its "iati-activity" entries, or a list of entries with "id", "title" and "narrative"`,
	}
	switch {
	case v.Kind == List && len(v.Items) == 0:
		f.Message = "the list is empty, so there is no entry to check"
	case v.Kind == List && v.Items[0].Kind != Object:
		f.Message = "the file is a list, but not of outcome entries: the first item is " + kindWords[v.Items[0].Kind]
	case v.Kind == List:
		f.Message = "the file is a list, but not of outcome entries" + keysOf(v.Items[0])
	case v.Kind == Object:
		f.Message = "the file holds no outcome entries" + keysOf(v)
	default:
		f.Message = "the file holds only " + kindWords[v.Kind] + ", no outcome entries"
	}
	return f
}

func keysOf(v *Value) string {
	var keys []string
	for _, m := range v.Members[:min(len(v.Members), 5)] {
		keys = append(keys, strconv.Quote(m.Key))
	}
	if len(keys) == 0 {
		return ""
	}
	return ": it is about " + phrase.List(keys, "and")
}

// NoEntries returns the fault of a submission without any entry.
func NoEntries(at schema.Range) schema.Fault {
	return schema.Fault{Kind: schema.NoResults, At: at, Message: "the file holds no outcome entry, so there is nothing to check"}
}

// NotAnEntry returns the fault of an item among entries that is none.
func NotAnEntry(i int, v *Value) schema.Fault {
	return violation(v.tag(), fmt.Sprintf("entry %d is %s; it should be a group of keys", i+1, kindWords[v.Kind]), "")
}

// NotAGroup returns the fault of an iati-activities that holds something else.
func NotAGroup(v *Value) schema.Fault {
	f := violation(v.tag(), fmt.Sprintf("%s is %s; it should hold %q with the entries", RootKey, kindWords[v.Kind], EntryKey), "")
	f.Kind = schema.NoResults
	return f
}

// UnknownRootKey returns the fault of a key above the entries that means nothing.
func UnknownRootKey(key string, at schema.Range, known []string) schema.Fault {
	hint := strings.TrimPrefix(nearest.Hint(key, known), "; ")
	return violation(at, fmt.Sprintf("a submission has nothing called %q beside its entries", key), hint)
}

// WrongVersion returns the fault of a version of the standard that is not in use.
func WrongVersion(t schema.Text) (schema.Fault, bool) {
	switch t.Value {
	case "2.01", "2.02", Newest:
		return schema.Fault{}, false
	}
	return schema.Fault{
		Kind:    schema.UnsupportedVersion,
		At:      t.At,
		Message: fmt.Sprintf("the file declares version %q of the standard; only 2.01, 2.02 and 2.03 are in use, written exactly so", t.Value),
		Hint:    `write "2.03"`,
	}, true
}
