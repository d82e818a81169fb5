package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"github.com/newsgraph/newsgraph/ingest/source/office"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// The bounds of one file: how long it may take, and the memory of PDFium, in
// pages of 64 KiB.
const (
	longest = time.Minute
	memory  = 8192
)

// compiled keeps PDFium's machine code for the files that follow, and for later
// runs in the user's folder of caches, since compiling takes seconds.
var compiled = sync.OnceValue(func() wazero.CompilationCache {
	if folder, err := os.UserCacheDir(); err == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(folder, "newsgraph", "pdfium")); err == nil {
			return cache
		}
	}
	return wazero.NewCompilationCache()
})

// engine is PDFium with a file open. It reads nothing but the file: it is given
// no folder.
type engine struct {
	caller   context.Context
	ctx      context.Context // ends when reading takes too long, too
	pool     pdfium.Pool
	pdfium   pdfium.Pdfium
	document references.FPDF_DOCUMENT
	cancel   func()
}

// start opens a file. It is closed even where it can't be opened.
func start(ctx context.Context, file io.ReadSeeker, size int64) (*engine, error) {
	wasm, err := module()
	if err != nil {
		return nil, fmt.Errorf("unpack PDFium: %w", err)
	}
	e := &engine{caller: ctx}
	config := wazero.NewRuntimeConfig().WithCompilationCache(compiled()).WithMemoryLimitPages(memory).WithCloseOnContextDone(true).
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	running, stop := context.WithCancel(ctx)
	e.ctx, e.cancel = running, stop
	err = e.open(webassembly.Config{
		WASM: wasm, Context: running, RuntimeConfig: config, FSConfig: wazero.NewFSConfig(), MaxIdle: 1, MaxTotal: 1, Stdout: io.Discard, Stderr: io.Discard,
	}, file, size)
	if err != nil {
		err = e.explain(err)
		e.close()
		return nil, err
	}
	return e, nil
}

func (e *engine) open(config webassembly.Config, file io.ReadSeeker, size int64) (err error) {
	if e.pool, err = webassembly.InitWithWASM(config); err != nil {
		return err
	}
	if e.pdfium, err = e.pool.GetInstanceWithContext(e.ctx); err != nil {
		return err
	}
	stop := e.cancel
	timer := time.AfterFunc(longest, stop) // what was compiled before does not count
	e.cancel = func() { timer.Stop(); stop() }
	opened, err := e.pdfium.OpenDocument(&requests.OpenDocument{FileReader: file, FileReaderSize: size})
	if err == nil {
		e.document = opened.Document
	}
	return err
}

func (e *engine) close() {
	if e.pdfium != nil {
		_ = e.pdfium.Close()
	}
	if e.pool != nil {
		_ = e.pool.Close()
	}
	e.cancel()
}

// explain says what an error of PDFium means for the file.
func (e *engine) explain(err error) error {
	switch {
	case e.caller.Err() != nil:
		return e.caller.Err()
	case e.ctx.Err() != nil:
		return hint.Add(fmt.Errorf("took longer than %v", longest), "print it to a new PDF, or split it")
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return office.Locked()
	}
	return office.Damaged(err)
}

// pages returns the number of pages.
func (e *engine) pages() (int, error) {
	count, err := e.pdfium.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: e.document})
	if err != nil {
		return 0, e.explain(err)
	}
	return count.PageCount, nil
}

// letters returns the characters of a page, in the order in which it draws them.
func (e *engine) letters(page int) (letters []letter, err error) {
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: e.document, Index: page}}
	if err := e.count(at); err != nil {
		return nil, err
	}
	found, err := e.pdfium.GetPageTextStructured(&requests.GetPageTextStructured{
		Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true,
		Page: at,
	})
	if err != nil {
		return nil, e.explain(err)
	}
	for _, c := range found.Chars {
		p := c.PointPosition
		letters = append(letters, letter{c.Text, box{p.Left, p.Bottom, p.Right, p.Top}, c.FontInformation.RenderedSize})
	}
	return letters, nil
}

// count fails where a page has more characters than any for people.
func (e *engine) count(at requests.Page) error {
	const most = 500_000
	text, err := e.pdfium.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return e.explain(err)
	}
	count, err := e.pdfium.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return e.explain(err)
	}
	if count.Count > most {
		return hint.Add(fmt.Errorf("has a page of %d characters", count.Count), "print what is wanted of it to a new PDF")
	}
	_, err = e.pdfium.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	return err
}

// properties returns what the file says of itself, by name.
func (e *engine) properties() map[string]string {
	values := map[string]string{}
	found, err := e.pdfium.GetMetaData(&requests.GetMetaData{Document: e.document})
	if err != nil {
		return values
	}
	for _, tag := range found.Tags {
		values[tag.Tag] = tag.Value
	}
	return values
}
