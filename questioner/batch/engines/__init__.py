"""Who gets the replies: each engine takes the cases of a run and hands the replies back to it."""
