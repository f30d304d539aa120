package iati

import (
	"bytes"
	"strings"
)

// isURI: a URI reference of RFC 3986, in which characters that would have to be
// escaped (beyond ASCII, quotes, braces and the like) may stand as they are.
func isURI(b []byte) bool {
	if scheme := uriScheme(b); scheme > 0 && uriRest(b[scheme+1:], true) {
		return true
	}
	return uriRest(b, false)
}

// uriScheme returns the length of a scheme at the start, without its colon; 0 if there is none.
func uriScheme(b []byte) int {
	if len(b) == 0 || !isLetter(b[0]) {
		return 0
	}
	for i, c := range b {
		switch {
		case c == ':':
			return i
		case isLetter(c), isDigit(c), c == '+', c == '-', c == '.':
		default:
			return 0
		}
	}
	return 0
}

// uriRest checks what follows the scheme, or a relative reference.
func uriRest(b []byte, afterScheme bool) bool {
	switch {
	case len(b) >= 2 && b[0] == '/' && b[1] == '/':
		var ok bool
		if b, ok = cutAuthority(b[2:]); !ok {
			return false
		}
		if len(b) > 0 && b[0] != '/' && b[0] != '?' && b[0] != '#' {
			return false
		}
		b = cutURI(b, "/:@")
	case afterScheme || len(b) > 0 && b[0] == '/':
		b = cutURI(b, "/:@")
	default: // the first segment of a relative path has no colon
		b = cutURI(b, "@")
		if len(b) > 0 && b[0] == '/' {
			b = cutURI(b, "/:@")
		}
	}
	if len(b) > 0 && b[0] == '?' {
		b = cutURI(b[1:], "/:@?")
	}
	if len(b) > 0 && b[0] == '#' {
		b = cutURI(b[1:], "/:@?[]")
	}
	return len(b) == 0
}

// cutAuthority takes [userinfo@]host[:port] off the front.
func cutAuthority(b []byte) ([]byte, bool) {
	if rest := cutURI(b, ":"); len(rest) > 0 && rest[0] == '@' {
		b = rest[1:]
	}
	if len(b) > 0 && b[0] == '[' {
		end := bytes.IndexByte(b, ']')
		if end < 0 {
			return nil, false
		}
		b = b[end+1:]
	} else {
		b = cutURI(b, "")
	}
	if len(b) > 0 && b[0] == ':' {
		b = b[1:]
		if len(b) == 0 || !isDigit(b[0]) {
			return nil, false
		}
		port := 0
		for len(b) > 0 && isDigit(b[0]) {
			port = port*10 + int(b[0]-'0')
			if port > 1<<31-1 {
				return nil, false
			}
			b = b[1:]
		}
	}
	return b, true
}

// cutURI takes characters off the front that may stand in a name, and those of extra.
func cutURI(b []byte, extra string) []byte {
	for len(b) > 0 {
		c := b[0]
		if c == '%' {
			if len(b) < 3 || !isHex(b[1]) || !isHex(b[2]) {
				return b
			}
			b = b[3:]
			continue
		}
		if uriClass[c] == 0 && strings.IndexByte(extra, c) < 0 {
			return b
		}
		b = b[1:]
	}
	return b
}

func isHex(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }

// uriClass marks unreserved characters, sub-delimiters, and those that are taken
// for escaped ones.
var uriClass = func() (class [256]byte) {
	for c := range 256 {
		if c <= ' ' || c >= 0x7f || isLetter(byte(c)) || isDigit(byte(c)) {
			class[c] = 1
		}
	}
	for _, c := range []byte("-._~!$&'()*+,;=<>\"{}|\\^`") {
		class[c] = 1
	}
	return class
}()
