package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

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
			about := []string{runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH}
			if info, ok := debug.ReadBuildInfo(); ok {
				about = append(revision(info.Settings), about...)
			}
			_, err := fmt.Fprintf(c.App.Writer, "iatilint %s (%s)\n", version(), strings.Join(about, ", "))
			return err
		},
	}
}

// revision names the commit that the program was built from, if that is known.
func revision(settings []debug.BuildSetting) []string {
	known := map[string]string{}
	for _, s := range settings {
		known[s.Key] = s.Value
	}
	commit := known["vcs.revision"]
	if commit == "" {
		return nil
	}
	about := "commit " + commit[:min(len(commit), 12)]
	if day, _, ok := strings.Cut(known["vcs.time"], "T"); ok {
		about += " of " + day
	}
	if known["vcs.modified"] == "true" {
		about += ", changed since"
	}
	return []string{about}
}
