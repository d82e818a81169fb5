package eval

import (
	"encoding/json"
	"io"
	"strings"
)

// Texts adds the texts of a corpus to a set of texts by their hashes: JSON, an
// article a line with its text, or CoNLL-U, whose documents are put together
// from the texts of their sentences, an empty line between paragraphs.
func Texts(r io.Reader, conllu bool, texts map[string]string) error {
	if conllu {
		return treebankTexts(r, texts)
	}
	return lines(r, func(line string) error {
		var a struct{ Text string }
		err := json.Unmarshal([]byte(line), &a)
		texts[Hash(a.Text)] = a.Text
		return err
	})
}

func treebankTexts(r io.Reader, texts map[string]string) error {
	var text strings.Builder
	paragraph := false
	document := func() {
		texts[Hash(text.String())] = text.String()
		text.Reset()
	}
	err := lines(r, func(line string) error {
		sentence, isText := strings.CutPrefix(line, "# text = ")
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			document()
		case strings.HasPrefix(line, "# newpar"):
			paragraph = true
		case isText:
			if text.Len() > 0 {
				text.WriteString(map[bool]string{false: " ", true: "\n\n"}[paragraph])
			}
			text.WriteString(sentence)
			paragraph = false
		}
		return nil
	})
	document()
	return err
}
