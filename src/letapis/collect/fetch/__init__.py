"""Fetching over HTTP: guarded, bounded, polite, and kept as it went over the wire."""
