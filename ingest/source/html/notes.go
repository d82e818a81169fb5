package html

import (
	"github.com/newsgraph/newsgraph/ingest/article"
)

// shortText is the length of a text, in bytes, that may be the beginning of an
// article only.
const shortText = 1500

var (
	paid    = patternOf(`(?i)`, "paid", "")
	consent = patternOf(`(?i)`, "consent", "")
)

// noteOfUntold goes with a text that the page's data has and readers don't see.
const noteOfUntold = "the page shows little of its article; this is the text that it gives to machines"

// notes returns what a person should know of the reading: that the page shows
// the beginning of its article only, or asks for consent in its place.
func (p *page) notes(a *article.Article) (notes []string) {
	if p.crooked() {
		notes = append(notes, "the page has so many elements, or nests them so deep, that it was read plainly: text from beside the article may be in it, or some of its own missing")
	}
	switch body := a.Slice(a.Body); {
	case len(body) < shortText && consent.MatchString(a.Headline+" "+body):
		notes = append(notes, "the page asks for consent or a check of the browser; it may not hold the article")
	case p.behindPayment() && len(body) < shortText, len(body) < shortText && paid.MatchString(plain(p.doc)):
		notes = append(notes, "only the beginning of the article may be here: the page asks to subscribe or to sign in")
	}
	return notes
}

// behindPayment says whether the page's data says that one has to pay.
func (p *page) behindPayment() bool {
	switch free := p.about["isAccessibleForFree"].(type) {
	case bool:
		return !free
	case string:
		return free == "False" || free == "false"
	}
	tier := p.data.meta("article:content_tier")
	return tier == "locked" || tier == "metered"
}

// why says why a page may have no text.
func (p *page) why() string {
	switch text := plain(p.doc); {
	case len(text) < shortText && consent.MatchString(text):
		return ": it asks for consent or a check of the browser"
	case paid.MatchString(text):
		return ": it asks to subscribe or to sign in"
	}
	return ""
}
