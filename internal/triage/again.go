package triage

import "maps"

// Again gives the options to another run: what passes passes there too, and
// nothing of it is used up or noted in this one.
func (o Options) Again() Options {
	waivers := make([]*Waiver, len(o.Waivers))
	for i, w := range o.Waivers {
		again := *w
		again.used = nil
		waivers[i] = &again
	}
	o.Waivers = waivers
	o.Known = maps.Clone(o.Known)
	if o.Accepted != nil {
		o.Accepted = o.Accepted.again()
	}
	return o
}

func (a *Accepted) again() *Accepted {
	other := &Accepted{known: map[id]*Acceptance{}, file: a.file}
	for key, one := range a.known {
		unused := *one
		unused.used = 0
		other.known[key] = &unused
	}
	if a.found != nil {
		other.Rewrite()
	}
	return other
}
