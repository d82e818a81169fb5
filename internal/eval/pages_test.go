package eval

import (
	"archive/tar"
	"bytes"
	"context"
	"strings"
	"testing"
)

func TestPages(t *testing.T) {
	text := strings.Repeat("<p>The two ministers met in Geneva on Friday, and they said that the talks would go on next week.</p>", 8)
	var b bytes.Buffer
	archive := tar.NewWriter(&b)
	for name, data := range map[string]string{
		"a/source.html":            `<html><head><title>Talks go on</title><meta name=author content="By Jane Doe"></head><body><article>` + text + `</article></body></html>`,
		"a/expected.html":          "<div>" + text + "<p>And four words more.</p></div>",
		"a/expected-metadata.json": `{"title": "Talks go on!", "byline": "by Jane Doe", "siteName": "Example", "publishedTime": null}`,
	} {
		if err := archive.WriteHeader(&tar.Header{Name: name, Size: int64(len(data)), Mode: 0o644}); err != nil {
			t.Fatal(err)
		}
		archive.Write([]byte(data))
	}
	archive.Close()
	figures, err := Pages(context.Background(), &b, 1)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for _, f := range figures {
		got[f.Name] = f.Value
	}
	if r := got["… words, recall"]; got["… words, precision"] != 1 || r < 0.95 || r == 1 || got["headline"] != 1 || got["authors"] != 1 || got["publisher"] != 0 {
		t.Errorf("got %v", got)
	}
	if _, err := Pages(context.Background(), strings.NewReader(""), 1); err == nil {
		t.Error("an empty archive is measured")
	}
}
