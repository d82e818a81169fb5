package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
)

// ErrRobots is the error of what robots.txt asks programs not to fetch.
var ErrRobots = errors.New("the site's robots.txt asks programs not to fetch it")

const (
	robotsBytes     = 500 << 10 // of a robots.txt that are read, as RFC 9309 wants at least
	robotsRedirects = 5
	longestPause    = 30 * time.Second // that a robots.txt may ask for
)

// askRobots says whether the site's robots.txt allows u. It is asked for once.
func (c *Client) askRobots(ctx context.Context, u *url.URL) error {
	if c.IgnoreRobots {
		return nil
	}
	site := url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	load, _ := c.robots.LoadOrStore(site.String(), sync.OnceValues(func() (*robotstxt.RobotsData, error) {
		return c.loadRobots(ctx, &site)
	}))
	robots, err := load.(func() (*robotstxt.RobotsData, error))()
	if err != nil {
		return err
	}
	group := robots.FindGroup(c.robotName())
	c.hosts.of(u.Host).slow(min(group.CrawlDelay, longestPause))
	if !group.Test(u.RequestURI()) {
		return ErrRobots
	}
	return nil
}

// robotName is the name by which a robots.txt speaks of this program.
func (c *Client) robotName() string {
	name, _, _ := strings.Cut(c.Agent, "/")
	return name
}

// loadRobots reads a robots.txt. A site without one allows everything, and one
// that can't say allows nothing.
func (c *Client) loadRobots(ctx context.Context, u *url.URL) (*robotstxt.RobotsData, error) {
	ctx, cancel := context.WithTimeout(ctx, c.Timeout)
	defer cancel()
	for range robotsRedirects + 1 {
		response, err := c.ask(ctx, u, nil, Visit{})
		if err != nil {
			return nil, c.failure(err)
		}
		next, err := redirect(response)
		if err == nil && next == nil {
			return parseRobots(response)
		}
		response.Body.Close()
		if err == nil {
			err = c.allowed.check(next)
		}
		if err != nil {
			return nil, err
		}
		u = next
	}
	return robotstxt.FromStatusAndBytes(http.StatusNotFound, nil)
}

func parseRobots(response *http.Response) (*robotstxt.RobotsData, error) {
	defer response.Body.Close()
	content, err := decompress(response.Body, response.Header.Get("Content-Encoding"))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(content, robotsBytes))
	if err != nil {
		return nil, err
	}
	if response.StatusCode >= http.StatusInternalServerError {
		return nil, fmt.Errorf("read the site's robots.txt: %w", refused(response))
	}
	return robotstxt.FromStatusAndBytes(response.StatusCode, text)
}
