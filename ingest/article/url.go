package article

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
)

// tracking matches query parameters that do not tell one article from another.
var tracking = regexp.MustCompile(`^(utm_.*|fbclid|gclid|mc_cid|mc_eid|ref|cmpid)$`)

// CanonicalURL brings the addresses under which one article is found into one
// form: host in lower case, no default port, fragment or tracking parameter.
// Of "" it is "".
func CanonicalURL(raw string) (string, error) {
	if raw == "" {
		return "", nil
	}
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" {
		return "", fmt.Errorf("url %q is not an address", raw)
	}
	u.Scheme, u.Fragment, u.User = strings.ToLower(u.Scheme), "", nil
	u.Host = strings.ToLower(u.Host)
	if port := u.Port(); port == "80" && u.Scheme == "http" || port == "443" && u.Scheme == "https" {
		u.Host = strings.TrimSuffix(u.Host, ":"+port)
	}
	if u.Path == "" {
		u.Path = "/"
	}
	query := u.Query()
	for key := range query {
		if tracking.MatchString(key) {
			query.Del(key)
		}
	}
	u.RawQuery = query.Encode()
	return u.String(), nil
}

// OnWeb says whether u is an address of the web, and no other of the things
// that addresses name.
func OnWeb(u *url.URL) bool { return (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" }

// BeginsAddress says whether a text begins as an address of the web does.
func BeginsAddress(text string) bool {
	return strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://")
}
