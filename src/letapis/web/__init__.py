"""The site of a chronicle. It has no pages yet."""
