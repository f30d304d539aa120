package iati

import "github.com/iatilint/iatilint/schema/codelist"

// checkCode reports a value that is not on the list of its rule. attrs are the
// attributes of the element; the rule may depend on one of them.
func (w *Walk) checkCode(c *code, value []byte, attrs []Attr, at Range) {
	if w.Codes == nil {
		return
	}
	condition := &c.rule.When
	switch {
	case condition.Attribute == "":
	case condition.OfParent:
		if len(w.stack) < 2 || !w.stack[len(w.stack)-2].holds {
			return
		}
	case !holds(condition, attrs):
		return
	}
	list := w.list(c.list)
	if list.HasBytes(value) {
		return
	}
	n := w.stack[len(w.stack)-1].node
	nearest, _ := list.Nearest(string(value))
	w.Codes(CodeFault{
		OfficialID: c.rule.OfficialID, List: c.rule.List, Path: n.path, Element: n.name, Attribute: c.rule.Attribute,
		Value: string(value), Vocabulary: condition.Value, Nearest: nearest.Code, Label: nearest.Name, At: at,
	})
}

// holds judges a condition by the attributes of an element.
func holds(condition *codelist.Condition, attrs []Attr) bool {
	for i := range attrs {
		if a := &attrs[i]; a.Space == "" && string(a.Name) == condition.Attribute {
			return string(a.Value) == condition.Value || condition.Default && len(a.Value) == 0
		}
	}
	return condition.Default
}

// list returns one of the lists that rules name, looked up once for each walk.
func (w *Walk) list(index int) *codelist.List {
	if w.lists == nil {
		w.lists = make([]*codelist.List, len(listNames()))
	}
	if w.lists[index] == nil {
		set := w.Lists
		if set == nil {
			set = codelist.Embedded()
		}
		w.lists[index] = set.List(listNames()[index])
	}
	return w.lists[index]
}
