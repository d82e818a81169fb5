package main

import (
	"fmt"
	"hash/crc32"
	"math"

	"github.com/newsgraph/newsgraph/ingest/resolve/met"
)

// sample is something of an article with its signs, and whether it holds.
type sample struct {
	id     string
	values met.Values
	right  bool
}

const (
	ridge  = 3 // how strongly weights are kept small
	folds  = 8 // of articles, for what is held out
	rounds = 30
)

// bounds keep weights where a false fact costs more than a missing one: a
// meeting of people who never met is worse than one told twice.
var bounds = map[string]float64{"other people": -1}

// fit returns the weights of signs by logistic regression, and how well it does
// on what is held out. Each article weighs as the root of its samples.
func fit(signs met.Signs, all []sample) (met.Signs, string) {
	hits, yes, sure, right := 0.0, 0.0, 0.0, 0.0
	for fold := range uint32(folds) {
		var learn, held []sample
		for _, s := range all {
			if crc32.ChecksumIEEE([]byte(s.id))%folds == fold {
				held = append(held, s)
			} else {
				learn = append(learn, s)
			}
		}
		weighed := regress(signs, learn)
		for _, s := range held {
			p := weighed.Probability(s.values)
			hits, yes = hits+one(p > 0.5 == s.right), yes+one(s.right)
			sure, right = sure+one(p >= 0.9), right+one(p >= 0.9 && s.right)
		}
	}
	n := float64(len(all))
	return regress(signs, all), fmt.Sprintf("%d of the train half, %.2f of them. Held out, %.2f are told right; with 0.9 and more %.2f of %.0f hold.", len(all), yes/n, hits/n, right/sure, sure)
}

// regress finds the weights by Newton's method.
func regress(signs met.Signs, all []sample) met.Signs {
	counts := map[string]float64{}
	for _, s := range all {
		counts[s.id]++
	}
	found := make(met.Signs, len(signs))
	copy(found, signs)
	for i := range found {
		found[i].Weight = 0
	}
	for range rounds {
		gradient, curve := make([]float64, len(found)), make([][]float64, len(found))
		for i := range found {
			curve[i] = make([]float64, len(found))
			if i > 0 {
				gradient[i], curve[i][i] = ridge*found[i].Weight, ridge
			}
		}
		for _, s := range all {
			x, p, weight := vector(found, s.values), found.Probability(s.values), 1/math.Sqrt(counts[s.id])
			for i := range x {
				gradient[i] += weight * (p - one(s.right)) * x[i]
				for j := range x {
					curve[i][j] += weight * p * (1 - p) * x[i] * x[j]
				}
			}
		}
		for i, step := range solve(curve, gradient) {
			found[i].Weight -= step
		}
	}
	for i, s := range found {
		if bound, known := bounds[s.Name]; known {
			found[i].Weight = min(s.Weight, bound)
		}
	}
	return found
}

// solve returns x of a·x = b for a positive definite a, by elimination.
func solve(a [][]float64, b []float64) []float64 {
	for i := range b {
		for k := i + 1; k < len(b); k++ {
			f := a[k][i] / a[i][i]
			for j := i; j < len(b); j++ {
				a[k][j] -= f * a[i][j]
			}
			b[k] -= f * b[i]
		}
	}
	for i := len(b) - 1; i >= 0; i-- {
		for j := i + 1; j < len(b); j++ {
			b[i] -= a[i][j] * b[j]
		}
		b[i] /= a[i][i]
	}
	return b
}

// vector returns the values of the signs; the first is always there.
func vector(signs met.Signs, v met.Values) []float64 {
	x := []float64{1}
	for _, s := range signs[1:] {
		x = append(x, v[s.Name])
	}
	return x
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
