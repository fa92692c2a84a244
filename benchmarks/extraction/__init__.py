"""Main text of pages: the pages with gold, how they are scored, and how the package's model is learnt."""
