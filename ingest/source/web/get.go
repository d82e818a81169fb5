package web

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/internal/hint"
)

const (
	mostRedirects = 10
	longestWait   = time.Minute // that a busy server may ask for
)

// ErrTooMany is the error of what is beyond the most pages to fetch. It is the
// last.
var ErrTooMany = errors.New("is beyond the most pages that are fetched at a time")

// get fetches what is asked for. The page has at least its name.
func (c *Client) get(ctx context.Context, wanted task) (*page, error) {
	u, err := url.Parse(strings.TrimSpace(wanted.Address))
	if err != nil {
		return &page{name: wanted.Address}, errors.New("is no address")
	}
	p := &page{name: wanted.Name(), asked: wanted.Address, visit: Visit{Version: wanted.Version, At: time.Now().UTC()}}
	switch {
	case wanted.isKnown():
		p.unchanged, p.visit = true, wanted.known.again(p.visit)
		return p, nil
	case wanted.tooMany:
		return p, ErrTooMany
	}
	err = c.visit(ctx, p, u, wanted.known)
	if ctx.Err() != nil {
		p.close()
	}
	return p, err
}

// visit follows the redirects from u to the page.
func (c *Client) visit(ctx context.Context, p *page, u *url.URL, known Visit) error {
	jar, err := cookiejar.New(nil) // some sites redirect until their cookie is there
	if err != nil {
		return err
	}
	again := true
	for hops := 0; ; hops++ {
		if hops > mostRedirects {
			return fmt.Errorf("the server redirects more than %d times, last to %s", mostRedirects, u.Redacted())
		}
		if err := c.admit(ctx, u); err != nil {
			return via(p, u, err)
		}
		next, wait, err := c.step(ctx, p, u, jar, known)
		switch {
		case err != nil && wait > 0 && again:
			again, next = false, u
			c.hosts.of(u.Host).rest(wait)
		case err != nil:
			return via(p, u, err)
		case next == nil:
			return nil
		}
		u = next
	}
}

// via says in an error where a redirect has led.
func via(p *page, u *url.URL, err error) error {
	if address := u.Redacted(); address != p.name {
		return fmt.Errorf("redirected to %s: %w", address, err)
	}
	return err
}

// admit says whether u may be fetched.
func (c *Client) admit(ctx context.Context, u *url.URL) error {
	if !article.OnWeb(u) {
		return hint.Add(errors.New("is no address that begins with https:// or http://"), "fetch it yourself, and name the file")
	}
	if err := c.allowed.check(u); err != nil {
		return err
	}
	return c.askRobots(ctx, u)
}

// step makes one request when it is the host's turn. It reads the page or
// returns where it is; wait is how long a busy server asks to wait.
func (c *Client) step(ctx context.Context, p *page, u *url.URL, jar http.CookieJar, known Visit) (next *url.URL, wait time.Duration, err error) {
	release, err := c.hosts.of(u.Host).turn(ctx, c.Pause)
	if err != nil {
		return nil, 0, err
	}
	defer release()
	ctx, cancel := context.WithTimeout(ctx, c.Timeout)
	defer cancel()
	response, err := c.ask(ctx, u, jar, known)
	if err != nil {
		return nil, 0, c.failure(err)
	}
	defer response.Body.Close()
	next, err = redirect(response)
	switch {
	case err != nil || next != nil:
		return next, 0, err
	case response.StatusCode == http.StatusNotModified && known.conditional():
		p.unchanged, p.visit = true, known.again(p.visit)
		return nil, 0, nil
	case response.StatusCode != http.StatusOK:
		return nil, retryAfter(response), refused(response)
	}
	if err := p.read(response, c.Bytes); err != nil {
		return nil, 0, c.failure(err)
	}
	p.unchanged = known.Sum != "" && known.Sum == p.visit.Sum
	return nil, 0, nil
}

// redirect returns where an answer leads, nil for nowhere.
func redirect(response *http.Response) (*url.URL, error) {
	location := response.Header.Get("Location")
	if response.StatusCode/100 != 3 || response.StatusCode == http.StatusNotModified || location == "" {
		return nil, nil
	}
	next, err := response.Request.URL.Parse(location)
	if err == nil && !article.OnWeb(next) {
		err = errors.New("another scheme")
	}
	if err != nil {
		return nil, fmt.Errorf("the server redirects to %q, which is no address of the web", short(location))
	}
	return next, nil
}

// ask sends the request, on condition that something has changed where u is
// what was fetched before.
func (c *Client) ask(ctx context.Context, u *url.URL, jar http.CookieJar, known Visit) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	header := request.Header
	header.Set("User-Agent", c.Agent)
	header.Set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
	header.Set("Accept-Language", "en,*;q=0.5")
	header.Set("Accept-Encoding", "gzip, br")
	if known.Address == u.String() {
		set(header, "If-None-Match", known.ETag)
		set(header, "If-Modified-Since", known.Modified)
	}
	client := *c.http
	client.Jar = jar
	return client.Do(request)
}

func set(header http.Header, key, value string) {
	if value != "" {
		header.Set(key, value)
	}
}

// failure says in plain words what went wrong on the way.
func (c *Client) failure(err error) error {
	if wrapped, ok := errors.AsType[*url.Error](err); ok {
		err = wrapped.Err
	}
	if unknown, ok := errors.AsType[*net.DNSError](err); ok && unknown.IsNotFound {
		return hint.Add(fmt.Errorf("there is no host of the name %s", unknown.Name), "is the address right, and does this computer reach the internet?")
	}
	if untrusted, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return hint.Add(fmt.Errorf("the host is not known to be what it says it is: %w", untrusted.Err), "save the page with a browser, and read the file")
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("the server has not answered in full within %v", c.Timeout)
	}
	if text := err.Error(); len(text) > longestMessage {
		return errors.New(short(text)) // what the server sent may be in it
	}
	return err
}

// longestMessage is in bytes.
const longestMessage = 200

// short returns the beginning of what a server has said.
func short(text string) string {
	if len(text) <= longestMessage {
		return text
	}
	return strings.ToValidUTF8(text[:longestMessage], "") + "…"
}

// Refusal is what a server said instead of an answer.
type Refusal struct{ Status string }

// Error implements error.
func (r Refusal) Error() string { return "the server said " + r.Status }

func refused(response *http.Response) error {
	name := cmp.Or(http.StatusText(response.StatusCode), strings.TrimSpace(strings.TrimPrefix(response.Status, strconv.Itoa(response.StatusCode))))
	err := error(Refusal{short(strings.TrimSpace(strconv.Itoa(response.StatusCode) + " " + name))})
	switch response.StatusCode {
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden, http.StatusUnavailableForLegalReasons:
		return hint.Add(err, "the site wants a subscription or refuses programs: save the page with a browser, and read the file")
	}
	return err
}

// retryAfter returns how long a busy server asks to wait, 0 where it does not
// say, or asks for too long.
func retryAfter(response *http.Response) time.Duration {
	busy := response.StatusCode == http.StatusTooManyRequests || response.StatusCode == http.StatusServiceUnavailable
	seconds, err := strconv.Atoi(response.Header.Get("Retry-After"))
	wait := time.Duration(seconds) * time.Second
	if !busy || err != nil || seconds < 1 || seconds > int(longestWait/time.Second) {
		return 0
	}
	return wait
}
