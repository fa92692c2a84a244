"""How work is run. Rooms import :mod:`letapis.engine.base` and nothing else of it."""
