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

__all__ = ["GRACE", "PATIENCE", "Broken", "Sandbox", "receive", "send"]

_HEAD = struct.Struct("<Q")
_PAGES = 2_000
"""Pages that one child reads: what leaks in it ends with it."""
GRACE = 5
"""Seconds that a child may outlive its page's time, when nobody is left to end it."""
_START = 60
"""Seconds that a child may take to load its parts."""
PATIENCE = 4
"""How many times its page's time a child may take where the machine leaves it less than a whole processor:
what is set aside must not depend on what else runs."""
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
            send(child.stdin, pickle.dumps((capture, payload, limits)))
            found: list[Item] = self._answer(limits.page_seconds)
            return found
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
                "from letapis.read.child import serve; serve()",
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
        wait = _Wait(self._child.pid, seconds)
        try:
            (size,) = _HEAD.unpack(_take(self._child.stdout, _HEAD.size, wait))
            found = _Records(io.BytesIO(_take(self._child.stdout, size, wait))).load()
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
            code = child.wait(timeout=GRACE)
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


def send(pipe: IO[bytes], data: bytes) -> None:
    """Write ``data`` with its length before it.

    >>> pipe = io.BytesIO()
    >>> send(pipe, b"quay")
    >>> pipe.getvalue()[:9]
    b'\\x04\\x00\\x00\\x00\\x00\\x00\\x00\\x00q'
    """
    view = memoryview(_HEAD.pack(len(data)) + data)
    while view:
        view = view[pipe.write(view) :]


def receive(pipe: IO[bytes]) -> bytes:
    """What :func:`send` wrote; raises EOFError where the pipe ends before its end.

    >>> pipe = io.BytesIO()
    >>> send(pipe, b"quay")
    >>> receive(io.BytesIO(pipe.getvalue()))
    b'quay'
    """
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


class _Wait:
    """How long a child is waited for: so many seconds of work, whatever else the machine does."""

    def __init__(self, child: int, seconds: float) -> None:
        self._child = child
        self._seconds = seconds
        self._worked = _worked(child)
        self._end = time.monotonic() + seconds * (PATIENCE if self._worked is not None else 1)

    def left(self) -> float:
        """Seconds to wait before one asks again; nought where the time is over."""
        now = _worked(self._child)
        left = self._end - time.monotonic()
        if self._worked is None or now is None:
            return max(0.0, left)
        work = self._seconds - (now - self._worked)
        return max(0.0, min(left, max(work, 0.05))) if work > 0 else 0.0


def _worked(child: int) -> float | None:
    """Seconds of processor time that a process has had; None where the system does not say."""
    try:
        with open(f"/proc/{child}/stat", "rb") as stream:  # noqa: PTH123 - no path of ours
            fields = stream.read().rpartition(b")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return None


def _take(pipe: IO[bytes], size: int, wait: _Wait) -> bytes:
    """``size`` bytes; raises TimeoutError where they have not come in time, EOFError at the end."""
    parts: list[bytes] = []
    with selectors.DefaultSelector() as waiting:
        waiting.register(pipe, selectors.EVENT_READ)
        while size:
            while not waiting.select(left := wait.left()):
                if not left:
                    raise TimeoutError
            part = os.read(pipe.fileno(), min(size, _BLOCK))
            if not part:
                raise EOFError
            parts.append(part)
            size -= len(part)
    return b"".join(parts)
