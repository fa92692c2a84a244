"""Other tools for the same task, each in a module of its own, called as its documentation says.

They live in an environment of their own (``requirements-peers.lock``); :mod:`benchmarks.peers.worker`
runs one of them, and nothing here imports them before it is asked to.
"""
