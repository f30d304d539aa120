package text

const (
	deletionWords  = "deleted removed cancelled canceled dropped withdrawn erased discarded delete remove supprimer supprimé supprimée supprimés supprimées annuler effacer effacé retirer enlever eliminar eliminado eliminada eliminados borrar borrado borrada suprimir suprimido suprimida excluir excluído excluída remover removido removida apagar apagado apagada anular"
	markedThings   = "outcome outcomes output outputs indicator indicators result results activity activities entry entries line lines row rows text duplicate duplicates record column section statement paragraph sentence narrative project description field title effet produit indicateur résultat ligne texte doublon activité entrée paragraphe phrase projet colonne resultado producto indicador línea fila texto duplicado actividad entrada párrafo proyecto columna efecto produto linha atividade parágrafo projeto coluna efeito"
	fillerWords    = "this these that the all now later soon asap please is are duplicate old entire whole next year cette ce ces la le les l' esta este estos estas el los las o a os as from in system framework revision revised needs has have should must will can"
	demonstratives = "this these cette ce cet ces esta este estos estas essa esse essas esses"
)

// deletionVerbs are the verbs that a marker of deletion may have, per shape. A
// misspelt verb is measured against them.
var deletionVerbs = struct{ english, french, iberian []string }{
	english: []string{"deleted", "removed", "cancelled", "canceled", "dropped", "erased", "withdrawn", "discarded"},
	french:  []string{"supprimer", "effacer", "retirer", "enlever", "annuler"},
	iberian: []string{"eliminar", "borrar", "suprimir", "excluir", "anular", "retirar", "remover", "apagar"},
}

// nearDeletion are words of their own near a verb of deletion, never a
// misspelling of it.
const nearDeletion = " debated delayed delegated detected defeated defected deflected dejected depleted deflated dilated diluted delisted denoted devoted deputed defaced delivered developed detained detailed deserted detested deterred dedicated deducted deducted deemed dated duplicated " +
	"resolved revolved revoked relived relieved renewed reviewed rewarded renamed remedied remodeled removable remained reported recovered reformed received remoted revived reproved " +
	"concealed counselled counseled channelled chancellor cancels compelled " +
	"dripped dressed drooped droned eased raised erected discharged discussed " +
	"supporter supprime superar surprise " +
	"iluminar culminar exclusive excluye borrador formar barrar mejorar burlar suprime reprimir imprimir remoer remover apegar pagar agregar remar retirada retrasar anudar anunciar reunir revisar referir reiterar realizar enlevé effectuer efforcer annuel alléger élever évaluer animer attirer " +
	"eliminate determinar dominar nominar laminar excluir incluir concluir "

type markerGroup struct {
	kind    MarkerKind
	lang    language
	setting setting
	phrases string
}

// markerPhrases are the patterns other than those of deletion.
var markerPhrases = []markerGroup{
	{Placeholder, english, inCaps, "tbd"},
	{Placeholder, english, setOff, "tbc | tba | to be determined | to be confirmed | to be completed | to be defined | to be decided | to be added | to be provided | to be updated | to be filled | to be filled in | not yet defined | not yet available | yet to be determined"},
	{Placeholder, other, anywhere, "lorem ipsum | dolor sit amet | consectetur adipiscing"},
	{Placeholder, english, entire, "see description | see above | see below | same as above | as above | same as below | ditto | idem | none | nil | null | undefined | nan | no data | not applicable | not available | no data available | no comment | no comments | no information | no information available | na | nana | see attached | see attachment | see document | see report | see title | same | see annex | see narrative | no update | no updates | nothing to report | pending | blank | empty | text | description | title | narrative | comment | title here | description here | missing"},
	{Placeholder, french, entire, "voir ci-dessus | voir description | voir ci-dessous | néant | sans objet | non applicable | non disponible | non renseigné | à venir | aucun | aucune | rien à signaler | voir rapport | pas de données"},
	{Placeholder, french, setOff, "à compléter | à définir | à déterminer | à confirmer | a compléter | a completer | a definir | à préciser | à renseigner | à remplir"},
	{Placeholder, spanish, setOff, "por definir | por determinar | por confirmar | por completar | a completar | a confirmar | a determinar | pendiente de definir | pendiente de confirmar"},
	{Placeholder, spanish, entire, "ver descripción | ver arriba | no aplica | sin datos | sin información | ninguno | ninguna | no disponible | pendiente | igual que arriba | ver anexo"},
	{Placeholder, portuguese, setOff, "a definir | por definir | a preencher | a determinar | a completar"},
	{Placeholder, portuguese, entire, "ver descrição | ver acima | não aplicável | não se aplica | sem dados | sem informação | nenhum | nenhuma | não disponível | pendente | idem"},
	{Retired, english, labelled, "discontinued | duplicate | duplicated | obsolete | deprecated | retired | superseded | old | old version | no longer used | no longer in use | no longer reported | no longer applicable | not in use | not used | inactive | duplicate entry | duplicate record | replaced | archived"},
	{Retired, english, setOff, "do not use | not for country reporting | not for reporting | do not report | do not publish | not for publication | not to be used | do not use this indicator | duplicate entry"},
	{Retired, french, labelled, "obsolète | doublon | abandonné | abandonnée | désactivé | ancien | ancienne version"},
	{Retired, french, setOff, "ne pas utiliser | ne plus utiliser | ne pas publier"},
	{Retired, spanish, labelled, "obsoleto | obsoleta | duplicado | duplicada | descontinuado | descontinuada | descatalogado"},
	{Retired, spanish, setOff, "no usar | no utilizar | no publicar"},
	{Retired, portuguese, labelled, "descontinuado | descontinuada"},
	{Retired, portuguese, setOff, "não usar | não utilizar | não publicar"},
	{Template, english, anywhere, "click here to enter text | click or tap here to enter text | click here to enter a date | click or tap to enter a date | choose an item | error reference source not found | error bookmark not defined | insert text here | enter text here | type text here | your text here | object object"},
	{Template, english, opening, "please describe | please provide | please specify | please insert | please explain | please indicate | please enter | please fill | please add | please list | describe here | insert here"},
	{Template, french, anywhere, "cliquez ici pour entrer du texte | cliquez ici pour taper du texte | cliquez ou appuyez ici pour entrer du texte | choisissez un élément | erreur source du renvoi introuvable | erreur signet non défini"},
	{Template, french, opening, "veuillez décrire | veuillez indiquer | veuillez préciser | veuillez fournir | veuillez insérer | merci de préciser | merci de décrire"},
	{Template, spanish, anywhere, "haga clic aquí para escribir texto | haga clic aquí para escribir | haga clic o pulse aquí para escribir texto | elija un elemento | error no se encuentra el origen de la referencia | error marcador no definido"},
	{Template, spanish, opening, "por favor describa | por favor indique | por favor especifique | sírvase describir"},
	{Template, portuguese, anywhere, "clique aqui para inserir texto | clique ou toque aqui para inserir o texto | clique aqui para introduzir texto | escolher um item | erro a origem da referência não foi encontrada"},
	{Template, portuguese, opening, "por favor descreva | por favor especifique | descreva aqui"},
	{TestEntry, other, anywhere, "asdf | asdfgh | asdfasdf | qwerty | qwertyuiop | asd asd"},
	{TestEntry, english, entire, "test | tests | testing | test activity | test project | test entry | test title | test description | test test | test data | testing testing | dummy | dummy data | dummy activity | dummy entry | dummy text | this is a test | foo | foo bar | test result | test indicator | example | sample | sample text | abc | hello world | my test"},
	{TestEntry, english, labelled, "test | dummy"},
	{TestEntry, french, entire, "essai | ceci est un test | activité test | projet test"},
	{TestEntry, spanish, entire, "prueba | esto es una prueba | actividad de prueba"},
	{TestEntry, portuguese, entire, "teste | isto é um teste | atividade de teste"},
}

// wholeContents are placeholders that are no words; letters in lower case,
// white space and brackets around them taken off.
const wholeContents = " - -- --- . .. ... … ? ?? ??? / // * ** *** _ __ ___ – — n/a n/a/ n\\a n.a n.a. n.d. n.d nd s/d s.d. s/o s.o. s/n n/d n/r n/k n-a x xx xxx xxxx xxxxx 000000 t.b.d. t.b.c. tbd tbc tba # ## ### #n/a #ref! #value! #name? #div/0! #null! #num! -- . , ; : ! n/a; n/a, "

// spreadsheetErrors are what Excel leaves.
var spreadsheetErrors = []string{"#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#N/A", "_x000D_", "_x000d_", "[object Object]"}

// fillIn are the first words of an instruction in brackets.
const fillIn = " insert add enter name number figure specify describe date amount fill type list xx xxx x percentage country location source year placeholder text todo insérer indiquer ajouter préciser compléter nom nombre chiffre montant insertar indicar agregar añadir nombre número cifra monto fecha especificar inserir adicionar nome data valor "

// fillInOnly are those that need no further word in square brackets.
const fillInOnly = " insert name number figure amount xx xxx x percentage placeholder todo date country location insérer nom chiffre montant insertar cifra monto fecha inserir nome valor número nombre "

// verbs of filling in, which are an instruction in round brackets as well.
const fillInVerbs = " insert enter insérer insertar inserir "
