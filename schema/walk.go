package schema

// Walk calls visit for the entry and every node below it in the order of the
// standard's elements, parents before children.
func Walk(e *Entry, visit func(Node)) {
	var walk func(Node)
	walk = func(n Node) {
		visit(n)
		n.Children(walk)
	}
	walk(e)
}

// Children implements Node.
func (e *Entry) Children(visit func(Node)) {
	if e.ReportingOrg != nil {
		visit(e.ReportingOrg)
	}
	visitProse(e.Title, visit)
	visitAll(e.Descriptions, visit)
	visitAll(e.ParticipatingOrgs, visit)
	visitAll(e.OtherIdentifiers, visit)
	visitAll(e.Dates, visit)
	visitAll(e.Locations, visit)
	visitAll(e.OtherProse, visit)
	visitAll(e.DocumentLinks, visit)
	visitAll(e.RelatedActivities, visit)
	visitAll(e.Results, visit)
}

// Children implements Node: an element has none unless its type says so.
func (*node) Children(func(Node)) {}

// Children implements Node.
func (o *Organisation) Children(visit func(Node)) { visitAll(o.Narratives, visit) }

// Children implements Node.
func (p *Prose) Children(visit func(Node)) { visitAll(p.Narratives, visit) }

// Children implements Node.
func (r *Result) Children(visit func(Node)) {
	visitProse(r.Title, visit)
	visitProse(r.Description, visit)
	visitAll(r.DocumentLinks, visit)
	visitAll(r.References, visit)
	visitAll(r.Indicators, visit)
}

// Children implements Node.
func (i *Indicator) Children(visit func(Node)) {
	visitProse(i.Title, visit)
	visitProse(i.Description, visit)
	visitAll(i.DocumentLinks, visit)
	visitAll(i.References, visit)
	visitAll(i.Baselines, visit)
	visitAll(i.Periods, visit)
}

// Children implements Node.
func (p *Period) Children(visit func(Node)) {
	visitAll(p.Targets, visit)
	visitAll(p.Actuals, visit)
}

// Children implements Node.
func (m *Measurement) Children(visit func(Node)) {
	visitAll(m.Locations, visit)
	visitAll(m.Dimensions, visit)
	visitProse(m.Comment, visit)
	visitAll(m.DocumentLinks, visit)
}

// Children implements Node.
func (l *DocumentLink) Children(visit func(Node)) {
	visitProse(l.Title, visit)
	visitProse(l.Description, visit)
}

func visitProse(p *Prose, visit func(Node)) {
	if p != nil {
		visit(p)
	}
}

func visitAll[N Node](list []N, visit func(Node)) {
	for _, n := range list {
		visit(n)
	}
}
