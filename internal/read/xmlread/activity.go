package xmlread

import "github.com/iatilint/iatilint/schema"

// activity reads an iati-activity.
func (p *parser) activity() {
	e := p.entry
	e.Kind = schema.ActivityEntry
	e.Tag = p.tag()
	e.Language = p.language()
	p.lang = schema.PrimaryLanguage(e.Language.Value)
	e.LastUpdated = schema.Parse(p.attribute("last-updated-datetime"), schema.ParseDate)
	p.children(func(name []byte) {
		switch string(name) {
		case "iati-identifier":
			e.Identifier = p.content()
		case "reporting-org":
			if e.ReportingOrg == nil {
				e.ReportingOrg = p.organisation(0)
				return
			}
			p.elsewhere()
		case "title":
			if e.Title == nil {
				e.Title = p.prose(e, 0)
				return
			}
			p.elsewhere()
		case "description":
			e.Descriptions = append(e.Descriptions, p.prose(e, len(e.Descriptions)))
		case "participating-org":
			e.ParticipatingOrgs = append(e.ParticipatingOrgs, p.organisation(len(e.ParticipatingOrgs)))
		case "other-identifier":
			p.otherIdentifier()
		case "activity-status":
			e.Status = p.attribute("code")
		case "activity-scope":
			e.Scope = p.attribute("code")
		case "activity-date":
			p.activityDate()
		case "default-aid-type":
			if v := p.attribute("vocabulary").Value; v == "" || v == "1" {
				e.DefaultAidTypes = append(e.DefaultAidTypes, p.attribute("code"))
			}
		case "location":
			p.location()
		case "document-link":
			e.DocumentLinks = append(e.DocumentLinks, p.documentLink(e, len(e.DocumentLinks)))
		case "related-activity":
			r := &schema.RelatedActivity{Ref: p.attribute("ref"), Type: p.attribute("type")}
			p.attach(r, e, "related-activity", len(e.RelatedActivities), p.tag())
			e.RelatedActivities = append(e.RelatedActivities, r)
		case "result":
			e.Results = append(e.Results, p.result(len(e.Results)))
		default:
			p.elsewhere()
		}
	})
	e.At = rangeOf(0, len(p.text))
}

func (p *parser) organisation(index int) *schema.Organisation {
	o := &schema.Organisation{
		Ref:        p.attribute("ref"),
		Type:       p.attribute("type"),
		Role:       p.attribute("role"),
		ActivityID: p.attribute("activity-id"),
	}
	p.attach(o, p.entry, string(p.scanner.Local()), index, p.tag())
	p.children(func(name []byte) {
		if string(name) == "narrative" {
			o.Narratives = p.narrativeLists.Append(o.Narratives, 1, p.narrative(o, len(o.Narratives)))
		}
	})
	return o
}

func (p *parser) otherIdentifier() {
	e := p.entry
	o := &schema.OtherIdentifier{Ref: p.attribute("ref"), Type: p.attribute("type")}
	p.attach(o, e, "other-identifier", len(e.OtherIdentifiers), p.tag())
	e.OtherIdentifiers = append(e.OtherIdentifiers, o)
	p.elsewhere()
}

func (p *parser) activityDate() {
	e := p.entry
	d := &schema.ActivityDate{
		Type: p.attribute("type"),
		Date: schema.Parse(p.attribute("iso-date"), schema.ParseDate),
	}
	p.attach(d, e, "activity-date", len(e.Dates), p.tag())
	e.Dates = append(e.Dates, d)
	p.elsewhere()
}

func (p *parser) location() {
	e := p.entry
	l := &schema.Location{Ref: p.attribute("ref")}
	p.attach(l, e, "location", len(e.Locations), p.tag())
	e.Locations = append(e.Locations, l)
	p.elsewhere()
}

// elsewhere reads an element that the model does not keep, for its titles,
// descriptions and narratives.
func (p *parser) elsewhere() {
	var bare *schema.Prose // narratives right in the element
	tag, element := p.tag(), p.name()
	p.children(func(name []byte) {
		switch string(name) {
		case "narrative":
			if bare == nil {
				bare = p.proses.New()
				p.attach(bare, p.entry, element, len(p.entry.OtherProse), tag)
				p.entry.OtherProse = append(p.entry.OtherProse, bare)
			}
			bare.Narratives = p.narrativeLists.Append(bare.Narratives, 1, p.narrative(bare, len(bare.Narratives)))
		case "title", "description":
			p.entry.OtherProse = append(p.entry.OtherProse, p.prose(p.entry, len(p.entry.OtherProse)))
		default:
			p.elsewhere()
		}
	})
}
