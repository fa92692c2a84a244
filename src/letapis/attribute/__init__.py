"""Who is credited, and who said what."""
