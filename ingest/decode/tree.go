package decode

import "math"

// tree returns the heads that give the tree with the highest score and one
// root, by the algorithm of Chu and Liu (1965) and Edmonds (1967).
// scores[i][j] is that of word j as head of word i, the last column the root's.
func tree(scores [][]float32) []int {
	n := len(scores)
	heads, roots := best(scores), 0
	for _, h := range heads {
		if h == n {
			roots++
		}
	}
	if roots != 1 || cycle(heads) != nil {
		heads = singleRoot(scores)
	}
	for i, h := range heads {
		if h == n {
			heads[i] = -1
		}
	}
	return heads
}

// best returns each word's head by itself.
func best(scores [][]float32) []int {
	heads := make([]int, len(scores))
	for i, row := range scores {
		heads[i] = -1
		for j, s := range row {
			if j != i && (heads[i] < 0 || s > row[heads[i]]) {
				heads[i] = j
			}
		}
	}
	return heads
}

// singleRoot returns the best tree in which one word hangs from the root: the
// penalty on the root is so large that no tree with two can win.
func singleRoot(scores [][]float32) []int {
	n := len(scores)
	dense := make([][]float64, n+1) // of the arc from j to i, the root is n
	var range_ float64
	for _, row := range scores {
		for _, s := range row {
			range_ = max(range_, math.Abs(float64(s)))
		}
	}
	penalty := 2 * float64(n+1) * (range_ + 1)
	for i, row := range scores {
		dense[i] = make([]float64, n+1)
		for j, s := range row {
			dense[i][j] = float64(s)
		}
		dense[i][n] -= penalty
	}
	return arborescence(dense, n)
}

// arborescence returns the heads of the best tree below root. scores[root] is
// not used.
func arborescence(scores [][]float64, root int) []int {
	n := len(scores)
	heads := make([]int, n)
	for i := range heads {
		heads[i] = -1
		for j := range n {
			if i != root && i != j && (heads[i] < 0 || scores[i][j] > scores[i][heads[i]]) {
				heads[i] = j
			}
		}
	}
	loop := cycle(heads[:n])
	if loop == nil {
		return heads[:root]
	}
	return contract(scores, heads, loop, root)
}

// contract makes one node of a cycle, solves what is left, and opens the cycle
// where the solution enters it. The root is the last node here as there.
func contract(scores [][]float64, heads, loop []int, root int) []int {
	c := contraction{scores: scores, heads: heads, loop: loop, root: root}
	c.shrink()
	found := append([]int(nil), heads[:root]...)
	for a, b := range arborescence(c.smaller, len(c.nodes)-1) {
		switch {
		case a == c.knot:
			found[c.enters[b]] = c.nodes[b]
		case b == c.knot:
			found[c.nodes[a]] = c.leaves[a]
		default:
			found[c.nodes[a]] = c.nodes[b]
		}
	}
	return found
}

// contraction is a graph in which one node, the knot, stands for a cycle.
type contraction struct {
	scores      [][]float64
	heads, loop []int
	root        int

	nodes   []int // of the smaller graph; the cycle's node comes before the root
	knot    int
	smaller [][]float64
	enters  []int // the word of the cycle that hangs from a node
	leaves  []int // the word of the cycle that a node hangs from
}

// shrink makes the smaller graph.
func (c *contraction) shrink() {
	inside := make([]bool, len(c.scores))
	for _, i := range c.loop {
		inside[i] = true
	}
	for i := range c.scores {
		if !inside[i] && i != c.root {
			c.nodes = append(c.nodes, i)
		}
	}
	c.knot = len(c.nodes)
	c.nodes = append(c.nodes, -1, c.root)
	n := len(c.nodes)
	c.smaller, c.enters, c.leaves = make([][]float64, n), make([]int, n), make([]int, n)
	for a, i := range c.nodes {
		c.smaller[a] = make([]float64, n)
		for b, j := range c.nodes {
			switch {
			case a == b:
			case a == c.knot:
				c.smaller[a][b], c.enters[b] = c.entry(j)
			case b == c.knot && i != c.root:
				c.leaves[a] = c.exit(i)
				c.smaller[a][b] = c.scores[i][c.leaves[a]]
			case i != c.root:
				c.smaller[a][b] = c.scores[i][j]
			}
		}
	}
}

// entry returns the best word of the cycle to hang from j, and what is gained.
func (c *contraction) entry(j int) (gain float64, word int) {
	gain = math.Inf(-1)
	for _, k := range c.loop {
		if s := c.scores[k][j] - c.scores[k][c.heads[k]]; s > gain {
			gain, word = s, k
		}
	}
	return gain, word
}

// exit returns the best word of the cycle for i to hang from.
func (c *contraction) exit(i int) int {
	best := c.loop[0]
	for _, k := range c.loop {
		if c.scores[i][k] > c.scores[i][best] {
			best = k
		}
	}
	return best
}

// cycle returns the words of a cycle, nil where there is none.
func cycle(heads []int) []int {
	state := make([]int, len(heads)) // the walk that came by, from 1
	for i := range heads {
		j := i
		for j >= 0 && j < len(heads) && state[j] == 0 {
			state[j] = i + 1
			j = heads[j]
		}
		if j < 0 || j >= len(heads) || state[j] != i+1 {
			continue
		}
		loop := []int{j}
		for k := heads[j]; k != j; k = heads[k] {
			loop = append(loop, k)
		}
		return loop
	}
	return nil
}
