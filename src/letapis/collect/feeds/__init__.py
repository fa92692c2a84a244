"""Feeds: their entries, what is remembered of them, and when they are asked again."""
