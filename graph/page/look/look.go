// Package look is how newsgraph's pages look: type, colours in light and dark,
// and the switch between them, which needs no script.
//
//	page: <style>{{.Style}}</style> … {{.Switch}}
//
// Colours of text keep a contrast of 4.5 on both backgrounds (WCAG AA), and no
// meaning stands in a colour alone.
package look

import (
	_ "embed"
	"html/template"
)

//go:embed look.css
var style string

//go:embed switch.html
var themeSwitch string

// Style returns the style sheet that pages begin with.
func Style() template.CSS { return template.CSS(style) }

// Switch returns the choice between light, dark and what the system prefers.
func Switch() template.HTML { return template.HTML(themeSwitch) }
