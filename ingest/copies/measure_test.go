package copies

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// corpora are files with one article a line, as {"text": …}.
var corpora = flag.String("corpora", "", "measure on these `files`, with commas between them")

// outlets are what becomes of an agency's story in print: its paragraphs, and
// those of another article.
var outlets = []struct {
	name string
	make func(story, other []string) []string
}{
	{"another headline, byline and dateline", func(s, _ []string) []string {
		return append([]string{"What you need to know today", "By our correspondents", "LONDON – " + s[0]}, s[1:]...)
	}},
	{"cut to two thirds", func(s, _ []string) []string { return first(s, 2.0/3) }},
	{"cut to a third", func(s, _ []string) []string { return first(s, 1.0/3) }},
	{"every third paragraph left out", func(s, _ []string) []string { return every(s, 3) }},
	{"every twelfth word changed", func(s, _ []string) []string { return changed(s, 12) }},
	{"every eighth word changed", func(s, _ []string) []string { return changed(s, 8) }},
	{"cut to half, every twelfth word changed", func(s, _ []string) []string { return changed(first(s, 0.5), 12) }},
	{"with half as much of its own", func(s, other []string) []string {
		return append(slices.Clone(s), first(other, float64(len(s))/2/float64(len(other)))...)
	}},
}

// first returns a share of the words.
func first(paragraphs []string, share float64) []string {
	words := strings.Fields(strings.Join(paragraphs, " "))
	return []string{strings.Join(words[:int(min(share, 1)*float64(len(words)))], " ")}
}

func every(paragraphs []string, n int) (kept []string) {
	for i, p := range paragraphs {
		if i%n != n-1 {
			kept = append(kept, p)
		}
	}
	return kept
}

func changed(paragraphs []string, n int) []string {
	words := strings.Fields(strings.Join(paragraphs, " \x00 "))
	for i := range words {
		if i%n == n/2 {
			words[i] = fmt.Sprint("edited", i)
		}
	}
	return []string{strings.Join(words, " ")}
}

// TestMeasure prints which share of copies, and of different articles, is found
// at each threshold, when it is given corpora.
func TestMeasure(t *testing.T) {
	if *corpora == "" {
		t.Skip("no corpora are given")
	}
	var stories [][]string
	for _, name := range strings.Split(*corpora, ",") {
		stories = append(stories, read(t, name)...)
	}
	thresholds := []float64{0.2, 0.3, 0.4, Threshold, 0.5, 0.6}
	fmt.Printf("%-45s %v\n", "threshold", thresholds)
	for _, outlet := range outlets {
		var shares []float64
		for i, story := range stories {
			a, ok := SketchOf(strings.Join(story, "\n"))
			b, ok2 := SketchOf(strings.Join(outlet.make(story, stories[(i+1)%len(stories)]), "\n"))
			if ok && ok2 {
				shares = append(shares, meet(a, b)*share(a, b))
			}
		}
		fmt.Printf("%-45s", outlet.name)
		for _, at := range thresholds {
			n := 0
			for _, s := range shares {
				if s >= at {
					n++
				}
			}
			fmt.Printf(" %.3f", float64(n)/float64(len(shares)))
		}
		fmt.Printf(" of %d\n", len(shares))
	}
	different(stories, thresholds)
}

// meet returns 1 if two sketches have a band in common, else 0.
func meet(a, b Sketch) float64 {
	for i := range a.Bands {
		if a.Bands[i] == b.Bands[i] {
			return 1
		}
	}
	return 0
}

// different prints how many pairs of articles are found, and the likest.
func different(stories [][]string, thresholds []float64) {
	type pair struct {
		share float64
		what  string
	}
	var sketches []Sketch
	for _, story := range stories {
		s, _ := SketchOf(strings.Join(story, "\n"))
		sketches = append(sketches, s)
	}
	var pairs []pair
	all := 0
	for i, a := range sketches {
		for j := range i {
			if b := sketches[j]; len(a.Low) > 0 && len(b.Low) > 0 {
				all++
				if s := share(a, b); s > 0.05 {
					pairs = append(pairs, pair{s, fmt.Sprintf("%v %.70q | %.70q", meet(a, b) > 0, stories[i][0], stories[j][0])})
				}
			}
		}
	}
	fmt.Printf("%-45s", "different articles, pairs found")
	for _, at := range thresholds {
		n := 0
		for _, p := range pairs {
			if p.share >= at {
				n++
			}
		}
		fmt.Printf(" %5d", n)
	}
	fmt.Printf(" of %d\n", all)
	slices.SortFunc(pairs, func(a, b pair) int { return int(1e6 * (b.share - a.share)) })
	for _, p := range pairs[:min(len(pairs), 40)] {
		fmt.Printf("  %.2f %s\n", p.share, p.what)
	}
}

func read(t *testing.T, name string) (stories [][]string) {
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var line struct{ Text string }
		if err := json.Unmarshal(in.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		var paragraphs []string
		for p := range strings.SplitSeq(line.Text, "\n") {
			if p = strings.TrimSpace(p); p != "" {
				paragraphs = append(paragraphs, p)
			}
		}
		if len(paragraphs) > 2 {
			stories = append(stories, paragraphs)
		}
	}
	return stories
}
