package read

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Find lists the files that a path names: the file itself, or the submissions
// in a folder and its subfolders, in order of their names. Hidden files and
// folders are passed over, and so is what shows no sign of a submission.
func Find(ctx context.Context, path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("could not find %s: %w", path, reason(err))
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	var files []string
	err = filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return fmt.Errorf("could not look through %s: %w", name, context.Cause(ctx))
		case err != nil:
			return fmt.Errorf("could not look through %s: %w", name, reason(err))
		case name != path && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return filepath.SkipDir
			}
		case entry.Type().IsRegular() && submission(name):
			files = append(files, name)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("there is no submission in %s: no IATI XML, no JSON, YAML or table of results, and no text with a line \"outcome <identifier>\"", path)
	}
	return files, nil
}

// submission tells by its name and first bytes whether a file in a folder is
// one to check. A file that can't be read is: its reader says why.
func submission(name string) bool {
	byName := endings[strings.ToLower(filepath.Ext(name))]
	if byName == schema.CSV || byName == schema.XLSX {
		return table(name, byName)
	}
	if byName == schema.DOCX {
		return report(name)
	}
	if byName == schema.NoFormat {
		return false
	}
	f, err := os.Open(name)
	if err != nil {
		return true
	}
	defer f.Close()
	head := make([]byte, headSize)
	n, _ := io.ReadFull(f, head)
	text := plain(head[:n])
	switch byName {
	case schema.JSON, schema.YAML:
		return shaped(text)
	case schema.XML:
		return bytes.Contains(text, []byte("<iati-activities")) || !bytes.Contains(text, []byte("<")) ||
			html(bytes.TrimSpace(text))
	}
	return bytes.Contains(text, []byte("outcome ")) || bytes.Contains(text, []byte("output "))
}
