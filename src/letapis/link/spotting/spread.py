"""What a text shows of a name in one place, brought to bear on its other places."""

from __future__ import annotations

from typing import Any

import numpy as np

from letapis.link.spotting.chart import Chart
from letapis.link.spotting.trait import CLASSES

__all__ = ["spread"]

_NAMED = np.array([bool(name) and name[0] in "CAM" for name in CLASSES])
_FORCE = 0.8
"""How much what is seen elsewhere counts; found on the development data."""
_SMOOTH = 0.5


def spread(around: Chart, scores: Any, likely: Any, force: float = _FORCE) -> Any:
    """The scores, raised for what the same word most likely is in the text's other places.

    ``likely``: the probability of each tag of each token (:func:`letapis.link.spotting.chain.sure`).
    A word that occurs once keeps its scores. After Krishnan and Manning 2006, who give a second
    labeller the majority label of the document as a feature.
    """
    at = np.flatnonzero(_NAMED[around.kinds])
    _, places, counts = np.unique(around.keys[at], return_inverse=True, return_counts=True)
    others = counts[places] - 1
    if not len(at) or not others.any():
        return scores
    shares = np.stack([likely[at, 0], *(likely[at, tag] + likely[at, tag + 1] for tag in (1, 3, 5))], axis=1)
    total = np.stack([np.bincount(places, shares[:, kind]) for kind in range(4)], axis=1)[places] - shares
    raised = np.log((total + _SMOOTH / 4) / (others + _SMOOTH)[:, None] + 1e-6)
    raised -= raised.mean(axis=1, keepdims=True)
    raised *= (force * others / (others + 1))[:, None]
    found = scores.copy()
    found[at] += raised[:, [0, 1, 1, 2, 2, 3, 3]].astype(np.float32)
    return found
