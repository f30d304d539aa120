package iati

import (
	"bytes"
	"time"
)

// isDate: CCYY-MM-DD and an optional time zone.
func isDate(b []byte) bool {
	b, ok := cutDay(b)
	return ok && isZone(b)
}

// isDateTime: CCYY-MM-DDThh:mm:ss, an optional fraction of a second and time zone.
func isDateTime(b []byte) bool {
	b, ok := cutDay(b)
	if !ok || len(b) == 0 || b[0] != 'T' {
		return false
	}
	b, ok = cutTime(b[1:])
	if trimmed := collapse(b); len(trimmed) > 0 && !isBlank(b[0]) {
		b = trimmed // blanks after a time zone, and only there, are let pass
	}
	return ok && isZone(b)
}

// cutDay takes a day off the front: an optional minus, a year of four digits or
// more without superfluous zeros, which is not year 0, then month and day of
// the Gregorian calendar.
func cutDay(b []byte) (rest []byte, ok bool) {
	year, b, ok := readYear(b)
	if !ok || len(b) < 6 || b[0] != '-' || b[3] != '-' {
		return nil, false
	}
	month, okMonth := twoDigits(b[1:])
	day, okDay := twoDigits(b[4:])
	if !okMonth || !okDay || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return nil, false
	}
	return b[6:], true
}

func cutYear(b []byte) (rest []byte, ok bool) {
	_, rest, ok = readYear(b)
	return rest, ok
}

func readYear(b []byte) (year int, rest []byte, ok bool) {
	negative := len(b) > 0 && b[0] == '-'
	if negative {
		b = b[1:]
	}
	digits := 0
	for digits < len(b) && isDigit(b[digits]) {
		digit := int(b[digits] - '0')
		if year > (1<<63-1-digit)/10 {
			return 0, nil, false
		}
		year = year*10 + digit
		digits++
	}
	if digits < 4 || digits > 4 && b[0] == '0' || year == 0 {
		return 0, nil, false
	}
	return year, b[digits:], true
}

// daysIn returns the number of days in a month, of any year: the calendar repeats
// itself every 400 years.
func daysIn(year, month int) int {
	return time.Date(2000+year%400, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// cutTime takes hh:mm:ss[.fraction] off the front; 24:00:00 is the end of a day.
func cutTime(b []byte) (rest []byte, ok bool) {
	if len(b) < 8 || b[2] != ':' || b[5] != ':' {
		return nil, false
	}
	hour, okHour := twoDigits(b)
	minute, okMinute := twoDigits(b[3:])
	second, okSecond := twoDigits(b[6:])
	if !okHour || !okMinute || !okSecond || hour > 24 || minute > 59 || second > 59 {
		return nil, false
	}
	b = b[8:]
	zero := minute == 0 && second == 0
	if len(b) > 0 && b[0] == '.' {
		digits, after := cutDigits(b[1:])
		if digits == 0 {
			return nil, false
		}
		zero = zero && len(bytes.Trim(b[1:1+digits], "0")) == 0
		b = after
	}
	return b, hour < 24 || zero
}

// isZone: nothing, Z, or an offset of at most 14 hours.
func isZone(b []byte) bool {
	if len(b) == 0 || len(b) == 1 && b[0] == 'Z' {
		return true
	}
	if len(b) != 6 || b[0] != '+' && b[0] != '-' || b[3] != ':' {
		return false
	}
	hours, okHours := twoDigits(b[1:])
	minutes, okMinutes := twoDigits(b[4:])
	return okHours && okMinutes && hours <= 23 && minutes <= 59 && hours*60+minutes <= 14*60
}

func twoDigits(b []byte) (int, bool) {
	return int(b[0]-'0')*10 + int(b[1]-'0'), isDigit(b[0]) && isDigit(b[1])
}
