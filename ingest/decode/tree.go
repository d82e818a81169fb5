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
	inside := make([]bool, len(scores))
	for _, i := range loop {
		inside[i] = true
	}
	var nodes []int // of the smaller graph; the cycle's node comes before the root
	for i := range scores {
		if !inside[i] && i != root {
			nodes = append(nodes, i)
		}
	}
	knot := len(nodes)
	nodes = append(nodes, -1, root)
	smaller := make([][]float64, len(nodes))
	enters, leaves := make([]int, len(nodes)), make([]int, len(nodes))
	for a, i := range nodes {
		smaller[a] = make([]float64, len(nodes))
		for b, j := range nodes {
			switch {
			case a == b:
			case a == knot: // the best word of the cycle to hang from j
				smaller[a][b] = math.Inf(-1)
				for _, k := range loop {
					if s := scores[k][j] - scores[k][heads[k]]; s > smaller[a][b] {
						smaller[a][b], enters[b] = s, k
					}
				}
			case b == knot && i != root: // the best word of the cycle for i to hang from
				leaves[a] = loop[0]
				for _, k := range loop {
					if scores[i][k] > scores[i][leaves[a]] {
						leaves[a] = k
					}
				}
				smaller[a][b] = scores[i][leaves[a]]
			case i != root:
				smaller[a][b] = scores[i][j]
			}
		}
	}
	found := append([]int(nil), heads[:root]...)
	for a, b := range arborescence(smaller, len(nodes)-1) {
		switch {
		case a == knot:
			found[enters[b]] = nodes[b]
		case b == knot:
			found[nodes[a]] = leaves[a]
		default:
			found[nodes[a]] = nodes[b]
		}
	}
	return found
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
