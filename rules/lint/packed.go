package lint

// Append writes down what a report shows of a violation, behind what dst holds:
// not the node and the source that it was found in, which are gone by then.
func (v *Violation) Append(dst []byte) []byte {
	k := Packer{text: dst}
	v.pack(&k)
	return k.text
}

// ReadViolation reads back what Append wrote.
func ReadViolation(text []byte) *Violation {
	whole := string(text)
	k := Packer{text: text, reads: true, whole: whole}
	v := new(Violation)
	v.pack(&k)
	return v
}

func (v *Violation) pack(k *Packer) {
	k.String(&v.Rule)
	k.severity(&v.Severity)
	k.String(&v.Message)
	packList(k, &v.Refs, k.String)
	k.String(&v.File)
	k.Span(&v.Span)
	k.String(&v.Entry)
	k.String(&v.Field)
	k.String(&v.Excerpt)
	packList(k, &v.Related, func(r *Related) { r.pack(k) })
	packList(k, &v.Fixes, func(f *Fix) { f.pack(k) })
	packPointer(k, &v.Change, func(c *Change) { c.pack(k) })
	k.Int(&v.More)
	k.String(&v.Fingerprint)
	k.String(&v.Home)
	k.String(&v.Hint)
	k.String(&v.Snippet.Text)
	k.Int(&v.Snippet.From)
	k.Int(&v.Snippet.To)
	k.Bool(&v.Unread)
	packPointer(k, &v.SuppressedBy, func(s *SuppressedBy) { s.pack(k) })
}

func (r *Related) pack(k *Packer) {
	k.String(&r.File)
	k.Span(&r.Span)
	k.String(&r.Message)
	k.textRange(&r.At)
	k.Bool(&r.Earlier)
}

func (f *Fix) pack(k *Packer) {
	k.String(&f.Title)
	k.Bool(&f.Safe)
	packList(k, &f.Edits, func(e *Edit) { e.pack(k) })
}

func (e *Edit) pack(k *Packer) {
	k.String(&e.File)
	k.int64(&e.Start)
	k.int64(&e.End)
	k.String(&e.Text)
	k.textRange(&e.At)
	k.textRange(&e.In)
}

func (c *Change) pack(k *Packer) {
	k.String(&c.Before)
	k.String(&c.After)
	packList(k, &c.Diff, func(d *Diff) {
		k.String(&d.Op)
		k.String(&d.Text)
	})
}

func (s *SuppressedBy) pack(k *Packer) {
	kind := int(s.Kind)
	k.Int(&kind)
	s.Kind = SuppressionKind(kind)
	k.String(&s.Reason)
}

func (k *Packer) severity(s *Severity) {
	n := int(*s)
	k.Int(&n)
	*s = Severity(n)
}

// packList packs a list, which is read back as an empty one if it was nil.
func packList[T any](k *Packer, list *[]T, pack func(*T)) {
	n := len(*list)
	k.Int(&n)
	if k.reads {
		*list = make([]T, n)
	}
	for i := range *list {
		pack(&(*list)[i])
	}
}

// packPointer packs what may not be there.
func packPointer[T any](k *Packer, p **T, pack func(*T)) {
	some := *p != nil
	k.Bool(&some)
	if !some {
		return
	}
	if k.reads {
		*p = new(T)
	}
	pack(*p)
}
