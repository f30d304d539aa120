package xmltoken_test

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/iatilint/iatilint/internal/xmltoken"
)

// Pieces may go to as many workers as there are; here one does it all.
func ExampleSplitter() {
	document := `<iati-activities version="2.03">
  <iati-activity><title>Women&apos;s leadership</title></iati-activity>
  <iati-activity><title>Health & education</title></iati-activity>
</iati-activities>`

	splitter := xmltoken.NewSplitter(strings.NewReader(document), xmltoken.SplitOptions{Child: "iati-activity"})
	var scanner xmltoken.Scanner
	for {
		piece, err := splitter.Next()
		if err == io.EOF {
			return
		}
		if err != nil {
			fmt.Println(err)
			return
		}
		if piece.Kind != xmltoken.ChildPiece {
			continue // a linter scans these too
		}
		piece.Scan(&scanner)
		for {
			kind, err := scanner.Next()
			var fault *xmltoken.SyntaxError
			if errors.As(err, &fault) {
				at := piece.Base.After(piece.Bytes[:fault.Offset])
				fmt.Printf("%d:%d: %v\n", at.Line, at.Column, fault.Code)
				return
			}
			if kind == xmltoken.EOF {
				break
			}
			if kind == xmltoken.Text {
				start, _ := scanner.Range()
				at := piece.Base.After(piece.Bytes[:start])
				fmt.Printf("%d:%d: %s\n", at.Line, at.Column, xmltoken.DecodeText(nil, scanner.Raw(), scanner.Entities()))
			}
		}
	}
	// Output:
	// 2:25: Women's leadership
	// 3:32: '&' begins no reference
}
