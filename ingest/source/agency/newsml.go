package agency

import (
	"cmp"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
)

const namespaceG2 = "http://iptc.org/std/nar/2006-10-01/"

func beginsNewsML(head []byte) bool {
	for _, attr := range rootOf(head).Attr {
		if attr.Value == namespaceG2 || attr.Name.Local == "standard" && attr.Value == "NewsML-G2" {
			return true
		}
	}
	return false
}

// newsItem reads an item of NewsML-G2; false where it isn't one with text.
func newsItem(n *node) (item, bool) {
	meta, about := n.get("itemMeta"), n.get("contentMeta")
	it := contentOf(n.get("contentSet"))
	if len(it.paragraphs) == 0 && !strings.HasSuffix(meta.get("itemClass").attr("qcode"), ":text") {
		return it, false
	}
	it.headline = cmp.Or(headlineOf(about), it.headline, meta.get("title").words())
	it.standfirst = cmp.Or(standfirstOf(about), it.standfirst)
	it.publisher = cmp.Or(partyOf(meta.get("provider")), partyOf(n.get("rightsInfo", "copyrightHolder")), it.publisher, codeOf(meta.get("provider")))
	it.language = cmp.Or(about.get("language").attr("tag"), it.language, n.attr("lang"))
	it.located = cmp.Or(about.get("located", "name").words(), about.get("located").attr("literal"), it.located)
	it.urgency = cmp.Or(about.get("urgency").words(), it.urgency)
	it.status = cmp.Or(codeOf(meta.get("pubStatus")), it.status)
	if dateline := about.get("dateline").words(); dateline != "" {
		it.dateline, it.place = dateline, ""
	}
	if authors := authorsOfItem(about); len(authors) > 0 {
		it.authors = authors
	}
	if guid := n.attr("guid"); article.BeginsAddress(guid) {
		it.address = guid
	}
	it.setTimes(meta, about)
	return it, true
}

// contentOf reads what an item holds: the first of its forms that has text.
func contentOf(content *node) (it item) {
	for _, form := range content.children {
		switch {
		case form.name == "inlineXML" && len(form.all("nitf")) > 0:
			it = nitf(form.get("nitf"))
		case form.name == "inlineXML":
			it = item{paragraphs: paragraphs(form)}
		case form.name == "inlineData" && strings.HasPrefix(cmp.Or(form.attr("contenttype"), "text/"), "text/"):
			var b strings.Builder
			form.write(&b)
			it = item{paragraphs: markedUp(b.String())}
		}
		if len(it.paragraphs) > 0 {
			break
		}
	}
	return it
}

// headlineOf returns the main headline, else the first.
func headlineOf(about *node) string {
	headlines := about.all("headline")
	for _, headline := range headlines {
		if role := headline.attr("role"); strings.HasSuffix(role, ":main") || role == "" {
			return headline.words()
		}
	}
	return about.get("headline").words()
}

// standfirstOf returns a headline below the main one, else a summary.
func standfirstOf(about *node) string {
	for _, n := range append(about.all("headline"), about.all("description")...) {
		if standfirstRole.MatchString(n.attr("role")) {
			return n.words()
		}
	}
	return ""
}

// authorsOfItem returns who a byline names, else who is given as the creators.
func authorsOfItem(about *node) (authors []string) {
	for _, by := range about.all("by") {
		authors = append(authors, namesOf(by.words())...)
	}
	if len(authors) == 0 {
		for _, creator := range about.all("creator") {
			authors = add(authors, creator.get("name").words())
		}
	}
	return authors
}

// partyOf returns the name of a party.
func partyOf(n *node) string { return cmp.Or(n.get("name").words(), n.attr("literal")) }

// codeOf returns the code of a term without the vocabulary that it is from.
func codeOf(n *node) string {
	code := n.attr("qcode")
	return code[strings.LastIndex(code, ":")+1:]
}

func (it *item) setTimes(meta, about *node) {
	version := meta.get("versionCreated").words()
	if published := timeOf(meta.get("firstCreated").words(), about.get("contentCreated").words(), version); published.Precision != article.Unknown {
		it.published = published
	}
	it.written = []article.Time{timeOf(about.get("contentCreated").words()), timeOf(about.get("contentModified").words())}
	it.changed = timeOf(version, about.get("contentModified").words())
	for _, embargo := range meta.all("embargoed") {
		it.embargoed, it.embargo = true, timeOf(embargo.words())
	}
}
