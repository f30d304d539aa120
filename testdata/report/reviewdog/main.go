// Command reviewdog reads a report as reviewdog does and prints what it makes
// of it, as JSON: go run . checkstyle|sarif|rdjson < report
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/reviewdog/reviewdog/parser"
)

func main() {
	p, err := parser.New(&parser.Option{FormatName: os.Args[1]})
	if err == nil {
		diagnostics, parseErr := p.Parse(os.Stdin)
		if err = parseErr; err == nil {
			err = json.NewEncoder(os.Stdout).Encode(diagnostics)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
