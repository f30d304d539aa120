package schema

// Kind is the kind of a node, for dispatch.
type Kind uint8

// The kinds of nodes.
const (
	NoKind Kind = iota
	EntryNode
	OrganisationNode
	OtherIdentifierNode
	ActivityDateNode
	RelatedActivityNode
	LocationNode
	ProseNode
	NarrativeNode
	ResultNode
	ReferenceNode
	IndicatorNode
	PeriodNode
	MeasurementNode
	DimensionNode
	LocationRefNode
	DocumentLinkNode
	Kinds // how many there are
)

// KindOf is the kind of a node; a typed nil will do.
func KindOf(n Node) Kind {
	switch n.(type) {
	case *Entry:
		return EntryNode
	case *Organisation:
		return OrganisationNode
	case *OtherIdentifier:
		return OtherIdentifierNode
	case *ActivityDate:
		return ActivityDateNode
	case *RelatedActivity:
		return RelatedActivityNode
	case *Location:
		return LocationNode
	case *Prose:
		return ProseNode
	case *Narrative:
		return NarrativeNode
	case *Result:
		return ResultNode
	case *Reference:
		return ReferenceNode
	case *Indicator:
		return IndicatorNode
	case *Period:
		return PeriodNode
	case *Measurement:
		return MeasurementNode
	case *Dimension:
		return DimensionNode
	case *LocationRef:
		return LocationRefNode
	case *DocumentLink:
		return DocumentLinkNode
	}
	return NoKind
}
