"""Many teams: a batch that can be stopped, started, billed and trusted."""
