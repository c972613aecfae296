"""What only some systems have: marks for tests that cannot run elsewhere, each with its reason."""

import os

import pytest

ON_POSIX = os.name == "posix"
MODES = pytest.mark.skipif(not ON_POSIX, reason="modes and owners of files are POSIX's")
GROUPS = pytest.mark.skipif(not ON_POSIX, reason="a signal to a whole group of processes is POSIX's")
LINKS = pytest.mark.skipif(not ON_POSIX, reason="Windows lets only some users make links")
SHELLS = pytest.mark.skipif(not ON_POSIX, reason="the script is for a POSIX shell, with its programs on a POSIX path")
