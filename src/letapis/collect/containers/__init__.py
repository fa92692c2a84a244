"""Files that hold many records, one module each: a capture is made of every record."""
