"""What the comparison reads of documents and keeps for its next run; a plan needs no kernels to say it."""

from __future__ import annotations

import pyarrow as pa

__all__ = ["COLUMNS", "MARKS"]

COLUMNS = ("doc_id", "text", "outlet", "published", "truncated", "residue")
"""What is read of ``documents``."""
MARKS = pa.schema([("doc_id", pa.string()), ("mark", pa.uint64())])
"""What is kept for the next run: see :func:`letapis.reuse.changes.marks`."""
