// Package consistency holds the rules across the entries of one submission.
package consistency
