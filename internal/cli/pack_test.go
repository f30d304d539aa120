package cli_test

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"io"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// pack makes an archive of a folder: pack earlier.tar.gz folder.
func pack(ts *testscript.TestScript, _ bool, args []string) {
	out, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer out.Close()
	folder := os.DirFS(ts.MkAbs(args[1]))
	var w io.Writer = out
	if strings.HasSuffix(args[0], "gz") {
		z := gzip.NewWriter(out)
		defer z.Close()
		w = z
	}
	if strings.HasSuffix(args[0], ".zip") {
		a := zip.NewWriter(w)
		ts.Check(a.AddFS(folder))
		ts.Check(a.Close())
		return
	}
	a := tar.NewWriter(w)
	ts.Check(a.AddFS(folder))
	ts.Check(a.Close())
}
