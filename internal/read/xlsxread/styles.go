package xlsxread

import (
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/xmltoken"
)

// style is what of a cell's style says how its value is to be read.
type style struct {
	format
	struck bool
}

// format is what of a number format says how a number is to be read.
type format struct {
	date     bool
	percent  bool // it is shown a hundred times as large
	decimals int  // of a percentage
}

// readStyles reads the styles that cells refer to by number.
func (w *workbook) readStyles(part string) error {
	text, err := w.Text(part, maxPart)
	if err != nil {
		return err
	}
	formats := map[string]format{"9": {percent: true}, "10": {percent: true, decimals: 2}}
	for _, id := range builtinDates {
		formats[id] = format{date: true}
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
			formats[attribute(s, "numFmtId")] = formatOf(attribute(s, "formatCode"))
		case section == "fonts" && s.Depth() == 3:
			struck = append(struck, false)
		case section == "fonts" && string(s.Local()) == "strike" && len(struck) > 0:
			struck[len(struck)-1] = attribute(s, "val") == "" || truth(attribute(s, "val"))
		case section == "cellXfs" && s.Depth() == 3:
			font, _ := strconv.Atoi(attribute(s, "fontId"))
			w.styles = append(w.styles, style{formats[attribute(s, "numFmtId")], font >= 0 && font < len(struck) && struck[font]})
		}
	}
}

// builtinDates are the numbers of the date formats that every workbook has.
var builtinDates = strings.Fields("14 15 16 17 22 27 28 29 30 31 34 35 36 50 51 52 53 54 55 56 57 58")

// formatOf returns what a number format shows: a day, where a year or a day stands
// outside quotes and brackets, or a percentage.
func formatOf(code string) format {
	code, _, _ = strings.Cut(code, ";")
	var f format
	quoted, bracketed, point := false, false, false
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
			return format{date: !strings.EqualFold(code, "standard")}
		case c == '.':
			point = true
		case point && (c == '0' || c == '#' || c == '?'):
			f.decimals++
		case c == '%':
			f.percent = true
		}
	}
	return f
}
