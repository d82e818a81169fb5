package warc

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"io"
	"mime"
	"net/http/httputil"
	"regexp"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

var (
	statusOK = regexp.MustCompile(`^HTTP/\d(?:\.\d)? 200\b`)
	htmlTag  = regexp.MustCompile(`(?i)<html[\s>]|<!doctype html`)
	plain    = regexp.MustCompile(`(?is)^(?:\x{FEFF}|\s)*<.*(?:<?html[\s>]|!doctype html)`)
	chunk    = regexp.MustCompile(`^[0-9a-fA-F]+[ \t]*(?:;[^\r\n]*)?\r?\n`)
)

// response returns the page that a server's answer holds, if it holds one.
func response(rec record) (page, bool) {
	in := bufio.NewReader(bytes.NewReader(rec.block))
	header, err := readHeader(in)
	if err != nil || !statusOK.Match(header) {
		return page{}, false
	}
	sent := parseFields(header)
	p := page{record: rec, body: decoded(in, sent)}
	p.mediaType, p.charset = mediaTypeOf(sent.get("Content-Type"))
	if p.mediaType == "" {
		p.mediaType, _ = mediaTypeOf(rec.fields.get("WARC-Identified-Payload-Type"))
	}
	if p.mediaType == "" {
		body := bufio.NewReader(p.body)
		if head, _ := body.Peek(1024); htmlTag.Match(head) {
			p.mediaType = "text/html"
		}
		p.body = body
	}
	return p, isHTML(p.mediaType)
}

// mediaTypeOf returns a media type without its parameters, and the character
// set that they name.
func mediaTypeOf(value string) (mediaType, charset string) {
	mediaType, params, err := mime.ParseMediaType(value)
	if err != nil {
		mediaType, _, _ = strings.Cut(value, ";")
		mediaType = strings.ToLower(strings.TrimSpace(mediaType))
	}
	return mediaType, params["charset"]
}

// decoded undoes the encodings of a body. Archives may keep the header of one
// that they have undone, so each is told by its bytes as well.
func decoded(body *bufio.Reader, sent fields) io.Reader {
	if strings.Contains(strings.ToLower(sent.get("Transfer-Encoding")), "chunked") {
		if head, _ := body.Peek(64); chunk.Match(head) {
			body = bufio.NewReader(httputil.NewChunkedReader(body))
		}
	}
	for _, coding := range codings(sent.get("Content-Encoding")) {
		body = bufio.NewReader(decode(body, coding))
	}
	return body
}

// codings returns the content encodings, the last that was done first.
func codings(value string) (codings []string) {
	for coding := range strings.SplitSeq(strings.ToLower(value), ",") {
		codings = append([]string{strings.TrimSpace(coding)}, codings...)
	}
	return codings
}

// decode undoes a content encoding; what isn't encoded stays.
func decode(body *bufio.Reader, coding string) io.Reader {
	head, _ := body.Peek(512)
	switch {
	case strings.HasSuffix(coding, "gzip") && bytes.HasPrefix(head, []byte(gzipMagic)):
		return opened(gzip.NewReader(body))
	case coding == "deflate" && len(head) > 1 && head[0]&15 == 8 && (int(head[0])<<8|int(head[1]))%31 == 0:
		return opened(zlib.NewReader(body))
	case coding == "deflate" && !plain.Match(head):
		return flate.NewReader(body)
	case coding == "br" && !plain.Match(head):
		return brotli.NewReader(body)
	case coding == "zstd" && bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")):
		z, err := zstd.NewReader(body, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(8<<20)) // RFC 9659
		if err != nil {
			return failing{err}
		}
		return z
	}
	return body
}

// opened returns r, or a reader that fails as opening it did.
func opened(r io.Reader, err error) io.Reader {
	if err != nil {
		return failing{err}
	}
	return r
}

// failing is a reader that fails.
type failing struct{ err error }

// Read implements io.Reader.
func (f failing) Read([]byte) (int, error) { return 0, f.err }
