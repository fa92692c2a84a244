"""Reports: witnesses, their tree, the lost original, the restored text."""
