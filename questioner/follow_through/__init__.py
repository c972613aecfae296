"""What a session leaves for the next one: the wrap-up, the note between sessions, and trends."""
