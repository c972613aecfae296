"""Which team a source is, from run to run, and what its files are called."""

import hashlib
from itertools import count
from pathlib import PurePath

from questioner.batch.index import INDEX
from questioner.batch.ledger.teams import TeamRow, TeamTable
from questioner.batch.sources import Source, Teams, names_on
from questioner.phrasing import slugged

OURS = frozenset({PurePath(INDEX).stem})
"""Slugs that no team has, since a file of that name is the batch's own."""


class Identities:
    """Gives each team of one pass over ``sources`` the slug that it had in earlier runs, or one of its own."""

    def __init__(self, teams: TeamTable, sources: Teams) -> None:
        self._teams, self._sources, self._paths = teams, sources, frozenset(sources.paths)
        self._named: dict[str, frozenset[str]] = {}
        self.taken: set[str] = set()
        """Slugs of the teams met so far."""

    def known(self, source: Source, position: int) -> TeamRow | None:
        """Return the team that a source which cannot be read was in an earlier run.

        It is told by its file, in a file of many by the name on its line, or where there is none by its place.
        """
        if source.name == source.path:
            return self._teams.from_file(source.path)
        of_name = next(filter(None, (self._of_name(source, name) for name in names_on(source.raw))), None)
        return of_name or self._in_place(source, position)

    def _in_place(self, source: Source, position: int) -> TeamRow | None:
        """Return the team that stood in this place of the same file last time, unless another line names it now."""
        row = self._teams.last_at(position)
        same = row and path_of(row.source) == source.path and row.slug not in self.taken
        return row if row and same and row.name not in self._names_in(source.path) else None

    def _names_in(self, path: str) -> frozenset[str]:
        if path not in self._named:
            lines = (source.raw for source in self._sources if source.path == path)
            self._named[path] = frozenset(name for line in lines for name in names_on(line))
        return self._named[path]

    def _of_name(self, source: Source, name: str) -> TeamRow | None:
        """Return the team of that name from the same file, or from one that has no part in the input any more."""
        row = self._teams.at(slugged(name))
        moved = row and row.name == name and row.slug not in self.taken and path_of(row.source) not in self._paths
        return self._teams.from_source(identity_of(source, name), name) or (row if moved else None)

    def slug(self, base_of: str, identity: str, name: str) -> str:
        """Return a name for a team's files: the one it had, else its own, else with a hash of where it came from.

        It depends on the order of the input and on earlier runs, never on which team is ready first.
        """
        known = self._teams.from_source(identity, name)
        if known and known.slug not in self.taken:
            return known.slug
        base = slugged(base_of)
        row = self._teams.at(base)
        whose = row.source if row else identity
        if base not in self.taken | OURS and (whose == identity or path_of(whose) not in self._paths):
            return base
        hashes = (hashlib.sha256(f"{identity} {number}".encode()).hexdigest()[:8] for number in count())
        return next(slug for slug in (f"{base}-{digest}" for digest in hashes) if slug not in self.taken)


def identity_of(source: Source, name: str) -> str:
    """Return what tells a team from others of its name: its file, and in a file of many its name."""
    return source.path if source.name == source.path else f"{source.path}\n{name}"


def path_of(identity: str) -> str:
    """Return the file that a team is from."""
    return identity.partition("\n")[0]
