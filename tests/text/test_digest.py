"""Digests of rows follow from the rows, however the table is cut."""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from letapis.text.digest import digests

ROW = st.fixed_dictionaries(
    {
        "word": st.none() | st.text(max_size=20),
        "at": st.none() | st.integers(-5, 5),
        "share": st.none() | st.floats(allow_nan=False, width=32),
        "yes": st.none() | st.booleans(),
        "spans": st.none()
        | st.lists(
            st.none()
            | st.fixed_dictionaries({"start": st.none() | st.integers(0, 9), "kind": st.text(max_size=3)}),
            max_size=3,
        ),
    }
)
SCHEMA = pa.schema(
    [
        ("word", pa.string()),
        ("at", pa.int64()),
        ("share", pa.float64()),
        ("yes", pa.bool_()),
        ("spans", pa.list_(pa.struct([("start", pa.int64()), ("kind", pa.string())]))),
    ]
)


def table(rows: list[dict[str, object]]) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=SCHEMA)


@given(st.lists(ROW, min_size=1, max_size=8), st.integers(0, 8))
def test_a_row_has_one_digest_wherever_it_stands(rows, cut):
    whole = digests(table(rows)).tolist()
    assert [digests(table([row]))[0] for row in rows] == whole
    parts = pa.concat_tables([table(rows[:cut]), table(rows[cut:])])
    assert digests(parts).tolist() == whole
    assert digests(table(rows).slice(cut)).tolist() == whole[cut:]


@given(st.lists(ROW, min_size=2, max_size=8))
def test_rows_that_differ_have_others(rows):
    found = table(rows)
    seen = dict(zip(digests(found).tolist(), found.to_pylist(), strict=True))
    assert all(
        seen[digest] == row for digest, row in zip(digests(found).tolist(), found.to_pylist(), strict=True)
    )
