package form

import "github.com/iatilint/iatilint/schema"

// entry is the table of an entry. The keys kind, id and narrative are read and
// written in entry.go: they depend on each other.
var entry = object[*schema.Entry]{
	keys: []key[*schema.Entry]{
		text("iati-identifier", func(e *schema.Entry) *schema.Text { return &e.Identifier }),
		text("xml:lang", func(e *schema.Entry) *schema.Text { return &e.Language }),
		date("last-updated-datetime", func(e *schema.Entry) *schema.Field[schema.Date] { return &e.LastUpdated }),
		one("reporting-org", &reportingOrg, func(e *schema.Entry) **schema.Organisation { return &e.ReportingOrg }),
		one("title", &prose, func(e *schema.Entry) **schema.Prose { return &e.Title }),
		many("description", &prose, func(e *schema.Entry) *[]*schema.Prose { return &e.Descriptions }),
		many("participating-org", &participatingOrg, func(e *schema.Entry) *[]*schema.Organisation { return &e.ParticipatingOrgs }),
		many("other-identifier", &otherIdentifier, func(e *schema.Entry) *[]*schema.OtherIdentifier { return &e.OtherIdentifiers }),
		coded("activity-status", func(e *schema.Entry) *schema.Text { return &e.Status }),
		many("activity-date", &activityDate, func(e *schema.Entry) *[]*schema.ActivityDate { return &e.Dates }),
		coded("activity-scope", func(e *schema.Entry) *schema.Text { return &e.Scope }),
		many("location", &location, func(e *schema.Entry) *[]*schema.Location { return &e.Locations }),
		codeList("default-aid-type", func(e *schema.Entry) *[]schema.Text { return &e.DefaultAidTypes }),
		many("document-link", &documentLink, func(e *schema.Entry) *[]*schema.DocumentLink { return &e.DocumentLinks }),
		many("related-activity", &relatedActivity, func(e *schema.Entry) *[]*schema.RelatedActivity { return &e.RelatedActivities }),
		many("result", &result, func(e *schema.Entry) *[]*schema.Result { return &e.Results }),
		{"elsewhere", readElsewhere, writeElsewhere},
	},
}

var reportingOrg = object[*schema.Organisation]{
	make: func() *schema.Organisation { return new(schema.Organisation) },
	keys: []key[*schema.Organisation]{
		text("ref", func(o *schema.Organisation) *schema.Text { return &o.Ref }),
		code("type", func(o *schema.Organisation) *schema.Text { return &o.Type }),
		many("narrative", &narrative, func(o *schema.Organisation) *[]*schema.Narrative { return &o.Narratives }),
	},
}

var participatingOrg = object[*schema.Organisation]{
	make: func() *schema.Organisation { return new(schema.Organisation) },
	keys: []key[*schema.Organisation]{
		text("ref", func(o *schema.Organisation) *schema.Text { return &o.Ref }),
		code("type", func(o *schema.Organisation) *schema.Text { return &o.Type }),
		code("role", func(o *schema.Organisation) *schema.Text { return &o.Role }),
		text("activity-id", func(o *schema.Organisation) *schema.Text { return &o.ActivityID }),
		many("narrative", &narrative, func(o *schema.Organisation) *[]*schema.Narrative { return &o.Narratives }),
	},
}

var otherIdentifier = object[*schema.OtherIdentifier]{
	make: func() *schema.OtherIdentifier { return new(schema.OtherIdentifier) },
	keys: []key[*schema.OtherIdentifier]{
		text("ref", func(o *schema.OtherIdentifier) *schema.Text { return &o.Ref }),
		code("type", func(o *schema.OtherIdentifier) *schema.Text { return &o.Type }),
	},
}

var activityDate = object[*schema.ActivityDate]{
	make: func() *schema.ActivityDate { return new(schema.ActivityDate) },
	keys: []key[*schema.ActivityDate]{
		code("type", func(d *schema.ActivityDate) *schema.Text { return &d.Type }),
		date("iso-date", func(d *schema.ActivityDate) *schema.Field[schema.Date] { return &d.Date }),
	},
}

var relatedActivity = object[*schema.RelatedActivity]{
	make: func() *schema.RelatedActivity { return new(schema.RelatedActivity) },
	keys: []key[*schema.RelatedActivity]{
		text("ref", func(r *schema.RelatedActivity) *schema.Text { return &r.Ref }),
		code("type", func(r *schema.RelatedActivity) *schema.Text { return &r.Type }),
	},
}

var location = object[*schema.Location]{
	make:  func() *schema.Location { return new(schema.Location) },
	short: "ref",
	keys: []key[*schema.Location]{
		text("ref", func(l *schema.Location) *schema.Text { return &l.Ref }),
	},
}
