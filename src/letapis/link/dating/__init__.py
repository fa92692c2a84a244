"""How dates are read: parts of them, spans from one to another, and the year that a text leaves out."""
