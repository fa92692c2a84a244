"""Sources become captures: bytes as received, with where, when and how.

A source is a file in ``sources/``; see :mod:`letapis.collect.base` for what it defines.
"""
