package pdf

import (
	_ "embed"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// go-pdfium has the module of PDFium as it is, 6 MB of the program; compressed
// it is a third of that.
//
//go:generate sh -c "zstd -q --ultra -22 -f \"$(go list -m -f '{{.Dir}}' github.com/klippa-app/go-pdfium)/internal/pdfium_wasm/pdfium.wasm\" -o pdfium.wasm.zst"
//go:embed pdfium.wasm.zst
var packed []byte

// module returns PDFium as WebAssembly, unpacked when the first file asks for it.
var module = sync.OnceValues(func() ([]byte, error) {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	return d.DecodeAll(packed, nil)
})
