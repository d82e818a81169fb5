// Package look is how newsgraph's pages look: type, colours in light and dark,
// and the switch between them, which needs no script.
//
//	<meta http-equiv="Content-Security-Policy" content="{{.Policy}}"> <style>{{.Style}}</style> … {{.Switch}}
//
// Colours of text keep a contrast of 4.5 on both backgrounds (WCAG AA), and no
// meaning stands in a colour alone.
package look

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"strings"

	"github.com/newsgraph/newsgraph/internal/markup"
)

//go:embed look.css
var style string

//go:embed switch.html
var themeSwitch string

// Style returns the style sheet that pages begin with.
func Style() string { return style }

// Switch returns the choice between light, dark and what the system prefers.
func Switch() markup.Raw { return markup.Raw(themeSwitch) }

// Policy returns what a browser may do for a page: nothing but apply this style and
// run these scripts, which can't read text as HTML, so that it fetches and sends
// nothing whatever stands in it (Content Security Policy, level 3; Trusted Types).
func Policy(style string, scripts ...string) string {
	policy := "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + hash(style)
	if len(scripts) == 0 {
		return policy
	}
	var hashes []string
	for _, s := range scripts {
		hashes = append(hashes, hash(s))
	}
	return policy + "; require-trusted-types-for 'script'; script-src " + strings.Join(hashes, " ")
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
