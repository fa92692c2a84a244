"""A place where a text ascribes speech or thought: the record that rules fill in and read."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Frame"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with its speaker; all numbers are of tokens, the end excluded."""

    first: int
    """First token of the cue."""
    last: int
    """Token after the last of the cue."""
    form: str
    """``verb``, ``gerund`` (", saying"), ``passive`` (nobody is named), ``phrase`` ("according
    to X"), ``place`` ("they said at the ministry"), ``noun`` ("X's claim that")."""
    sort: str
    """say, think, demand, promise, question, want or judge."""
    speaker: tuple[int, int] | None
    """The words that name the speaker, with role and apposition."""
    kind: str | None
    """name, role, pronoun, group, place, anonymous or outlet; None without a speaker."""
    side: str
    """Where the speaker stands: ``before`` or ``after`` the cue; empty without one."""
    head: int
    """First token of cue and speaker together, with the verb's auxiliaries and "as"."""
    tail: int
    """Token after both."""
    takes: frozenset[str] = frozenset()
    """What the content may be; see :class:`letapis.langs.base.Verb`."""
    how: bool = False
    """Whether it is an "as he said" clause."""
    negated: bool = False
    """Whether the cue is denied ("did not say")."""
    lemma: str = ""
    """The verb, as its language's record has it."""
