package eval

import (
	"archive/tar"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/html"
)

// webPage is a page of Readability's tests, with what is right.
type webPage struct {
	source, expected []byte
	about            pageData
}

// pageData is what a page says of its publication, as Readability's tests have it,
// and where it was found, which theirs don't tell.
type pageData struct{ Title, Byline, SiteName, PublishedTime, URL string }

// pages is what pages count.
type pages struct {
	shingles, words               shared
	headline, author, outlet, day count
}

// shared sums how much of the words of each page are where they belong.
type shared struct {
	precision, recall float64
	pages             int
}

// Pages measures the extraction of articles on the pages of Readability's
// tests, a tar archive of folders with source.html, expected.html and
// expected-metadata.json: by sequences of four words and by words, the mean of
// the pages; and the data that is right, of the pages that have it, whatever
// their case and what stands between words.
func Pages(ctx context.Context, r io.Reader, workers int) ([]Figure, error) {
	var all pages
	err := measure(ctx, workers, webPages(r), func(p *webPage) (func(), error) {
		gold, err := html.Text(p.expected)
		if err != nil {
			return nil, err
		}
		address, err := url.Parse(cmp.Or(p.about.URL, "http://fakehost/test/page.html"))
		if err != nil {
			return nil, err
		}
		found, err := html.Parse(p.source, address)
		if err != nil {
			found = article.New("")
		}
		return func() { all.add(p.about, gold, found) }, nil
	})
	return all.figures(), err
}

// webPages yields the pages of a tar archive.
func webPages(r io.Reader) iter.Seq2[unit[*webPage], error] {
	return func(yield func(unit[*webPage], error) bool) {
		files, err := filesOf(r)
		for _, folder := range foldersOf(files) {
			p := unit[*webPage]{place: folder, value: &webPage{source: files[folder+"/source.html"], expected: files[folder+"/expected.html"]}}
			fault := json.Unmarshal(files[folder+"/expected-metadata.json"], &p.value.about)
			if fault != nil {
				fault = p.fault(fault)
			}
			if !yield(p, fault) {
				return
			}
		}
		if err != nil {
			yield(unit[*webPage]{}, err)
		} else if len(files) == 0 {
			yield(unit[*webPage]{}, errors.New("has no source.html"))
		}
	}
}

// filesOf returns the files of a tar archive that pages are made of.
func filesOf(r io.Reader) (map[string][]byte, error) {
	files, archive := map[string][]byte{}, tar.NewReader(r)
	for {
		file, err := archive.Next()
		if err == io.EOF {
			return files, nil
		}
		if err != nil {
			return files, err
		}
		if name := path.Base(file.Name); name == "source.html" || strings.HasPrefix(name, "expected") {
			if files[file.Name], err = io.ReadAll(archive); err != nil {
				return files, err
			}
		}
	}
}

// foldersOf returns the folders of pages, in order.
func foldersOf(files map[string][]byte) (folders []string) {
	for name := range files {
		if folder, file := path.Split(name); file == "source.html" {
			folders = append(folders, strings.TrimSuffix(folder, "/"))
		}
	}
	slices.Sort(folders)
	return folders
}

func (p *pages) add(about pageData, gold string, a *article.Article) {
	p.shingles.add(sequences(gold, 4), sequences(a.Text, 4))
	p.words.add(sequences(gold, 1), sequences(a.Text, 1))
	p.headline.same(about.Title, a.Headline)
	p.author.same(byline.ReplaceAllString(about.Byline, ""), strings.Join(a.Authors, ", "))
	p.outlet.same(about.SiteName, a.Publisher)
	if day, ok := article.ParseTime(about.PublishedTime); ok {
		p.day.same(day.Date(), a.Published.Date())
	}
}

var (
	pageWord = regexp.MustCompile(`[\p{L}\p{N}_]+`)
	byline   = regexp.MustCompile(`(?i)^\s*(?:by|par|written by)\s`)
)

// sequences counts the sequences of n words; a shorter text is one.
func sequences(text string, n int) map[string]int {
	words, counts := pageWord.FindAllString(text, -1), map[string]int{}
	for i := 0; i+n <= max(len(words), n) && len(words) > 0; i++ {
		counts[strings.Join(words[i:min(i+n, len(words))], " ")]++
	}
	return counts
}

func (o *shared) add(gold, found map[string]int) {
	hit, wanted, given := 0, 0, 0
	for sequence, n := range gold {
		wanted += n
		hit += min(n, found[sequence])
	}
	for _, n := range found {
		given += n
	}
	o.pages++
	o.recall += shareOr1(hit, wanted)
	o.precision += shareOr1(hit, given)
}

// shareOr1 is all of nothing.
func shareOr1(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return share(part, whole)
}

func (o shared) figures(what, of string) []Figure {
	n := float64(max(o.pages, 1))
	precision, recall := o.precision/n, o.recall/n
	return []Figure{
		{what + ", F1", 2 * precision * recall / max(precision+recall, 1e-9), of},
		{what + ", precision", precision, of},
		{what + ", recall", recall, of},
	}
}

// same counts data that is to be given.
func (c *count) same(want, got string) {
	if want == "" {
		return
	}
	plain := func(s string) string { return strings.ToLower(strings.Join(pageWord.FindAllString(s, -1), " ")) }
	c.gold++
	if plain(want) == plain(got) {
		c.hit++
	}
}

func counted(n int, what string) string { return fmt.Sprintf("%d %s", n, what) }

func (p *pages) figures() []Figure {
	of := counted(p.shingles.pages, "pages")
	return append(append(p.shingles.figures("text of pages, four words in sequence", of), p.words.figures("… words", of)...),
		Figure{"headline", p.headline.recall(), counted(p.headline.gold, "headlines")},
		Figure{"authors", p.author.recall(), counted(p.author.gold, "bylines")},
		Figure{"publisher", p.outlet.recall(), counted(p.outlet.gold, "publishers")},
		Figure{"day of publication", p.day.recall(), counted(p.day.gold, "days")})
}
