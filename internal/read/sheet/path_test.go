package sheet

import "testing"

// What is no path is an error, whatever a header or a value looks like.
func TestNoPath(t *testing.T) {
	for _, text := range []string{"", "/", "172/200", "31.12.2022", "3", "nothing", "result/nothing", "iati-identifier/more"} {
		if path, err := ParsePath(text); err == nil {
			t.Errorf("%q is the path %v", text, path)
		}
	}
}
