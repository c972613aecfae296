"""Many teams: a batch that can be stopped, started, billed and trusted."""

LIVE = "live"
"""The engine that asks at once; its requests are lost when its run ends."""
OPENAI_BATCH = "openai-batch"
"""The engine that hands files of requests to the Batch API."""
JSONL = "jsonl"
"""The engine that writes files of requests, for others to run."""
