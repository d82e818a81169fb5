package resolve

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// Confidences are shares of right statements, estimated on development data, in
// steps of how the speaker was found.
const (
	unknownConfidence = 0.5
	meetingConfidence = 0.7
)

// said is a statement while it is made.
type said struct {
	facts.Statement
	attribution
	verb    gazetteer.VerbForm
	verbAt  int // the token that says what the cue means
	patient int // the token of whoever is told or accused in the passive, else -1
	object  article.Span
	reference
	speaker *entity
	index   int // of the sentence of the cue
}

// findStatements makes a statement of each attribution.
func (r *resolver) findStatements(meetings []*meeting) []facts.Statement {
	statements := []facts.Statement{}
	ids := map[string]int{}
	s := &referrer{resolver: r, meetings: meetings}
	for _, a := range r.Attributions {
		st := &said{attribution: a, index: r.SentenceAt(a.Cue[0].Start)}
		r.setCue(st)
		r.setPatient(st)
		st.object = r.objectSpan(st)
		r.cutContent(st)
		st.reference = r.speaker(st, s)
		st.speaker = st.reference.one()
		s.last, s.lastSentence = st.speaker, st.index
		r.setContent(st)
		r.setAct(st)
		r.setSpeaker(st)
		r.setObject(st, s)
		s.last = r.turn(st)
		r.setMeeting(st, meetings)
		r.setDate(st, meetings)
		r.setSpans(st)
		ids[st.ID]++
		if n := ids[st.ID]; n > 1 {
			st.ID += fmt.Sprintf(";%d", n)
		}
		statements = append(statements, st.Statement)
	}
	return statements
}

var (
	negative    = regexp.MustCompile(`(?i)\b(?:not|never|no|nobody|nothing|neither|nor|none|cannot)\b|n['’]t\b`)
	nobody      = regexp.MustCompile(`(?i)^(?:neither|nobody|none|no\b)`)
	possible    = regexp.MustCompile(`(?i)\b(?:may|might|could|perhaps|possibly)\b`)
	necessary   = regexp.MustCompile(`(?i)\b(?:must|should|ought|need(?:s|ed)? to|has to|have to|had to)\b`)
	conditional = regexp.MustCompile(`(?i)\b(?:if|unless|would)\b`)
)

// setCue sets what the words of the cue tell: verb and negation.
func (r *resolver) setCue(st *said) {
	cue := r.joined(st.Cue)
	at := r.cueVerb(st.Cue)
	st.verbAt, st.Verb = at, r.Words[at].Text
	st.verb, _ = gazetteer.FindVerb(st.Verb)
	for _, t := range r.children(at, "compound", "advmod") {
		if phrasal, known := gazetteer.FindVerb(st.Verb + " " + r.Words[t].Text); known {
			st.verb, st.Verb = phrasal, st.Verb+" "+r.Words[t].Text // “ruled out”
			break
		}
	}
	if strings.HasSuffix(strings.ToLower(cue), " to") && st.verb.Lemma == "" {
		st.Verb = strings.ToLower(cue) // “according to”
	}
	if r.calls(st) {
		st.Verb += " " + r.callsFor(st)
	}
	st.AttributionNegated = negative.MatchString(cue) || nobody.MatchString(r.joined(st.Source)) || r.withheld(at)
	st.Sentence = r.Article.Slice(r.Sentences[st.index].Span)
}

// withheld says whether a verb is said not to have been done: “never said”,
// “declined to say”, “has yet to say”.
func (r *resolver) withheld(verb int) bool {
	if verb > 1 && r.Words[verb-1].Text == "to" && r.Words[verb-2].Text == "yet" {
		return true
	}
	if over := r.Words[verb].Head; over >= 0 && r.Words[verb].Relation == "xcomp" && gazetteer.Is(gazetteer.Withhold, r.lemma(over)) {
		return true
	}
	return slices.ContainsFunc(r.children(verb, "advmod", "aux"), func(t int) bool { return negative.MatchString(r.Words[t].Text) })
}

// setPatient sets who is told or accused by a passive cue, who isn't its source:
// “Berlin was told”, “asked whether it knew, Berlin said”.
func (r *resolver) setPatient(st *said) {
	st.patient = -1
	if st.verb.Frame.Object() && !gazetteer.Is(gazetteer.Moved, st.verb.Lemma) {
		st.patient = r.patient(st.verbAt)
	}
	if st.patient < 0 || len(st.Source) > 0 && !overlapsAny(r.phrase(st.patient), st.Source) {
		return
	}
	st.Source = nil
	if agent := r.agent(st.verbAt); agent >= 0 {
		st.Source = []article.Span{r.phrase(agent)}
	}
}

// cueVerb returns the token that says what the cue means: the last verb of
// saying, else the last verb, else the last word.
func (r *resolver) cueVerb(cue []article.Span) int {
	verb, word := -1, -1
	for _, span := range cue {
		for i := r.WordAt(span.Start); i < len(r.Words) && r.Words[i].Start < span.End; i++ {
			if _, known := gazetteer.FindVerb(r.Words[i].Text); known && !r.particle(i) || r.Words[i].UPOS == "VERB" && !r.saying(verb) {
				verb = i
			}
			if r.Words[i].IsWord() || word < 0 {
				word = i
			}
		}
	}
	if verb >= 0 {
		return verb
	}
	return word
}

func (r *resolver) saying(token int) bool {
	if token < 0 {
		return false
	}
	_, found := gazetteer.FindVerb(r.Words[token].Text)
	return found
}

// particle says whether a word is none but looks like a verb of saying: “shot
// back”, “like a paradox”.
func (r *resolver) particle(token int) bool {
	return slices.Contains([]string{"ADV", "ADP", "SCONJ"}, r.Words[token].UPOS)
}

// setContent sets what the words of the content tell.
func (r *resolver) setContent(st *said) {
	text := r.joined(st.Content)
	st.Text, st.Quote = text, r.quoted(st.Content)
	st.QuoteType = r.quoteType(st.Content)
	st.Polarity, st.Modality = "positive", "asserted"
	if negative.MatchString(mainClause(text)) {
		st.Polarity = "negative"
	}
	switch {
	case st.verb.Frame == gazetteer.Wish && st.verb.Act == "BELIEVE":
		st.Modality = "desired"
	case possible.MatchString(text):
		st.Modality = "possible"
	case necessary.MatchString(text):
		st.Modality = "necessary"
	case conditional.MatchString(text):
		st.Modality = "conditional"
	}
}

// clauseBorder ends the first clause of a content.
var clauseBorder = regexp.MustCompile(`[.;:?!]|, (?:but|because|although|while|which|who)\b| because `)

func mainClause(text string) string {
	if at := clauseBorder.FindStringIndex(text); at != nil {
		return text[:at[0]]
	}
	return text
}

// joined returns the text of the spans, pieces joined by an ellipsis.
func (r *resolver) joined(spans []article.Span) string {
	var pieces []string
	for _, s := range spans {
		pieces = append(pieces, r.Article.Slice(s))
	}
	return strings.Join(pieces, " … ")
}

const quotationMarks = `“”"‘’'«»„`

// quoted returns the words of the spans that stand in quotation marks.
func (r *resolver) quoted(spans []article.Span) string {
	var pieces []string
	for _, s := range spans {
		for _, q := range r.quotesIn(s) {
			words := strings.Trim(r.Article.Slice(q), quotationMarks+" ,")
			pieces = append(pieces, words)
		}
	}
	return strings.Join(pieces, " … ")
}

// quotesIn returns the parts of the span that stand in quotation marks.
func (r *resolver) quotesIn(s article.Span) []article.Span {
	i, _ := slices.BinarySearchFunc(r.Quotations, s.Start, func(q article.Span, at int) int { return q.End - 1 - at })
	var parts []article.Span
	for ; i < len(r.Quotations) && r.Quotations[i].Start < s.End; i++ {
		q := r.Quotations[i]
		if q.Overlaps(s) {
			parts = append(parts, article.Span{Start: max(q.Start, s.Start), End: min(q.End, s.End)})
		}
	}
	return parts
}

// quoteType says how much of a content stands in quotation marks, by its
// letters: direct is all but a few, mixed is some (the scheme of PolNeAR).
func (r *resolver) quoteType(content []article.Span) string {
	all, inside := 0, 0
	for _, s := range content {
		all += letters(r.Article.Slice(s))
		for _, q := range r.quotesIn(s) {
			inside += letters(r.Article.Slice(q))
		}
	}
	switch {
	case 20*inside >= 19*all && inside > 0:
		return "direct"
	case 50*inside > all:
		return "mixed"
	}
	return "indirect"
}

func letters(text string) (n int) {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// speaker returns who said it: whom the source means, else the subject of the
// verb that the cue hangs from, as in “…, arguing that”.
func (r *resolver) speaker(st *said, f *referrer) reference {
	if len(st.Source) > 0 {
		if start := st.Content[0].Start; start < st.Source[0].Start && len(r.quotesIn(st.Content[0])) > 0 {
			f.quoted = start
			defer func() { f.quoted = 0 }()
		}
		return f.pieces(st.Source)
	}
	token := r.subjectOf(st.verbAt)
	if st.patient >= 0 || token >= 0 && r.Words[token].Relation == "nsubj:pass" && (r.Words[token].Head == st.verbAt || !r.gerund(st.verbAt)) {
		token = r.agent(st.verbAt)
	}
	if token < 0 || overlapsAny(article.Span{Start: r.Words[token].Start, End: r.Words[token].End}, st.Content) {
		return reference{}
	}
	found := f.phraseAt(r.phrase(token))
	found.confidence *= bySubject
	return found
}

// patient returns whom a passive verb is done to, -1 where it is active.
func (r *resolver) patient(verb int) int {
	if r.gerund(verb) {
		return -1
	}
	for _, t := range r.children(verb, "nsubj") {
		if r.Words[t].Relation == "nsubj:pass" {
			return t
		}
	}
	switch {
	case !r.passive(verb):
		return -1
	case r.Words[verb].Relation == "acl":
		return r.Words[verb].Head
	}
	return r.subjectOf(verb)
}

func (r *resolver) passive(verb int) bool {
	return strings.Contains(r.Words[verb].Feats, "Voice=Pass")
}

// agent returns who does what a passive verb says, -1 where that is left out.
func (r *resolver) agent(verb int) int {
	for _, t := range r.children(verb, "obl") {
		if r.preposition(t) == "by" {
			return t
		}
	}
	return -1
}

func (r *resolver) setSpeaker(st *said) {
	st.Confidence = unknownConfidence
	if st.speaker != nil {
		st.Speaker, st.Confidence = &st.speaker.id, st.reference.confidence
		st.decide("speaker", st.reference.rule, st.reference.confidence)
	}
}

// decide notes how an attribute was found.
func (st *said) decide(what, rule string, confidence float64) {
	st.Decisions = append(st.Decisions, decision(what, rule, confidence))
}

// decision makes a decision, its confidence in hundredths.
func decision(what, rule string, confidence float64) facts.Decision {
	return facts.Decision{What: what, Rule: rule, Confidence: float64(int(confidence*100+0.5)) / 100}
}

func (r *resolver) setTopics(st *said) {
	for _, span := range st.Content {
		for _, m := range r.mentionsIn(span) {
			if m.entity != st.speaker && !slices.Contains(st.Topics, m.entity.id) {
				st.Topics = append(st.Topics, m.entity.id)
			}
		}
	}
}

// cutContent takes the object away from the beginning of the content, where
// PolNeAR has it: “warned Moscow of a response” is about a response.
// So does “that”.
func (r *resolver) cutContent(st *said) {
	r.cutObject(st)
	first := r.WordAt(st.Content[0].Start)
	if strings.EqualFold(r.Words[first].Text, "that") && r.Words[first].Relation == "mark" && r.Words[first].End < st.Content[0].End {
		st.Content = slices.Clone(st.Content)
		st.Content[0].Start = r.Words[first+1].Start
	}
}

func (r *resolver) cutObject(st *said) {
	if st.patient >= 0 && r.Words[st.verbAt].Head == st.patient {
		return // “a plan opposed by Berlin”
	}
	for len(st.Content) > 1 && st.object.Contains(st.Content[0]) {
		st.Content = st.Content[1:]
	}
	first := st.Content[0]
	if st.object.Len() == 0 || r.WordAt(first.Start) < r.WordAt(st.object.Start)-1 || first.Start >= st.object.End {
		return
	}
	next := r.WordAt(st.object.End)
	if next < len(r.Words) && slices.Contains([]string{"of", "about", "against", "for", "over", "as", ","}, strings.ToLower(r.Words[next].Text)) {
		next++
	}
	if next >= len(r.Words) || r.Words[next].Start >= first.End {
		return
	}
	st.Content = slices.Clone(st.Content)
	st.Content[0].Start = r.Words[next].Start
}

// occasion matches words that place a statement at a meeting told of before.
var occasion = regexp.MustCompile(`(?i)\b(?:after(?:wards)?|before|during|at|following|across) the (?:meeting|talks|summit|table|negotiations|call|session)\b|` +
	`\b(?:opening|closing) remarks\b|\bspeaking afterwards\b|\bat the (?:meeting|talks|summit)\b|\bafterwards\b`)

// setMeeting sets the meeting at which, or right after which, the statement was
// made: the sentence says so and the speaker took part in a past one.
func (r *resolver) setMeeting(st *said, meetings []*meeting) {
	if st.speaker == nil {
		return
	}
	for _, m := range meetings {
		if m.status == "past" && m.has(st.speaker) && r.saidThere(st, m) {
			st.Meeting = m.id()
			st.decide("meeting", "the cue's verb stands with it", byTitle)
			return
		}
	}
	if !occasion.MatchString(st.Sentence) {
		return
	}
	for _, m := range slices.Backward(meetings) {
		if m.status == "past" && m.has(st.speaker) && m.triggers[0].Start < st.Cue[0].Start {
			st.Meeting = m.id()
			st.decide("meeting", "the sentence places it at one that the speaker attended", byTitle)
			return
		}
	}
}

// saidThere says whether a meeting that the sentence tells of hangs from the
// verb of the cue or from “speaking”: “told them at a meeting”.
func (r *resolver) saidThere(st *said, m *meeting) bool {
	for i, s := range m.triggers {
		if m.sentences[i] != r.Sentences[st.index].Span || overlapsAny(s, st.Content) {
			continue
		}
		noun := r.WordAt(s.End - 1)
		verb := r.Words[noun].Head
		if verb >= 0 && universal(r.Words[verb].Relation) == "advcl" && r.lemma(verb) == "speak" {
			verb = r.Words[verb].Head
		}
		if verb == st.verbAt && slices.Contains([]string{"at", "in", "during", "after", "following"}, r.preposition(noun)) {
			return true
		}
	}
	return false
}

func (r *resolver) setSpans(st *said) {
	st.Spans.Speaker, st.Spans.Cue, st.Spans.Content = r.spans(st.Source), r.spans(st.Cue), r.spans(st.Content)
	if st.Spans.Addressee == nil {
		st.Spans.Addressee = []facts.Span{}
	}
	first, last := st.Spans.Content[0], st.Spans.Content[len(st.Spans.Content)-1]
	st.ID = fmt.Sprintf("%s#char=%d,%d", r.Article.ID, first[0], last[1])
}
