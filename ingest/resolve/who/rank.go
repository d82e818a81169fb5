package who

import "strings"

// Rank returns a title as it is compared with those of others: who leads the
// foreign ministry has several in English.
func Rank(title string) string {
	title = strings.ToLower(title)
	switch title {
	case "secretary of state", "foreign secretary":
		return "foreign minister"
	case "premier", "chancellor":
		return "prime minister"
	case "defence minister", "defense secretary", "defence secretary", "secretary of defense":
		return "defense minister"
	}
	return title
}
