package gazetteer

import "testing"

func TestLeaders(t *testing.T) {
	for _, c := range []struct {
		name, code string
		year       int
		head       bool
	}{
		{"Fidel Castro", "CU", 2000, true},
		{"Fidel Castro", "CU", 2012, false},
		{"Sergey Lavrov", "RU", 2022, false},
		{"Emmanuel Macron", "FR", 2022, true},
		{"Reagan", "US", 2016, false},
		{"Necmettin Erbakan", "TR", 1996, true},
		{"Volodymyr Zelenskyy", "UA", 2022, true},
	} {
		found := Leaders(c.name)
		if len(found) != 1 || found[0].Code != c.code || found[0].Head(c.year) != c.head {
			t.Errorf("%s: %+v", c.name, found)
		}
	}
	if found := Leaders("Jane Doe"); len(found) > 0 {
		t.Errorf("found %+v", found)
	}
}
