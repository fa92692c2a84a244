"""Invented news pages in four languages, with everything on them noted, and how well they are read."""
