//go:build race

package cli_test

// raced tells that the race detector is at work, which takes memory of its own.
const raced = true
