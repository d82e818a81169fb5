package who

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// parsed reads lines of FORM UPOS HEAD DEPREL MISC; sentences are parted by
// empty lines.
func parsed(t *testing.T, lines string) *document.Document {
	t.Helper()
	d, err := document.Parse("# global.columns = FORM UPOS HEAD DEPREL MISC\n# newdoc id = test\n# newpar\n" + lines + "\n")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// named reads text in which names stand in brackets, “[PER Jane Doe] left .”,
// without a tree.
func named(t *testing.T, text string) *document.Document {
	t.Helper()
	var lines strings.Builder
	kind, first := "", false
	for _, w := range strings.Fields(text) {
		if strings.HasPrefix(w, "[") {
			kind, first = w[1:], true
			continue
		}
		word, ends := strings.CutSuffix(w, "]")
		tag, misc := "X", "_"
		if kind != "" {
			tag, misc = "PROPN", "Name=I-"+kind
		}
		if first {
			misc = "Name=B-" + kind
		}
		fmt.Fprintf(&lines, "%s\t%s\t_\t_\t%s\n", word, tag, misc)
		if first = false; ends {
			kind = ""
		}
	}
	return parsed(t, lines.String())
}

// shown lists entities as “kind:slug Name (other names)”.
func shown(c *Cast) (all []string) {
	for _, e := range c.Entities {
		if len(e.Mentions) == 0 {
			continue
		}
		line := e.ID + " " + e.Name
		if aliases := c.Aliases(e); len(aliases) > 0 {
			line += " (" + strings.Join(aliases, ", ") + ")"
		}
		all = append(all, line)
	}
	return all
}

func TestPeople(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"[PER Doe] said so . [PER Jane Doe] left . [PER Ms. Doe] stayed .", []string{"person:jane-doe Jane Doe (Doe)"}},
		{"[PER Secretary Jane Q. Doe] met [PER J. Doe] .", []string{"person:jane-doe Jane Q. Doe (J. Doe)"}},
		{"[PER DOE] warned . [PER JANE DOE] spoke . [PER Jane Doe] spoke .", []string{"person:jane-doe Jane Doe (DOE, JANE DOE)"}},
		{"[PER Volodymyr Zelenskyy] and [PER Volodymyr Zelensky] .", []string{"person:volodymyr-zelensky Volodymyr Zelenskyy (Volodymyr Zelensky)"}},
		{"[PER Bashar al-Assad] spoke . [PER Assad] left .", []string{"person:bashar-al-assad Bashar al-Assad (Assad)"}},
		{"[PER Donald Trump] called [PER Donald Trump Jr.] . [PER Trump Jr.] came .", []string{"person:donald-trump Donald Trump", "person:donald-trump-jr Donald Trump Jr. (Trump Jr.)"}},
		{"[PER Michelle Obama] came before Mr. [PER Obama] .", []string{"person:michelle-obama Michelle Obama", "person:obama Obama"}},
		{"Prince [PER Charles] left . [PER Charles] stayed .", []string{"person:prince-charles Prince Charles (Charles)"}},
		{"[PER Enrique Peña Nieto] spoke . President [PER Peña] left .", []string{"person:enrique-pena-nieto Enrique Peña Nieto (Peña, President Peña)"}},
		{"[PER Kim Jong-un] met [PER Kim Jong Un] .", []string{"person:kim-jong-un Kim Jong-un (Kim Jong Un)"}},
		{"Sen. [PER Jane Doe] , [PER D-Nev.] , spoke ; the [PER Governor] left", []string{"person:jane-doe Jane Doe"}},
		{"[PER GETTY Jane Doe] left", []string{"person:jane-doe Jane Doe"}},
		{"[PER God] helps [PER Jane Doe] .", []string{"person:jane-doe Jane Doe"}},
		{"By [PER John Roe]", nil},
		{"[PER Rafik Doe] and [PER Rafiq Doe] , [PER Marco Roe] and [PER Mario Roe]", []string{"person:rafik-doe Rafik Doe (Rafiq Doe)", "person:marco-roe Marco Roe", "person:mario-roe Mario Roe"}},
		{"[PER Allah] is great , [PER Madame President] , said [PER M] of the [PER Kennedys] . Image : [PER John Roe]", nil},
		{"[ORG Rep. Jane Doe] spoke .", []string{"person:jane-doe Jane Doe"}},
		{"[PER Gerald Ford] died . [ORG Ford Motor Co.] said [ORG Ford] grows .", []string{"person:gerald-ford Gerald Ford", "organization:ford-motor-co Ford Motor Co. (Ford)"}},
		{"[PER Barack Obama] left . The [ORG Obamas] went to the [ORG Cubs] .", []string{"person:barack-obama Barack Obama", "organization:cubs Cubs"}},
		{"[PER June Carter] sang . [PER Carter] left .", []string{"person:june-carter June Carter (Carter)"}},
	} {
		if got := shown(Find(named(t, c.text))); !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"[LOC Moscow] warned [MISC American] and [LOC DR Congo] .", []string{"country:ru Russia", "country:us United States", "country:cd DR Congo"}},
		{"the [LOC Kremlin] and the [PER Obama] administration", []string{"country:ru Russia", "country:us United States"}},
		{"20 km north of [LOC Paris]", []string{"place:paris Paris"}},
		{"The [ORG Irish Republican Army] spoke .", []string{"organization:irish-republican-army Irish Republican Army"}},
		{"The [ORG Reserve Bank of Australia] ( [ORG RBA] ) said the [ORG RBA] waits .", []string{"organization:reserve-bank-of-australia Reserve Bank of Australia (RBA)"}},
		{"[ORG General Motors Corp.] said [ORG GM] grows .", []string{"organization:general-motors-corp General Motors Corp. (GM)"}},
		{"the [ORG Federal Bureau of Investigation] , or [ORG FBI]", []string{"organization:fbi FBI (Federal Bureau of Investigation)"}},
		{"the [MISC Swiss] [ORG Foreign Ministry] . The [ORG Foreign Ministry]", []string{"country:ch Switzerland", "organization:foreign-ministry-ch Foreign Ministry (Swiss Foreign Ministry)"}},
		{"the [PER Clinton] campaign said", []string{"organization:clinton-campaign Clinton campaign"}},
		{"the daily [ORG Le Monde] said", []string{"organization:le-monde Le Monde"}},
		{"in [LOC Austin] , [LOC Texas] .", []string{"place:austin Austin (Austin , Texas)", "place:texas Texas"}},
		{"[LOC Latvia] ’s [ORG Sunday Times] .", []string{"country:lv Latvia", "organization:sunday-times Sunday Times"}},
		{"The [PER Sunday Times] asked [PER ThyssenKrupp] , not [PER Jane McDoe] .", []string{"organization:sunday-times Sunday Times", "organization:thyssenkrupp ThyssenKrupp", "person:jane-mcdoe Jane McDoe"}},
		{"[PER Ohrid] waits . In [LOC Ohrid] , in [LOC Ohrid] .", []string{"place:ohrid Ohrid"}},
		{"he told CNN", []string{"organization:cnn CNN"}},
		{"[ORG Norvik Steel Inc.] grows , [PER Norvik Steel] said", []string{"organization:norvik-steel-inc Norvik Steel Inc. (Norvik Steel)"}},
		{"the [ORG European Commission] met , the [ORG Commission] said", []string{"organization:european-commission European Commission (Commission)"}},
		{"the [ORG Criminal Tribunal] for the former [LOC Yugoslavia] ( [ORG CTY] )", []string{"organization:criminal-tribunal-for-the-former-yugoslavia Criminal Tribunal for the former Yugoslavia (CTY)"}},
		{"[PER Jane Doe] 's campaign to cut costs", []string{"person:jane-doe Jane Doe"}},
		{"[ORG KEKKILA] grows . [ORG Kekkila Oy] said", []string{"organization:kekkila-oy Kekkila Oy (KEKKILA)"}},
		{"[ORG Norvik Steel] lost , [ORG Norvik Ltd] grew . [ORG Norvik] said", []string{"organization:norvik-steel Norvik Steel", "organization:norvik-ltd Norvik Ltd (Norvik)"}},
		{"[ORG Norvik Ltd] lost , [ORG Norvik Corp.] grew . [ORG Norvik] said", []string{"organization:norvik-ltd Norvik Ltd", "organization:norvik-corp Norvik Corp.", "organization:norvik Norvik"}},
		{"the [ORG Ministry of Commerce] of Bern left . the [MISC Swiss] commerce ministry stayed in [LOC Chad] . [LOC Chad] waits , [LOC Chad] said", []string{"organization:commerce-ministry-ch Ministry of Commerce", "country:ch Switzerland", "country:td Chad"}},
		{"[ORG Channel 10] news said", []string{"organization:channel-10 Channel 10 (Channel 10 news)"}},
		{"[PER Upjohn Co.] grows", []string{"organization:upjohn-co Upjohn Co."}},
	} {
		if got := shown(Find(named(t, c.text))); !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestBodies(t *testing.T) {
	for _, c := range []struct {
		lines string
		want  []string
	}{
		{`Nepal  PROPN 2 compound Name=B-LOC
police NOUN  3 nsubj
said   VERB  0 root`, []string{"organization:police-np Nepal police (police)"}},
		{`The      DET   4 det
Swiss    ADJ   4 amod Name=B-MISC
foreign  ADJ   4 amod
ministry NOUN  5 nsubj
said     VERB  0 root

The      DET   2 det
ministry NOUN  3 nsubj
added    VERB  0 root`, []string{"organization:foreign-ministry-ch Swiss foreign ministry (foreign ministry, ministry)"}},
		{`Reuters PROPN 3 compound Name=B-ORG
news    NOUN  3 compound
agency  NOUN  4 nsubj
said    VERB  0 root`, []string{"organization:reuters Reuters (Reuters news agency)"}},
		{`the     DET   2 det
embassy NOUN  5 nsubj
in      ADP   4 case
Tirana  PROPN 2 nmod Name=B-LOC
said    VERB  0 root`, []string{"organization:embassy-in-tirana-al embassy in Tirana"}},
		{`Jane    PROPN 3 nmod:poss Name=B-PER
’s      PART  1 case
office  NOUN  4 nsubj
said    VERB  0 root`, []string{"organization:jane-s-office-test Jane ’s office"}},
		{`Berlin      PROPN 2 compound Name=B-LOC
prosecutors NOUN  3 nsubj
said        VERB  0 root`, []string{"organization:berlin-prosecutors-de Berlin prosecutors"}},
		{`the         DET  2 det
authorities NOUN 3 nsubj
said        VERB 0 root`, nil},
		{`the         DET  3 det
Norvik      ADJ  3 amod Name=B-MISC
government  NOUN 4 nsubj
said        VERB 0 root`, []string{"organization:norvik-government Norvik government"}},
		{`the         DET  2 det
EU          PROPN 5 nmod:poss Name=B-ORG
's          PART 2 case
veterinary  ADJ  5 amod
committee   NOUN 6 nsubj
said        VERB 0 root`, []string{"organization:european-union European Union (EU)", "organization:eu-s-veterinary-committee-test EU 's veterinary committee (veterinary committee)"}},
		{`the      DET   4 det
Bavarian ADJ   4 amod Name=B-MISC
Interior PROPN 4 compound Name=B-ORG
Ministry PROPN 5 nsubj Name=I-ORG
said     VERB  0 root`, []string{"organization:interior-ministry Interior Ministry (Bavarian Interior Ministry)"}},
		{`Opel      PROPN 4 nmod:poss Name=B-ORG
's        PART  1 case
new       ADJ   4 amod
board     NOUN  7 nsubj
of        ADP   6 case
directors NOUN  4 nmod
said      VERB  0 root`, []string{"organization:opel Opel"}},
		{`House       PROPN 2 compound Name=B-ORG
Republicans PROPN 3 nsubj Name=B-ORG
said        VERB  0 root`, []string{"organization:house House", "organization:republican-party Republican Party (Republicans)"}},
	} {
		got := slices.DeleteFunc(shown(Find(parsed(t, c.lines))), func(s string) bool { return !strings.HasPrefix(s, "organization:") })
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.lines, got, c.want)
		}
	}
}

// A name of one word is a body's where the article says so anywhere.
func TestBesideKind(t *testing.T) {
	for _, line := range []string{"the DET 3 det\nFidesz PROPN 3 compound Name=B-PER\nparty NOUN 0 root", "carmaker NOUN 2 compound\nFidesz PROPN 0 root Name=B-PER", "Fidesz PROPN 6 compound Name=B-PER\n( PUNCT 3 punct\nRain NOUN 1 appos\n) PUNCT 3 punct\nTV NOUN 6 compound\nchannel NOUN 0 root"} {
		got := shown(Find(parsed(t, "Fidesz PROPN 2 nsubj Name=B-PER\nwon VERB 0 root\n\n"+line)))
		if got[0] != "organization:fidesz Fidesz" && got[0] != "organization:fidesz Fidesz (Fidesz party)" {
			t.Errorf("%q: got %q", line, got)
		}
	}
}

func TestSites(t *testing.T) {
	d := parsed(t, `motoring X    0 root  SpaceAfter=No
.        PUNCT 1 punct SpaceAfter=No
com      X     1 flat  SpaceAfter=No
.        PUNCT 1 punct SpaceAfter=No
au       X     1 flat  _
said     VERB  1 dep   _
so       ADV   1 dep   SpaceAfter=No
.        PUNCT 1 punct _`)
	if got, want := shown(Find(d)), []string{"organization:motoring-com-au motoring.com.au"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMentions(t *testing.T) {
	c := Find(parsed(t, `Israeli ADJ  2 amod Name=B-MISC
army    NOUN 3 nsubj
said    VERB 0 root`))
	in := c.MentionsIn(document.Range{First: 0, Last: 3})
	if len(in) != 2 || in[0].Entity.Name != "Israeli army" || in[1].Entity.Code != "IL" {
		t.Errorf("mentions are %v", in)
	}
	for word, want := range []string{"Israel", "Israeli army", ""} {
		got := ""
		if m := c.MentionAt(word); m != nil {
			got = m.Entity.Name
		}
		if got != want {
			t.Errorf("word %d is of %q, want %q", word, got, want)
		}
	}
}

// A list of thousands of names must not take the square of its length.
func BenchmarkFindInLongList(b *testing.B) {
	var text strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&text, "Name%c%d\tPROPN\t_\t_\tName=B-PER\nFamily%d\tPROPN\t_\t_\tName=I-PER\n,\tPUNCT\t_\t_\t_\nBody%d\tPROPN\t_\t_\tName=B-ORG\nof\tADP\t_\t_\tName=I-ORG\nPlace%d\tPROPN\t_\t_\tName=I-ORG\n.\tPUNCT\t_\t_\t_\n\n", 'A'+i%26, i, i%2000, i, i)
	}
	d, err := document.Parse("# global.columns = FORM UPOS HEAD DEPREL MISC\n# newpar\n" + text.String())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if c := Find(d); len(c.Entities) < 6000 {
			b.Fatalf("%d entities", len(c.Entities))
		}
	}
}

// What a body is called by for short is its own under any name that it has in the
// article, and nobody's where two have it.
func TestLastWords(t *testing.T) {
	for text, want := range map[string][]string{
		"[ORG EU Commission] and [ORG European Commission] ; the [ORG Commission] met .": {"organization:european-commission European Commission (Commission, EU Commission)"},
		"[ORG IMF] said so ; the [ORG Fund] met .":                                       {"organization:international-monetary-fund International Monetary Fund (Fund, IMF)"},
		"[ORG State Council] and [ORG City Council] ; the [ORG Council] met .":           {"organization:state-council State Council", "organization:city-council City Council", "organization:council Council"},
	} {
		if got := shown(Find(named(t, text))); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// What an editor adds to a name is of the name; what stands within it is a nickname.
func TestNamesInBrackets(t *testing.T) {
	for text, want := range map[string]string{
		"[PER John (Roe)] left .":      "person:john-roe John Roe (John (Roe))",
		"[PER John (Jack) Roe] left .": "person:john-jack-roe John (Jack) Roe",
	} {
		if got := shown(Find(named(t, text))); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
