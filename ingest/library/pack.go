package library

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"sync"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// writers are zlib's, which are costly to make.
var writers = sync.Pool{New: func() any {
	w, _ := zlib.NewWriterLevel(io.Discard, zlib.BestSpeed)
	return w
}}

// pack returns facts as the library keeps them, without the text, and their
// hash, in which the text has its part by its own.
func pack(f *facts.Article) (packed []byte, hash string, err error) {
	text, hash, err := plain(f)
	if err != nil {
		return nil, "", err
	}
	packed, err = press(text)
	return packed, hash, err
}

// press makes text smaller, until unpack.
func press(text []byte) ([]byte, error) {
	w := writers.Get().(*zlib.Writer)
	defer writers.Put(w)
	var out bytes.Buffer
	w.Reset(&out)
	_, err := w.Write(text)
	if err == nil {
		err = w.Close()
	}
	return out.Bytes(), err
}

// plain returns facts without the text as JSON, and its hash.
func plain(f *facts.Article) (text []byte, hash string, err error) {
	bare := *f
	bare.Text = ""
	text, err = json.Marshal(&bare)
	sum := sha256.Sum256(text)
	return text, hex.EncodeToString(sum[:]), err
}

// unpack returns the JSON that was packed.
func unpack(packed []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("the facts of an article are damaged: %w", err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("the facts of an article are damaged: %w", err)
	}
	return text, nil
}

// factsOf returns the facts of an article of their JSON without the text.
func factsOf(bare []byte, text string) (*facts.Article, error) {
	var f facts.Article
	if err := json.Unmarshal(bare, &f); err != nil {
		return nil, fmt.Errorf("the facts of an article are damaged: %w", err)
	}
	f.Text = text
	return &f, nil
}
