"""How names are compared and joined: keys, given names, places, bodies, abbreviations."""
