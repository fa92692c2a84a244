"""Where things are kept: captures, tables, and what people say at the desk."""
