package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// hunspell is a dictionary as its .aff and .dic files describe it.
type hunspell struct {
	flags          flagSyntax
	suffixes       map[string][]affix
	prefixes       map[string][]affix
	needAffix      string
	forbidden      string
	onlyInCompound string
	circumfix      string
	fullStrip      bool
	entries        []entry
}

// entry is one line of the .dic file.
type entry struct {
	word  string
	flags []string
}

// affix is one line of a PFX or SFX table.
type affix struct {
	strip, add string
	condition  condition
	flags      []string // what may be added to the result, and NEEDAFFIX, CIRCUMFIX
	cross      bool     // combines with affixes of the other side
}

// flagSyntax says how a run of flags is cut into single ones.
type flagSyntax int

const (
	oneByte flagSyntax = iota
	oneRune
	twoBytes
	numbers
)

func (s flagSyntax) split(run string) []string {
	var flags []string
	switch s {
	case numbers:
		return strings.Split(run, ",")
	case twoBytes:
		for ; len(run) >= 2; run = run[2:] {
			flags = append(flags, run[:2])
		}
	case oneRune:
		for _, r := range run {
			flags = append(flags, string(r))
		}
	default:
		for i := range len(run) {
			flags = append(flags, run[i:i+1])
		}
	}
	return flags
}

func parseHunspell(aff, dic io.Reader) (*hunspell, error) {
	h := &hunspell{suffixes: map[string][]affix{}, prefixes: map[string][]affix{}}
	if err := h.parseAff(aff); err != nil {
		return nil, fmt.Errorf("could not read the affix file: %w", err)
	}
	if err := h.parseDic(dic); err != nil {
		return nil, fmt.Errorf("could not read the word file: %w", err)
	}
	return h, nil
}

func (h *hunspell) parseAff(r io.Reader) error {
	type table struct {
		cross bool
		left  int
	}
	open := map[string]*table{}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		field := strings.Fields(lines.Text())
		if len(field) == 0 {
			continue
		}
		if field[0] == "FULLSTRIP" {
			h.fullStrip = true
		}
		if len(field) < 2 {
			continue
		}
		switch field[0] {
		case "SET":
			if field[1] != "UTF-8" {
				return fmt.Errorf("encoding %s is not supported", field[1])
			}
		case "FLAG":
			syntax, ok := map[string]flagSyntax{"UTF-8": oneRune, "long": twoBytes, "num": numbers}[field[1]]
			if !ok {
				return fmt.Errorf("flag syntax %q is not supported", field[1])
			}
			h.flags = syntax
		case "AF", "COMPLEXPREFIXES":
			return fmt.Errorf("%s is not supported", field[0])
		case "NEEDAFFIX", "PSEUDOROOT":
			h.needAffix = field[1]
		case "FORBIDDENWORD":
			h.forbidden = field[1]
		case "ONLYINCOMPOUND":
			h.onlyInCompound = field[1]
		case "CIRCUMFIX":
			h.circumfix = field[1]
		case "PFX", "SFX":
			key := field[0] + field[1]
			t := open[key]
			if t == nil || t.left == 0 {
				if len(field) < 4 {
					return fmt.Errorf("table head %q is too short", lines.Text())
				}
				n, err := strconv.Atoi(field[3])
				if err != nil {
					return fmt.Errorf("table head %q: %w", lines.Text(), err)
				}
				open[key] = &table{cross: field[2] == "Y", left: n}
				continue
			}
			t.left--
			a, err := h.parseAffix(field, t.cross)
			if err != nil {
				return err
			}
			side := h.suffixes
			if field[0] == "PFX" {
				side = h.prefixes
			}
			side[field[1]] = append(side[field[1]], a)
		}
	}
	return lines.Err()
}

func (h *hunspell) parseAffix(field []string, cross bool) (affix, error) {
	if len(field) < 4 {
		return affix{}, fmt.Errorf("affix line %q is too short", strings.Join(field, " "))
	}
	a := affix{cross: cross, strip: field[2]}
	if a.strip == "0" {
		a.strip = ""
	}
	add, flags, found := strings.Cut(field[3], "/")
	if found {
		a.flags = h.flags.split(flags)
	}
	if add != "0" {
		a.add = add
	}
	if len(field) > 4 {
		a.condition = parseCondition(field[4])
	}
	return a, nil
}

func (h *hunspell) parseDic(r io.Reader) error {
	lines := bufio.NewScanner(r)
	lines.Scan() // the count of entries, often wrong
	for lines.Scan() {
		line, _, _ := strings.Cut(lines.Text(), "\t")
		// Morphological fields may also follow a blank: "word/FLAGS po:noun".
		if i := strings.Index(line, " "); i >= 0 && strings.Contains(line[i:], ":") {
			line = line[:i]
		}
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		word, flags, found := cutFlags(line)
		e := entry{word: word}
		if found {
			e.flags = h.flags.split(flags)
		}
		h.entries = append(h.entries, e)
	}
	return lines.Err()
}

// cutFlags splits at the first slash that is neither escaped nor the first byte.
func cutFlags(line string) (word, flags string, found bool) {
	for i := 1; i < len(line); i++ {
		if line[i] == '/' && line[i-1] != '\\' {
			return strings.ReplaceAll(line[:i], `\/`, "/"), line[i+1:], true
		}
	}
	return strings.ReplaceAll(line, `\/`, "/"), "", false
}

// condition is the pattern that a word's end (or start) must match: one set of
// letters for each place.
type condition []letters

type letters struct {
	set     string
	negated bool
}

func parseCondition(pattern string) condition {
	if pattern == "." {
		return nil
	}
	var c condition
	for pattern != "" {
		if pattern[0] == '[' {
			if end := strings.IndexByte(pattern, ']'); end > 0 {
				set, negated := strings.CutPrefix(pattern[1:end], "^")
				c = append(c, letters{set, negated})
				pattern = pattern[end+1:]
				continue
			}
		}
		r := []rune(pattern)[0]
		set := string(r)
		if r == '.' {
			c = append(c, letters{"", true})
		} else {
			c = append(c, letters{set, false})
		}
		pattern = pattern[len(set):]
	}
	return c
}

func (c condition) matchesEnd(word []rune) bool {
	return len(word) >= len(c) && c.matches(word[len(word)-len(c):])
}

func (c condition) matchesStart(word []rune) bool {
	return len(word) >= len(c) && c.matches(word[:len(c)])
}

func (c condition) matches(part []rune) bool {
	for i, l := range c {
		if strings.ContainsRune(l.set, part[i]) == l.negated {
			return false
		}
	}
	return true
}
