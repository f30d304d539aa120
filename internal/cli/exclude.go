package cli

import "os"

// kept is the files of a path but for those that the configuration excludes:
// what is named is checked all the same, unless --force-exclude says otherwise.
func (s *settings) kept(path string, files []string) []string {
	info, err := os.Stat(path)
	found := err == nil && info.IsDir()
	if !found && !s.read.forceExclude {
		return files
	}
	var kept []string
	for _, file := range files {
		if !s.config.Excluded(file, found) {
			kept = append(kept, file)
		}
	}
	return kept
}
