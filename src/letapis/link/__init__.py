"""Mentions become entities; figures; dates. It has no step yet."""
