package lexicon

// The sets; words.txt says what each is for.
var (
	sets = Parse(wordsTXT)

	WithinNames         = sets["within names"]
	HyphenatedParticles = sets["hyphenated particles"]
	ArabicArticles      = sets["arabic articles"]
	Generations         = sets["generations"]
	Honours             = sets["honours"]
	RoyalTitles         = sets["royal titles"]
	MaleAddress         = sets["male address"]
	FemaleAddress       = sets["female address"]
	AbbreviatedTitles   = sets["abbreviated titles"]
	Agencies            = sets["agencies"]
	Credits             = sets["credits"]
	Papers              = sets["papers"]
	Domains             = sets["domains"]

	He                    = sets["he"]
	She                   = sets["she"]
	It                    = sets["it"]
	They                  = sets["they"]
	We                    = sets["we"]
	I                     = sets["i"]
	You                   = sets["you"]
	RelativePronouns      = sets["relative pronouns"]
	IndefinitePronouns    = sets["indefinite pronouns"]
	Both                  = sets["both"]
	Demonstratives        = sets["demonstratives"]
	Quantifiers           = sets["quantifiers"]
	OwnPerson             = sets["own person"]
	IndefiniteDeterminers = sets["indefinite determiners"]
	Negations             = sets["negations"]
	Empty                 = sets["empty"]
	Frequent              = sets["frequent"]
	SentenceStarters      = sets["sentence starters"]
	OfficeJoints          = sets["office joints"]
	AtMeeting             = sets["at a meeting"]

	HeldNoLonger  = sets["held no longer"]
	Groups        = sets["groups"]
	FemaleKin     = sets["female kin"]
	MaleKin       = sets["male kin"]
	Kin           = union(FemaleKin, MaleKin, sets["other kin"])
	BesideTitles  = sets["beside titles"]
	PairsOfPeople = sets["pairs of people"]

	BeforePlaces = sets["before places"]
	OfCity       = sets["of a city"]
	Visited      = sets["visited"]

	Thinking    = sets["thinking"]
	ReliedOn    = sets["relied on"]
	SpokenTo    = sets["spoken to"]
	Replying    = sets["replying"]
	Ordering    = sets["ordering"]
	Recalled    = sets["recalled"]
	Withheld    = sets["withheld"]
	Called      = sets["called"]
	Announcing  = sets["announcing"]
	Interviewed = sets["interviewed"]
)
