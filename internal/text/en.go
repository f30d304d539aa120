package text

// English.
var en = vocabulary{
	abbreviations: "e.g i.e eg ie dr mr mrs ms prof rev hon gen col sgt capt lt st mt vs viz cf al approx incl excl esp resp dept govt ministr min univ inst assoc natl intl ref refs ca circa et.al sen rep gov pres sr jr fig figs vol vols ed eds ext tel max avg est",
	finals:        "etc u.s u.n u.k u.s.a a.m p.m inc ltd co corp e.u d.c ph.d jan feb mar apr jun jul aug sep sept oct nov dec pp para",
	numeric:       "no nos art arts p pp sec para paras res ch nr",

	numbers:     "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90",
	scales:      "hundred=100 thousand=1000 million=1000000 mln=1000000 billion=1000000000 bn=1000000000 dozen=12",
	ones:        "one a",
	manyNumbers: "tens dozens scores hundreds thousands millions billions",
	fractions:   "half=2 halves=2 third=3 thirds=3 quarter=4 quarters=4 fourth=4 fourths=4 fifth=5 fifths=5 tenth=10 tenths=10",
	ordinals:    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth twentieth",
	andInNumber: "and",

	months:    "january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 november=11 december=12 jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12",
	weekdays:  "monday tuesday wednesday thursday friday saturday sunday",
	durations: "second seconds minute minutes min mins hour hours hr hrs day days night nights week weeks weekend weekends fortnight month months mths quarter quarters semester semesters year years yr yrs decade decades century centuries",
	ages:      "aged age ages aging",
	older:     []string{"old", "of age", "and above", "and older", "or older", "and over", "and under", "or younger", "olds"},
	persons:   "women woman girls girl boys boy men man children child youth people persons person individuals adolescents adults infants females males mothers students pupils",

	references: "cat article articles art resolution resolutions res section sections paragraph paragraphs para paras chapter chapters clause clauses decree decrees act law laws bill regulation regulations directive convention protocol page pages pp annex annexes appendix table tables figure figures fig footnote box version v unscr sdg sdgs mdg mdgs goal goals phase phases stage volume vol issue article’s indicator indicators target outcome outcomes output outputs pillar pillars objective objectives component components priority axis window tier number nr room building block zone district ward apartment floor chapter item items option annexure tranche cycle batch cohort round day week month quarter year module lot type category level grade class step model formula part track workstream result scenario question questionnaire policy-marker marker code account invoice contract agreement project activity grant award telephone phone mobile fax box agenda vision rule sector vol edition",
	labels:     "target targets goal goals outcome outcomes output outputs pillar pillars objective objectives component components priority axis window tier number room building block zone district ward floor item items option tranche cycle batch cohort round day week month quarter year module lot type category level grade class step model part track workstream result results scenario question code project activity grant award phase phases stage table tables figure figures indicator indicators section sections page pages law laws act bill policy group area region site mobile contract account agenda vision sector rule box issue marker edition agreement formula",
	money:      "birr birrs afghani afghanis taka naira cedis kwacha pesos yen rmb renminbi kyat shilling franc riel rand dirhams dinars dollar dollars euro euros pounds shillings francs rupees usd",
	percent:    []string{"per cent", "percent", "percentage points", "percentage point", "pct", "per-cent"},

	articles:     "a an the this that these those its their our his her every each any another your my",
	prepositions: "of in on at to for from by with without within during through between among amongst into onto over under about against across towards toward upon via per than as including regarding concerning despite until till since after before around behind beyond throughout versus amid according",
	conjunctions: "and or but nor which who whom whose where when while because if although though whether so whereas unless",
	auxiliaries:  "is are was were be been being has have had having do does did will would shall should can could may might must cannot isn't aren't wasn't weren't don't doesn't didn't hasn't haven't",
	pronouns:     "it they he she we you i them him us itself themselves there here",
	others:       "instead scaling scale annually monthly daily weekly worldwide not also only already now then respectively each both all together alone plus minus times more less fewer yet still even too very out up down off",
	yearBefore:   "in since by until till during from to year fy before after the for of and or mid early late through january february march april may june july august september october november december end throughout agenda vision horizon between fiscal year's beyond post pre",

	atLeast:    []string{"at least", "a minimum of", "minimum of", "no less than", "no fewer than", "not less than"},
	moreThan:   []string{"more than", "over", "above", "exceeding", "in excess of", "upwards of", "greater than"},
	lessThan:   []string{"less than", "fewer than", "under", "below"},
	atMost:     []string{"up to", "at most", "a maximum of", "maximum of", "no more than", "not more than", "as many as", "as much as"},
	about:      []string{"about", "around", "approximately", "nearly", "almost", "some", "an estimated", "estimated", "roughly", "close to", "circa", "approx"},
	rangeWords: "to",
	between:    "between",

	vague: []string{"many", "several", "numerous", "a number of", "a large number of", "a great number of", "a significant number of", "a growing number of", "an increasing number of", "a considerable number of", "a small number of", "a limited number of", "large numbers of", "a variety of", "a wide range of", "a range of", "a lot of", "lots of", "plenty of", "a few", "a couple of", "a handful of", "countless", "a series of", "a majority of", "the majority of", "most of", "a significant proportion of", "dozens", "hundreds", "thousands", "millions", "tens of thousands", "hundreds of thousands", "scores of", "a multitude of", "innumerable", "quite a few", "a great deal of"},
	vagueNotBy: []string{
		"as", "how", "so", "too", "that", "the", "these", "those", "their", "of the", "not",
	},

	change:        "increase increases reduce reduces improve improves strengthen strengthens enhance enhances access accesses benefit benefits participate participates adopt adopts enjoy enjoys exercise exercises lead leads influence influences contribute contributes gain gains acquire acquires claim claims become becomes remain remains live lives decrease decreases decline declines demonstrate demonstrates apply applies use uses integrate integrates mainstream mainstreams shape shapes hold holds achieve achieves realise realize realizes realises drive drives respond responds promote promotes protect protects engage engages advance advances seek seeks receive receives manage manages make makes take takes play plays transform transforms understand understands own owns earn earns recover recovers thrive thrives sustain sustains feel feels occupy occupies deliver delivers meet meets generate generates disseminate disseminates enable enables serve serves",
	changed:       "increased improved strengthened reduced enhanced empowered decreased expanded accelerated eliminated ended eradicated advanced transformed restored recovered narrowed doubled tripled halved lowered raised boosted reinforced widened deepened prevented protected institutionalised institutionalized mainstreamed integrated adopted enacted implemented ratified benefitted benefited participated gained acquired achieved realised realized sustained mitigated institutionalised diversified upgraded grown risen fallen",
	achieved:      "established created enforced operationalised operationalized adapted harmonised harmonized known respected available accessible",
	better:        "better more greater fewer less higher lower stronger safer equal fairer wider equitable able free",
	activity:      "organised organized conducted held delivered facilitated convened hosted launched carried trained supported provided distributed published drafted commissioned procured undertook arranged visited attended met disseminated printed assisted piloted",
	activityNouns: "training workshop workshops seminar seminars conference meeting meetings support provision organisation organization delivery distribution procurement construction rehabilitation assistance implementation development preparation publication dissemination facilitation sensitisation sensitization capacity-building establishment monitoring mission missions campaign campaigns trainings",
	imperatives:   "sustain support provide organise organize conduct hold train facilitate develop deliver build establish implement prepare promote strengthen improve increase enhance ensure advocate monitor assist create contribute coordinate disseminate design mainstream integrate mobilise mobilize raise launch convene distribute procure construct rehabilitate review assess undertake carry enable reduce prevent engage continue advance accelerate foster identify map produce sensitise sensitize empower address expand scale reinforce collect analyse analyze draft update pilot publish",
	verbs:         "said says say report reported reports reporting show shows showed shown include includes included reach reached reaches work works worked working come comes came go goes went give gives given gave need needs needed want wants wanted know knows find finds found see seen saw took taken made done began begun started starts start continue continues continued remained became left lost won paid sold built sent brought kept put set get got ran led held met attend attends aim aims require requires comprise comprises provide provides support supports represent represents consist facing strengthen agree agreed complete completed register registered participating live living attended trained received travelled sat cast sworn rose fell fled face faces speak spoke discuss discusses discussed collaborate collaborated coordinate declared died depend depends exist exists followed becoming undertaken understood supported provided produced developed",
	means:         []string{"through", "by means of", "by way of", "via", "thanks to", "as a result of", "by"},
}
