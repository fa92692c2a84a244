"""One file an exporter: ``export(view: View, folder: Path, history: bool = False) -> list[Path]``."""
