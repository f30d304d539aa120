package values_test

import (
	"testing"

	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/schema"
)

func text(s string) schema.Text { return schema.Text{Value: s, At: schema.Range{End: 1}} }

func measured(value string, dimensions ...string) *schema.Measurement {
	m := &schema.Measurement{Value: schema.Parse(text(value), schema.ParseNumber)}
	for i := 0; i < len(dimensions); i += 2 {
		m.Dimensions = append(m.Dimensions, &schema.Dimension{Category: text(dimensions[i]), Value: text(dimensions[i+1])})
	}
	return m
}

func TestTotal(t *testing.T) {
	whole, part := measured("12"), measured("5", "sex", "female")
	for name, c := range map[string]struct {
		list []*schema.Measurement
		want *schema.Measurement
	}{
		"one":           {[]*schema.Measurement{part, whole}, whole},
		"only parts":    {[]*schema.Measurement{part}, nil},
		"two":           {[]*schema.Measurement{whole, measured("13")}, nil},
		"not a number":  {[]*schema.Measurement{measured("n/a")}, nil},
		"number beside": {[]*schema.Measurement{measured("n/a"), whole}, whole},
	} {
		if got := values.Total(c.list); got != c.want {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}
