package web

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// allowed holds the hosts that may be reached wherever they are, by name and
// port: those that a person has named, and proxies.
type allowed struct{ hosts sync.Map }

func allow(named []string) *allowed {
	a := new(allowed)
	a.addAll(named...)
	return a
}

func (a *allowed) addAll(named ...string) {
	for _, name := range named {
		u, err := url.Parse(name)
		if err != nil || !article.OnWeb(u) {
			continue
		}
		a.add(u)
		if u.Port() == "" { // the usual ports of both schemes
			a.add(&url.URL{Scheme: "http", Host: u.Host})
			a.add(&url.URL{Scheme: "https", Host: u.Host})
		}
	}
}

func (a *allowed) add(u *url.URL) { a.hosts.Store(hostPort(u), true) }

func (a *allowed) has(hostPort string) bool {
	_, ok := a.hosts.Load(strings.ToLower(hostPort))
	return ok
}

// hostPort returns what is dialled for an address.
func hostPort(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	return net.JoinHostPort(strings.ToLower(u.Hostname()), port)
}

// check refuses what can be seen from the name not to be on the internet. What
// a name stands for is seen when it is dialled.
func (a *allowed) check(u *url.URL) error {
	if a.has(hostPort(u)) {
		return nil
	}
	name := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	ip, err := netip.ParseAddr(name)
	if err == nil && !public(ip) || name == "localhost" || hasSuffix(name, ".localhost", ".local", ".internal", ".home.arpa") {
		return private(name)
	}
	return nil
}

func hasSuffix(name string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(name, suffix) {
			return true
		}
	}
	return false
}

func private(host string) error {
	return hint.Add(fmt.Errorf("%s is on this computer or a private network", host), "such a host is reached only where you name it yourself")
}

// notPublic lists what is not on the internet beyond what netip knows.
var notPublic = prefixes("0.0.0.0/8 100.64.0.0/10 192.0.0.0/24 198.18.0.0/15 240.0.0.0/4 2002::/16 2001::/32 fec0::/10 ::/96")

// translated are IPv4 addresses as networks of IPv6 write them.
var translated = netip.MustParsePrefix("64:ff9b::/96")

func prefixes(list string) (all []netip.Prefix) {
	for _, prefix := range strings.Fields(list) {
		all = append(all, netip.MustParsePrefix(prefix))
	}
	return all
}

// public says whether an address is on the internet.
func public(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	if translated.Contains(ip) {
		bytes := ip.As16()
		ip = netip.AddrFrom4([4]byte(bytes[12:]))
	}
	for _, prefix := range notPublic {
		if prefix.Contains(ip) {
			return false
		}
	}
	return ip.IsGlobalUnicast() && !ip.IsPrivate()
}

const dialTimeout = 10 * time.Second

// transport returns what reaches hosts, those on the internet and allowed ones.
func (c *Client) transport() *http.Transport {
	return &http.Transport{
		Proxy:                  c.allowed.proxy,
		DialContext:            c.allowed.dial,
		TLSHandshakeTimeout:    dialTimeout,
		ForceAttemptHTTP2:      true,
		DisableCompression:     true, // brotli too is undone here, with a limit
		MaxResponseHeaderBytes: 1 << 18,
		MaxIdleConns:           4 * atOnce,
		MaxIdleConnsPerHost:    1,
		IdleConnTimeout:        dialTimeout,
	}
}

// proxy returns the proxy that the environment names for a request.
func (a *allowed) proxy(request *http.Request) (*url.URL, error) {
	u, err := http.ProxyFromEnvironment(request)
	if u != nil {
		a.hosts.Store(hostPort(u), true)
	}
	return u, err
}

func (a *allowed) dial(ctx context.Context, network, address string) (net.Conn, error) {
	dialer := net.Dialer{Timeout: dialTimeout}
	if !a.has(address) {
		dialer.Control = onlyPublic
	}
	return dialer.DialContext(ctx, network, address)
}

// onlyPublic refuses a connection to what is not on the internet, whatever its
// name was.
func onlyPublic(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return err
	}
	if !public(at.Addr()) {
		return private(at.Addr().String())
	}
	return nil
}
