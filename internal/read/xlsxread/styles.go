package xlsxread

import (
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/xmltoken"
)

// style is what of a cell's style says how its value is to be read.
type style struct{ date, struck bool }

// readStyles reads the styles that cells refer to by number.
func (w *workbook) readStyles(part string) error {
	text, err := w.Text(part, maxPart)
	if err != nil {
		return err
	}
	dates := map[string]bool{}
	for _, id := range builtinDates {
		dates[id] = true
	}
	var struck []bool
	section, depth := "", 0
	s := xmltoken.NewDocument(text)
	for {
		kind, err := s.Next()
		if err != nil || kind == xmltoken.EOF {
			return err
		}
		switch {
		case kind == xmltoken.EndTag && s.Depth() < depth:
			section = ""
		case kind != xmltoken.StartTag:
		case s.Depth() == 2:
			section, depth = string(s.Local()), 2
		case section == "numFmts" && string(s.Local()) == "numFmt":
			dates[attribute(s, "numFmtId")] = dateFormat(attribute(s, "formatCode"))
		case section == "fonts" && s.Depth() == 3:
			struck = append(struck, false)
		case section == "fonts" && string(s.Local()) == "strike" && len(struck) > 0:
			struck[len(struck)-1] = attribute(s, "val") == "" || truth(attribute(s, "val"))
		case section == "cellXfs" && s.Depth() == 3:
			font, _ := strconv.Atoi(attribute(s, "fontId"))
			w.styles = append(w.styles, style{dates[attribute(s, "numFmtId")], font >= 0 && font < len(struck) && struck[font]})
		}
	}
}

// builtinDates are the numbers of the date formats that every workbook has.
var builtinDates = strings.Fields("14 15 16 17 22 27 28 29 30 31 34 35 36 50 51 52 53 54 55 56 57 58")

// dateFormat reports whether a number format shows a day: one with a year or a day
// outside quotes and brackets.
func dateFormat(code string) bool {
	code, _, _ = strings.Cut(code, ";")
	quoted, bracketed := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[':
			bracketed = true
		case c == ']':
			bracketed = false
		case bracketed:
		case c == '\\' || c == '_' || c == '*':
			i++
		case c == 'y' || c == 'Y' || c == 'd' || c == 'D':
			return !strings.EqualFold(code, "standard")
		}
	}
	return false
}
