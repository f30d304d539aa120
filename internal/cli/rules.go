package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/docgen"
	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/rules/lint"
)

func rulesCommand() *cli.Command {
	return &cli.Command{
		Name:  "rules",
		Usage: "lists every rule, a line each",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "format", Value: "text", Usage: "text, json or markdown"},
		},
		Action: func(c *cli.Context) error {
			switch format := c.String("format"); format {
			case "json":
				return rulesJSON(c.App.Writer, rules.All())
			case "markdown":
				return docgen.Table(c.App.Writer, rules.All())
			case "text":
				return rulesText(c.App.Writer, rules.All())
			default:
				return fmt.Errorf("--format cannot be %q%s", format, nearest.Hint(format, rulesFormats()))
			}
		},
	}
}

func rulesFormats() []string { return []string{"text", "json", "markdown"} }

func rulesText(w io.Writer, all []*lint.Rule) error {
	width := 0
	for _, r := range all {
		width = max(width, len(r.ID))
	}
	for _, r := range all {
		if _, err := fmt.Fprintf(w, "%-*s  %-7s  %s\n", width, r.ID, r.Severity, r.Title); err != nil {
			return err
		}
	}
	return nil
}

// ruleJSON is a rule as `rules --format json` lists it.
type ruleJSON struct {
	ID       string        `json:"id"`
	Title    string        `json:"title"`
	Severity lint.Severity `json:"severity"`
	Since    string        `json:"since"`
	Aliases  []string      `json:"aliases"`
	Refs     []string      `json:"refs"`
	Doc      string        `json:"doc"`
}

func rulesJSON(w io.Writer, all []*lint.Rule) error {
	list := []ruleJSON{}
	for _, r := range all {
		list = append(list, ruleJSON{
			ID: r.ID, Title: r.Title, Severity: r.Severity, Since: r.Since,
			Aliases: append([]string{}, r.Aliases...), Refs: append([]string{}, r.Refs...),
			Doc: strings.TrimSpace(r.Doc),
		})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(list)
}

func explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "tells why a rule exists, with an example and how to fix it",
		ArgsUsage: "RULE",
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return fmt.Errorf("explain needs the name of one rule; 'iatilint rules' lists them")
			}
			name := c.Args().First()
			rule, ok := rules.ByID(name)
			if !ok {
				return unknownRule(name)
			}
			return docgen.Explain(c.App.Writer, rules.README(), rule)
		},
	}
}

func unknownRule(name string) error {
	var known []string
	for _, r := range rules.All() {
		known = append(known, r.ID)
	}
	return fmt.Errorf("there is no rule %q%s ('iatilint rules' lists them)", name, nearest.Hint(name, known))
}
