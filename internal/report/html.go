package report

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
)

//go:embed html
var htmlFiles embed.FS

// HTML writes the report as one page that needs nothing else: no network, no
// server, and no script for reading it, only for filtering.
func HTML(w io.Writer, d *Data, _ Style) error {
	page, err := template.ParseFS(htmlFiles, "html/page.html")
	if err != nil {
		return unwritten("HTML", err)
	}
	style, err := htmlFiles.ReadFile("html/style.css")
	if err != nil {
		return unwritten("HTML", err)
	}
	script, err := htmlFiles.ReadFile("html/script.js")
	if err != nil {
		return unwritten("HTML", err)
	}
	out := bufio.NewWriter(w)
	view, err := newHTMLPage(d)
	if err != nil {
		return unwritten("HTML", err)
	}
	view.Style = template.CSS(style)  //nolint:gosec // our own file, nothing from the data
	view.Script = template.JS(script) //nolint:gosec // our own file, nothing from the data
	view.Policy = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + digest(style) + "; script-src " + digest(script)
	err = page.Execute(out, view)
	return unwritten("HTML", cmp.Or(err, view.err, out.Flush()))
}

// digest names an inline style or script in the page's security policy, which
// keeps any other from having effect.
func digest(text []byte) string {
	sum := sha256.Sum256(text)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
