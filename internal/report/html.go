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

// The parts of the pages.
var (
	//go:embed html/*.html
	htmlTemplates embed.FS
	//go:embed html/style.css
	htmlStyle string
	//go:embed html/changes.css
	htmlChangesStyle string
	//go:embed html/script.js
	htmlScript string
)

// htmlPolicy begins the security policy of the pages.
const htmlPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "

// HTML writes the report as one page that needs nothing else: no network, no
// server, and no script for reading it, only for filtering.
func HTML(w io.Writer, d *Data, _ Style) error {
	page, err := template.ParseFS(htmlTemplates, "html/page.html")
	if err != nil {
		return unwritten("HTML", err)
	}
	out := bufio.NewWriter(w)
	view, err := newHTMLPage(d)
	if err != nil {
		return unwritten("HTML", err)
	}
	view.Style = template.CSS(htmlStyle)  //nolint:gosec // our own file, nothing from the data
	view.Script = template.JS(htmlScript) //nolint:gosec // our own file, nothing from the data
	view.Policy = htmlPolicy + digest(htmlStyle) + "; script-src " + digest(htmlScript)
	err = page.Execute(out, view)
	return unwritten("HTML", cmp.Or(err, view.err, out.Flush()))
}

// digest returns the hash of an inline style or script for the page's security
// policy, which keeps any other from having effect.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
