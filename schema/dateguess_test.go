package schema_test

import (
	"fmt"
	"testing"

	"github.com/iatilint/iatilint/schema"
)

func TestDateReadings(t *testing.T) {
	for in, want := range map[string]string{
		"31/12/2024":          "[2024-12-31]",
		"03/04/2024":          "[2024-04-03 2024-03-04]",
		"04/04/2024":          "[2024-04-04]",
		"31.12.2024":          "[2024-12-31]",
		"20241231":            "[2024-12-31]",
		"2024-1-5":            "[2024-01-05]",
		" 2024-12-31 ":        "[2024-12-31]",
		"2024-12-31 00:00:00": "[2024-12-31]",
		"31 Dec 2024":         "[2024-12-31]",
		"2024-12-31T00:00:00": "[2024-12-31]",
		"2024-02-30":          "[]",
		"soon":                "[]",
		"":                    "[]",
	} {
		if got := fmt.Sprint(schema.DateReadings(in)); got != want {
			t.Errorf("DateReadings(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestSerialDate(t *testing.T) {
	for in, want := range map[string]string{"45292": "2024-01-01", "43831.0": "2020-01-01", "2024": "", "123456": "", "20241231": "", "x": ""} {
		d, ok := schema.SerialDate(in)
		if got := d.String(); ok != (want != "") || ok && got != want {
			t.Errorf("SerialDate(%q) = %s, %v, want %q", in, got, ok, want)
		}
	}
}
