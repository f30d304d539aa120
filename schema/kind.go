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

// KindOf returns the kind of a node; NoKind of nil. A nil pointer has a kind.
func KindOf(n Node) Kind {
	if n == nil {
		return NoKind
	}
	return n.kind()
}

func (*Entry) kind() Kind           { return EntryNode }
func (*Organisation) kind() Kind    { return OrganisationNode }
func (*OtherIdentifier) kind() Kind { return OtherIdentifierNode }
func (*ActivityDate) kind() Kind    { return ActivityDateNode }
func (*RelatedActivity) kind() Kind { return RelatedActivityNode }
func (*Location) kind() Kind        { return LocationNode }
func (*Prose) kind() Kind           { return ProseNode }
func (*Narrative) kind() Kind       { return NarrativeNode }
func (*Result) kind() Kind          { return ResultNode }
func (*Reference) kind() Kind       { return ReferenceNode }
func (*Indicator) kind() Kind       { return IndicatorNode }
func (*Period) kind() Kind          { return PeriodNode }
func (*Measurement) kind() Kind     { return MeasurementNode }
func (*Dimension) kind() Kind       { return DimensionNode }
func (*LocationRef) kind() Kind     { return LocationRefNode }
func (*DocumentLink) kind() Kind    { return DocumentLinkNode }
