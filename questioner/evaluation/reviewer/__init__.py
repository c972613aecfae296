"""How often the reviewer, or a judge, is right on labelled questions."""
