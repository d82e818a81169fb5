package text

import (
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
)

const (
	// several is two names or more, of people, or of an agency and its people.
	severalWords = `(?:\p{Lu}[\p{L}'’.-]+,? (?:and )?){2,14}`

	// work is what those do who are no people of the story.
	work = `(?:[Rr]eport(?:ing|ed)|[Ww]rit(?:ing|ten)|[Ee]dit(?:ing|ed)|[Tt]ranslat(?:ion|ed)|[Cc]ompiled|[Gg]raphics?|[Pp]roduced|[Ff]act-checked)`
)

// creditForms are the beginnings of a last paragraph that names who worked on the
// article, or to whom it belongs: (Reporting by Jane Doe; editing by Joe Roe).
var creditForms = []string{
	`(?:Additional |With (?:additional )?)?` + work + `(?:,? and [a-z]+)?(?: in [\p{L} ,]+)?(?: by:?|:) (?:\p{Lu}|agenc|our |staff)`,
	`(?:Copyright |©|\([cC]\) ?\d{4}|The-CNN-Wire)`,
	`Our Standards: `,
	`(?:The )?Associated Press (?:(?:writer|journalist|reporter|correspondent)s? .*)?contributed`,
	`(?:AP|Reuters|AFP) (?:writer|journalist|reporter|correspondent)s? .*contributed`,
	severalWords + `(?:in \p{Lu}\p{L}+(?: and ` + severalWords + `in \p{Lu}\p{L}+)? )?(?:also )?contributed (?:reporting|research|to (?:this|the) (?:report|article|story|post|piece|analysis|file)|from \p{Lu})`,
	`(?:(?:Media|Press) )?[Cc]ontacts?: `,
	severalWords + `reported from \p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}(?:, \p{Lu}[\p{L}.]+)?(?:\.|, and \p{Lu}|; )`,
	`(?:Write to|Contact|Email|E-mail) ` + severalWords + `at \S+@`,
	`(?i:with (?:inputs|agency inputs|reports) from) `,
	`[a-z]{2,5}(?:[/,] ?[a-z]{2,5})* \(\p{Lu}[\p{L}, /]{1,60}\)$`, // as Deutsche Welle signs: jd/rc (AFP, Reuters)
}

var (
	credits = compiled(`^[([—–\-*]*\s*(?:` + strings.Join(creditForms, "|") + `)`)

	// closing is a last line that says only that the article ends.
	closing = compiled(`^(?:[(*-]*(?:ENDS|Ends|End)[)*-]*|-30-|#{3,}|[_*=–—-]{2,})$`)
)

// endCredits end a last paragraph, in brackets.
var endCredits = compiled(`\((?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)(?: and [a-z]+)?(?: in [\p{L} ,]+)? by [^()\n]{3,600}\)$`)

const (
	longestCredits = 600 // bytes
	mostCredits    = 20  // lines
)

// dropCredits ends the body before the credits at its end.
func (a header) dropCredits() {
	for range mostCredits {
		body := strings.TrimRight(a.rest()[:a.Body.Len()], " \t\r\n\u00a0")
		last := max(len(body)-2*longestCredits, 0) // a rune cut in two is no bracket
		if at := endCredits().FindStringIndex(body[last:]); at != nil && last+at[0] > 0 {
			a.Body.End = a.Body.Start + last + at[0]
			continue
		}
		line := body[strings.LastIndexByte(body, '\n')+1:]
		text := strings.TrimSpace(line)
		names := bylineOf(text)
		said := says().MatchString(text) && isDateLine(text)
		if len(line) > longestCredits || len(line) == len(body) || !said && names == nil && !closing().MatchString(text) && !credits().MatchString(text) {
			return
		}
		if len(a.Authors) == 0 {
			a.Authors = names
		}
		if said {
			a.readDates(apart(text))
		}
		a.Body.End = a.Body.Start + len(body) - len(line)
	}
}

var copyrightYear = compiled(`(?:Copyright|©|\([cC]\))[^\d\n]{0,30}((?:19|20)\d\d)\b`)

// copyright returns the year in which the credits claim the copyright.
func (a header) copyright() article.Time {
	m := copyrightYear().FindStringSubmatch(a.Text[a.Body.End:])
	if m == nil {
		return article.Time{}
	}
	year, _ := article.ParseTime(m[1])
	return year
}
