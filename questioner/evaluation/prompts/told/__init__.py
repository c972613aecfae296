"""Prompt evals told: as text, Markdown, JSON, JUnit and pages. Nothing here is worked out; `questioner.evaluation.prompts` does that."""
