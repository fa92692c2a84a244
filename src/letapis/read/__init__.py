"""Captures become documents: clean text, and the way back to the bytes it was read from.

A format is a file in ``formats/``; see :mod:`letapis.read.base` for what it defines.
"""
