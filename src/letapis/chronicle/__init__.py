"""Stories become dated moments. It has no step yet."""
