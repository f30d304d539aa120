package engine

import (
	"context"

	"github.com/iatilint/iatilint/schema"
)

// room is what entries take from the beginning of their reading until their
// results have been taken in order. It bounds how much of the submission is
// alive: many small entries, so that no goroutine waits for the next one, or a
// few large ones.
type room struct {
	places chan struct{}
	most   int // that one entry takes
	other  int // that an entry of unknown size takes
}

const (
	placeSize  = 16 << 10 // bytes of text
	placesEach = 96       // for each goroutine: a megabyte and a half
)

func newRoom(jobs int) *room {
	places := placesEach * jobs
	return &room{make(chan struct{}, places), places / (jobs + 2), places / (4 * jobs)}
}

// placesFor is how many places the entry takes that a reader came to last.
func (r *room) placesFor(reader schema.Reader) int {
	size := 0
	if reader != nil {
		size = reader.Size()
	}
	if size == 0 {
		return r.other
	}
	return min(1+size/placeSize, r.most)
}

// take waits for places. False means that there is no more use in waiting.
func (r *room) take(ctx context.Context, places int) bool {
	for range places {
		select {
		case r.places <- struct{}{}:
		case <-ctx.Done():
			return false
		}
	}
	return true
}

func (r *room) give(places int) {
	for range places {
		<-r.places
	}
}
