package xmltoken

import "bytes"

// need reads until the window holds n bytes or the stream ends.
func (sp *Splitter) need(kind PieceKind, n int) error {
	for sp.to-sp.from < n {
		if more, err := sp.grow(kind); !more {
			return err
		}
	}
	return nil
}

// find returns the offset of c in the window from p on, or -1 if the stream
// ends before it.
func (sp *Splitter) find(kind PieceKind, p int, c byte) (int, error) {
	for {
		window := sp.window()
		if i := bytes.IndexByte(window[p:], c); i >= 0 {
			return p + i, nil
		}
		p = len(window)
		if more, err := sp.grow(kind); !more {
			return -1, err
		}
	}
}

// behind returns the offset behind the next mark in the window from p on, or
// -1 if the stream ends before it.
func (sp *Splitter) behind(kind PieceKind, p int, mark string) (int, error) {
	m := []byte(mark)
	for {
		if err := sp.need(kind, p); err != nil {
			return 0, err
		}
		window := sp.window()
		if p > len(window) {
			return -1, nil
		}
		if i := bytes.Index(window[p:], m); i >= 0 {
			return p + i + len(m), nil
		}
		p = max(p, len(window)-len(m)+1)
		if more, err := sp.grow(kind); !more {
			return -1, err
		}
	}
}

// skipSpecial skips the comment, CDATA section or processing instruction
// that begins at p. A negative end says that the stream ends inside it, fault
// that it is none of these.
func (sp *Splitter) skipSpecial(kind PieceKind, p int) (end int, fault bool, err error) {
	if err := sp.need(kind, p+lookahead); err != nil {
		return 0, false, err
	}
	rest := sp.window()[p:]
	switch {
	case bytes.HasPrefix(rest, []byte("<!--")):
		end, err = sp.behind(kind, p+len("<!--"), "-->")
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		end, err = sp.behind(kind, p+len("<![CDATA["), "]]>")
	case bytes.HasPrefix(rest, []byte("<?")):
		end, err = sp.behind(kind, p+len("<?"), "?>")
	default:
		return p + min(lookahead, len(rest)), true, nil
	}
	return end, false, err
}

// misc measures the text before the next child or the root's end tag.
func (sp *Splitter) misc() (n int, fault bool, err error) {
	p := 0
	for {
		lt, err := sp.find(MiscPiece, p, '<')
		if err != nil {
			return 0, false, err
		}
		if lt < 0 {
			return sp.to - sp.from, false, nil
		}
		p = lt
		if err := sp.need(MiscPiece, p+2); err != nil {
			return 0, false, err
		}
		window := sp.window()
		if p+1 == len(window) {
			return p + 1, true, nil
		}
		switch c := window[p+1]; {
		case c == '/' || isNameByte(c):
			return p, false, nil
		case p > maxMisc:
			return p, false, nil
		default:
			end, fault, err := sp.skipSpecial(MiscPiece, p)
			if err != nil {
				return 0, false, err
			}
			if fault {
				return end, true, nil
			}
			if end < 0 {
				return sp.to - sp.from, true, nil
			}
			p = end
		}
	}
}

// isNameByte reports whether the byte may be part of a name; what is no name in
// truth, the child's Scanner refuses.
func isNameByte(c byte) bool { return class[c]&className != 0 || c == ':' || c >= 0x80 }

// startsName reports whether the tag at window[p:] has this name.
func startsName(window []byte, p int, name []byte) bool {
	end := p + len(name)
	return end < len(window) && window[p] == name[0] && bytes.Equal(window[p:end], name) && !isNameByte(window[end])
}

// child cuts out the element that the window begins with. The cut is at its
// end tag if the document is well-formed; if not, then behind the fault at the
// latest where that fault is an end tag of the root or '<' in a tag.
func (sp *Splitter) child() (Piece, error) {
	const kind = ForeignPiece
	nameEnd := 1
	for {
		window := sp.window()
		for nameEnd < len(window) && isNameByte(window[nameEnd]) {
			nameEnd++
		}
		if nameEnd < len(window) {
			break
		}
		if more, err := sp.grow(kind); err != nil {
			return Piece{}, err
		} else if !more {
			return sp.cutFaulty(kind, len(window)), nil
		}
	}
	sp.name = append(sp.name[:0], sp.window()[1:nameEnd]...)
	as := kind
	if string(sp.name) == sp.opts.Child {
		as = ChildPiece
	}
	n, fault, err := sp.element(nameEnd)
	if err != nil {
		return Piece{}, err
	}
	if n < 0 {
		n, fault = sp.to-sp.from, true
	}
	if fault {
		return sp.cutFaulty(as, n), nil
	}
	return sp.cut(as, n), nil
}

// element measures the child whose name ends at p. A negative end says that
// the stream ends inside it.
func (sp *Splitter) element(p int) (end int, fault bool, err error) {
	const kind = ForeignPiece
	end, empty, fault, err := sp.tag(p)
	if err != nil || fault || empty || end < 0 {
		return end, fault, err
	}
	name, root := sp.name, sp.ctx.root.qname
	if bytes.Equal(name, root) {
		root = nil
	}
	need := max(len(name), len(root), lookahead) + len("</") + 1
	depth, rootDepth := 1, 0
	p = end
	window := sp.window()
	for {
		lt := bytes.IndexByte(window[p:], '<')
		if lt < 0 || p+lt+need > len(window) {
			if lt < 0 {
				p = len(window)
			} else {
				p += lt
			}
			if !sp.atEOF() {
				if _, err := sp.grow(kind); err != nil {
					return 0, false, err
				}
				window = sp.window()
				continue
			}
			if lt < 0 || p+1 >= len(window) {
				return -1, true, nil
			}
			lt = 0
		}
		p += lt
		switch window[p+1] {
		case '/':
			closes := startsName(window, p+2, name)
			closesRoot := !closes && len(root) > 0 && startsName(window, p+2, root)
			if !closes && !closesRoot {
				p += 2
				continue
			}
			end, _, fault, err := sp.tag(p + 2)
			if err != nil || fault || end < 0 {
				return end, fault, err
			}
			if closesRoot {
				if rootDepth == 0 {
					return end, true, nil
				}
				rootDepth--
			} else if depth--; depth == 0 {
				return end, false, nil
			}
			p, window = end, sp.window()
		case '!', '?':
			end, fault, err := sp.skipSpecial(kind, p)
			if err != nil || fault || end < 0 {
				return end, fault, err
			}
			p, window = end, sp.window()
		default:
			opens := startsName(window, p+1, name)
			if !opens && (len(root) == 0 || !startsName(window, p+1, root)) {
				p++
				continue
			}
			end, empty, fault, err := sp.tag(p + 1)
			if err != nil || fault || end < 0 {
				return end, fault, err
			}
			if !empty && opens {
				depth++
			} else if !empty {
				rootDepth++
			}
			p, window = end, sp.window()
		}
	}
}

// tag returns the offset behind the '>' of a tag from p on and whether it is
// an empty-element tag. A '<' inside it is a fault, in quotes or not.
func (sp *Splitter) tag(p int) (end int, empty, fault bool, err error) {
	quote := byte(0)
	for {
		window := sp.window()
		for ; p < len(window); p++ {
			switch c := window[p]; {
			case c == '<':
				return p + 1, false, true, nil
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '"' || c == '\'':
				quote = c
			case c == '>':
				return p + 1, window[p-1] == '/', false, nil
			}
		}
		if more, err := sp.grow(ForeignPiece); !more {
			return -1, false, true, err
		}
	}
}
