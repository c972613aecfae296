"""Readers: a file of one format in, a ``Team`` out."""

from questioner.inputs.team_file import LARGEST, bytes_of, called, read_team, team_in, team_of

__all__ = ["LARGEST", "bytes_of", "called", "read_team", "team_in", "team_of"]
