"""Readers: a file of one format in, a ``Team`` out."""

from questioner.inputs.team_file import STDIN, read_team

__all__ = ["STDIN", "read_team"]
