package read

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/iatilint/iatilint/internal/read/csvread"
	"github.com/iatilint/iatilint/internal/read/docxread"
	"github.com/iatilint/iatilint/internal/read/textread"
	"github.com/iatilint/iatilint/internal/read/xlsxread"
	"github.com/iatilint/iatilint/schema"
)

// Find returns the files that a path names: the file itself, or the submissions
// in a folder and its subfolders, sorted by name. Hidden files and folders are
// skipped, and so are files that do not look like submissions.
func Find(ctx context.Context, path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("could not find %s: %w", path, Reason(err))
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
			return fmt.Errorf("could not look through %s: %w", name, Reason(err))
		case name != path && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return filepath.SkipDir
			}
		case entry.Type().IsRegular() && IsSubmission(name):
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

// HasKnownEnding reports whether a file may be a submission, by its name alone.
func HasKnownEnding(name string) bool { return formatOf(name) != schema.NoFormat }

// formatOf returns the format that a file has by its name.
func formatOf(name string) schema.Format { return endings[strings.ToLower(filepath.Ext(name))] }

// IsSubmission reports, by its name and first bytes, whether a file in a folder is
// one to check. A file that can't be read is: its reader says why.
func IsSubmission(name string) bool {
	format := formatOf(name)
	if format == schema.NoFormat {
		return false
	}
	f, err := os.Open(name)
	if err != nil {
		return true
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return true
	case format == schema.XLSX:
		return xlsxread.Resembles(f, info.Size())
	case format == schema.DOCX:
		return docxread.Resembles(f, info.Size())
	}
	head, _ := readHead(f)
	text := plain(head)
	switch format {
	case schema.CSV:
		return csvread.Resembles(text)
	case schema.JSON, schema.YAML:
		return isSubmissionText(text)
	case schema.XML:
		return bytes.Contains(text, []byte("<iati-activities")) || !bytes.Contains(text, []byte("<")) ||
			html(bytes.TrimSpace(text))
	}
	return bytes.Contains(text, []byte("outcome ")) || bytes.Contains(text, []byte("output ")) || textread.Begins(string(text), nil)
}
