package text

// Portuguese.
var pt = vocabulary{
	abbreviations: "sr sra srs sras srta dr dra drs prof profa eng enga exmo exma d p.ex ex aprox incl ref cf tel av dept depto min mín máx op cit vs i.e e.g ie eg sto sta núm págs fig vol ed resp gov",
	finals:        "etc eua s.a ltda jan fev mar abr jun jul ago set out nov dez a.m p.m n.b pág cia a.c d.c",
	numeric:       "no n nro art arts p pp núm pág par res",

	numbers:     "zero=0 um=1 uma=1 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 treze=13 catorze=14 quatorze=14 quinze=15 dezesseis=16 dezasseis=16 dezessete=17 dezassete=17 dezoito=18 dezenove=19 dezanove=19 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 cem=100 cento=100 duzentos=200 duzentas=200 trezentos=300 trezentas=300 quatrocentos=400 quatrocentas=400 quinhentos=500 quinhentas=500 seiscentos=600 seiscentas=600 setecentos=700 setecentas=700 oitocentos=800 oitocentas=800 novecentos=900 novecentas=900",
	scales:      "mil=1000 milhão=1000000 milhões=1000000 bilhão=1000000000 bilhões=1000000000",
	collectives: "dezena=10 dezenas=10 dúzia=12 dúzias=12 vintena=20 centena=100 centenas=100 milhar=1000 milhares=1000",
	ones:        "um uma",
	manyNumbers: "dezenas dúzias centenas milhares",
	fractions:   "metade=2 meio=2 meia=2 terço=3 terços=3 quarto=4 quartos=4 quinto=5 quintos=5 décimo=10",
	ordinals:    "primeiro primeira primeiros primeiras segundo segunda terceiro terceira quarto quarta quinto quinta sexto sexta sétimo oitavo nono décimo",
	andInNumber: "e",

	months:    "janeiro=1 fevereiro=2 março=3 abril=4 maio=5 junho=6 julho=7 agosto=8 setembro=9 outubro=10 novembro=11 dezembro=12 jan=1 fev=2 abr=4 ago=8 nov=11 dez=12",
	weekdays:  "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
	durations: "segundo segundos minuto minutos hora horas dia dias noite noites semana semanas mês meses trimestre trimestres semestre semestres ano anos década décadas século séculos",
	ages:      "idade idades",
	older:     []string{"de idade", "ou mais", "e mais", "em diante", "ou menos"},
	persons:   "mulheres mulher meninas menina meninos menino homens homem jovens jovem crianças criança pessoas pessoa raparigas rapazes adolescentes adultos adultas estudantes alunos alunas",

	references: "artigo artigos art resolução resoluções res secção seção parágrafo parágrafos capítulo capítulos decreto decretos lei leis acordo regulamento convenção protocolo página páginas anexo anexos tabela quadro figura versão objetivo objectivo objetivos ods odm meta fase fases etapa volume número números n nro núm pilar pilares eixo eixos componente componentes produto produtos resultado resultados efeito efeitos indicador indicadores tranche ciclo lote tipo categoria nível grau classe parte ponto módulo projeto projecto atividade código conta telefone tel agenda horizonte visão grupo zona região plano semestre trimestre",
	labels:     "objetivo objectivo objetivos meta metas fase fases etapa pilar pilares eixo eixos componente componentes produto produtos resultado resultados efeito efeitos indicador indicadores tranche ciclo lote tipo categoria nível grau classe parte ponto módulo projeto projecto atividade código conta grupo zona região plano lei leis acordo página páginas tabela quadro figura agenda horizonte visão versão",
	money:      "dólar dólares euro euros reais meticais kwanzas escudos",
	percent:    []string{"por cento", "porcento", "pontos percentuais"},

	articles:     "o a os as um uma uns umas ao aos à às do da dos das no na nos nas num numa pelo pela pelos pelas este esta estes estas esse essa esses essas seu sua seus suas cada nosso nossa outro outra outros outras todo toda",
	prepositions: "de em para por com sem sobre sob entre desde até contra segundo durante mediante ante após perante incluindo",
	conjunctions: "e ou mas nem que quem cujo cuja onde quando como se porque embora enquanto pois",
	auxiliaries:  "é são era eram foi foram será serão seria seriam ser sido está estão estava estavam estar há tem têm tinha tinham ter terá terão deve devem pode podem poderá poderão sendo",
	pronouns:     "ele ela eles elas nós você vocês eu se lhe lhes me te",
	others:       "não mais menos também já assim muito juntos respectivamente todos todas além apenas só",
	yearBefore:   "em desde até durante ano anos de do a e entre para finais início agenda horizonte visão antes depois janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",

	atLeast:    []string{"pelo menos", "ao menos", "um mínimo de", "no mínimo"},
	moreThan:   []string{"mais de", "acima de"},
	lessThan:   []string{"menos de", "abaixo de"},
	atMost:     []string{"até", "no máximo", "um máximo de"},
	about:      []string{"cerca de", "aproximadamente", "quase", "uns", "umas", "em torno de", "por volta de"},
	rangeWords: "a",
	between:    "entre",

	vague:      []string{"muitos", "muitas", "vários", "várias", "numerosos", "numerosas", "diversos", "diversas", "inúmeros", "inúmeras", "alguns", "algumas", "um grande número de", "um número crescente de", "um número significativo de", "uma série de", "uma variedade de", "uma grande quantidade de", "múltiplos", "múltiplas", "a maioria das", "a maioria dos", "a maior parte de", "dezenas de", "centenas de", "milhares de", "milhões de", "um punhado de", "poucos", "poucas", "diferentes"},
	vagueNotBy: []string{"tão", "os", "as", "esses", "estes", "seus", "suas", "quantos"},

	change:        "aumenta aumentam reduz reduzem diminui diminuem melhora melhoram fortalece fortalecem acede acedem acessam beneficia beneficiam participa participam goza gozam exerce exercem adota adotam adopta adoptam aplica aplicam utiliza utilizam contribui contribuem vive vivem integra integram protege protegem lidera lideram alcança alcançam conquistam implementam tomam influenciam cumprem gerem dispõem",
	changed:       "aumentado aumentada melhorado melhorada melhorados melhoradas fortalecido fortalecida fortalecidos fortalecidas reduzido reduzida reduzidos reduzidas ampliado ampliada reforçado reforçada reforçados reforçadas eliminado eliminada empoderadas integrado integrada adotado adotada adotados adotadas participaram beneficiaram aumentaram melhoraram protegidas protegidos garantido garantidos garantida",
	achieved:      "estabelecido estabelecida desenvolvido desenvolvida criado criada disponível disponíveis implementado implementada",
	better:        "melhor melhores maior maiores mais menos menor menores livres equitativo equitativa capazes",
	activity:      "organizou organizaram realizou realizaram capacitou capacitaram organizado organizada realizado realizada facilitou prestou distribuiu publicou elaborou apoiou formou",
	activityNouns: "capacitação capacitações formação formações oficina oficinas seminário conferência reunião reuniões apoio organização provisão entrega distribuição construção reabilitação assistência realização elaboração preparação publicação divulgação sensibilização campanha campanhas missão",
	infinitives:   "apoiar organizar capacitar formar fornecer facilitar desenvolver construir estabelecer realizar preparar promover fortalecer melhorar aumentar reforçar assegurar garantir contribuir coordenar divulgar conceber integrar mobilizar lançar distribuir reabilitar avaliar reduzir prevenir acompanhar sensibilizar elaborar criar fomentar impulsionar prestar implementar continuar trabalhar",
	verbs:         "diz dizem indica indicam mostra mostram inclui incluem recebe recebem recebeu vem vêm vai vão deu dão permanece começa trabalham trabalha fazem faz atinge atingem prevê espera representa representam permite permitem",
	means:         []string{"através de", "mediante", "por meio de", "graças a"},
}
