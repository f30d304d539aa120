package facts

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
)

// Codec encodes values of a struct type as bytes, and decodes them. It knows the
// exported fields of strings, numbers, booleans, slices, arrays, pointers, structs
// and Places.
type Codec[T any] struct{ plan coder }

// NewCodec makes the plan for a type, once for all its values.
func NewCodec[T any]() *Codec[T] { return &Codec[T]{coderOf(reflect.TypeFor[T]())} }

// Append appends the encoded value to dst.
func (c *Codec[T]) Append(dst []byte, value *T) []byte {
	return c.plan.encode(dst, reflect.ValueOf(value).Elem())
}

// Decode decodes a value that holds no Place. The strings of it share their memory.
func (c *Codec[T]) Decode(text []byte, value *T) {
	d := decoder{text: text, whole: string(text)}
	c.plan.decode(&d, reflect.ValueOf(value).Elem())
}

// decoder holds what is left to decode.
type decoder struct {
	text  []byte
	whole string // of which strings are pieces; "" = they are copied
	chunk *chunk // of the facts that are decoded
}

func (d *decoder) next(n int) (part []byte) {
	part, d.text = d.text[:n], d.text[n:]
	return part
}

func (d *decoder) uint() uint64 {
	n, size := binary.Uvarint(d.text)
	d.text = d.text[size:]
	return n
}

func (d *decoder) string() string {
	n := int(d.uint())
	if d.whole == "" {
		return string(d.next(n))
	}
	from := len(d.whole) - len(d.text)
	d.next(n)
	return d.whole[from : from+n]
}

// coder encodes the values of one type, and decodes them.
type coder struct {
	encode func(dst []byte, v reflect.Value) []byte
	decode func(d *decoder, v reflect.Value)
}

// coderOf returns the coder of a type. Numbers are assumed to be small as a rule,
// but for unsigned ones: these are hashes.
func coderOf(t reflect.Type) coder {
	if t == reflect.TypeFor[Place]() {
		return placeCoder()
	}
	switch t.Kind() {
	case reflect.String:
		return coder{
			func(dst []byte, v reflect.Value) []byte { return appendString(dst, v.String()) },
			func(d *decoder, v reflect.Value) { v.SetString(d.string()) },
		}
	case reflect.Int, reflect.Int32, reflect.Int64:
		return coder{
			func(dst []byte, v reflect.Value) []byte { return binary.AppendUvarint(dst, uint64(v.Int())) },
			func(d *decoder, v reflect.Value) { v.SetInt(int64(d.uint())) },
		}
	case reflect.Uint8, reflect.Uint16, reflect.Uint64:
		return coder{
			func(dst []byte, v reflect.Value) []byte { return binary.LittleEndian.AppendUint64(dst, v.Uint()) },
			func(d *decoder, v reflect.Value) { v.SetUint(binary.LittleEndian.Uint64(d.next(8))) },
		}
	case reflect.Float64:
		return coder{
			func(dst []byte, v reflect.Value) []byte {
				return binary.LittleEndian.AppendUint64(dst, math.Float64bits(v.Float()))
			},
			func(d *decoder, v reflect.Value) {
				v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64(d.next(8))))
			},
		}
	case reflect.Bool:
		return coder{
			func(dst []byte, v reflect.Value) []byte { return appendBool(dst, v.Bool()) },
			func(d *decoder, v reflect.Value) { v.SetBool(d.next(1)[0] == 1) },
		}
	case reflect.Struct:
		return structCoder(t)
	case reflect.Slice:
		return sliceCoder(t)
	case reflect.Array:
		return arrayCoder(t)
	case reflect.Pointer:
		return pointerCoder(t)
	}
	panic(fmt.Sprintf("no codec for %s", t))
}

func structCoder(t reflect.Type) coder {
	fields := make([]coder, t.NumField())
	for i := range fields {
		if !t.Field(i).IsExported() && !t.Field(i).Anonymous {
			panic(fmt.Sprintf("the field %s of %s is not exported", t.Field(i).Name, t))
		}
		fields[i] = coderOf(t.Field(i).Type)
	}
	return coder{
		func(dst []byte, v reflect.Value) []byte {
			for i := range fields {
				dst = fields[i].encode(dst, v.Field(i))
			}
			return dst
		},
		func(d *decoder, v reflect.Value) {
			for i := range fields {
				fields[i].decode(d, v.Field(i))
			}
		},
	}
}

// sliceCoder writes the length plus one, and 0 for nil.
func sliceCoder(t reflect.Type) coder {
	element := coderOf(t.Elem())
	return coder{
		func(dst []byte, v reflect.Value) []byte {
			if v.IsNil() {
				return append(dst, 0)
			}
			dst = binary.AppendUvarint(dst, uint64(v.Len())+1)
			for i := range v.Len() {
				dst = element.encode(dst, v.Index(i))
			}
			return dst
		},
		func(d *decoder, v reflect.Value) {
			n := int(d.uint())
			if n == 0 {
				return
			}
			v.Set(reflect.MakeSlice(t, n-1, n-1))
			for i := range n - 1 {
				element.decode(d, v.Index(i))
			}
		},
	}
}

func arrayCoder(t reflect.Type) coder {
	if t.Elem() == reflect.TypeFor[uint16]() {
		return signatureCoder()
	}
	element := coderOf(t.Elem())
	return coder{
		func(dst []byte, v reflect.Value) []byte {
			for i := range v.Len() {
				dst = element.encode(dst, v.Index(i))
			}
			return dst
		},
		func(d *decoder, v reflect.Value) {
			for i := range v.Len() {
				element.decode(d, v.Index(i))
			}
		},
	}
}

// signatureCoder is for arrays of short hashes, of which each narrative has one.
func signatureCoder() coder {
	hashes := func(v reflect.Value) []uint16 { return v.Slice(0, v.Len()).Interface().([]uint16) }
	return coder{
		func(dst []byte, v reflect.Value) []byte {
			for _, h := range hashes(v) {
				dst = binary.LittleEndian.AppendUint16(dst, h)
			}
			return dst
		},
		func(d *decoder, v reflect.Value) {
			for i, list := 0, hashes(v); i < len(list); i++ {
				list[i] = binary.LittleEndian.Uint16(d.next(2))
			}
		},
	}
}

func pointerCoder(t reflect.Type) coder {
	element := coderOf(t.Elem())
	return coder{
		func(dst []byte, v reflect.Value) []byte {
			if dst = appendBool(dst, !v.IsNil()); !v.IsNil() {
				dst = element.encode(dst, v.Elem())
			}
			return dst
		},
		func(d *decoder, v reflect.Value) {
			if d.next(1)[0] == 1 {
				v.Set(reflect.New(t.Elem()))
				element.decode(d, v.Elem())
			}
		},
	}
}

func appendString(dst []byte, s string) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(s))), s...)
}

func appendBool(dst []byte, b bool) []byte {
	if b {
		return append(dst, 1)
	}
	return append(dst, 0)
}
