// Package codelist holds the code lists of the IATI standard and the table of
// the attributes that take their values from them.
//
// The embedded lists are a dated copy (see [Date]); [Load] reads newer ones in
// the forms in which the standard publishes them.
package codelist
