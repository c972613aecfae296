"""Whether a change to the prompt made questions better, worse, or cannot be told."""
