"""Runs are equal, as long as can be, and complete."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from letapis.text.align import align, join, runs
from letapis.text.shingle import read

TEXT = st.lists(st.sampled_from([f"w{n}" for n in range(6)]), max_size=25)


@given(TEXT, TEXT)
def test_runs_are_equal_words(one, two):
    found = align(read([" ".join(one)]), read([" ".join(two)]))
    for a, b, length in zip(found.a.tolist(), found.b.tolist(), found.length.tolist(), strict=True):
        assert length >= 3
        assert one[a : a + length] == two[b : b + length]


@given(TEXT, TEXT)
def test_every_shared_shingle_is_in_a_run(one, two):
    found = align(read([" ".join(one)]), read([" ".join(two)]))
    shared = {tuple(one[i : i + 3]) for i in range(len(one) - 2)}
    shared &= {tuple(two[i : i + 3]) for i in range(len(two) - 2)}
    inside = {
        tuple(one[a + k : a + k + 3])
        for a, length in zip(found.a.tolist(), found.length.tolist(), strict=True)
        for k in range(length - 2)
    }
    assert inside == shared


def test_a_frequent_hash_is_linked_to_its_earliest_carrier_and_never_dropped():
    hashes = np.full(1000, 5, np.uint64)
    places = np.arange(1000)
    a, b = join(hashes, places, places, crowd=100)
    assert set(a.tolist()) == {0}
    assert sorted(b.tolist()) == list(range(1, 1000))


def test_a_rare_hash_links_all_its_carriers_once():
    hashes = np.array([5, 5, 5, 5], np.uint64)
    a, b = join(hashes, np.arange(4), np.array([0, 1, 1, 2]), crowd=100)
    assert sorted(zip(a.tolist(), b.tolist(), strict=True)) == [(0, 1), (0, 3), (1, 3)]


def test_no_seeds_no_runs():
    none = np.zeros(0, np.int64)
    assert len(runs(none, none, 3).a) == 0
