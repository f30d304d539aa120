package read

// Size is how many bytes the entry has whose job Next returned last; 0 = it is
// not known.
func (c closing) Size() int { return sizeOf(c.Reader) }

// Size is as that of closing.
func (r recovering) Size() int { return sizeOf(r.Reader) }

func sizeOf(r Reader) int {
	if sized, ok := r.(interface{ Size() int }); ok {
		return sized.Size()
	}
	return 0
}
