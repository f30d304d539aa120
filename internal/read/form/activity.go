package form

import "github.com/iatilint/iatilint/schema"

// entry is the table of an entry. The keys kind, id and narrative are read and
// written in entry.go: they depend on each other.
var entry = element("iati-activity",
	text("iati-identifier", codeShape, func(e *schema.Entry) *schema.Text { return &e.Identifier }),
	text("xml:lang", textShape, func(e *schema.Entry) *schema.Text { return &e.Language }),
	field("last-updated-datetime", momentShape, schema.ParseDate, func(e *schema.Entry) *schema.Field[schema.Date] { return &e.LastUpdated }),
	one("reporting-org", reportingOrg, func(e *schema.Entry) **schema.Organisation { return &e.ReportingOrg }),
	one("title", prose, func(e *schema.Entry) **schema.Prose { return &e.Title }),
	many("description", prose, func(e *schema.Entry) *[]*schema.Prose { return &e.Descriptions }),
	many("participating-org", participatingOrg, func(e *schema.Entry) *[]*schema.Organisation { return &e.ParticipatingOrgs }),
	many("other-identifier", otherIdentifier, func(e *schema.Entry) *[]*schema.OtherIdentifier { return &e.OtherIdentifiers }),
	coded("activity-status", func(e *schema.Entry) *schema.Text { return &e.Status }),
	many("activity-date", activityDate, func(e *schema.Entry) *[]*schema.ActivityDate { return &e.Dates }),
	coded("activity-scope", func(e *schema.Entry) *schema.Text { return &e.Scope }),
	many("location", location, func(e *schema.Entry) *[]*schema.Location { return &e.Locations }),
	codeList("default-aid-type", func(e *schema.Entry) *[]schema.Text { return &e.DefaultAidTypes }),
	many("document-link", documentLink, func(e *schema.Entry) *[]*schema.DocumentLink { return &e.DocumentLinks }),
	many("related-activity", relatedActivity, func(e *schema.Entry) *[]*schema.RelatedActivity { return &e.RelatedActivities }),
	many("result", result, func(e *schema.Entry) *[]*schema.Result { return &e.Results }),
	key[*schema.Entry]{Key{Name: "elsewhere", Shape: elsewhereShape, Repeated: true}, readElsewhere, writeElsewhere},
).with(
	Key{Name: "kind", Shape: kindShape},
	Key{Name: "id", Shape: codeShape},
	Key{Name: "narrative", Shape: narrative.shape, Repeated: true},
)

var reportingOrg = element("reporting-org",
	required(text("ref", codeShape, func(o *schema.Organisation) *schema.Text { return &o.Ref })),
	required(code("type", codeShape, func(o *schema.Organisation) *schema.Text { return &o.Type })),
	many("narrative", narrative, func(o *schema.Organisation) *[]*schema.Narrative { return &o.Narratives }),
)

var participatingOrg = element("participating-org",
	text("ref", codeShape, func(o *schema.Organisation) *schema.Text { return &o.Ref }),
	code("type", codeShape, func(o *schema.Organisation) *schema.Text { return &o.Type }),
	required(code("role", codeShape, func(o *schema.Organisation) *schema.Text { return &o.Role })),
	text("activity-id", codeShape, func(o *schema.Organisation) *schema.Text { return &o.ActivityID }),
	many("narrative", narrative, func(o *schema.Organisation) *[]*schema.Narrative { return &o.Narratives }),
)

var otherIdentifier = element("other-identifier",
	required(text("ref", codeShape, func(o *schema.OtherIdentifier) *schema.Text { return &o.Ref })),
	required(code("type", codeShape, func(o *schema.OtherIdentifier) *schema.Text { return &o.Type })),
)

var activityDate = element("activity-date",
	required(code("type", codeShape, func(d *schema.ActivityDate) *schema.Text { return &d.Type })),
	required(field("iso-date", dateShape, schema.ParseDate, func(d *schema.ActivityDate) *schema.Field[schema.Date] { return &d.Date })),
)

var relatedActivity = element("related-activity",
	required(text("ref", codeShape, func(r *schema.RelatedActivity) *schema.Text { return &r.Ref })),
	required(code("type", codeShape, func(r *schema.RelatedActivity) *schema.Text { return &r.Type })),
)

var location = element("location",
	text("ref", codeShape, func(l *schema.Location) *schema.Text { return &l.Ref }),
).plainAs("ref")

// EntryShape returns the shape of an entry.
func EntryShape() *Shape { return entry.shape }
