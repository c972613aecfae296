"""Prepares a human OKR coach: a team's goals and latest check-in in, open and reviewed questions out."""

__version__ = "0.1.0"
