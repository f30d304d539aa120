package spell

import (
	"strings"
	"unicode"
)

// masked reports whether a word is part of something that is no prose: a web or
// e-mail address, a path or file name, a hashtag, a placeholder, an identifier.
// It looks at the run of text without blanks around the word.
func masked(text string, start, end int) bool {
	from := len(strings.TrimRightFunc(text[:start], notSpace))
	to := len(text) - len(strings.TrimLeftFunc(text[end:], notSpace))
	run := strings.TrimRight(text[from:to], "=;:,.")
	switch {
	case strings.ContainsAny(run, "@_\\<>{}=&|~^\ufffd"), strings.Contains(run, "://"), strings.HasPrefix(run, "www."), strings.Contains(run, ".www."),
		start > from && strings.ContainsAny(text[start-1:start], "#@$%&"),
		isMediaType(run),
		strings.Count(run, "/") > 1 && strings.ContainsAny(run, ".?"):
		return true
	}
	return isFileName(text, end) || strings.HasSuffix(text[from:start], "&") || strings.ContainsAny(text[end:min(len(text), end+1)], "@\\_")
}

func notSpace(r rune) bool { return !unicode.IsSpace(r) }

// isMediaType reports whether a run of text is a media type: application/pdf.
func isMediaType(run string) bool {
	kind, rest, ok := strings.Cut(strings.TrimLeft(run, "(\"'"), "/")
	return ok && rest != "" && mediaTypes[kind]
}

var mediaTypes = map[string]bool{"application": true, "audio": true, "chemical": true, "font": true, "image": true, "message": true,
	"model": true, "multipart": true, "text": true, "video": true}

// isFileName reports whether a file or domain ending follows the word.
func isFileName(text string, end int) bool {
	rest, ok := strings.CutPrefix(text[end:], ".")
	if !ok {
		return false
	}
	n := 0
	for n < len(rest) && ('a' <= rest[n]|0x20 && rest[n]|0x20 <= 'z' || '0' <= rest[n] && rest[n] <= '9') {
		n++
	}
	return fileEndings[strings.ToLower(rest[:n])]
}

var fileEndings = map[string]bool{"pdf": true, "doc": true, "docx": true, "xls": true, "xlsx": true, "xml": true, "json": true,
	"csv": true, "ppt": true, "pptx": true, "jpg": true, "jpeg": true, "png": true, "zip": true, "txt": true, "htm": true,
	"html": true, "php": true, "asp": true, "aspx": true, "org": true, "com": true, "net": true, "int": true, "gov": true,
	"edu": true, "info": true, "fr": true, "uk": true, "br": true, "es": true, "nl": true}
