package look_test

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/graph/page/look"
)

var colour = regexp.MustCompile(`--([\w-]+): light-dark\(#(\w{6}), #(\w{6})\)`)

// TestContrast holds the contrasts of WCAG 2.2, level AA: 4.5 for text, 3 for bars
// and lines, in light and dark, on each background that they stand on.
func TestContrast(t *testing.T) {
	colours := map[string][2]float64{}
	for _, c := range colour.FindAllStringSubmatch(look.Style(), -1) {
		colours[c[1]] = [2]float64{luminance(t, c[2]), luminance(t, c[3])}
	}
	for name, values := range colours {
		least := 4.5
		switch {
		case name == "paper" || name == "raised" || name == "sunken" || name == "mark" || name == "line":
			continue
		case strings.HasSuffix(name, "-area"):
			least = 3
		}
		for _, background := range []string{"paper", "raised"} {
			for i, mode := range []string{"light", "dark"} {
				if got := contrast(values[i], colours[background][i]); got < least {
					t.Errorf("%s on %s, %s: contrast %.2f, want %.1f", name, background, mode, got, least)
				}
			}
		}
	}
	for _, background := range []string{"sunken", "mark"} {
		for i, mode := range []string{"light", "dark"} {
			if got := contrast(colours["ink"][i], colours[background][i]); got < 4.5 {
				t.Errorf("ink on %s, %s: contrast %.2f", background, mode, got)
			}
		}
	}
	if len(colours) < 20 {
		t.Errorf("only %d colours found", len(colours))
	}
}

func contrast(a, b float64) float64 { return (max(a, b) + .05) / (min(a, b) + .05) }

// luminance is the relative luminance of WCAG.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	rgb, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	linear := func(shift int) float64 {
		c := float64(rgb>>shift&0xff) / 255
		if c <= .04045 {
			return c / 12.92
		}
		return math.Pow((c+.055)/1.055, 2.4)
	}
	return .2126*linear(16) + .7152*linear(8) + .0722*linear(0)
}
