package read

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/iatilint/iatilint/internal/read/csvread"
	"github.com/iatilint/iatilint/internal/read/docxread"
	"github.com/iatilint/iatilint/internal/read/xlsxread"
	"github.com/iatilint/iatilint/schema"
)

// Files are the files of a folder that concern results.
type Files struct {
	Submissions []string
	Compressed  []string // each a single file, which may be a submission
	// Unread are of kinds in which reports are written but which are not read:
	// whether they are submissions is for their author to say.
	Unread []string
}

// Find returns the files that a path names: the file itself, or those in a folder and
// its subfolders, sorted by name. Hidden files and folders are skipped, and so are
// files that do not look like submissions. It is an error if there is no submission.
func Find(ctx context.Context, path string) (Files, error) {
	var found Files
	info, err := os.Stat(path)
	if err != nil {
		return found, fmt.Errorf("could not find %s: %w", path, Reason(err))
	}
	if !info.IsDir() {
		return Files{Submissions: []string{path}}, nil
	}
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
		case entry.Type().IsRegular():
			found.add(name)
		}
		return nil
	})
	if err == nil && len(found.Submissions)+len(found.Compressed) == 0 {
		err = found.none(path)
	}
	return found, err
}

func (f *Files) add(name string) {
	switch {
	case IsSubmission(name):
		f.Submissions = append(f.Submissions, name)
	case isCompressed(name):
		f.Compressed = append(f.Compressed, name)
	case IsUnread(name):
		f.Unread = append(f.Unread, name)
	}
}

// none returns the error of a folder without a submission.
func (f *Files) none(path string) error {
	text := fmt.Sprintf("there is no submission in %s: no IATI XML, no JSON, YAML or table of results, and no text with a line \"outcome <identifier>\"", path)
	for i, name := range f.Unread {
		if i == maxNamed {
			text += fmt.Sprintf("; and %d more", len(f.Unread)-i)
			break
		}
		head, err := headOf(name)
		if kind := foreignKind(head, name); err == nil {
			text += fmt.Sprintf("; %s is %s, and was not read: %s", filepath.ToSlash(name), kind.what, cmp.Or(kind.advice, foreignAdvice))
		}
	}
	return errors.New(text)
}

// maxNamed is how many files that are not read an error names.
const maxNamed = 5

// IsUnread reports, by its name and first bytes, whether a file in a folder may be a
// report of a kind that is not read. The lock files of office programs are none.
func IsUnread(name string) bool {
	base := filepath.Base(name)
	if _, known := byEnding(base); !known && formatOf(base) != schema.JSON || strings.HasPrefix(base, "~$") {
		return false
	}
	head, err := headOf(name)
	return err == nil && foreignKind(head, name).what != "" && !ownReport(head)
}

// foreignKind returns the kind of a file that is not read: by its content, or by its
// name where that says more; an empty one where it is read.
func foreignKind(head []byte, name string) foreign {
	c := sniff(head, name)
	if kind, ok := byEnding(name); ok && !c.empty && (kind == archiveFile || c.foreign.what == "" || c.foreign == binary) {
		return kind
	}
	return c.foreign
}

func headOf(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readHead(f)
}

// Concerns reports, by its name and first bytes, whether a file in a folder concerns
// results: a submission, or a report of a kind that is not read.
func Concerns(name string) bool { return IsSubmission(name) || IsUnread(name) }

// HasReportEnding reports whether a file may be a report, read or not, by its name
// alone.
func HasReportEnding(name string) bool {
	_, unread := byEnding(name)
	return unread || HasKnownEnding(name)
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
	return bytes.Contains(text, []byte("outcome ")) || bytes.Contains(text, []byte("output "))
}
