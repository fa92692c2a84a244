"""How names are found: traits of words, a linear chain over them, one look at the whole text."""
