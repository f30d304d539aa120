package text

// editDistance counts the insertions, deletions, substitutions and swaps of
// neighbours that make a to b, up to limit; more is limit+1. Both are short and
// compared byte by byte.
func editDistance(a, b string, limit int) int {
	const most = 32
	if len(a) > most || len(b) > most || len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	var rows [3][most + 1]int
	for j := range len(b) + 1 {
		rows[1][j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur, prev, older := &rows[(i+1)%3], &rows[i%3], &rows[(i+2)%3]
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			n := min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				n = min(n, older[j-2]+1)
			}
			cur[j] = n
		}
	}
	return min(rows[(len(a)+1)%3][len(b)], limit+1)
}
