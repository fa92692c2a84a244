"""A linear chain over the tokens of sentences: the best tags, how sure each is, and the gradient to learn by.

Lafferty, McCallum and Pereira 2001 (conditional random fields); forward-backward with scaling, as in
Rabiner 1989.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from letapis.text.kernel import kernel

__all__ = ["best", "learn", "sure"]


@kernel
def best(scores: Any, steps: Any, bounds: Any) -> Any:
    """The tags of each token on the best path of each sentence (Viterbi): int8, one a token.

    ``scores``: tokens × tags; ``steps``: (tags + 1) × tags, the last row for the beginning;
    ``bounds``: numbers of the tokens that begin sentences, and of the end.
    """
    count, tags = scores.shape
    found = np.zeros(count, np.int8)
    back = np.zeros((count, tags), np.int8)
    now, then = np.zeros(tags, np.float32), np.zeros(tags, np.float32)
    for part in range(len(bounds) - 1):
        first, last = bounds[part], bounds[part + 1]
        if first == last:
            continue
        for tag in range(tags):
            now[tag] = scores[first, tag] + steps[tags, tag]
        for at in range(first + 1, last):
            for tag in range(tags):
                top, held = np.float32(-1e30), 0
                for before in range(tags):
                    value = now[before] + steps[before, tag]
                    if value > top:
                        top, held = value, before
                then[tag] = top + scores[at, tag]
                back[at, tag] = held
            now, then = then, now
        tag = int(np.argmax(now))
        for at in range(last - 1, first - 1, -1):
            found[at] = tag
            tag = int(back[at, tag])
    return found


@kernel
def sure(scores: Any, steps: Any, bounds: Any) -> Any:
    """Probability of each tag of each token: float32, tokens × tags. Arguments as for :func:`best`."""
    count, tags = scores.shape
    likely = np.zeros((count, tags), np.float32)
    moves = np.exp(steps)
    longest = 0
    for part in range(len(bounds) - 1):
        longest = max(longest, bounds[part + 1] - bounds[part])
    local = np.zeros((longest, tags), np.float32)
    behind, ahead = np.zeros(tags), np.zeros(tags)
    for part in range(len(bounds) - 1):
        first, last = bounds[part], bounds[part + 1]
        for at in range(first, last):
            top = scores[at].max()
            for tag in range(tags):
                local[at - first, tag] = np.exp(scores[at, tag] - top)
            whole = 0.0
            for tag in range(tags):
                value = 0.0
                if at == first:
                    value = moves[tags, tag]
                else:
                    for before in range(tags):
                        value += likely[at - 1, before] * moves[before, tag]
                ahead[tag] = value * local[at - first, tag]
                whole += ahead[tag]
            for tag in range(tags):
                likely[at, tag] = ahead[tag] / max(whole, 1e-30)
        for tag in range(tags):
            behind[tag] = 1.0
        for at in range(last - 2, first - 1, -1):
            whole = 0.0
            for tag in range(tags):
                value = 0.0
                for after in range(tags):
                    value += moves[tag, after] * local[at + 1 - first, after] * behind[after]
                ahead[tag] = value
                whole += value
            for tag in range(tags):
                behind[tag] = ahead[tag] / max(whole, 1e-30)
            total = 0.0
            for tag in range(tags):
                total += likely[at, tag] * behind[tag]
            for tag in range(tags):
                likely[at, tag] = likely[at, tag] * behind[tag] / max(total, 1e-30)
    return likely


@kernel
def learn(
    heads: Any, members: Any, gold: Any, bounds: Any, order: Any, weights: Any, steps: Any,
    rate: float, decay: float, drop: float, seed: int,
) -> float:  # fmt: skip
    """One round over sentences, the weights moved towards the gold tags; the mean log-likelihood.

    Token ``i`` has the features ``members[heads[i]:heads[i + 1]]``. ``weights`` (features × tags) and
    ``steps`` are changed in place, each with its sums of squared gradients behind it: the arrays are
    2 × … (AdaGrad, Duchi, Hazan and Singer 2011). ``order``: numbers of sentences. ``decay`` is an L2
    penalty on what is touched. A share of the features, ``drop``, is overlooked at random, so that
    what is left learns to do without them.
    """
    state = np.array([seed], np.uint64)
    limit = np.uint64(drop * 4294967296.0)
    heard = np.zeros(len(members), np.bool_)
    said = 0.0
    for part in order:
        first, last = bounds[part], bounds[part + 1]
        scores = _scored(heads[first : last + 1], members, weights[0], heard, state, limit)
        likely, pairs, value = _expected(scores, steps[0])
        said += value
        before = scores.shape[1]
        for at in range(last - first):
            tag = gold[first + at]
            said += scores[at, tag] + steps[0, before, tag]
            pairs[before, tag] -= 1.0
            likely[at, tag] -= 1.0
            before = tag
        _moved(heads[first : last + 1], members, heard, likely, weights, rate, decay)
        for one in range(pairs.shape[0]):
            for two in range(pairs.shape[1]):
                slope = pairs[one, two] + decay * steps[0, one, two]
                steps[1, one, two] += slope * slope
                steps[0, one, two] -= rate * slope / (1e-4 + np.sqrt(steps[1, one, two]))
    return said / len(order)


@kernel
def _scored(heads: Any, members: Any, weights: Any, heard: Any, state: Any, limit: Any) -> Any:
    """Scores of the tags of a sentence's tokens from the features that are heard; which, is drawn here."""
    tags = weights.shape[1]
    scores = np.zeros((len(heads) - 1, tags), np.float32)
    for at in range(len(heads) - 1):
        for place in range(heads[at], heads[at + 1]):
            state[0] = (state[0] * np.uint64(1664525) + np.uint64(1013904223)) & np.uint64(0xFFFFFFFF)
            heard[place] = state[0] >= limit
            if heard[place]:
                for tag in range(tags):
                    scores[at, tag] += weights[members[place], tag]
    return scores


@kernel
def _moved(
    heads: Any, members: Any, heard: Any, slopes: Any, weights: Any, rate: float, decay: float
) -> None:
    """Weights of the features that were heard, moved against the slopes of their tokens."""
    for at in range(len(heads) - 1):
        for place in range(heads[at], heads[at + 1]):
            if not heard[place]:
                continue
            name = members[place]
            for tag in range(slopes.shape[1]):
                slope = slopes[at, tag] + decay * weights[0, name, tag]
                weights[1, name, tag] += slope * slope
                weights[0, name, tag] -= rate * slope / (1e-4 + np.sqrt(weights[1, name, tag]))


@kernel
def _expected(scores: Any, steps: Any) -> Any:
    """Expected tags and moves of one sentence, and minus the log of the sum over all paths."""
    size, tags = scores.shape
    moves = np.exp(steps)
    ahead, local, whole = _ahead(scores, moves)
    likely, pairs = np.zeros((size, tags)), np.zeros((tags + 1, tags))
    behind, other = np.ones(tags), np.zeros(tags)
    for at in range(size - 1, -1, -1):
        total = 0.0
        for tag in range(tags):
            likely[at, tag] = ahead[at, tag] * behind[tag]
            total += likely[at, tag]
        for tag in range(tags):
            likely[at, tag] /= total
        if at == 0:
            for tag in range(tags):
                pairs[tags, tag] += likely[0, tag]
            break
        _paired(ahead[at - 1], local[at], behind, moves, pairs, other)
        norm = other.sum()
        for tag in range(tags):
            behind[tag] = other[tag] / norm
    return likely, pairs, -whole


@kernel
def _ahead(scores: Any, moves: Any) -> Any:
    """Shares of the paths up to each tag, the scores as factors, and the log of the sum over all paths."""
    size, tags = scores.shape
    ahead, local = np.zeros((size, tags)), np.zeros((size, tags))
    whole = 0.0
    for at in range(size):
        top = scores[at].max()
        whole += top
        total = 0.0
        for tag in range(tags):
            local[at, tag] = np.exp(scores[at, tag] - top)
            value = 0.0
            if at == 0:
                value = moves[tags, tag]
            else:
                for before in range(tags):
                    value += ahead[at - 1, before] * moves[before, tag]
            ahead[at, tag] = value * local[at, tag]
            total += ahead[at, tag]
        whole += np.log(total)
        for tag in range(tags):
            ahead[at, tag] /= total
    return ahead, local, whole


@kernel
def _paired(ahead: Any, local: Any, behind: Any, moves: Any, pairs: Any, other: Any) -> None:
    """Shares of the moves between two tokens, added to ``pairs``; what lies behind, in ``other``."""
    tags = len(local)
    total = 0.0
    for before in range(tags):
        for tag in range(tags):
            total += ahead[before] * moves[before, tag] * local[tag] * behind[tag]
    for before in range(tags):
        other[before] = 0.0
        for tag in range(tags):
            step = moves[before, tag] * local[tag] * behind[tag]
            pairs[before, tag] += ahead[before] * step / total
            other[before] += step
