package resolve

import (
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// TestWhoSpeaks holds who the last statement of a text is by, for each way in
// which the press names people and bodies.
func TestWhoSpeaks(t *testing.T) {
	for text, want := range map[string]string{
		// Titles and forms of address
		"US Secretary of State Antony Blinken left. Blinken said all was well.":         "person:antony-blinken",
		"US Secretary of State Antony Blinken left. Mr Blinken said all was well.":      "person:antony-blinken",
		"Secretary Antony Blinken left. “All is well,” the secretary of state said.":    "person:antony-blinken",
		"Sen. Jane Doe and Rep. John Roe left. Roe said all was well.":                  "person:john-roe",
		"“All is well,” said Jane Doe, the French foreign minister.":                    "person:jane-doe",
		"“All is well,” said the French foreign minister, Jane Doe.":                    "person:jane-doe",
		"White House press secretary Josh Earnest said all was well.":                   "person:josh-earnest",
		"Trump campaign spokesman Jason Miller said all was well.":                      "person:jason-miller",
		"The Trump campaign said all was well.":                                         "organization:trump-campaign",
		"Jane Doe's campaign manager Robby Mook said all was well.":                     "person:robby-mook",
		"John F. Kerry left. Kerry said all was well.":                                  "person:john-kerry",
		"J. Roe left after John Roe came. Roe said all was well.":                       "person:john-roe",
		"Leslie Wimes came. Wines said all was well.":                                   "person:leslie-wimes",
		"Nobody was there. Roe said all was well.":                                      "person:roe",
		"Syrian President Bashar al-Assad left. Assad said all was well.":               "person:bashar-al-assad",
		"Xi Jinping spoke. Xi said all was well.":                                       "person:xi-jinping",
		"Aung San Suu Kyi left the house. Suu Kyi said all was well.":                   "person:aung-san-suu-kyi",
		"Volodymyr Zelenskyy left Kyiv. Zelenskyy said all was well.":                   "person:volodymyr-zelensky",
		"Bill Clinton spoke for his wife Hillary Clinton. Clinton said all was well.":   "person:bill-clinton",
		"Jane Doe and John Doe came. Mr. Doe said all was well.":                        "person:john-doe",
		"Jane Doe came. President Doe said all was well. “All is well,” Mr. Doe said.":  "person:doe",
		"Jane Doe and John Doe came. Mrs. Doe said all was well.":                       "person:jane-doe",
		"Jane Doe came with Mary Roe. “All is well,” she said. “Very well,” Roe added.": "person:mary-roe",
		"Michael Jordan said he was ill. Jordan added that he would play.":              "person:michael-jordan",
		"Valeska Paris was there. Paris said she had been forced to work.":              "person:valeska-paris",
		// Pronouns
		"Jane Doe met John Roe. He said all was well.":                         "person:john-roe",
		"Jane Doe met John Roe. She said all was well.":                        "person:jane-doe",
		"John Roe spoke first. “All is well,” he said. “Very well,” he added.": "person:john-roe",
		"John Roe said he had met Jim Doe. Doe, he said, had listened.":        "person:john-roe",
		"France was ready. It said all was well.":                              "country:fr",
		"Jane Doe, who said all was well, left.":                               "person:jane-doe",
		"“All is well,” said Jane Doe. “Very well,” she added.":                "person:jane-doe",
		"Jane Doe spoke on Monday, saying that all was well.":                  "person:jane-doe",
		"Jane Doe defended the plan on Friday, arguing that it would work.":    "person:jane-doe",
		// Descriptions
		"Retired General John Roe left. The general said all was well.":                                         "person:john-roe",
		"Judge Jane Doe left. The judge said all was well.":                                                     "person:jane-doe",
		"Republican nominee Donald Trump left. The nominee said all was well.":                                  "person:donald-trump",
		"Former President Bill Clinton left. The former president said all was well.":                           "person:bill-clinton",
		"French President Emmanuel Macron left. The French president said all was well.":                        "person:emmanuel-macron",
		"Finance Minister John Roe met Prime Minister Jane Doe. The minister said all was well.":                "person:john-roe",
		"President Jane Doe of France met former President John Roe of Chile. The president said all was well.": "person:jane-doe",
		"The ambassador to Germany, Jane Doe, said all was well.":                                               "person:jane-doe",
		"General Motors cut jobs. Jane Doe, whose company owns it, left. The company said all was well.":        "organization:general-motors",
		"The parent company General Motors said all was well.":                                                  "organization:general-motors",
		"President Jane Doe of France met former President John Roe. The president said all was well.":          "person:jane-doe",
		"President Jane Doe of France met former President John Roe. The former president said all was well.":   "person:john-roe",
		"France's prime minister at the time, Jane Doe, said all was well.":                                     "person:jane-doe",
		"The head of the metal employers in Munich, Jane Doe, said all was well.":                               "person:jane-doe",
		// Countries and their seats
		"Qatar's Foreign Ministry said all was well.":                                                   "country:qa",
		"Russia was ready. The Defense Ministry said all was well.":                                     "country:ru",
		"Moscow denied that it had paid.":                                                               "country:ru",
		"The Kremlin said all was well.":                                                                "country:ru",
		"Downing Street said all was well.":                                                             "country:gb",
		"The White House said all was well.":                                                            "country:us",
		"The Russian foreign ministry said all was well.":                                               "country:ru",
		"A Russian government spokesman said all was well.":                                             "country:ru",
		"French diplomats said all was well.":                                                           "country:fr",
		"French authorities said all was well.":                                                         "country:fr",
		"The Russians said all was well.":                                                               "country:ru",
		"Members of the Saudi government said all was well.":                                            "country:sa",
		"President Barack Obama of the United States left. The Obama administration said all was well.": "country:us",
		"Georgia said Russian troops had left Tbilisi.":                                                 "country:ge",
		"Jordan said it would host talks in Amman.":                                                     "country:jo",
		// Bodies
		"The International Monetary Fund cut its forecast. The fund said growth was weak.": "organization:international-monetary-fund",
		"The Church of Scientology left. The Church said all was well.":                    "organization:church-of-scientology",
		"The North Atlantic Treaty Organization (NATO) met. NATO said all was well.":       "organization:nato",
		"All was well, according to a new report by Politico.":                             "organization:politico",
		"In its report, Amnesty International said all was well.":                          "organization:amnesty-international",
		"London’s Financial Times said all was well.":                                      "organization:financial-times",
		"The Japanese carmaker Toyota said all was well.":                                  "organization:toyota",
		"Jane Doe left early. Doe’s campaign said all was well.":                           "organization:doe-campaign",
		"NATO met. The Reuters news agency said all was well.":                             "organization:reuters",
		"NATO met. The German broadcaster ZDF said all was well.":                          "organization:zdf",
		// Nobody
		"A Russian diplomat who asked not to be named said all was well.": "nobody",
		"Three officials said all was well.":                              "nobody",
		"Many Tunisians say all was well.":                                "nobody",
		"Sources said all was well.":                                      "nobody",
		"Some said all was well.":                                         "nobody",
		"Many Americans said all was well.":                               "nobody",
		"Jane Doe was asked whether all was well.":                        "nobody",
		"Jane Doe is accused of stealing.":                                "nobody",
		"An aide to John Roe said all was well.":                          "nobody",
		"German business leaders said all was well.":                      "nobody",
		"Prime Minister John Roe of France left. Prime Minister Roe's right-hand man said all was well.": "nobody",
		"Jane Doe, a former leader, met John Roe, a leader. The two leaders said all was well.":          "nobody",
		"Some Republicans said all was well.":                                                            "nobody",
	} {
		f, last := resolved(t, text), "none"
		for _, s := range f.Statements {
			last = speaker(s)
		}
		if last != want {
			t.Errorf("%s\ngot %s, want %s", text, last, want)
		}
	}
}

// TestToWhomAndHow holds act, addressees and targets for each way of saying.
func TestToWhomAndHow(t *testing.T) {
	for text, want := range map[string]string{
		"Paris told Berlin that all was well.":                     "ASSERT > country:de !",
		"Paris told German Chancellor Jane Doe that all was well.": "ASSERT > person:jane-doe !",
		"Berlin was told by Paris that all was well.":              "ASSERT > country:de !",
		"Paris urged Berlin to pay.":                               "REQUEST > country:de !",
		"Paris called on Berlin to pay.":                           "REQUEST > country:de !",
		"Berlin was urged by Paris to pay.":                        "REQUEST > country:de !",
		"Paris called on Berlin and Rome to pay.":                  "REQUEST > country:de country:it !",
		"Paris called for a ban on arms.":                          "REQUEST > !",
		"Paris demanded that Berlin pay.":                          "REQUEST > country:de !",
		"Paris asked Berlin whether it would pay.":                 "ASK > country:de !",
		"Paris asked Berlin to pay.":                               "REQUEST > country:de !",
		"Jane Doe ordered John Roe to leave.":                      "ORDER > person:john-roe !",
		"Foreign Minister Jane Doe of France met Foreign Minister John Roe of Russia and President Mary Poe of Russia. Doe warned her Russian counterpart that it would act.": "WARN > person:john-roe !",
		"Foreign Minister Jane Doe of France met Foreign Minister John Roe of Russia. Doe warned her Russian counterpart that it would act.":                                  "WARN > person:john-roe !",
		"Jane Doe met John Roe in Rome. “All is well,” Doe told her host.":                                                                                                    "ASSERT > person:john-roe !",
		"Paris warned Moscow of a response.":                          "WARN > country:ru !",
		"Paris accused Moscow of lying.":                              "ACCUSE > ! country:ru",
		"Moscow was accused by Paris of lying.":                       "ACCUSE > ! country:ru",
		"Jane Doe called John Roe a liar.":                            "CRITICIZE > ! person:john-roe",
		"Jane Doe called John Roe a hero.":                            "PRAISE > ! person:john-roe",
		"Jane Doe praised John Roe for his work.":                     "PRAISE > ! person:john-roe",
		"Jane Doe slammed John Roe for his silence.":                  "CRITICIZE > ! person:john-roe",
		"Paris rejected a Russian offer.":                             "REJECT > ! country:ru",
		"In a letter to Jane Doe, John Roe wrote that all was well.":  "ASSERT > person:jane-doe !",
		"John Roe said in an interview with CNN that all was well.":   "ASSERT > organization:cnn !",
		"“We urge Moscow to stop,” John Roe said.":                    "REQUEST > !",
		"“I apologize for this,” John Roe said.":                      "APOLOGIZE > !",
		"“Is all well?” John Roe said.":                               "ASK > !",
		"Paris denied that it had paid.":                              "DENY > !",
		"Paris promised to pay.":                                      "PROMISE > !",
		"Paris threatened to leave.":                                  "THREATEN > !",
		"Paris offered to pay.":                                       "OFFER > !",
		"Paris predicted that prices would fall.":                     "PREDICT > !",
		"Paris agreed that it had failed.":                            "AGREE > !",
		"Paris announced that it would pay.":                          "ANNOUNCE > !",
		"Paris acknowledged that it had paid.":                        "CONFIRM > !",
		"“All is well,” Jane Doe was heard telling John Roe.":         "ASSERT > person:john-roe !",
		"The French newspaper called Thursday on Berlin to unite.":    "REQUEST > country:de !",
		"Paris issued a warning to Berlin that it must pay.":          "WARN > country:de !",
		"Jane Doe met John Roe in France. She called it a farce.":     "CRITICIZE > !",
		"Jane Doe called out John Roe for his silence.":               "CRITICIZE > ! person:john-roe",
		"Jane Doe lashed out at John Roe for his silence.":            "CRITICIZE > ! person:john-roe",
		"Jane Doe ruled out talks with Moscow.":                       "REJECT > ! country:ru",
		"“Let me talk,” Jane Doe shot back.":                          "ANSWER > !",
		"Jane Doe called John Roe “no hero.”":                         "CRITICIZE > ! person:john-roe",
		"Jane Doe was heard telling John Roe to leave.":               "ORDER > person:john-roe !",
		"Jane Doe asked Paris for help.":                              "REQUEST > country:fr !",
		"Jane Doe asked for help from Paris.":                         "REQUEST > country:fr !",
		"Jane Doe said in a statement sent to CNN that all was well.": "ASSERT > organization:cnn !",
		"Jane Doe phoned John Roe to say that all was well.":          "ASSERT > person:john-roe !",
		"“All is well,” Jane Doe told CNN’s Chris Cuomo.":             "ASSERT > person:chris-cuomo !",
		"Jane Doe complained to an American about the noise.":         "CRITICIZE > !",
		"Jane Doe told Paris residents that all was well.":            "ASSERT > !",
		"Jane Doe voiced frustration that all was lost.":              "CRITICIZE > !",
		"“Thank you for this,” Jane Doe said.":                        "THANK > !",
		"“Please stay,” Jane Doe told John Roe.":                      "REQUEST > person:john-roe !",
		"Jane Doe hopes that all is well.":                            "BELIEVE > !",
		// Outlets
		"“All is well,” Jane Doe told Britain's Guardian newspaper.":                       "ASSERT > organization:guardian !",
		"Jane Doe told the German news agency, dpa, that all was well.":                    "ASSERT > organization:dpa !",
		"Jane Doe told NBC's evening show that all was well.":                              "ASSERT > organization:nbc !",
		"John Roe spoke, but Jane Doe told The Huffington Post on Monday that it was bad.": "ASSERT > organization:huffington-post !",
		"Speaking to CNN, Jane Doe said all was well.":                                     "ASSERT > organization:cnn !",
		"Speaking to reporters in Paris, Jane Doe said all was well.":                      "ASSERT > !",
		// The passive
		"The FBI left after being warned by Moscow that all was lost.": "WARN > organization:fbi !",
		"“All is well,” Jane Doe said when asked whether she knew.":    "ASK > person:jane-doe !",
		"Jane Doe was asked by John Roe whether all was well.":         "ASK > person:jane-doe !",
		"Jane Doe is accused of stealing.":                             "ACCUSE > ! person:jane-doe",
		"Jane Doe is convinced that all is well.":                      "ASSERT > !",
		// Behind prepositions, documents and conversations
		"Jane Doe admitted to John Roe that all was lost.":                "CONFIRM > person:john-roe !",
		"Jane Doe testified before Congress that all was well.":           "ASSERT > organization:congress !",
		"Jane Doe demanded an apology from Moscow.":                       "REQUEST > country:ru !",
		"In a phone call with John Roe, Jane Doe said that all was well.": "ASSERT > person:john-roe !",
		"During a meeting with John Roe, Jane Doe said all was well.":     "ASSERT > person:john-roe !",
		"After a meeting with John Roe, Jane Doe said all was well.":      "ASSERT > !",
		"In a letter to John Roe, Jane Doe asked CNN to pay.":             "REQUEST > organization:cnn person:john-roe !",
		"In a letter to John Roe, Jane Doe accused Moscow of lying.":      "ACCUSE > person:john-roe ! country:ru",
		"Jane Doe responded to John Roe, saying all was well.":            "ASSERT > person:john-roe !",
		"Jane Doe wrote to John Roe demanding that he resign.":            "REQUEST > person:john-roe !",
		"Jane Doe sent a letter to John Roe saying that all was well.":    "ASSERT > person:john-roe !",
		// Other objects
		"Jane Doe thanked John Roe for his help.":                         "THANK > person:john-roe ! person:john-roe",
		"Paris warned Russian authorities that all was lost.":             "WARN > country:ru !",
		"Jane Doe told Americans that all was well.":                      "ASSERT > !",
		"Jane Doe promised John Roe that all would be well.":              "PROMISE > person:john-roe !",
		"Paris called for Moscow to pay.":                                 "REQUEST > country:ru !",
		"Jane Doe told CNN evening show host John Roe that all was well.": "ASSERT > person:john-roe !",
	} {
		f := resolved(t, text)
		got := "nothing"
		if n := len(f.Statements); n > 0 {
			s := f.Statements[n-1]
			got = strings.TrimSpace(strings.Join(strings.Fields(s.Act+" > "+strings.Join(s.Addressees, " ")+" ! "+strings.Join(s.Targets, " ")), " "))
		}
		if got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// TestMeetingsToldInManyWays holds who met, for each way of telling it.
func TestMeetingsToldInManyWays(t *testing.T) {
	const two = "person:jane-doe person:john-roe"
	for text, want := range map[string]string{
		"Jane Doe met John Roe.":                                                two + " past in person",
		"Jane Doe met with John Roe.":                                           two + " past in person",
		"Jane Doe and John Roe met.":                                            two + " past in person",
		"In Geneva, Jane Doe met John Roe.":                                     two + " past in person",
		"The talks between Jane Doe and John Roe failed.":                       two + " past in person",
		"A meeting of Jane Doe and John Roe took place.":                        two + " past in person",
		"Talks were held between Jane Doe and John Roe.":                        two + " past in person",
		"Jane Doe held talks with John Roe.":                                    two + " past in person",
		"After her meeting with John Roe, Jane Doe left.":                       two + " past in person",
		"Jane Doe left after a meeting with John Roe.":                          two + " past in person",
		"Jane Doe hosted John Roe in Paris.":                                    two + " past in person",
		"John Roe was received by Jane Doe in Paris.":                           two + " past in person",
		"Jane Doe spoke by phone with John Roe.":                                two + " past phone",
		"Jane Doe spoke to John Roe by telephone.":                              two + " past phone",
		"Jane Doe held a video call with John Roe.":                             two + " past video",
		"Jane Doe will meet John Roe on Monday.":                                two + " planned in person",
		"Jane Doe is to meet John Roe in Rome.":                                 two + " planned in person",
		"Jane Doe plans to meet John Roe.":                                      two + " planned in person",
		"Jane Doe cancelled a meeting with John Roe.":                           two + " cancelled in person",
		"Jane Doe called off a meeting with John Roe.":                          two + " cancelled in person",
		"Jane Doe postponed her meeting with John Roe.":                         two + " postponed in person",
		"Jane Doe did not meet John Roe.":                                       two + " denied in person",
		"Jane Doe denied meeting John Roe.":                                     two + " denied in person",
		"Jane Doe would meet John Roe if he asked.":                             two + " hypothetical in person",
		"Jane Doe offered to meet John Roe.":                                    two + " hypothetical in person",
		"France and Germany held talks in Rome.":                                "country:de country:fr past in person",
		"US-China talks began in Geneva.":                                       "country:cn country:us past in person",
		"Jane Doe visited Ukraine on Monday.":                                   "country:ua person:jane-doe past visit",
		"Jane Doe spoke at a press conference.":                                 "person:jane-doe past in person",
		"Jane Doe met John Roe. The two leaders met again in Rome on Monday.":   two + " past in person",
		"French Foreign Minister Jane Doe met her German counterpart John Roe.": two + " past in person",
		"The foreign ministers of France and Germany met in Rome.":              "country:de country:fr past in person",
		"Jane Doe flew to Rome to meet John Roe.":                               two + " planned in person",
		"The Security Council met on Friday.":                                   "organization:un-security-council past in person",
		"After a meeting, the Security Council said all was well.":              "organization:un-security-council past in person",
		"In a phone call on Friday, Jane Doe urged John Roe to leave.":          two + " past phone",
		"Jane Doe told John Roe at a meeting in Rome that all was well.":        two + " past in person",
		"The Kremlin denied that Jane Doe had met John Roe.":                    two + " denied in person",
		"Jane Doe told John Roe by phone that all was well.":                    two + " past phone",
		"Jane Doe met John Roe ahead of the summit.":                            two + " past in person",
		"Jane Doe and John Roe resumed talks via video conference.":             two + " past video",
		"Leaders of the G7 will gather in Hiroshima in May.":                    "organization:group-of-seven planned in person",
		"Jane Doe seems set to leave after talks with John Roe.":                two + " past in person",
		"Jane Doe received a letter from John Roe.":                             "",
		"Jane Doe welcomed the decision of France.":                             "",
		"Jane Doe was to speak in Rome.":                                        "",
	} {
		got := "none"
		for _, m := range resolved(t, text).Meetings {
			got = who(m) + " " + m.Status + " " + m.Mode
		}
		if want == "" {
			want = "none"
		}
		if got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// who lists the participants in alphabetic order.
func who(m facts.Meeting) string {
	var ids []string
	for _, p := range m.Participants {
		ids = append(ids, p.ID)
	}
	return strings.Join(slices.Sorted(slices.Values(ids)), " ")
}

// TestOffices holds the offices that an article gives, in several orders.
func TestOffices(t *testing.T) {
	for text, want := range map[string]string{
		"French Immigration Minister Jane Doe left.":                                                     "Immigration Minister of country:fr",
		"Israel's new defense minister, Jane Doe, left.":                                                 "Defense Minister of country:il",
		"Jane Doe, Italy's prime minister, left.":                                                        "Prime Minister of country:it",
		"Jane Doe, the prime minister of Italy, left.":                                                   "Prime Minister of country:it",
		"Italian Deputy Foreign Minister Jane Doe left.":                                                 "Deputy Foreign Minister of country:it",
		"Former French President Jane Doe left.":                                                         "President of country:fr",
		"Jane Doe, who will join French President John Roe, left.":                                       "President of country:fr",
		"Russian Prime Minister John Roe met his Japanese counterpart Jane Doe.":                         "Prime Minister of country:ru | Prime Minister of country:jp",
		"The talks in Germany went well, government spokeswoman Jane Doe said.":                          "Spokeswoman of country:de",
		"Australia was ready. Environment Minister Jane Doe left.":                                       "Environment Minister of country:au",
		"Jane Doe, Russia's permanent representative in Vienna, left.":                                   "Permanent Representative of country:ru",
		"Ukraine's ambassador to Germany, Jane Doe, left.":                                               "Ambassador of country:ua",
		"Presidents Jane Doe of Brazil and John Roe of Russia met.":                                      "President of country:br | President of country:ru",
		"Indian Prime Minister Jane Doe was greeted by President John Roe.":                              "Prime Minister of country:in",
		"Qatar's Foreign Ministry spokeswoman Jane Doe left.":                                            "Spokeswoman of country:qa",
		"Israeli army spokesman John Roe left.":                                                          "Spokesman of country:il",
		"EU parliament president Jane Doe left.":                                                         "President of organization:european-union",
		"South African President Jane Doe met Vice President John Roe.":                                  "President of country:za",
		"In France, President Jane Doe of Chile left. President Doe was tired.":                          "President of country:cl",
		"The Kremlin was ready. Its spokesman, John Roe, left.":                                          "Spokesman of country:ru",
		"The International Criminal Court ruled. Jane Doe, the prosecutor of the court, left.":           "Prosecutor of organization:international-criminal-court",
		"“All is well,” said British Prime Minister John Roe. His Canadian counterpart, Jane Doe, left.": "Prime Minister of country:gb | Prime Minister of country:ca",
		"In Australia, Prime Minister Jane Doe left.":                                                    "Prime Minister of country:au",
		"Jane Doe, president of the German Chamber of Commerce, left.":                                   "President of organization:chamber-of-commerce",
	} {
		if got := offices(t, text); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}
