"""Whom to trust: what a file of settings may say that lies in a working folder, where anybody may have written it.

It may not send the team's words or a key where its reader has not said so, nor open what a run leaves to others.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from questioner.cli.settings_file import TRUST, File, Setting, is_texts
from questioner.errors import Problem
from questioner.models import BANK, REPLAY


def _is_trusted(path: Path, own: File) -> bool:
    """Say whether the user's own settings name the folder of the file at ``path``."""
    trust = own.settings.get("", {}).get(TRUST)
    folders = trust.value if trust and is_texts(trust.value) else []
    return any(Path(folder).expanduser().resolve() == path.parent.resolve() for folder in folders)


def overstepping(file: File, own: File) -> Iterator[Problem]:
    """Yield what a file that anybody may have written must not settle."""
    settled = [setting for table in file.settings.values() for setting in table.values()]
    yield from (s.problem(f"stands in your own settings alone, {own.path}") for s in settled if s.key == TRUST)
    if _is_trusted(file.path, own):
        return
    remedy = f"If you know who wrote it, put  trust = ['{file.path.parent}']  into {own.path}"
    if os.name == "posix" and file.path.stat().st_uid not in {os.geteuid(), 0}:
        yield Problem(f"belongs to somebody else, so it is not read. {remedy}", str(file.path))
    for setting in settled:
        if _loosens(setting, own):
            what = "decides what leaves and who sees it, and a file in a working folder may be anybody's"
            yield setting.problem(f"{what}. {remedy}; or settle it there")


def _loosens(setting: Setting, own: File) -> bool:
    """Say whether a setting lets more leave, to other places or for other eyes, than the user has said."""
    value, said = setting.value, [table[setting.key].value for table in own.settings.values() if setting.key in table]
    looser: Mapping[str, bool] = {
        "base-url": True,
        "key-file": True,
        "keep-names": value is not False,
        "mode": str(value) != "600",
        "send": value != "facts" and "facts" in said,
        "model": _asks(value) and any(not _asks(other) for other in said),
        **dict.fromkeys(("names", "prices", "max-cost", "max-tokens"), bool(said)),
    }
    return looser.get(setting.key, False)


def _asks(model: Any) -> bool:
    return model != BANK and not str(model).startswith(REPLAY)
