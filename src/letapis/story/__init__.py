"""Documents become stories, across languages. It has no step yet."""
