"""How Sphinx builds the manual."""

from letapis import __version__

project = "Letapis"
author = "The Letapis founders"
release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["**/generate.py"]
suppress_warnings = ["toc.empty_glob"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "description"
html_theme = "alabaster"
html_theme_options = {"description": "The chronicle of a heap of news", "page_width": "70rem"}
