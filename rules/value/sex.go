package value

import "strings"

// sex is the sex of people that a dimension names.
type sex uint8

const (
	noSex sex = iota
	female
	male
	otherSex
	sexes // how many there are
)

func sexOf(value string) sex {
	for w := range strings.FieldsFuncSeq(strings.ToLower(value), notLetter) {
		switch w {
		case "female", "females", "women", "woman", "girls", "femme", "femmes", "féminin", "feminin", "filles", "mujer", "mujeres", "femenino", "niñas", "mulher", "mulheres", "feminino", "f":
			return female
		case "male", "males", "men", "man", "boys", "homme", "hommes", "masculin", "garçons", "hombre", "hombres", "masculino", "niños", "homem", "homens", "m":
			return male
		case "unknown", "other", "unspecified", "diverse", "inconnu", "autre", "otro", "outro", "desconocido", "desconhecido":
			return otherSex
		}
	}
	return noSex
}

func notLetter(r rune) bool { return !(r >= 'a' && r <= 'z' || r > 127) }
