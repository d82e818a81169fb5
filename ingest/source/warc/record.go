package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"

	"github.com/newsgraph/newsgraph/internal/hint"
)

const (
	gzipMagic = "\x1f\x8b\x08"
	window    = 64 << 10 // bytes that are looked at together
	maxFields = 64 << 10 // bytes of a record's or a response's header

	// maxRepairs bounds how often records whose length is wrong are read again.
	maxRepairs = 100
)

// A record is one of a WARC file.
type record struct {
	number int // from 1
	fields fields
	block  []byte // what it holds; valid until the next record is read
	cut    bool   // block is only the beginning
}

// address returns the address of what the record holds.
func (r record) address() string { return strings.Trim(r.fields.get("WARC-Target-URI"), "<> ") }

// wrap says of which record an error is.
func (r record) wrap(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = hint.Add(errors.New("is not whole: it ends too early"), "what stands before it is read; fetch or copy the archive again")
	}
	if address := r.address(); address != "" {
		return fmt.Errorf("record %d (%s): %w", r.number, address, err)
	}
	return fmt.Errorf("record %d: %w", r.number, err)
}

// A reader reads the records of a file. Where each is gzipped by itself, as the
// standard asks for, one that is broken can't take from the next; else the next
// is found by its first line. (The library gowarc takes five times as long, keeps
// blocks on disk and loses the record after one that is cut.)
type reader struct {
	file    *bufio.Reader
	pushed  *pushback     // below file
	member  *gzip.Reader  // of file; nil for none
	start   int64         // of the member in the file
	r       *bufio.Reader // of records: of a member, or file; nil between members
	limit   int64         // of a block
	block   bytes.Buffer
	number  int
	repairs int
}

func newReader(r io.Reader, limit int64) *reader {
	pushed := &pushback{r: r}
	return &reader{pushed: pushed, file: bufio.NewReaderSize(pushed, window), limit: limit + maxFields}
}

// next returns the next record. With io.EOF there are no more; with any other
// error the record is what is known of one that is broken, and reading can go on.
func (r *reader) next() (record, error) {
	for !r.pushed.failed {
		if err := r.enter(); err != nil {
			return r.broken(err)
		}
		switch line, err := r.skipEmptyLines(); {
		case err == io.EOF && r.member != nil:
			r.leave()
		case err == io.EOF:
			return record{}, io.EOF
		case err != nil:
			return r.broken(err)
		case !bytes.HasPrefix(line, []byte(magic)):
			return r.broken(errors.New("does not begin as one"))
		default:
			r.number++
			return r.read()
		}
	}
	return record{}, io.EOF
}

// enter goes into the next member, where r isn't in one.
func (r *reader) enter() (err error) {
	if r.r != nil {
		return nil
	}
	r.start = r.at()
	head, err := r.file.Peek(len(gzipMagic))
	switch {
	case len(head) == 0:
		return err
	case string(head) != gzipMagic:
		r.r = r.file
		return nil
	case r.member == nil:
		r.member, err = gzip.NewReader(r.file)
	default:
		err = r.member.Reset(r.file)
	}
	if err != nil {
		return unexpected(err)
	}
	r.member.Multistream(false)
	r.r = bufio.NewReaderSize(r.member, window)
	return nil
}

// leave ends a member.
func (r *reader) leave() { r.r = nil }

// skipEmptyLines returns the beginning of the first line that isn't empty.
func (r *reader) skipEmptyLines() ([]byte, error) {
	for {
		head, err := r.r.Peek(len(magic))
		if len(head) > 0 && (head[0] == '\r' || head[0] == '\n') {
			r.r.Discard(1)
			continue
		}
		if len(head) > 0 && err == io.EOF {
			err = nil
		}
		return head, err
	}
}

// read reads the record that r stands at.
func (r *reader) read() (record, error) {
	rec := record{number: r.number}
	header, err := readHeader(r.r)
	if err != nil {
		return r.resume(rec, err)
	}
	rec.fields = parseFields(header)
	length, err := strconv.ParseInt(rec.fields.get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return r.resume(rec, fmt.Errorf("its length %q is no number", rec.fields.get("Content-Length")))
	}
	r.block.Reset()
	n, err := io.CopyN(&r.block, r.r, min(length, r.limit))
	rec.block, rec.cut = r.block.Bytes(), n < length
	switch {
	case err != nil && err != io.EOF:
		return r.resume(rec, unexpected(err))
	case err == io.EOF:
		err = errEnd
	default:
		err = r.end(length - n)
	}
	if err == errEnd {
		r.pushBack(rec.block)
		err = hint.Add(fmt.Errorf("does not end after its %d bytes", length), "all other records are read; was the archive fetched whole?")
	}
	if err != nil {
		return r.resume(rec, err)
	}
	return rec, nil
}

var errEnd = errors.New("a record does not end where it should")

// end skips the rest of a block. It fails with errEnd unless the empty lines
// follow that end a record (some tools write one of the two), or the end of all,
// and otherwise where the member is broken.
func (r *reader) end(rest int64) error {
	if rest > 0 && r.member == nil && nextRecord(r.block.Bytes()) >= 0 {
		return errEnd // a record over the limit that has others in it has a wrong length
	}
	if _, err := io.CopyN(io.Discard, r.r, rest); err == io.EOF {
		return errEnd
	} else if err != nil {
		return err
	}
	head, err := r.r.Peek(len("\r\n\r\n") + 1) // beyond them the member's checksum is verified
	if err == io.EOF {
		err = nil
	}
	if len(head) > 0 && head[0] != '\r' && head[0] != '\n' {
		err = errEnd
	}
	return err
}

// pushBack has what a record took of those after it read again.
func (r *reader) pushBack(block []byte) {
	if r.member != nil || r.repairs == maxRepairs {
		return
	}
	ahead, _ := r.file.Peek(r.file.Buffered())
	taken := append(bytes.Clone(block), ahead...)
	if at := nextRecord(taken); at >= 0 && at < len(block) {
		r.repairs++
		r.pushed.back = append(taken[at:], r.pushed.back...)
		r.file.Reset(r.pushed)
	}
}

var recordStart = regexp.MustCompile(`\n\r?\nWARC/1\.`)

// nextRecord returns where in a block another record begins, -1 for nowhere.
func nextRecord(block []byte) int {
	if at := recordStart.FindIndex(block); at != nil {
		return at[1] - len(magic+"1.")
	}
	return -1
}

// broken returns an error in the place of a record that has no header.
func (r *reader) broken(err error) (record, error) {
	if err == io.EOF {
		return record{}, io.EOF
	}
	r.number++
	return r.resume(record{number: r.number}, err)
}

// resume finds the next record after one that is broken.
func (r *reader) resume(rec record, err error) (record, error) {
	if r.r != nil && skipToRecord(r.r) == nil {
		return rec, err
	}
	if r.leave(); r.member != nil {
		r.goBack()
		skipToMember(r.file, r.member)
	}
	return rec, err
}

// at returns how many bytes of the file are read.
func (r *reader) at() int64 { return r.pushed.read - int64(r.file.Buffered()) }

// goBack goes some bytes back in a member that is broken, since it may have
// taken the beginning of the next.
func (r *reader) goBack() {
	buffered := r.file.Buffered()
	far := min(int64(len(r.pushed.last)-buffered), r.at()-r.start-1)
	if far > 0 {
		r.pushed.unread(int(far) + buffered)
		r.file.Reset(r.pushed)
	}
}

// skipToRecord skips to a line with which a record begins; io.EOF for none.
func skipToRecord(r *bufio.Reader) error {
	for lineStart := true; ; {
		if head, err := r.Peek(len(magic)); lineStart && string(head) == magic {
			return nil
		} else if err != nil {
			r.Discard(len(head))
			return err
		}
		line, err := r.ReadSlice('\n')
		if err != nil && err != bufio.ErrBufferFull {
			return err
		}
		lineStart = bytes.HasSuffix(line, []byte("\n"))
	}
}

// skipToMember skips to where a gzipped record begins, or to the end.
func skipToMember(r *bufio.Reader, z *gzip.Reader) {
	for {
		ahead, err := r.Peek(window)
		at := bytes.Index(ahead, []byte(gzipMagic))
		switch {
		case at < 0 && err != nil:
			r.Discard(len(ahead))
			return
		case at < 0:
			r.Discard(len(ahead) - len(gzipMagic) + 1)
		case string(firstBytes(z, ahead[at:])) == magic:
			r.Discard(at)
			return
		default:
			r.Discard(at + 1)
		}
	}
}

// unexpected returns the error of an end where there should be none.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// pushback is a reader to which bytes can be given back.
type pushback struct {
	back []byte
	r    io.Reader
	last []byte // what was read, up to two windows
	read int64  // bytes

	failed bool // r has: nothing more can be read
}

// Read implements io.Reader.
func (p *pushback) Read(b []byte) (n int, err error) {
	if len(p.back) == 0 {
		n, err = p.r.Read(b)
	} else {
		n = copy(b, p.back)
		p.back = p.back[n:]
	}
	p.failed = err != nil && err != io.EOF
	p.read += int64(n)
	p.last = append(p.last, b[:n]...)
	p.last = append(p.last[:0], p.last[max(0, len(p.last)-2*window):]...)
	return n, err
}

// unread gives the last bytes back.
func (p *pushback) unread(n int) {
	at := len(p.last) - n
	p.back = append(bytes.Clone(p.last[at:]), p.back...)
	p.last, p.read = p.last[:at], p.read-int64(n)
}
