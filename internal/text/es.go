package text

// Spanish.
var es = vocabulary{
	abbreviations: "sr sra sres sras srta dr dra dres lic ing prof profa gral cnel cap excmo excma d dña p.ej ej aprox incl ref cf tel av avda dpto depto min mín máx ee op cit vs i.e e.g ie eg st sta sto ud uds núm núms págs fig vol ed resp admón",
	finals:        "etc ee.uu s.a s.l ene feb mar abr jun jul ago sept sep oct nov dic a.m p.m n.b pág cía a.c d.c",
	numeric:       "no n nro art arts p pp núm núms pág párr res",

	numbers:     "cero=0 un=1 uno=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 veintiuna=21 veintiún=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200 doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400 cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600 setecientos=700 setecientas=700 ochocientos=800 ochocientas=800 novecientos=900 novecientas=900",
	scales:      "mil=1000 millón=1000000 millones=1000000",
	collectives: "decena=10 docena=12 docenas=12 veintena=20 treintena=30 centenar=100 centenares=100 decenas=10 millar=1000 millares=1000",
	ones:        "un uno una",
	manyNumbers: "decenas docenas centenares cientos miles millares",
	fractions:   "mitad=2 medio=2 media=2 tercio=3 tercios=3 cuarto=4 cuartos=4 quinto=5 quintos=5 décimo=10",
	ordinals:    "primer primero primera primeros primeras segundo segunda tercer tercero tercera cuarto cuarta quinto quinta sexto sexta séptimo octavo noveno décimo",
	andInNumber: "y",

	months:    "enero=1 febrero=2 marzo=3 abril=4 mayo=5 junio=6 julio=7 agosto=8 septiembre=9 setiembre=9 octubre=10 noviembre=11 diciembre=12 ene=1 feb=2 abr=4 ago=8 sept=9 oct=10 nov=11 dic=12",
	weekdays:  "lunes martes miércoles jueves viernes sábado domingo",
	durations: "segundo segundos minuto minutos hora horas día días dia dias noche noches semana semanas mes meses trimestre trimestres cuatrimestre semestre semestres año años ano anos década décadas siglo siglos",
	ages:      "edad edades edad:",
	older:     []string{"de edad", "o más", "y más", "en adelante", "o menos"},
	persons:   "mujeres mujer niñas niña niños niño hombres hombre jóvenes joven personas persona adolescentes adultos adultas estudiantes menores",

	references: "artículo artículos art resolución resoluciones res sección párrafo párrafos capítulo capítulos decreto decretos ley leyes acuerdo reglamento convenio convención protocolo página páginas anexo anexos tabla cuadro figura recuadro versión objetivo objetivos ods odm meta fase fases etapa volumen número números n nro núm pilar pilares eje ejes componente componentes producto productos resultado resultados efecto efectos indicador indicadores tramo ciclo lote tipo categoría nivel grado clase parte punto módulo proyecto actividad código cuenta teléfono tel agenda horizonte visión grupo zona región plan semestre trimestre ordenanza sentencia",
	labels:     "objetivo objetivos meta metas fase fases etapa pilar pilares eje ejes componente componentes producto productos resultado resultados efecto efectos indicador indicadores tramo ciclo lote tipo categoría nivel grado clase parte punto módulo proyecto actividad código cuenta grupo zona región plan acuerdo ley leyes página páginas tabla cuadro figura agenda horizonte visión versión",
	money:      "dólar dólares euro euros pesos peso quetzales lempiras soles bolivianos colones guaraníes córdobas",
	percent:    []string{"por ciento", "porciento", "puntos porcentuales", "por cien"},

	articles:     "el la los las lo un una unos unas al del este esta estos estas ese esa esos esas su sus cada nuestro nuestra nuestros nuestras otro otra otros otras todo toda",
	prepositions: "de a en para por con sin sobre bajo entre desde hasta hacia contra según durante mediante ante tras incluyendo",
	conjunctions: "y e o u pero ni que quien quienes cuyo cuya donde cuando como si porque aunque mientras pues sino",
	auxiliaries:  "es son era eran fue fueron será serán sería serían ser sido está están estaba estaban estar ha han había habían habrá haber hay tiene tienen tenía tenían debe deben puede pueden podrá podrán siendo",
	pronouns:     "él ella ellos ellas nosotros nosotras usted ustedes yo se le les me te lo nos",
	others:       "no más menos también ya así muy juntos respectivamente todos todas además solo sólo",
	yearBefore:   "en desde hasta durante año años de del a y entre para finales inicios agenda horizonte visión antes después enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre el",

	atLeast:    []string{"al menos", "por lo menos", "un mínimo de", "como mínimo"},
	moreThan:   []string{"más de", "por encima de"},
	lessThan:   []string{"menos de", "por debajo de"},
	atMost:     []string{"hasta", "como máximo", "un máximo de", "no más de"},
	about:      []string{"unos", "unas", "alrededor de", "aproximadamente", "cerca de", "casi", "en torno a"},
	rangeWords: "a",
	between:    "entre",

	vague:      []string{"muchos", "muchas", "varios", "varias", "numerosos", "numerosas", "diversos", "diversas", "algunos", "algunas", "un gran número de", "un número importante de", "un número creciente de", "un número significativo de", "un sinnúmero de", "una serie de", "una variedad de", "una gran cantidad de", "gran cantidad de", "múltiples", "multitud de", "la mayoría de", "la mayor parte de", "distintos", "distintas", "decenas de", "cientos de", "miles de", "millones de", "centenares de", "un puñado de", "pocos", "pocas"},
	vagueNotBy: []string{"tan", "los", "las", "esos", "estos", "sus", "demasiados"},

	change:        "aumenta aumentan reduce reducen disminuye disminuyen mejora mejoran fortalece fortalecen accede acceden beneficia benefician participa participan goza gozan ejerce ejercen disfruta disfrutan adopta adoptan aplica aplican utiliza utilizan contribuye contribuyen vive viven cuenta cuentan incorpora incorporan integra integran protege protegen lidera lideran logra logran obtiene obtienen implementa implementan toma toman influye influyen cumplen gestionan",
	changed:       "aumentado aumentada mejorado mejorada mejorados mejoradas fortalecido fortalecida fortalecidos fortalecidas reducido reducida reducidos reducidas incrementado incrementada ampliado ampliada disminuido disminuida eliminado eliminada empoderadas empoderado integrado integrada adoptado adoptada adoptados adoptadas aumentaron mejoraron redujeron participaron beneficiaron protegidas protegidos garantizado garantizados garantizada",
	achieved:      "establecido establecida desarrollado desarrollada creado creada disponible disponibles implementado implementada implementados",
	better:        "mejor mejores mayor mayores más menos menor menores libres equitativo equitativa capaces",
	activity:      "organizó organizaron realizó realizaron capacitó capacitaron organizado organizada realizado realizada celebró celebraron impartió facilitó brindó entregó distribuyó publicó elaboró apoyó",
	activityNouns: "capacitación capacitaciones formación taller talleres seminario conferencia reunión reuniones apoyo organización provisión entrega distribución construcción rehabilitación asistencia realización elaboración preparación publicación difusión sensibilización campaña campañas misión",
	infinitives:   "apoyar organizar capacitar formar proporcionar facilitar desarrollar construir establecer realizar preparar promover fortalecer mejorar aumentar incrementar asegurar garantizar contribuir coordinar difundir diseñar integrar movilizar lanzar distribuir rehabilitar evaluar reducir prevenir acompañar sensibilizar elaborar crear fomentar impulsar brindar implementar continuar trabajar",
	verbs:         "dice dicen indica indican muestra muestran incluye incluyen recibe reciben recibió viene vienen va van dio dan permanece comienza trabajan trabaja hacen hace alcanza alcanzan prevé prevén espera representa representan permite permiten asisten asistieron completaron",
	means:         []string{"a través de", "mediante", "por medio de", "gracias a"},
}
