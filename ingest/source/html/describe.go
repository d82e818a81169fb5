package html

import (
	"cmp"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// describe sets of the article what the page says of its publication. What the
// page's data says wins over what the text's lines said.
func (p *page) describe(a *article.Article) {
	about := p.about
	a.Headline = cmp.Or(p.headline(), a.Headline)
	a.Publisher = first(p.data.text(about["publisher"]), p.data.meta("og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "copyright"))
	if authors := p.authors(); len(authors) > 0 {
		a.Authors = authors
	}
	a.Section = first(p.data.text(about["articleSection"]), p.data.meta("article:section", "section", "parsely-section", "sailthru.section"))
	a.Language = p.language()
	a.SetURL(p.canonical(about))
	p.date(a)
	a.Notes = append(a.Notes, p.notes(a)...)
}

// typesOfArticle are the types of objects that are about an article, the surer
// first.
var typesOfArticle = []*regexp.Regexp{regexp.MustCompile(`(?:Article|Report|Posting)$`), regexp.MustCompile(`^(?:WebPage|ItemPage)$`)}

// article returns the object of JSON-LD that is about the article, an empty one
// for none: the first that is of such a type, before pages.
func (d *data) article() object {
	for _, form := range typesOfArticle {
		for _, o := range d.objects {
			if slices.ContainsFunc(d.texts(o["@type"]), func(t string) bool { return form.MatchString(t[strings.LastIndexAny(t, "/#")+1:]) }) {
				return o
			}
		}
	}
	return object{}
}

// texts returns the texts that a value of JSON-LD is or names, in their order.
func (d *data) texts(value any) (all []string) {
	switch v := value.(type) {
	case string:
		if text := tidy(v); text != "" {
			all = append(all, text)
		}
	case []any:
		for _, inner := range v {
			all = append(all, d.texts(inner)...)
		}
	case object:
		if id, ok := v["@id"].(string); ok && v["name"] == nil && d.byID[id] != nil {
			name, _ := d.byID[id]["name"].(string) // and no other object, which may lead back here
			return d.texts(name)
		}
		return d.texts(cmp.Or(v["name"], v["@value"]))
	}
	return all
}

// text returns the first text of a value.
func (d *data) text(value any) string { return first(d.texts(value)...) }

var languageTag = regexp.MustCompile(`^[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*$`)

// language returns the language as BCP 47 writes it, "" where the page doesn't say.
func (p *page) language() string {
	for _, tag := range []string{p.data.lang, p.data.text(p.about["inLanguage"]), p.data.meta("content-language", "language", "dc.language", "og:locale")} {
		if languageTag.MatchString(tag) {
			return strings.ReplaceAll(tag, "_", "-")
		}
	}
	return ""
}

// canonical returns the address that the page gives for itself, else where it
// was found; "" for neither. A page deep in a site that names the site's front
// page has not said its own.
func (p *page) canonical(about object) string {
	base := p.address
	if b := resolve(base, p.data.base); b != nil {
		base = b
	}
	for _, raw := range []string{p.data.links["canonical"], p.data.meta("og:url"), p.data.text(about["url"]), idOf(about["mainEntityOfPage"])} {
		u := resolve(base, raw)
		if u == nil || p.address != nil && len(strings.Trim(u.Path, "/")) == 0 && len(strings.Trim(p.address.Path, "/")) > 0 {
			continue
		}
		if canonical, err := article.CanonicalURL(u.String()); err == nil {
			return canonical
		}
	}
	if p.address == nil {
		return ""
	}
	canonical, err := article.CanonicalURL(p.address.String())
	if err != nil {
		return ""
	}
	return canonical
}

func idOf(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case object:
		id, _ := v["@id"].(string)
		return id
	}
	return ""
}

// resolve returns the address that raw means on a page at base, nil for none.
func resolve(base *url.URL, raw string) *url.URL {
	u, err := url.Parse(raw)
	if err != nil || raw == "" {
		return nil
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if !article.OnWeb(u) {
		return nil
	}
	return u
}
