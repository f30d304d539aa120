// Command iatilint checks IATI results submissions before they are published.
package main

import (
	"os"

	"github.com/iatilint/iatilint/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args, os.Stdin, os.Stdout, os.Stderr))
}
