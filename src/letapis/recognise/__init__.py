"""Language, outlet and truncation of a document, and the site furniture in it."""
