"""Invented news, annotated by hand: citations, quotations, figures, dates, names."""
