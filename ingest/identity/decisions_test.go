package identity

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "",
		"# nothing\n\n":                "",
		"same person:a person:b # yes": "",
		"same person:a person:b\nsame person:b person:c":                         "",
		"same person:a person:b\nsame person:a person:b":                         "",
		"same person:a person:b\nsame person:a person:c\nsame person:b person:c": "",
		"same person:a person:c\nsame person:b person:c":                         "",
		"equal person:a person:b":                                                "f:1: \"equal\" is no decision; there are same, different, name and wikidata",
		"\nsame person:a":                                                        "f:2: same needs two ids",
		"same person:a Jane":                                                     "f:1: \"Jane\" is no id; ids look like person:jane-doe",
		"same person:a place:b":                                                  "f:1: person:a is a person, place:b a place",
		"same person:a person:b person:c":                                        "f:1: same takes two ids, not 3",
		"same person:a person:b\nsame person:b person:a":                         "f:2: person:b and person:a already stand for one another by line 1",
		"same person:a person:b\ndifferent person:b person:a":                    "f:2: person:b and person:a are different here, but the same by line 1",
		"different person:b person:a\nsame person:a person:b":                    "f:1: person:b and person:a are different here, but the same by line 2",
		"different person:a person:a":                                            "f:1: person:a cannot be different from itself",
		"different person:a person:b on u":                                       "f:1: after the two ids stands nothing, or in and the ids of articles",
		"different person:a person:b in":                                         "f:1: after the two ids stands nothing, or in and the ids of articles",
		"different person:a person:b in u v":                                     "",
		"different person:a person:b in u\ndifferent person:a person:c in v u":   "f:2: person:a is already meant as person:b by line 1",
		"wikidata person:a 42":                                                   "f:1: \"42\" is no Wikidata id; they look like Q42",
		"wikidata person:a Q42 Q43":                                              "f:1: \"Q42 Q43\" is no Wikidata id; they look like Q42",
		"wikidata person:a Q42\nsame person:a person:b\nwikidata person:b Q43":   "f:3: person:b is already Q42 by line 1",
		"name person:a":                                                          "f:1: name needs an id and a value",
		"name person:a Jane\nname person:a Jane":                                 "",
		"name person:b Jane\nname person:a Joan\nsame person:a person:b":         "f:2: person:a is already named Jane by line 1",
		"name person:a Jane Doe\nwikidata person:a Q42\nsame x y\nno":            "f:3: \"x\" is no id; ids look like person:jane-doe\nf:4: \"no\" is no decision; there are same, different, name and wikidata",
	} {
		_, err := Parse(strings.NewReader(text), "f")
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q\ngot  %s\nwant %s", text, got, want)
		}
	}
}

func parsed(t *testing.T, text string) *Decisions {
	t.Helper()
	d, err := Parse(strings.NewReader(text), "f")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWhatIsDecidedOfOneHoldsOfAllThatAreTheSame(t *testing.T) {
	d := parsed(t, "name person:c Jane Doe\nsame person:a person:c\nsame person:b person:c\nwikidata person:a Q42\nwikidata person:x Q43\ndifferent person:c person:y")
	for _, id := range []string{"person:a", "person:b", "person:c"} {
		if got := d.stands(id) + " " + d.names[d.stands(id)].text + " " + d.wikidata[d.stands(id)].text; got != "person:b Jane Doe Q42" {
			t.Errorf("%s is %s", id, got)
		}
		if !d.apart("person:y", id) || !d.apart(id, "person:x") || d.apart(id, "person:z") {
			t.Errorf("%s is apart from others than those decided", id)
		}
	}
	if got := strings.Join(d.Named(), " "); got != "person:b person:x" {
		t.Errorf("named are %s", got)
	}
	var none *Decisions
	if none.stands("person:a") != "person:a" || none.apart("person:a", "person:b") || none.in("u", "person:a") != "person:a" || none.Named() != nil || none.Unused(nil) != nil {
		t.Error("nil decides something")
	}
}

func TestUnused(t *testing.T) {
	for text, want := range map[string]string{
		"same person:new person:a":                                 "",
		"same person:a person:none":                                "line 1 (same person:a person:none)",
		"name person:new Jane\nsame person:new person:a":           "",
		"# first\nname person:none Jane\nwikidata person:gone Q42": "line 2 (name person:none); line 3 (wikidata person:gone)",
		"different person:a person:b":                              "",
		"different person:a person:none":                           "line 1 (different person:a person:none)",
		"different person:a person:new in u":                       "",
		"different person:none person:a in u":                      "line 1 (different person:none person:a)",
	} {
		if got := strings.Join(parsed(t, text).Unused(map[string]bool{"person:a": true, "person:b": true}), "; "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("same person:a person:b\ndifferent person:a person:c in u\nsame person:c person:b\nname person:a A")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Parse(strings.NewReader(text), "f")
		if err == nil {
			d.stands("person:a")
			d.Unused(nil)
		}
	})
}
