package mhtml

import (
	"context"
	"io"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

const saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nSubject: A\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b\"\r\n\r\n" +
	"--b\r\nContent-Type: text/css\r\n\r\np{}\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/a\r\n\r\n<html><p>Caf=C3=A9=\r\n.</p>\r\n--b--\r\n"

func TestOpen(t *testing.T) {
	in := kind.Input{Name: "a.mhtml", Reader: strings.NewReader(saved), Limits: kind.Limits{Bytes: 1 << 20}}
	var got string
	in.Inside = func(_ context.Context, in kind.Input) kind.Articles {
		data, err := io.ReadAll(in)
		got = in.Address + " " + in.Type + " " + in.Charset + " " + string(data)
		if err != nil {
			t.Error(err)
		}
		return nil
	}
	Kind.Open(context.Background(), in)
	if want := "https://example.org/a text/html utf-8 <html><p>Café.</p>"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if !Kind.Begins([]byte(saved)) || Kind.Begins([]byte("From: Jane\r\nTo: Joe\r\nContent-Type: multipart/related")) {
		t.Error("what begins is not told")
	}
}

func FuzzPageOf(f *testing.F) {
	f.Add(saved)
	f.Fuzz(func(t *testing.T, data string) {
		if in, err := pageOf(kind.Input{Reader: strings.NewReader(data), Limits: kind.Limits{Bytes: 1 << 20}}); err == nil {
			io.Copy(io.Discard, in)
		}
	})
}
