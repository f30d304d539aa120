package text

// French.
var fr = vocabulary{
	abbreviations: "m mm mme mmes mlle mlles me mgr dr drs pr prof st ste p.ex ex cf env approx resp réf tél av boul bd chap dépt min gén col cap cdt hon incl c.-à-d c.à.d i.e e.g ie eg vs éd vol fig nb max dir ing",
	finals:        "etc n.b s.a janv févr fév avr juil sept oct nov déc j.-c o.n.u rdc",
	numeric:       "no n art arts p pp al par",

	numbers:     "zéro=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante=80 nonante=90",
	scales:      "cent=100 cents=100 mille=1000 million=1000000 millions=1000000 milliard=1000000000 milliards=1000000000",
	collectives: "dizaine=10 dizaines=10 douzaine=12 douzaines=12 quinzaine=15 vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50 soixantaine=60 centaine=100 centaines=100 millier=1000 milliers=1000",
	ones:        "un une",
	manyNumbers: "dizaines douzaines centaines milliers",
	fractions:   "moitié=2 demi=2 tiers=3 quart=4 quarts=4 cinquième=5 cinquièmes=5 dixième=10 dixièmes=10",
	ordinals:    "premier première premiers premières second seconde deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
	andInNumber: "et",

	months:    "janvier=1 février=2 mars=3 avril=4 mai=5 juin=6 juillet=7 août=8 aout=8 septembre=9 octobre=10 novembre=11 décembre=12 janv=1 févr=2 avr=4 juil=7 déc=12 nov=11 oct=10",
	weekdays:  "lundi mardi mercredi jeudi vendredi samedi dimanche",
	durations: "seconde secondes minute minutes heure heures jour jours journée journées nuit nuits semaine semaines mois trimestre trimestres semestre semestres an ans année années décennie décennies siècle siècles",
	ages:      "âgé âgés âgée âgées âge âges agés agées agé agée",
	older:     []string{"et plus", "ou plus", "et moins", "révolus"},
	persons:   "femmes femme filles fille garçons garçon hommes homme enfants enfant jeunes jeune personnes personne individus adolescents adolescentes adultes élèves",

	references: "article articles art résolution résolutions res section sections paragraphe paragraphes chapitre chapitres alinéa alinéas décret décrets loi lois arrêté arrêtés ordonnance règlement convention protocole page pages annexe annexes tableau tableaux figure figures encadré version objectif objectifs odd omd cible phase phases étape volume numéro numéros n pilier piliers axe axes composante composantes produit produits effet effets résultat résultats indicateur indicateurs tranche cycle lot type catégorie niveau grade classe partie point module projet activité code compte téléphone tél agenda horizon vision groupe zone région plan semestre trimestre",
	labels:     "objectif objectifs cible cibles phase phases étape pilier piliers axe axes composante composantes produit produits effet effets résultat résultats indicateur indicateurs tranche cycle lot type catégorie niveau grade classe partie point module projet activité code compte groupe zone région plan page pages section sections loi lois tableau tableaux figure figures agenda horizon vision version volume",
	money:      "dollar dollars euro euros francs franc fcfa cfa",
	percent:    []string{"pour cent", "pourcent", "points de pourcentage", "pourcents", "p. cent"},

	articles:     "le la les l un une des du au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes chaque tout toute quel quelle",
	prepositions: "de d à en dans sur sous pour par avec sans chez vers entre pendant depuis dès jusque jusqu contre selon parmi lors malgré durant envers outre afin",
	conjunctions: "et ou mais donc ni car que qui dont où lorsque lorsqu quand si comme puisque tandis quoique afin",
	auxiliaries:  "est sont était étaient sera seront serait seraient été être a ont avait avaient aura auront aurait auraient avoir eu fut furent soit soient doit doivent devra devront peut peuvent pourra pourront fait font ayant étant",
	pronouns:     "il elle ils elles on nous vous je tu se s y lui eux celles ceux celle celui qu",
	others:       "ne pas plus moins aussi déjà ainsi alors très ensemble respectivement dont soit tous toutes ci-dessus ci-dessous n",
	yearBefore:   "en depuis dès avant après année années de à et fin début d'ici pour du janvier février mars avril mai juin juillet août septembre octobre novembre décembre horizon agenda vision jusqu'en d'ici mi l'année",

	atLeast:    []string{"au moins", "un minimum de", "minimum"},
	moreThan:   []string{"plus de", "plus d'", "au-delà de", "au-dessus de"},
	lessThan:   []string{"moins de", "au-dessous de"},
	atMost:     []string{"jusqu'à", "au plus", "un maximum de", "pas plus de"},
	about:      []string{"environ", "près de", "quelque", "quelques", "autour de", "approximativement", "presque", "à peu près"},
	rangeWords: "à",
	between:    "entre",

	vague:      []string{"plusieurs", "de nombreux", "de nombreuses", "nombreux", "nombreuses", "un certain nombre de", "un certain nombre d'", "un grand nombre de", "un grand nombre d'", "un nombre important de", "un nombre croissant de", "un nombre limité de", "une série de", "une variété de", "une multitude de", "beaucoup de", "beaucoup d'", "bon nombre de", "quelques", "divers", "diverses", "de multiples", "la plupart des", "la majorité des", "une majorité de", "des dizaines de", "des centaines de", "des milliers de", "des millions de", "une poignée de", "maints", "maintes", "différents", "différentes", "peu de"},
	vagueNotBy: []string{"si", "aussi", "trop", "ces", "les", "ses", "leurs", "combien"},

	change:        "augmente augmentent diminue diminuent réduit réduisent améliore améliorent renforce renforcent accède accèdent bénéficie bénéficient participe participent jouit jouissent exerce exercent adopte adoptent applique appliquent utilise utilisent contribue contribuent vit vivent devient deviennent dispose disposent intègre intègrent protège protègent influence influencent dirige dirigent gagne gagnent comprennent comprend prennent prend soutiennent engagent engage développent mettent met promeuvent joue jouent répondent répond assurent gèrent",
	changed:       "augmenté augmentée augmentés augmentées amélioré améliorée améliorés améliorées renforcé renforcée renforcés renforcées réduit réduite réduits réduites accru accrue accrus accrues diminué diminuée éliminé éliminée éliminées élargi élargie élargies protégé protégée protégés protégées autonomisé autonomisées intégré intégrée intégrés intégrées adopté adoptée adoptés adoptées bénéficié participé transformé transformée",
	achieved:      "établi établie établis établies développé développée développés développées créé créée créés créées mis mise mises disponible disponibles opérationnel opérationnelle opérationnels",
	better:        "meilleur meilleure meilleurs meilleures mieux davantage équitable équitables plus moins libres",
	activity:      "organisé organisée organisés organisées tenu tenue réalisé réalisée mené menée formé formés formées animé lancé lancée appuyé facilité fourni distribué publié élaboré",
	activityNouns: "formation formations atelier ateliers séminaire séminaires conférence réunion réunions appui soutien organisation fourniture distribution construction réhabilitation assistance réalisation élaboration préparation publication diffusion sensibilisation campagne campagnes mission missions",
	infinitives:   "appuyer soutenir organiser former fournir faciliter développer construire établir réaliser mettre préparer promouvoir renforcer améliorer accroître augmenter assurer contribuer coordonner diffuser concevoir intégrer mobiliser lancer distribuer réhabiliter évaluer réduire prévenir accompagner sensibiliser élaborer mener créer garantir favoriser lutter encourager poursuivre travailler",
	verbs:         "disent dit indique indiquent montre montrent inclut incluent compte comptent reçoivent reçoit reçu viennent vient vont va donnent donne restent reste commencent travaillent travaille font atteint atteignent prévoit prévoient attend attendent concerne concernent constitue constituent représente représentent permet permettent vise visent",
	means:         []string{"grâce à", "par le biais de", "à travers", "au moyen de", "par l'intermédiaire de"},
}
