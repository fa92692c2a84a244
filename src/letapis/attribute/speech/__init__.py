"""Quotations of a whole heap, as steps."""
