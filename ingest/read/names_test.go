package read

import (
	"regexp"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
)

var bracketed = regexp.MustCompile(`\[([^\]]*)\](/[A-Z]+)?`)

// given returns a document in which the network has found the names in square
// brackets, of people where no other kind stands after them. Words with
// capitals are proper nouns, and so are those of the rest that propers has.
func given(marked string, propers ...string) *document.Document {
	text := bracketed.ReplaceAllString(marked, "$1")
	d := Divide(&article.Article{Text: text, Body: article.Span{End: len(text)}})
	for i, w := range d.Words {
		d.Words[i].UPOS, d.Words[i].Lemma = "NOUN", strings.ToLower(w.Text)
		if w.Upper() {
			d.Words[i].UPOS = "PROPN"
		}
		for _, p := range propers {
			if p == w.Text {
				d.Words[i].UPOS = "PROPN"
			}
		}
	}
	removed := 0
	for _, m := range bracketed.FindAllStringSubmatchIndex(marked, -1) {
		start := m[0] - removed
		end := start + m[3] - m[2]
		kind := document.PER
		if m[4] >= 0 {
			kind = document.NameKind(marked[m[4]+1 : m[5]])
		}
		d.Names = append(d.Names, d.Named(document.Range{First: d.WordAt(start), Last: d.WordAt(end-1) + 1}, kind))
		removed += m[1] - m[0] - (end - start)
	}
	return d
}

// found returns the text with its names in square brackets.
func found(d *document.Document) string {
	var out strings.Builder
	at := 0
	for _, n := range d.Names {
		out.WriteString(d.Article.Text[at:n.Start] + "[" + d.Article.Slice(n.Span) + "]")
		if n.Kind != document.PER {
			out.WriteString("/" + string(n.Kind))
		}
		at = n.End
	}
	return out.String() + d.Article.Text[at:]
}

func TestNameRepairs(t *testing.T) {
	tested := map[string]bool{"agency": true} // by TestAgencies, with a tree
	for _, c := range []struct {
		repair, given, want string
		propers             string
	}{
		{"hyphen", "[Ban Ki]-moon spoke.", "[Ban Ki-moon] spoke.", "moon"},
		{"hyphen", "[Ahn Cheol]-[soo] spoke.", "[Ahn Cheol-soo] spoke.", ""},
		{"hyphen", "[Zahava Gal]-On spoke.", "[Zahava Gal-On] spoke.", ""},
		{"hyphen", "[Zahava Gal][-On] spoke.", "[Zahava Gal-On] spoke.", ""},
		{"hyphen", "Jean-[Claude Juncker] spoke.", "[Jean-Claude Juncker] spoke.", ""},
		{"hyphen", "[Abdel]-[Fattah el-Sissi] spoke.", "[Abdel-Fattah el-Sissi] spoke.", ""},
		{"hyphen", "[Bashar] al-[Assad] spoke.", "[Bashar al-Assad] spoke.", ""},
		{"hyphen", "[Bre]/ORG-X fell.", "[Bre-X]/ORG fell.", ""},
		{"hyphen", "[Port-au]/LOC-[Prince]/LOC is near.", "[Port-au-Prince]/LOC is near.", ""},
		{"hyphen", "A [Trump]-backed bill.", "A [Trump]-backed bill.", ""},
		{"hyphen", "[Trump] and [Putin]: the [Trump]-[Putin] talks.", "[Trump] and [Putin]: the [Trump]-[Putin] talks.", ""},
		{"hyphen", "The [Iran]/LOC-[Iraq]/LOC war.", "The [Iran]/LOC-[Iraq]/LOC war.", ""},
		{"hyphen", "Jane Doe ([D]-Ohio) spoke.", "Jane Doe ([D]-Ohio) spoke.", ""},
		{"pair", "The [EU-Iran]/ORG talks, the [US-China]/MISC trade.", "The [EU]/ORG-[Iran]/LOC talks, the [US]/LOC-[China]/LOC trade.", ""},
		{"pair", "[Jane Doe] met [Roe]: the [Doe-Roe]/MISC talks.", "[Jane Doe] met [Roe]: the [Doe]-[Roe] talks.", ""},
		{"pair", "[Guinea-Bissau]/LOC and [Israeli-Syrian]/MISC talks with [Ana Doe-Roe].", "[Guinea-Bissau]/LOC and [Israeli-Syrian]/MISC talks with [Ana Doe-Roe].", ""},
		{"nickname", "[Ernesto] “[Che]” [Guevara] died.", "[Ernesto “Che” Guevara] died.", ""},
		{"nickname", "[Ernesto]/MISC “Che” [Guevara] died.", "[Ernesto “Che” Guevara] died.", ""},
		{"nickname", `[Frederick "Fritz]" [Henderson] left.`, `[Frederick "Fritz" Henderson] left.`, ""},
		{"nickname", "[Jane Doe] said “Yes” and left.", "[Jane Doe] said “Yes” and left.", ""},
		{"completed", "“[Saddam] ([Hussein]) is gone,” he said.", "“[Saddam (Hussein)] is gone,” he said.", ""},
		{"completed", "[Federer] ([Nadal]) won.", "[Federer] ([Nadal]) won.", ""},
		{"generation", "[Jane Doe], [Sr.], said so.", "[Jane Doe, Sr.], said so.", ""},
		{"generation", "[John Doe] Jr. said so.", "[John Doe Jr.] said so.", ""},
		{"generation", "[John Doe] said so.", "[John Doe] said so.", ""},
		{"title", "[Mr. Doe] and [Prime Minister Ana Díaz] met [The Dalai Lama].", "Mr. [Doe] and Prime Minister [Ana Díaz] met The [Dalai Lama].", ""},
		{"title", "[Pope] spoke.", "[Pope] spoke.", ""},
		{"torn", "They met [Jane] [Doe] here.", "They met [Jane Doe] here.", ""},
		{"same everywhere", "[Ana Díaz] left. Yes, Díaz said so, as Ana Díaz can.", "[Ana Díaz] left. Yes, [Díaz] said so, as [Ana Díaz] can.", ""},
		{"same everywhere", "[Ana Díaz] and [Mr. Díaz] left. Mr. Díaz slept.", "[Ana Díaz] and [Mr. Díaz] left. Mr. Díaz slept.", ""},
		{"same everywhere", "[Meng Wanzhou] left. Yes, Meng slept.", "[Meng Wanzhou] left. Yes, [Meng] slept.", ""},
		{"same everywhere", "[Jane King III] left. Yes, King slept.", "[Jane King III] left. Yes, [King] slept.", ""},
		{"family", "[Ana Díaz] spoke for the [Díaz]/MISC plan.", "[Ana Díaz] spoke for the [Díaz] plan.", ""},
		{"family", "[Denzel Washington] left [Washington]/LOC.", "[Denzel Washington] left [Washington]/LOC.", ""},
		{"family", "[Edsel Ford] led [Ford]/ORG; [Ford]/ORG grew.", "[Edsel Ford] led [Ford]/ORG; [Ford]/ORG grew.", ""},
		{"family", "[Ana Díaz] spoke. [Díaz]/ORG left; [Díaz]/LOC slept; [Díaz]/ORG sang.", "[Ana Díaz] spoke. [Díaz] left; [Díaz] slept; [Díaz] sang.", ""},
		{"capitals", "DÍAZ LEAVES ROME\n\n[Ana Díaz] left [Rome]/LOC.", "[DÍAZ] LEAVES [ROME]/LOC\n\n[Ana Díaz] left [Rome]/LOC.", ""},
		{"capitals", "ANA [DÍAZ]/ORG LEAVES [ROME]/LOC\n\n[Ana Díaz] left [Rome]/LOC.", "[ANA DÍAZ] LEAVES [ROME]/LOC\n\n[Ana Díaz] left [Rome]/LOC.", ""},
		{"place", "They held talks in [Ohrid] on Saturday.", "They held talks in [Ohrid]/LOC on Saturday.", ""},
		{"place", "They saw it in [Roe]'s eyes.", "They saw it in [Roe]'s eyes.", ""},
		{"place", "They lost confidence in [Roe].", "They lost confidence in [Roe].", ""},
		{"place", "They saw much in [Mary].", "They saw much in [Mary].", ""},
		{"borders", "J.D. [Roe QC] spoke.", "[J.D. Roe] QC spoke.", ""},
		{"portfolio", "The Secretary of State for [Health]/ORG met the minister [for Trade]/ORG, the Minister of [Defence]/ORG.", "The Secretary of State for Health met the minister for Trade, the Minister of Defence.", ""},
		{"portfolio", "The spokesman for [Acme]/ORG met the State of [Acme]/ORG, the secretary of [Jane Doe].", "The spokesman for [Acme]/ORG met the State of [Acme]/ORG, the secretary of [Jane Doe].", ""},
		{"month", "June [Doe] left.", "[June Doe] left.", ""},
		{"country", "DR [Congo]/LOC fell.", "[DR Congo]/LOC fell.", ""},
		{"country's own", "[US]/MISC SECRETARY Jane Doe met [French]/MISC cooks.", "[US]/LOC SECRETARY Jane Doe met [French]/MISC cooks.", ""},
	} {
		d := given(c.given, c.propers)
		for _, r := range nameRepairs {
			if r.Name == c.repair {
				r.mend(d)
				tested[r.Name] = true
			}
		}
		if got := found(d); got != c.want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", c.repair, c.given, got, c.want)
		}
	}
	for _, r := range nameRepairs {
		if !tested[r.Name] {
			t.Errorf("%s has no test", r.Name)
		}
	}
}
