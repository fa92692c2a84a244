"""Readers that open mark-up run in a process of their own, which may be killed.

No parser of mark-up is safe inside our process: some pages make one run for minutes, take
gigabytes or bring the interpreter down. Each reading process has one such child; a page that it
does not finish in time, or that kills it, is set aside and the next page gets a new one.
"""

from __future__ import annotations

import atexit
import io
import os
import pickle
import selectors
import signal
import struct
import subprocess
import sys
import time
from typing import IO, Any

from letapis.model import Capture, Document, SetAside
from letapis.settings import Settings

__all__ = ["Broken", "Sandbox", "serve"]

_HEAD = struct.Struct("<Q")
_PAGES = 2_000
"""Pages that one child reads: what leaks in it ends with it."""
_GRACE = 5
"""Seconds that a child may outlive its page's time, when nobody is left to end it."""
_START = 60
"""Seconds that a child may take to load its parts."""
_BLOCK = 1 << 20

Item = Document | SetAside


class Broken(Exception):
    """A page that was not read: ``reason`` in one word, ``detail`` in full."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class Sandbox:
    """A child process that reads one capture at a time."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self._read = 0
        atexit.register(self.close)

    def read(self, capture: Capture, payload: bytes, limits: Settings) -> list[Item]:
        """What the reader of ``capture`` makes of it.

        Raises :class:`Broken` where it takes longer than ``limits.page_seconds``, more memory than
        ``limits.page_memory`` or ends the process.
        """
        if self._read >= _PAGES:
            self.close()
        if self._child is None:
            self._start(limits)
        child = self._child
        assert child is not None and child.stdin is not None
        self._read += 1
        try:
            _send(child.stdin, pickle.dumps((capture, payload, limits)))
            return self._answer(limits.page_seconds)
        except (BrokenPipeError, EOFError):
            raise self._died() from None

    def close(self) -> None:
        """End the child, if there is one."""
        child, self._child, self._read = self._child, None, 0
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    pipe.close()

    def _start(self, limits: Settings) -> None:
        self._child = subprocess.Popen(
            [
                sys.executable,
                "-c",
                "from letapis.read.sandbox import serve; serve()",
                str(limits.page_memory),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        )
        try:
            self._answer(_START)
        except (BrokenPipeError, EOFError):
            raise self._died() from None

    def _answer(self, seconds: float) -> Any:
        """What the child sends, unpickled to records alone."""
        assert self._child is not None and self._child.stdout is not None
        until = time.monotonic() + seconds
        try:
            (size,) = _HEAD.unpack(_take(self._child.stdout, _HEAD.size, until))
            found = _Records(io.BytesIO(_take(self._child.stdout, size, until))).load()
        except TimeoutError:
            self.close()
            raise Broken("too_slow", f"not read within {seconds:g} seconds; raise page_seconds") from None
        if isinstance(found, str):
            raise Broken("too_much_memory", found)
        return found

    def _died(self) -> Broken:
        child = self._child
        assert child is not None
        try:
            code = child.wait(timeout=_GRACE)
        except subprocess.TimeoutExpired:
            code = 0
        self.close()
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return Broken("reader_died", f"the reader's process ended on it ({how})")


class _Records(pickle.Unpickler):
    """Takes records and times from a child, and nothing that could do anything."""

    def find_class(self, module: str, name: str) -> Any:
        if module.split(".")[:2] == ["letapis", "model"] or (module, name) in _TIMES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no record")


_TIMES = frozenset({("datetime", "datetime"), ("datetime", "timezone"), ("datetime", "timedelta")})


def serve() -> None:
    """Read captures from standard input until it ends; the child's main loop."""
    from letapis.read.base import inside

    given, taken = os.fdopen(os.dup(0), "rb", 0), os.fdopen(os.dup(1), "wb", 0)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)  # what a library prints must not get between the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _send(taken, pickle.dumps([]))
    bound = False
    while True:
        try:
            capture, payload, limits = pickle.loads(_all(given))
        except EOFError:
            return
        signal.alarm(limits.page_seconds + _GRACE)  # its default action ends native code too
        if not bound:
            inside(capture, b"", limits)  # loads what the reader needs, which the bound is not about
            bound = _bounded(int(sys.argv[1]))
        try:
            answer = pickle.dumps(inside(capture, payload, limits))
        except MemoryError:
            answer = pickle.dumps(f"it takes more than {limits.page_memory} MiB to read; raise page_memory")
        signal.alarm(0)
        _send(taken, answer)


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


def _send(pipe: IO[bytes], data: bytes) -> None:
    view = memoryview(_HEAD.pack(len(data)) + data)
    while view:
        view = view[pipe.write(view) :]


def _all(pipe: IO[bytes]) -> bytes:
    (size,) = _HEAD.unpack(_exactly(pipe, _HEAD.size))
    return _exactly(pipe, size)


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    parts = []
    while size:
        part = pipe.read(min(size, _BLOCK))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _take(pipe: IO[bytes], size: int, until: float) -> bytes:
    """``size`` bytes; raises TimeoutError where they have not come by ``until``, EOFError at the end."""
    parts: list[bytes] = []
    with selectors.DefaultSelector() as waiting:
        waiting.register(pipe, selectors.EVENT_READ)
        while size:
            if not waiting.select(max(0.0, until - time.monotonic())):
                raise TimeoutError
            part = os.read(pipe.fileno(), min(size, _BLOCK))
            if not part:
                raise EOFError
            parts.append(part)
            size -= len(part)
    return b"".join(parts)
