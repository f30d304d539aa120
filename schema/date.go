package schema

import (
	"fmt"
	"time"
)

// Date is a calendar day of the proleptic Gregorian calendar, as xsd:date has
// it, without its time zone. The zero Date is no date.
type Date struct{ Year, Month, Day int }

// ParseDate reads an xsd:date ("2024-01-31", "2024-01-31Z", "2024-01-31+02:00")
// or the date part of an xsd:dateTime. Surrounding white space is ignored, as
// xsd:date collapses it.
func ParseDate(s string) (Date, bool) {
	s = trimXMLSpace(s)
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, false
	}
	year, ok1 := digits(s[:4])
	month, ok2 := digits(s[5:7])
	day, ok3 := digits(s[8:10])
	if !ok1 || !ok2 || !ok3 {
		return Date{}, false
	}
	d := Date{year, month, day}
	if !d.valid() || !dateTail(s[10:]) {
		return Date{}, false
	}
	return d, true
}

// dateTail accepts what may follow the day: nothing, a zone, or a time of day.
func dateTail(s string) bool {
	if s == "" || s == "Z" || s[0] == 'T' {
		return true
	}
	if len(s) != 6 || s[0] != '+' && s[0] != '-' || s[3] != ':' {
		return false
	}
	hours, ok1 := digits(s[1:3])
	minutes, ok2 := digits(s[4:6])
	return ok1 && ok2 && minutes < 60 && (hours < 14 || hours == 14 && minutes == 0)
}

func digits(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, len(s) > 0
}

func (d Date) valid() bool {
	return d.Year >= 1 && d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && (d.Day <= 28 || d.Month != 2 && d.Day <= 30 || d.Month == 12 && d.Day == 31 || d == d.AddDays(0))
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Compare returns a negative number if d is before other, a positive one if it is
// after, and 0 on the same day.
func (d Date) Compare(other Date) int {
	switch {
	case d.Year != other.Year:
		return d.Year - other.Year
	case d.Month != other.Month:
		return d.Month - other.Month
	}
	return d.Day - other.Day
}

// Before reports whether d is an earlier day than other.
func (d Date) Before(other Date) bool { return d.Compare(other) < 0 }

// After reports whether d is a later day than other.
func (d Date) After(other Date) bool { return d.Compare(other) > 0 }

// AddDays returns the day n days after d.
func (d Date) AddDays(n int) Date {
	return DateOf(time.Date(d.Year, time.Month(d.Month), d.Day+n, 0, 0, 0, 0, time.UTC))
}

// DateOf returns the day of t in t's own location.
func DateOf(t time.Time) Date {
	year, month, day := t.Date()
	return Date{year, int(month), day}
}

// MarshalText implements encoding.TextMarshaler: YYYY-MM-DD.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// String writes the date as YYYY-MM-DD.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }
