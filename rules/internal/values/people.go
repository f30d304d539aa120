package values

// Persons are the beginnings of words for people of either sex.
var Persons = []string{
	"people", "person", "beneficiar", "participant", "trainee", "individual", "teacher", "student", "pupil", "farmer", "household", "worker",
	"patient", "child", "youth", "official", "staff", "member", "refugee",
	"bénéficiaire", "enfant", "élève", "enseignant", "agriculteur", "jeune", "ménage", "réfugié",
	"niño", "joven", "docente", "estudiante", "agricultor", "criança", "jovens", "aluno", "professor",
}
