"""Invented heaps of news, of any size, with gold: every word in them is made from syllables."""
