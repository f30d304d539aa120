package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"golang.org/x/net/html"

	"github.com/iatilint/iatilint/internal/xmltoken"
	"github.com/iatilint/iatilint/schema"
)

// ReadBack reads a report with a reader of its kind, and tells what is not as
// the format has it and what of the data acts there instead of being text.
func ReadBack(format, text string) error {
	if !utf8.ValidString(text) {
		return errors.New("not UTF-8")
	}
	for i, line := range strings.Split(text, "\n") {
		if i == 0 && format == "csv" {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if at := strings.IndexFunc(strings.TrimSuffix(line, "\r"), acts); at >= 0 {
			return fmt.Errorf("line %d holds a character that acts: %q", i+1, line[max(0, at-40):min(len(line), at+20)])
		}
	}
	if read := readers[format]; read != nil {
		return read(text)
	}
	return nil
}

// acts tells characters that do something to a terminal or to the order of
// others; a tab is one only in data.
func acts(r rune) bool {
	return unicode.IsControl(r) && r != '\t' || unicode.Is(unicode.Bidi_Control, r) || r == '\ufeff' || r == '\u2028' || r == '\u2029'
}

// readers read the formats that machines read, and look for what acts in those
// that people do.
var readers = map[string]func(string) error{
	"text":       noCommands,
	"github":     noCommands,
	"json":       likeItsSchema,
	"jsonl":      jsonLines,
	"sarif":      encodedURIs,
	"rdjson":     func(text string) error { return json.Unmarshal([]byte(text), new(map[string]any)) },
	"junit":      wellFormedXML,
	"checkstyle": wellFormedXML,
	"csv":        noFormulas,
	"html":       noForeignMarkup,
	"markdown":   noMarkdown,
	"summary":    noMarkdown,
}

var reportSchema = sync.OnceValue(func() *jsonschema.Schema {
	text, _ := schema.DocumentSchema("report")
	compiler := jsonschema.NewCompiler()
	compiler.Draft = jsonschema.Draft2020
	compiler.AssertFormat = true
	if err := compiler.AddResource("report.schema.json", bytes.NewReader(text)); err != nil {
		panic(err)
	}
	return compiler.MustCompile("report.schema.json")
})

// likeItsSchema reads the report as JSON of the schema that we publish.
func likeItsSchema(text string) error {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var document map[string]any
	if err := decoder.Decode(&document); err != nil {
		return err
	}
	if _, isReport := document["violations"]; !isReport {
		return nil // of iatilint diff
	}
	return reportSchema().Validate(document)
}

func jsonLines(text string) error {
	for line := range strings.Lines(text) {
		if err := json.Unmarshal([]byte(line), new(map[string]any)); err != nil {
			return err
		}
	}
	return nil
}

func wellFormedXML(text string) error {
	s := xmltoken.NewDocument([]byte(text))
	for {
		if kind, err := s.Next(); err != nil || kind == xmltoken.EOF {
			return err
		}
	}
}

var ourCommand = regexp.MustCompile(`^::(error|warning|notice) file=`)

// noCommands finds workflow commands that the data would give.
func noCommands(text string) error {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.Contains(line, "##[") || strings.HasPrefix(line, "::") && !ourCommand.MatchString(line) {
			return fmt.Errorf("a command: %q", line)
		}
	}
	return nil
}

func noFormulas(text string) error {
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	for _, row := range rows {
		for _, cell := range row {
			if start := strings.TrimLeftFunc(cell, unicode.IsSpace); start != "" && strings.ContainsAny(start[:1], "=+-@") || strings.HasPrefix(start, "\uff1d") {
				return fmt.Errorf("a formula: %q", cell)
			}
		}
	}
	return err
}

// noForeignMarkup parses the page as a browser does: it has no element and no
// attribute that its templates lack, and no address but ours.
func noForeignMarkup(text string) error {
	ours := pageParts()
	scripts := 0
	tokens := html.NewTokenizer(strings.NewReader(text))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			if scripts > 1 {
				return fmt.Errorf("%d scripts", scripts)
			}
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			token := tokens.Token()
			if !ours["<"+token.Data] {
				return fmt.Errorf("an element of the data: %s", token)
			}
			if token.Data == "script" {
				scripts++
			}
			for _, a := range token.Attr {
				if !ours[a.Key] || strings.HasPrefix(a.Key, "on") {
					return fmt.Errorf("an attribute of the data: %s", token)
				}
				if (a.Key == "href" || a.Key == "src") && !strings.HasPrefix(a.Val, "#") && !strings.HasPrefix(a.Val, "https://github.com/iatilint/iatilint") {
					return fmt.Errorf("an address of the data: %s", token)
				}
			}
		}
	}
}

// pageParts are the elements ("<p") and attributes that our pages consist of.
var pageParts = sync.OnceValue(func() map[string]bool {
	ours := map[string]bool{}
	names, err := filepath.Glob("../report/html/*.html")
	if err != nil || len(names) == 0 {
		panic("there are no templates")
	}
	word := regexp.MustCompile(`<[a-z][a-z0-9]*|[a-z-]+[= >{]`)
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			panic(err)
		}
		for _, w := range word.FindAllString(strings.ToLower(string(text)), -1) {
			ours[strings.TrimRight(w, "= >{")] = true
		}
	}
	return ours
})

var activeMarkdown = regexp.MustCompile(`(^|[^\\\x60])(<[a-zA-Z/!]|\]\((javascript|http://evil)|!\[x)`)

func noMarkdown(text string) error {
	for line := range strings.Lines(text) {
		if found := activeMarkdown.FindString(codeSpans.ReplaceAllString(strings.ReplaceAll(line, "<!-- -->", ""), "")); found != "" {
			return fmt.Errorf("mark-up of the data, %q: %q", found, line)
		}
	}
	return nil
}

var codeSpans = regexp.MustCompile("`+[^`]*`+")

// encodedURIs reads every address of a SARIF log.
func encodedURIs(text string) error {
	var document any
	if err := json.Unmarshal([]byte(text), &document); err != nil {
		return err
	}
	var walk func(any) error
	walk = func(v any) error {
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				if err := walk(item); err != nil {
					return err
				}
			}
		case map[string]any:
			for key, value := range v {
				uri, isText := value.(string)
				if key == "uri" && isText {
					if _, err := url.Parse(uri); err != nil || strings.ContainsFunc(uri, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`<>"|\^{}`+"`", r) }) {
						return fmt.Errorf("not an address: %q", uri)
					}
				}
				if err := walk(value); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return walk(document)
}
