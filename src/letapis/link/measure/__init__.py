"""How quantities are read: the number, what it measures or counts, in which money, and what bars it."""
