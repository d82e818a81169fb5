package library

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// pack returns facts as the library keeps them, without the text, and their
// hash, in which the text has its part by its own.
func pack(f *facts.Article) (packed []byte, hash string, err error) {
	bare := *f
	bare.Text = ""
	text, err := json.Marshal(&bare)
	if err != nil {
		return nil, "", err
	}
	sum := sha256.Sum256(text)
	var out bytes.Buffer
	w, _ := zlib.NewWriterLevel(&out, zlib.BestSpeed)
	if _, err := w.Write(text); err != nil {
		return nil, "", err
	}
	err = w.Close()
	return out.Bytes(), hex.EncodeToString(sum[:]), err
}

// unpack returns the facts of an article that were packed.
func unpack(packed []byte, text string) (*facts.Article, error) {
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("the facts of an article are damaged: %w", err)
	}
	var f facts.Article
	plain, err := io.ReadAll(r)
	if err == nil {
		err = json.Unmarshal(plain, &f)
	}
	if err != nil {
		return nil, fmt.Errorf("the facts of an article are damaged: %w", err)
	}
	f.Text = text
	return &f, nil
}
