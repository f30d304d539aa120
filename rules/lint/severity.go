package lint

import "fmt"

// Severity is how grave a violation is. The zero Severity means "not set".
type Severity int

// The severities, from the least to the gravest.
const (
	Info Severity = iota + 1
	Warning
	Error
)

// Never is above every severity: the level at which nothing fails.
const Never Severity = Error + 1

var severityNames = [...]string{"", "info", "warning", "error", "never"}

// Severities lists the severities by name, gravest first.
func Severities() []string { return []string{"error", "warning", "info"} }

func (s Severity) String() string {
	if s < 0 || int(s) >= len(severityNames) {
		return fmt.Sprintf("severity %d", int(s))
	}
	return severityNames[s]
}

// ParseSeverity reads the name of a severity.
func ParseSeverity(name string) (Severity, bool) {
	for _, s := range []Severity{Info, Warning, Error} {
		if s.String() == name {
			return s, true
		}
	}
	return 0, false
}

// MarshalText implements encoding.TextMarshaler.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *Severity) UnmarshalText(text []byte) error {
	parsed, ok := ParseSeverity(string(text))
	if !ok {
		return fmt.Errorf("%q is not a severity: use error, warning or info", text)
	}
	*s = parsed
	return nil
}
