package cli

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/schema"
)

func schemaCommand() *cli.Command {
	return &cli.Command{
		Name:      "schema",
		Usage:     "prints the JSON Schema of a document: " + strings.Join(schema.DocumentNames(), ", "),
		ArgsUsage: "DOCUMENT",
		Action: func(c *cli.Context) error {
			name := c.Args().First()
			text, ok := schema.DocumentSchema(name)
			if !ok {
				return fmt.Errorf("there is no schema %q%s", name, nearest.Hint(name, schema.DocumentNames()))
			}
			_, err := c.App.Writer.Write(text)
			return err
		},
	}
}
