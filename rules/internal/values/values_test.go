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

func TestPlain(t *testing.T) {
	for written, want := range map[string]string{
		"1,000": "1000", "1.200.000": "1200000", "12.345.678": "12345678", "1 200 000": "1200000", "1\u202f200": "1200", "1'200": "1200", "1’200’000": "1200000",
		"1.200,50": "1200.50", "1,200.50": "1200.50", "1 200,5": "1200.5", "12,50,000": "1250000", "10 %": "10", "86٪": "86", "+5": "5", "-1,000": "-1000",
		"١٬٢٠٠": "1200", "٣٨": "38", "१,२०,०००": "120000", "၃၈,၄၀၀": "38400", "１２０": "120", "٣٫٥": "3.5",
		"12,5": "", "1,2,3": "", "1.2.3": "", "2022.12.31": "", "3-4": "", "12.34.567.8": "", "%": "", "": "",
	} {
		if got, ok := values.Plain(written); ok != (want != "") || ok && got != want {
			t.Errorf("%q: got %q, want %q", written, got, want)
		}
	}
}
