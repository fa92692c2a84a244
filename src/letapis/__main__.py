"""``python -m letapis`` is ``letapis``."""

from letapis.cli import main

if __name__ == "__main__":
    main()
