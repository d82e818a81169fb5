package html

import "testing"

// TestDate: the day of publication is found where pages tell it, the surest place
// first, and in no other script's time.
func TestDate(t *testing.T) {
	for name, c := range map[string]struct{ head, line, want string }{
		"data before a line":    {`<meta property="article:published_time" content="2024-05-14T09:00:00Z">`, "<p class=date>12 May 2024</p>", "2024-05-14"},
		"a line before scripts": {`<script>var page = {"publishedAt": "2024-05-10T08:00:00Z"}</script>`, "<p class=date>12 May 2024</p>", "2024-05-12"},
		"a script":              {`<script>var page = {"id": 7, "publishedAt": "2024-05-10T08:00:00Z"}</script>`, "", "2024-05-10"},
		"a script's variable":   {`<script>window.pubDate = '2024-05-10';</script>`, "", "2024-05-10"},
		"in UTC, beside a zone": {`<meta property="article:published_time" content="2024-05-15T03:30:00Z"><script>var video = {"uploaded": "2024-05-14T21:02:00-07:00"}</script>`, "", "2024-05-14"},
		"… and one of another":  {`<meta property="article:published_time" content="2024-05-15T03:30:00Z"><meta name=x content="2024-05-01T09:00+02:00"><script>var video = {"uploaded": "2024-05-14T21:02:00-07:00"}</script>`, "", "2024-05-15"},
		"of something else":     {`<script>var page = {"builtAt": "2024-05-10T08:00:00Z"}</script>`, "", ""},
	} {
		a, err := one(t, "<html><head><title>Talks go on</title>"+c.head+"</head><body><article><h1>Talks go on</h1>"+c.line+inP(paragraphs...)+"</article></body></html>", "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if got := a.Published.Date(); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
