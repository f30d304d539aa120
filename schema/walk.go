package schema

// Walk calls visit for the entry and every node below it in the order of the
// standard's elements, parents before children.
func Walk(e *Entry, visit func(Node)) {
	if len(e.nodes) > 0 {
		for _, n := range e.nodes {
			visit(n)
		}
		return
	}
	e.walk(visit)
}

// Settle tells that the entry stays as it is from here on: its nodes are listed
// once, for all walks. The list takes the room of an earlier one, which must not
// be in use any more, and is returned.
func (e *Entry) Settle(room []Node) []Node {
	before := room
	room = room[:0]
	e.walk(func(n Node) { room = append(room, n) })
	if len(room) < len(before) {
		clear(before[len(room):]) // or it would keep what is gone
	}
	e.nodes = room
	return room
}

func (e *Entry) walk(visit func(Node)) {
	w := walker{visit}
	visit(e)
	if e.ReportingOrg != nil {
		visit(e.ReportingOrg)
		w.narratives(e.ReportingOrg.Narratives)
	}
	w.prose(e.Title)
	w.proses(e.Descriptions)
	for _, o := range e.ParticipatingOrgs {
		visit(o)
		w.narratives(o.Narratives)
	}
	for _, o := range e.OtherIdentifiers {
		visit(o)
	}
	for _, d := range e.Dates {
		visit(d)
	}
	for _, l := range e.Locations {
		visit(l)
	}
	w.proses(e.Elsewhere)
	w.documentLinks(e.DocumentLinks)
	for _, r := range e.RelatedActivities {
		visit(r)
	}
	for _, r := range e.Results {
		w.result(r)
	}
}

type walker struct{ visit func(Node) }

func (w walker) result(r *Result) {
	w.visit(r)
	w.prose(r.Title)
	w.prose(r.Description)
	w.documentLinks(r.DocumentLinks)
	w.references(r.References)
	for _, i := range r.Indicators {
		w.indicator(i)
	}
}

func (w walker) indicator(i *Indicator) {
	w.visit(i)
	w.prose(i.Title)
	w.prose(i.Description)
	w.documentLinks(i.DocumentLinks)
	w.references(i.References)
	w.measurements(i.Baselines)
	for _, p := range i.Periods {
		w.visit(p)
		w.measurements(p.Targets)
		w.measurements(p.Actuals)
	}
}

func (w walker) measurements(list []*Measurement) {
	for _, m := range list {
		w.visit(m)
		for _, l := range m.Locations {
			w.visit(l)
		}
		for _, d := range m.Dimensions {
			w.visit(d)
		}
		w.prose(m.Comment)
		w.documentLinks(m.DocumentLinks)
	}
}

func (w walker) documentLinks(list []*DocumentLink) {
	for _, l := range list {
		w.visit(l)
		w.prose(l.Title)
		w.prose(l.Description)
	}
}

func (w walker) references(list []*Reference) {
	for _, r := range list {
		w.visit(r)
	}
}

func (w walker) proses(list []*Prose) {
	for _, p := range list {
		w.prose(p)
	}
}

func (w walker) prose(p *Prose) {
	if p == nil {
		return
	}
	w.visit(p)
	w.narratives(p.Narratives)
}

func (w walker) narratives(list []*Narrative) {
	for _, n := range list {
		w.visit(n)
	}
}
