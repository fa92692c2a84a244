"""The surviving archive of an outlet: Markdown, a web site, JSONL, its captures, and the ledger."""

from letapis.publish.exports.restored.markdown import page
from letapis.publish.exports.restored.words import many
from letapis.publish.exports.restored.write import DEFAULT, FORMS, export, refresh, write

__all__ = ["DEFAULT", "FORMS", "export", "many", "page", "refresh", "write"]
