package main

import (
	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/ingest/source/web"
	"github.com/newsgraph/newsgraph/internal/config"
)

// project is where the User-Agent says that one can read about the program.
const project = "https://github.com/newsgraph/newsgraph"

// agent is the User-Agent with which the program asks.
func agent() string { return "newsgraph/" + revision() + " (+" + project + ")" }

// webFlags adds the flags of commands that read addresses.
func webFlags(cmd *cobra.Command) {
	cmd.Flags().Bool("ignore-robots", false, "fetch also what a site's robots.txt asks programs not to")
}

// fetching returns opt with what gets addresses: those that the arguments name
// and those that feeds name. The memory, where there is one, has what was read
// before.
func fetching(opt source.Options, cfg config.Config, args []string, memory *web.Memory) source.Options {
	client := web.New(web.Options{
		Agent: or(cfg.Web.UserAgent, agent()), Timeout: cfg.Web.Timeout, Pause: cfg.Web.Pause,
		Bytes: cfg.Web.MaxBytes, Pages: int64(cfg.Web.MaxPages), IgnoreRobots: cfg.Web.IgnoreRobots, Named: args, Memory: memory,
	})
	opt.Fetch = client.Fetch
	return opt
}
