"""Pure functions on strings."""

from letapis.text.ids import content_id
from letapis.text.sentences import sentences
from letapis.text.words import Token, count, fold, tokens

__all__ = ["Token", "content_id", "count", "fold", "sentences", "tokens"]
