// Package attachment defines what the packages of this module attach to values of
// the public model: caches and pooled memory. Its types have no exported methods,
// so that no other module can use them.
package attachment

import "sync"

// Cache holds values that are derived from what it is attached to, by their keys.
// Its zero value is empty. It is safe for concurrent use and must not be copied.
type Cache struct {
	mutex  sync.Mutex
	values map[any]any
}

// Get returns the value of a key, which is computed at its first use.
func Get[K comparable, V any](c *Cache, key K, compute func() V) V {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if v, ok := c.values[key].(V); ok {
		return v
	}
	v := compute()
	if c.values == nil {
		c.values = map[any]any{}
	}
	c.values[key] = v
	return v
}

// Memory is memory out of a pool. Its zero value is left to the garbage collector.
type Memory struct{ release func() }

// NewMemory returns memory that release gives back to its pool.
func NewMemory(release func()) Memory { return Memory{release} }

// Release gives the memory back to its pool, once: nothing in it may be used any
// more.
func Release(m *Memory) {
	if m.release != nil {
		m.release()
	}
	Keep(m)
}

// Keep leaves the memory to the garbage collector.
func Keep(m *Memory) { m.release = nil }
