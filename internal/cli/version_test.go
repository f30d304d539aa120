package cli

import (
	"runtime/debug"
	"strings"
	"testing"
)

func TestRevision(t *testing.T) {
	for _, c := range []struct {
		settings []debug.BuildSetting
		want     string
	}{
		{nil, ""},
		{[]debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef"}}, "commit 0123456789ab"},
		{[]debug.BuildSetting{{Key: "vcs.revision", Value: "01"}, {Key: "vcs.time", Value: "2026-11-25T10:00:00Z"}, {Key: "vcs.modified", Value: "true"}},
			"commit 01 of 2026-11-25, changed since"},
	} {
		if got := strings.Join(revision(c.settings), ""); got != c.want {
			t.Errorf("%v is told of as %q, want %q", c.settings, got, c.want)
		}
	}
}
