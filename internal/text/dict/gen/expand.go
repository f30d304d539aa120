package main

import (
	"slices"
	"strings"
)

// expand calls yield for every word form that the dictionary accepts.
// Forms may be yielded more than once.
func (h *hunspell) expand(yield func(form string)) {
	forbidden := map[string]bool{}
	for _, e := range h.entries {
		if h.has(e.flags, h.forbidden) {
			forbidden[e.word] = true
		}
	}
	out := func(form string) {
		if !forbidden[form] {
			yield(form)
		}
	}
	for _, e := range h.entries {
		if !h.has(e.flags, h.forbidden) && !h.has(e.flags, h.onlyInCompound) {
			h.expandEntry(e, out)
		}
	}
}

func (h *hunspell) has(flags []string, flag string) bool {
	return flag != "" && slices.Contains(flags, flag)
}

// expandEntry follows Hunspell: up to two suffixes (the second named by the
// first one's flags) and one prefix, which the entry or a suffix may name.
func (h *hunspell) expandEntry(e entry, yield func(string)) {
	if !h.has(e.flags, h.needAffix) {
		yield(e.word)
	}
	h.withPrefixes(e.word, e.flags, nil, yield)
	h.withSuffixes(e.word, e.flags, func(first string, a *affix) {
		h.suffixed(first, e.flags, a, yield)
		h.withSuffixes(first, a.flags, func(second string, b *affix) {
			h.suffixed(second, e.flags, b, yield)
		})
	})
}

// suffixed yields a form with the suffix s, alone and with prefixes before it.
func (h *hunspell) suffixed(form string, stemFlags []string, s *affix, yield func(string)) {
	if !h.has(s.flags, h.needAffix) && !h.has(s.flags, h.circumfix) {
		yield(form)
	}
	if !s.cross {
		return
	}
	h.withPrefixes(form, stemFlags, s, yield)
	h.withPrefixes(form, s.flags, s, yield)
}

// withPrefixes yields the form with each prefix that the flags name; s is the
// suffix that the form already carries, if any.
func (h *hunspell) withPrefixes(form string, flags []string, s *affix, yield func(string)) {
	for _, f := range flags {
		for i := range h.prefixes[f] {
			p := &h.prefixes[f][i]
			if s != nil && (!p.cross || h.has(p.flags, h.circumfix) != h.has(s.flags, h.circumfix)) {
				continue
			}
			whole, ok := h.prefix(form, p)
			if !ok {
				continue
			}
			if s != nil || !h.has(p.flags, h.needAffix) && !h.has(p.flags, h.circumfix) {
				yield(whole)
			}
			if s == nil && p.cross {
				h.withSuffixes(whole, p.flags, func(both string, a *affix) {
					if a.cross && !h.has(a.flags, h.needAffix) {
						yield(both)
					}
				})
			}
		}
	}
}

func (h *hunspell) withSuffixes(word string, flags []string, yield func(string, *affix)) {
	var letters []rune
	for _, f := range flags {
		for i := range h.suffixes[f] {
			a := &h.suffixes[f][i]
			if !strings.HasSuffix(word, a.strip) || !h.fullStrip && word == a.strip {
				continue
			}
			if letters == nil {
				letters = []rune(word)
			}
			if a.condition.matchesEnd(letters) {
				yield(word[:len(word)-len(a.strip)]+a.add, a)
			}
		}
	}
}

func (h *hunspell) prefix(word string, p *affix) (string, bool) {
	if !strings.HasPrefix(word, p.strip) || !h.fullStrip && word == p.strip ||
		!p.condition.matchesStart([]rune(word)) {
		return "", false
	}
	return p.add + word[len(p.strip):], true
}
