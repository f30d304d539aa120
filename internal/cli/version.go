package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"
)

// release is the version in development; a build from a tag carries its own.
const release = "0.1.0"

func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return release
}

func versionCommand() *cli.Command {
	return &cli.Command{
		Name:  "version",
		Usage: "prints the version and how it was built",
		Action: func(c *cli.Context) error {
			_, err := fmt.Fprintf(c.App.Writer, "iatilint %s (%s, %s/%s)\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
