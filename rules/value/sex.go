package value

import (
	"slices"
	"strings"
)

// sex is the sex of people that a dimension names.
type sex uint8

const (
	noSex sex = iota
	female
	male
	otherSex
)

func sexOf(value string) sex {
	for w := range strings.FieldsFuncSeq(strings.ToLower(value), notLetter) {
		for _, s := range sexes {
			if slices.Contains(s.words, w) {
				return s.sex
			}
		}
	}
	return noSex
}

var sexes = []struct {
	sex   sex
	words []string
}{
	{female, []string{
		"female", "females", "women", "woman", "girls", "girl", "femme", "femmes", "féminin", "féminine", "feminin", "filles", "fille", "mujer", "mujeres", "femenino", "niñas", "niña", "mulher", "mulheres", "feminino", "raparigas", "meninas", "f",
		"frauen", "frau", "weiblich", "mädchen", "vrouw", "vrouwen", "meisjes", "donne", "femmine", "ragazze", "wanawake", "wasichana", "kike", "إناث", "الإناث", "أنثى", "نساء", "النساء", "فتيات", "женщины", "женский", "девочки", "perempuan", "女", "女性",
	}},
	{male, []string{
		"male", "males", "men", "man", "boys", "boy", "homme", "hommes", "masculin", "masculine", "garçons", "garçon", "hombre", "hombres", "masculino", "niños", "niño", "varones", "homem", "homens", "rapazes", "meninos", "m",
		"männer", "mann", "männlich", "jungen", "mannen", "jongens", "uomini", "maschi", "ragazzi", "wanaume", "wavulana", "kiume", "ذكور", "الذكور", "ذكر", "رجال", "الرجال", "فتيان", "мужчины", "мужской", "мальчики", "laki", "男", "男性",
	}},
	{otherSex, []string{"unknown", "other", "unspecified", "diverse", "binary", "nonbinary", "inconnu", "autre", "otro", "outro", "desconocido", "desconhecido", "divers", "unbekannt"}},
}

func notLetter(r rune) bool { return !(r >= 'a' && r <= 'z' || r > 127) }
