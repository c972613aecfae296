"""What an office has locked for everybody on a machine: where requests may go, which model, what is sent.

The file lies where an administrator alone can write, at a place that neither an option nor the environment changes.
Options may ask for less than it allows, never for more. The built-in bank and recordings send nothing and are free.
"""

import sys
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field

from questioner import checked
from questioner.errors import UsageError

PLACES = {
    "win32": Path("C:/ProgramData/questioner/office.toml"),
    "darwin": Path("/Library/Application Support/questioner/office.toml"),
}
PLACE = PLACES.get(sys.platform, Path("/etc/questioner/office.toml"))
PORTS = {"https": 443, "http": 80}

Text = Annotated[str, Field(min_length=1, max_length=300)]


class Office(BaseModel):
    """What is locked; None where everybody is free."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    allowed_hosts: list[Text] | None = None
    """``host`` or ``host:port`` for https, ``http://host:port`` for a server without it; empty for none at all."""
    model: Annotated[list[Text], Field(min_length=1)] | Text | None = None
    """The one that is asked, or several to choose from; the first is asked where none is named."""
    send: Literal["facts"] | None = None
    """``facts``: the team's own words stay here."""
    keep_names: Literal[False] | None = None
    """``false``: names always leave as placeholders."""
    proxy: Text | None = None
    """Through which requests go; with ``allowed_hosts`` those of the environment are not used."""

    @property
    def models(self) -> list[str]:
        """Models that may be asked, the default first; empty for any."""
        return [self.model] if isinstance(self.model, str) else self.model or []

    def check_model(self, name: str) -> None:
        """Let a model's name pass.

        Raises:
            UsageError: when it is not among those allowed.
        """
        if self.models and name not in self.models:
            raise UsageError(f"--model {name}: {PLACE} allows {' or '.join(self.models)}, bank and recordings")

    def check_url(self, url: str) -> None:
        """Let a base URL pass.

        Raises:
            UsageError: when its host is not among those allowed.
        """
        if self.allowed_hosts is not None and _address(url) not in {_address(host) for host in self.allowed_hosts}:
            allowed = f"only to {', '.join(self.allowed_hosts)}" if self.allowed_hosts else "nowhere"
            raise UsageError(f"{url}: {PLACE} lets requests go {allowed}; --model bank asks nobody")


def office() -> Office:
    """Return what is locked on this machine; nothing is where there is no file.

    Raises:
        InputError: when the file is there and cannot be used, so that a slip of the pen opens nothing.
    """
    raw = checked.there(PLACE)
    return Office() if raw is None else checked.from_toml(raw, PLACE, Office)


def _address(url: str) -> tuple[str, str, int] | None:
    """Return scheme, host and port of a URL or of a host alone, for which https is meant; None for neither."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        port = parts.port or PORTS.get(parts.scheme)
    except ValueError:
        return None
    if not parts.hostname or port is None:
        return None
    return parts.scheme, parts.hostname.rstrip("."), port
