package xlsxread

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// number returns a number as a workbook shows it before any format: 15 digits, no
// exponent.
func number(raw string) string {
	if len(raw) <= 15 && !strings.ContainsAny(raw, "eE") {
		return raw
	}
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) || math.Abs(f) >= 1e21 {
		return raw
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	if err != nil {
		return raw
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// percentage returns a number as a format with a percent sign shows it: 0.86 as 86%.
func percentage(raw string, decimals int) string {
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) || math.Abs(f) >= 1e15 {
		return raw
	}
	f, err = strconv.ParseFloat(strconv.FormatFloat(f*100, 'g', 15, 64), 64) // 0.57 * 100 is 56.99999999999999
	if err != nil {
		return raw
	}
	scale := math.Pow10(min(decimals, 9))
	return strconv.FormatFloat(math.Round(f*scale)/scale, 'f', -1, 64) + "%"
}

// day returns the day, and the time of day where there is one, that a serial number
// stands for.
func day(raw string, from1904 bool) (string, bool) {
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil || f < 1 || f >= 2958466 { // the year 9999
		return "", false
	}
	whole, part := math.Modf(f)
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from1904:
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case whole < 61: // 1900 has a 29 February in spreadsheets
		start = start.AddDate(0, 0, 1)
	}
	t := start.AddDate(0, 0, int(whole))
	seconds := math.Round(part * 86400)
	if seconds == 0 {
		return t.Format(time.DateOnly), true
	}
	return t.Add(time.Duration(seconds) * time.Second).Format("2006-01-02T15:04:05Z"), true
}
