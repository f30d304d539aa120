// Package charset finds out in which encoding a file is written, reads it as
// UTF-8 without ever replacing a byte silently, and maps lengths of UTF-8 text
// back to bytes of the file.
package charset
