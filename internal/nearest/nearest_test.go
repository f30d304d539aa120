package nearest

import "testing"

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "", 1}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"delected", "deleted", 1},
		{"organisé", "organise", 1}, {"kitten", "sitting", 3}, {"removde", "removed", 1}, {"x", "deleted", 7}, {"dleetd", "deleted", 2},
	} {
		if got := Distance([]rune(c.a), []rune(c.b), 9); got != c.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
		if got := Distance([]rune(c.a), []rune(c.b), 1); min(got, 2) != min(c.want, 2) {
			t.Errorf("Distance(%q, %q) = %d within 1, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestHint(t *testing.T) {
	known := []string{"json", "text"}
	for mistyped, want := range map[string]string{
		"jsno":   `; did you mean "json"?`,
		"TEXT":   `; did you mean "text"?`,
		"docbok": `; there is json and text`,
	} {
		if got := Hint(mistyped, known); got != want {
			t.Errorf("Hint(%q) = %q, want %q", mistyped, got, want)
		}
	}
}
