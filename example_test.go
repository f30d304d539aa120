package iatilint_test

import (
	"context"
	"fmt"
	"log"
	"strings"
	"testing/fstest"

	"github.com/iatilint/iatilint"
	"github.com/iatilint/iatilint/schema"
)

const report = `outcome XM-DAC-41146-KEN_D_1.2
Promoting the participation of women in county assemblies (OUTCOME TO BE DELETED)
In 2023 the dialogue brought 340 women into the committees of nine counties, as the register of each assembly shows.
`

func ExampleCheck() {
	day := schema.Date{Year: 2024, Month: 6, Day: 30}
	submission := iatilint.Reader("kenya.txt", strings.NewReader(report))
	for finding, err := range iatilint.Check(context.Background(), submission, iatilint.Options{Profiles: []string{"un-women"}, Day: day}) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s:%d: %s: %s\n", finding.File, finding.Span.Start.Line, finding.Severity, finding.Message)
		for _, fix := range finding.Fixes {
			fmt.Printf("  %s: bytes %d to %d\n", fix.Title, fix.Edits[0].Start, fix.Edits[0].End)
		}
	}
	// Output:
	// kenya.txt:2: error: the title says that this outcome is to be deleted: "(OUTCOME TO BE DELETED)"
	//   remove the marker: bytes 89 to 112
}

func ExampleCompare() {
	before := fstest.MapFS{"kenya.txt": {Data: []byte(report)}}
	after := fstest.MapFS{"kenya.txt": {Data: []byte(strings.Replace(report, "340 women", "410 women", 1))}}
	for change, err := range iatilint.Compare(context.Background(), iatilint.FS(before, "."), iatilint.FS(after, "."), iatilint.Options{}) {
		if err != nil {
			log.Fatal(err)
		}
		for _, field := range change.Fields {
			fmt.Printf("%s: %s %s\n", change.After.Identifier, field.Name, field.Kind)
			for _, words := range field.Change.Diff {
				if words.Op != "equal" {
					fmt.Printf("  %s %q\n", words.Op, words.Text)
				}
			}
		}
	}
	// Output:
	// XM-DAC-41146-KEN_D_1.2: description changed
	//   delete "340 "
	//   insert "410 "
}
