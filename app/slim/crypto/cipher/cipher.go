// Package cipher stands in for crypto/cipher in the program for the browser, see
// package slim and its crypto/aes.
package cipher

type Block any

type AEAD interface {
	NonceSize() int
	Seal(dst, nonce, plaintext, additionalData []byte) []byte
	Open(dst, nonce, ciphertext, additionalData []byte) ([]byte, error)
}

func NewGCM(Block) (AEAD, error) {
	panic("crypto/cipher is left out of the program for the browser, see app/slim")
}
