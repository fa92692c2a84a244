"""Which documents share text, where, how much, and who is likely to have taken it from whom.

:func:`letapis.reuse.pairs.pairs` does all of it; the other modules are its parts, in the order in
which it calls them: :mod:`~letapis.reuse.index`, :mod:`~letapis.reuse.candidates` (with
:mod:`~letapis.reuse.stock` and :mod:`~letapis.reuse.stretch`), :mod:`~letapis.reuse.shape`,
:mod:`~letapis.reuse.direction`, :mod:`~letapis.reuse.kind`.
"""

from __future__ import annotations

__all__: list[str] = []
