package text

import (
	"slices"
	"strings"
)

// PersonalKind is a kind of personal data.
type PersonalKind uint8

const (
	EmailAddress PersonalKind = iota + 1
	PhoneNumber
	IdentityNumber
)

// A Personal is an item of personal data.
type Personal struct {
	Span
	Kind PersonalKind
	Role bool // an address of an office, not of a person: info@, contact@
}

// Personal returns e-mail addresses, phone numbers and identity numbers.
func (d *Doc) Personal() []Personal {
	if !d.startPart(donePersonal) {
		return d.personal
	}
	phones := false
	for i, w := range d.words {
		switch {
		case w.Flags&Email != 0:
			d.personal = append(d.personal, Personal{w.Span, EmailAddress, roleAddress(w.Of(d.text))})
		case w.Flags&Digit != 0:
			phones = phones || w.Flags&Hyphen != 0 || d.plusBefore(i) || d.calledPhone(i)
			if d.identity(i) {
				d.personal = append(d.personal, Personal{w.Span, IdentityNumber, false})
			}
		}
	}
	if !phones {
		return d.personal
	}
	at := 0
	for _, n := range d.Numbers() {
		if n.Kind != Phone || d.bookNumber(n) {
			continue
		}
		for at < len(d.personal) && d.personal[at].Start < n.Start {
			at++
		}
		if at < len(d.personal) && d.personal[at].Overlaps(n.Span) {
			continue
		}
		d.personal = slices.Insert(d.personal, at, Personal{n.Span, PhoneNumber, false})
	}
	return d.personal
}

// bookNumber reports whether a number is an ISBN or ISSN, which has the shape of a
// phone number.
func (d *Doc) bookNumber(n Number) bool {
	before := strings.TrimRight(d.text[:n.Start], " :\u00a0-13")
	return endsInOneOf(strings.ToLower(before[max(0, len(before)-4):]), "isbn", "issn")
}

func roleAddress(address string) bool {
	name, _, _ := strings.Cut(strings.ToLower(address), "@")
	for _, r := range []string{"info", "contact", "office", "admin", "support", "help", "helpdesk", "press", "media", "communications", "secretariat", "hello", "iati", "data", "contacto", "contato", "registry", "procurement", "noreply", "no-reply", "webmaster", "enquiries", "mail"} {
		if name == r || strings.HasPrefix(name, r+".") || strings.HasPrefix(name, r+"-") {
			return true
		}
	}
	return false
}

// identity reports whether word i is a number of five digits or more behind a word
// for a document of a person, or has the shape of a Brazilian CPF.
func (d *Doc) identity(i int) bool {
	word := d.word(i)
	n := 0
	for _, c := range []byte(word) {
		if kinds[c]&isDigit != 0 {
			n++
		}
	}
	if n < 5 || n > 20 {
		return false
	}
	if len(word) == 14 && word[3] == '.' && word[7] == '.' && word[11] == '-' && n == 11 {
		return true
	}
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		if strings.ContainsAny(d.after(j), ";\n") {
			return false
		}
		switch strings.ToLower(d.word(j)) {
		case "passport", "passeport", "pasaporte", "passaporte", "cni", "dni", "cpf", "nif", "ssn", "curp", "cédula", "nina", "iban", "identity", "identité", "identidad", "identidade":
			return true
		case "id":
			if j+1 < i && (sameWord(d.word(j+1), "card") || sameWord(d.word(j+1), "number") || sameWord(d.word(j+1), "no")) && j > 0 && !strings.EqualFold(d.word(j-1), "project") && !strings.EqualFold(d.word(j-1), "activity") {
				return true
			}
		}
	}
	return false
}
