"""The part of DuckDB's SQL that stages may use, and its Spark form.

A stage's SQL is parsed by sqlglot; what is off the list is refused, so that a step that runs on
one engine runs on the other.
"""

from __future__ import annotations

from functools import cache

import sqlglot
from sqlglot import exp

from letapis.errors import PlanError

__all__ = ["check", "spark"]

_FUNCTIONS = frozenset(
    {
        "count",
        "sum",
        "min",
        "max",
        "avg",
        "coalesce",
        "lower",
        "upper",
        "length",
        "least",
        "greatest",
        "abs",
        "round",
        "concat",
        "list",
        "array_agg",
        "explode",
        "unnest",
        "row_number",
        "rank",
        "dense_rank",
        "distinct",
        "substring",
        "cast",
        "trycast",
        "if",
        "case",
        "nullif",
        "and",
        "or",
        "not",
        "mod",
        "floor",
        "ceil",
        "cardinality",
        "arraysize",
        "sort_array",
        "arraysort",
        "any_value",
    }
)


@cache
def check(sql: str) -> exp.Expression:
    """The parsed query; raises :class:`~letapis.errors.PlanError` for what stages may not use.

    Allowed are SELECT with joins, unions, common table expressions, windows, and a short list of
    functions; refused are anything that writes, reads files, or differs between the engines.

    >>> check("SELECT a, count(*) AS n FROM t GROUP BY a").key
    'select'
    >>> check("COPY t TO 'x'")
    Traceback (most recent call last):
    letapis.errors.PlanError: a stage may only SELECT; found COPY in: COPY t TO 'x'
    >>> check("SELECT * FROM read_csv('/etc/passwd')")
    Traceback (most recent call last):
    letapis.errors.PlanError: ...
    """
    try:
        tree = sqlglot.parse_one(sql, read="duckdb")
    except sqlglot.errors.ParseError as error:
        raise PlanError(f"not SQL: {error} in: {sql}") from error
    if not isinstance(tree, exp.Query):
        raise PlanError(f"a stage may only SELECT; found {tree.key.upper()} in: {sql}")
    for node in tree.walk():
        if isinstance(node, exp.Anonymous) or (
            isinstance(node, exp.Func) and not _allowed(node) and not isinstance(node, exp.Connector)
        ):
            name = node.name if isinstance(node, exp.Anonymous) else node.sql_name()
            raise PlanError(f"{name} is not on the list of functions a stage may use, in: {sql}")
        if isinstance(node, exp.Table) and not (
            isinstance(node.this, exp.Identifier) and node.name.isidentifier()
        ):
            raise PlanError(f"a stage reads its sources by name; found {node.sql()} in: {sql}")
    return tree


def _allowed(node: exp.Func) -> bool:
    return node.sql_name().lower().replace("_", "") in {name.replace("_", "") for name in _FUNCTIONS}


def spark(sql: str) -> str:
    """The same query for Spark.

    >>> spark("SELECT a::VARCHAR AS b FROM t")
    'SELECT CAST(a AS STRING) AS b FROM t'
    """
    return str(check(sql).sql(dialect="spark"))
