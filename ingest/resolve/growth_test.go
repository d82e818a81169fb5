package resolve

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// paragraph is told again and again, of one who is new each time and of others
// who are the same: an office, statements within and after others and, at times,
// a meeting.
const paragraph = `# newpar
# text = President %[4]s %[5]s met Roe at talks.
President president NOUN  2 nmod:desc Frame=%[1]d:office|Role=%[1]d:title,%[2]d:participant
%[4]s     %[4]s     PROPN 4 nsubj Name=B-PER|Role=%[1]d:holder,%[2]d:participant
%[5]s     %[5]s     PROPN 2 flat  Name=I-PER|Role=%[1]d:holder,%[2]d:participant
met       meet      VERB  0 root  Frame=%[2]d:meeting:past|Role=%[2]d:trigger
Roe       Roe       PROPN 4 obj   Name=B-PER|Role=%[2]d:participant
at        at        ADP   7 case
talks     talk      NOUN  4 obl   Role=%[2]d:trigger
.         .         PUNCT 4 punct

# text = He told NATO that Chad had said so.
He        he        PRON  2 nsubj Role=%[3]d:source
told      tell      VERB  0 root  Frame=%[3]d:statement:ASSERT|Role=%[3]d:cue
NATO      NATO      PROPN 2 obj   Name=B-ORG|Role=%[3]d:addressee
that      that      SCONJ 7 mark  Role=%[3]d:content
Chad      Chad      PROPN 7 nsubj Name=B-LOC|Role=%[3]d:content,%[6]d:source
had       have      AUX   7 aux   Role=%[3]d:content
said      say       VERB  2 ccomp Frame=%[6]d:statement:ASSERT|Role=%[3]d:content,%[6]d:cue
so        so        ADV   7 obj   Role=%[3]d:content,%[6]d:content
.         .         PUNCT 2 punct

# text = The two leaders denied it.
The       the       DET   3 det   Role=%[7]d:source
two       two       NUM   3 nummod Role=%[7]d:source
leaders   leader    NOUN  4 nsubj Role=%[7]d:source
denied    deny      VERB  0 root  Frame=%[7]d:statement:DENY|Role=%[7]d:cue
it        it        PRON  4 obj   Role=%[7]d:content
.         .         PUNCT 4 punct

`

// repeated returns a document of so many paragraphs.
func repeated(tb testing.TB, paragraphs int) *document.Document {
	tb.Helper()
	var text strings.Builder
	text.WriteString("# global.columns = FORM LEMMA UPOS HEAD DEPREL MISC\n# newdoc id = long\n# published = 2022-01-21\n")
	for i := range paragraphs {
		first, family := "J"+letters(i%97), "D"+letters(i)
		n := 5*i + 1
		told := fmt.Sprintf(paragraph, n, n+1, n+2, first, family, n+3, n+4)
		if i%rare > 0 {
			told = withoutMeeting(told, n+1)
		}
		text.WriteString(told)
	}
	d, err := document.Parse(text.String())
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// rare is of how many paragraphs one tells of a meeting.
const rare = 10

func withoutMeeting(conllu string, number int) string {
	n := fmt.Sprint(number)
	return strings.NewReplacer("Frame="+n+":meeting:past|Role="+n+":trigger", "_", "Role="+n+":trigger", "_", "|Role="+n+":participant", "", ","+n+":participant", "").Replace(conllu)
}

// letters writes a number as a name.
func letters(n int) string {
	name := ""
	for ; len(name) < 4 || n > 0; n /= 20 {
		name += string("abcdefghijklmnoprstu"[n%20])
	}
	return name
}

// TestGrowth holds that the work for a word doesn't grow with the text: it
// counts what is compared by likeness, and what is allocated, in a text and in
// one that is four times as long.
func TestGrowth(t *testing.T) {
	const short, times = 200, 4
	work := func(paragraphs int) (compared, allocated float64) {
		d := repeated(t, paragraphs)
		d.Likeness = func(a, b document.Range) float64 { compared++; return 0 }
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Resolve(d)
		runtime.ReadMemStats(&after)
		return compared, float64(after.Mallocs - before.Mallocs)
	}
	compared, allocated := work(short)
	comparedMore, allocatedMore := work(short * times)
	t.Logf("compared %.0f and %.0f, allocated %.0f and %.0f", compared, comparedMore, allocated, allocatedMore)
	for what, growth := range map[string]float64{"comparisons": comparedMore / compared, "allocations": allocatedMore / allocated} {
		if growth > times*1.15 {
			t.Errorf("%s grow %.1f times in a text that is %d times as long", what, growth, times)
		}
	}
}

// BenchmarkGrowth resolves texts of growing length, without the network: the
// words a second should not fall.
func BenchmarkGrowth(b *testing.B) {
	for _, paragraphs := range []int{300, 3_000, 15_000} {
		d := repeated(b, paragraphs)
		b.Run(fmt.Sprint(len(d.Words)), func(b *testing.B) {
			for b.Loop() {
				Resolve(d)
			}
			b.ReportMetric(float64(len(d.Words)*b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
