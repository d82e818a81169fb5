package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"strings"

	"github.com/andybalholm/brotli"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// page is what was fetched, or could not be.
type page struct {
	asked     string // the address
	name      string // the same for people, without a password
	mediaType string
	charset   string
	body      io.ReadSeeker
	file      *os.File // what body is where it is large
	visit     Visit
	unchanged bool // since it was read before
}

// input returns the page to be read. Once it is, memory knows it.
func (p *page) input(memory *Memory) kind.Input {
	in := kind.Input{Name: p.name, Type: p.mediaType, Charset: p.charset, Address: p.visit.Address}
	if p.body != nil {
		in.Reader = p.body
	}
	in.Keep = func() { memory.keep(p.asked, p.visit) }
	return in
}

func (p *page) close() {
	if p != nil && p.file != nil {
		p.file.Close()
		os.Remove(p.file.Name()) // where it could not be while it was open
	}
}

// TooLarge is the error of what is larger than what may be fetched.
type TooLarge struct{ Bytes int64 }

// Error implements error.
func (e TooLarge) Error() string {
	return fmt.Sprintf("is larger than the %d bytes that are fetched", e.Bytes)
}

// read takes the page from an answer of at most that many bytes.
func (p *page) read(response *http.Response, limit int64) error {
	var parameters map[string]string
	if contentType := response.Header.Get("Content-Type"); contentType != "" {
		// What can't be understood is empty, and told by the content.
		p.mediaType, parameters, _ = mime.ParseMediaType(contentType)
	}
	p.charset = strings.ToLower(parameters["charset"])
	switch family, _, _ := strings.Cut(p.mediaType, "/"); family {
	case "image", "audio", "video", "font":
		return hint.Add(fmt.Errorf("is %s, which has no text", short(p.mediaType)), "name the page on which it stands")
	}
	content, err := decompress(response.Body, response.Header.Get("Content-Encoding"))
	if err != nil {
		return err
	}
	sum := sha256.New()
	n, err := p.store(io.TeeReader(io.LimitReader(content, limit+1), sum))
	switch {
	case n > limit:
		return TooLarge{limit}
	case errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("the answer breaks off after %d bytes", n)
	case err != nil:
		return err
	}
	address := *response.Request.URL
	address.User = nil
	p.visit.Address, p.visit.Sum = address.String(), hex.EncodeToString(sum.Sum(nil)[:16])
	p.visit.ETag, p.visit.Modified = response.Header.Get("ETag"), response.Header.Get("Last-Modified")
	return nil
}

// inMemory is how much of a page is kept in memory; a larger one is a file.
const inMemory = 1 << 20

// store keeps what r gives, and sets body to its beginning.
func (p *page) store(r io.Reader) (n int64, err error) {
	var head bytes.Buffer
	n, err = io.CopyN(&head, r, inMemory)
	if err == io.EOF {
		p.body = bytes.NewReader(head.Bytes())
		return n, nil
	}
	if err != nil {
		return n, err
	}
	if p.file, err = os.CreateTemp("", "newsgraph-*.page"); err != nil {
		return n, fmt.Errorf("keep what is fetched: %w", err)
	}
	os.Remove(p.file.Name()) // so that it goes with the process, where the system allows it
	n, err = io.Copy(p.file, io.MultiReader(&head, r))
	if err == nil {
		_, err = p.file.Seek(0, io.SeekStart)
	}
	p.body = p.file
	return n, err
}

// decompress undoes the encodings of an answer, the last first.
func decompress(r io.Reader, encodings string) (io.Reader, error) {
	list := strings.Split(encodings, ",")
	if len(list) > 2 {
		return nil, fmt.Errorf("the answer is compressed %d times over", len(list))
	}
	for i := len(list) - 1; i >= 0; i-- {
		switch encoding := strings.ToLower(strings.TrimSpace(list[i])); encoding {
		case "", "identity":
		case "gzip", "x-gzip":
			unzipped, err := gzip.NewReader(r)
			if err != nil {
				return nil, fmt.Errorf("the answer is said to be gzip: %w", err)
			}
			r = unzipped
		case "br":
			r = brotli.NewReader(r)
		default:
			return nil, fmt.Errorf("the answer is compressed as %s, which was not asked for", encoding)
		}
	}
	return r, nil
}
