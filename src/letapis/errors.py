"""Every error that Letapis raises on purpose, as one tree.

::

    LetapisError
    ├── UsageError            the command or call was put wrongly           exit code 2
    │   └── SettingError      a setting has a value it cannot have
    ├── InputError            a source cannot be read                       exit code 1
    ├── StoreError            a chronicle cannot be opened or written       exit code 1
    │   ├── NotAChronicle     the folder is something else, or absent
    │   ├── NewerChronicle    a later version of Letapis wrote it
    │   ├── Locked            another process is writing to it
    │   └── DiskFull          no room was left
    ├── NotFound              no document, report or outlet of that name    exit code 1
    ├── PlanError             a stage asks for what an engine does not do   exit code 1
    └── PluginError           a plug-in file breaks its contract            exit code 1

A message says what was found, where, and what to do about it.
"""

from __future__ import annotations

__all__ = [
    "DiskFull",
    "InputError",
    "LetapisError",
    "Locked",
    "NewerChronicle",
    "NotAChronicle",
    "NotFound",
    "PlanError",
    "PluginError",
    "SettingError",
    "StoreError",
    "UsageError",
]


class LetapisError(Exception):
    """Anything that went wrong and that a person can do something about.

    >>> try:
    ...     raise NotFound("no document d1 in my.chronicle")
    ... except LetapisError as error:
    ...     print(error, error.exit_code)
    no document d1 in my.chronicle 1
    """

    exit_code = 1


class UsageError(LetapisError):
    """The command or call was put wrongly."""

    exit_code = 2


class SettingError(UsageError):
    """A setting has a value it cannot have."""


class InputError(LetapisError):
    """A source cannot be read."""


class StoreError(LetapisError):
    """A chronicle cannot be opened or written."""


class NotAChronicle(StoreError):
    """The folder is something else, or absent."""


class NewerChronicle(StoreError):
    """A later version of Letapis wrote the chronicle."""


class Locked(StoreError):
    """Another process is writing to the chronicle."""


class DiskFull(StoreError):
    """No room was left to write."""


class NotFound(LetapisError):
    """Nothing of that name is in the chronicle."""


class PlanError(LetapisError):
    """A stage asks for what an engine does not do."""


class PluginError(LetapisError):
    """A plug-in breaks the contract of its kind."""
