package evidence

import "github.com/iatilint/iatilint/rules/internal/values"

// Words for people of either sex, words that say which people, and both with
// words for whoever is counted.
var (
	people  = values.NewPrefixes(values.Persons)
	groups  = values.NewPrefixes(parts)
	counted = values.NewPrefixes(values.Persons, parts, crowds)
)

// parts are the beginnings of words that say which people.
var parts = []string{
	"women", "woman", "girl", "female", "men", "man", "boy", "male", "gender", "sex", "age", "aged", "mother", "disaggregat",
	"femme", "fille", "homme", "garçon", "genre", "sexe", "âge", "mère",
	"mujer", "niña", "hombre", "género", "sexo", "edad", "mulher", "menina", "homem", "homens", "género", "gênero", "idade",
}

// crowds are the beginnings of words for people without saying which.
var crowds = []string{"respond", "population", "répond", "población", "população"}
