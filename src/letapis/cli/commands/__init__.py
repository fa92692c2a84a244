"""One file a command; the file is called as the command is."""
