"""The process in which mark-up is read: it may be killed, and nothing is lost with it but one page."""

from __future__ import annotations

import os
import pickle
import signal
import sys

from letapis.read.base import inside
from letapis.read.sandbox import GRACE, PATIENCE, receive, send

__all__ = ["serve"]


def serve() -> None:
    """Read captures from standard input until it ends; the child's main loop.

    >>> import subprocess, sys
    >>> code = "from letapis.read.child import serve; serve()"
    >>> subprocess.run([sys.executable, "-c", code], stdin=subprocess.DEVNULL).returncode
    0
    """
    given, taken = os.fdopen(os.dup(0), "rb", 0), os.fdopen(os.dup(1), "wb", 0)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)  # what a library prints must not get between the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    send(taken, pickle.dumps([]))
    bound = False
    while True:
        try:
            capture, payload, limits = pickle.loads(receive(given))
        except EOFError:
            return
        # its default action ends native code too
        signal.alarm(limits.page_seconds * PATIENCE + GRACE)
        if not bound:
            inside(capture, b"", limits)  # loads what the reader needs, which the bound is not about
            bound = _bounded(int(sys.argv[1]))
        try:
            answer = pickle.dumps(inside(capture, payload, limits))
        except MemoryError:
            answer = pickle.dumps(f"it takes more than {limits.page_memory} MiB to read; raise page_memory")
        signal.alarm(0)
        send(taken, answer)


def _bounded(mebibytes: int) -> bool:
    """Let the process take that much more memory than it has now, where the system can hold it to that."""
    try:
        import resource

        with open("/proc/self/statm") as stream:  # noqa: PTH123 - no path of ours
            now = int(stream.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + mebibytes * 1024 * 1024,) * 2)
    except (ImportError, OSError, ValueError):
        pass
    return True
