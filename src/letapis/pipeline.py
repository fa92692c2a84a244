"""Which steps, in which order, over which tables; and the two ways to set them going.

========== ============================== =======================================
step       reads                          writes
========== ============================== =======================================
documents  captures                       documents, set_aside
furniture  documents                      regions
attribute  documents                      publishers, citations
reuse      documents, regions             reuse
stemma     documents, regions, reuse,     reports, restorations, suggestions,
           citations, publishers,         aliases
           verdicts
link       documents                      spots, amounts, dates
entities   spots, regions                 mentions, entities, aliases
quoted     documents                      quoted
quotations quoted, documents, regions,    quotations
           citations, mentions, entities
figures    amounts, quotations            figures
========== ============================== =======================================
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

import pyarrow as pa

from letapis import tables
from letapis.engine.base import Output, Step, Tick
from letapis.errors import InputError
from letapis.model import Capture, Received, SetAside, Verdict
from letapis.store.chronicle import Chronicle

__all__ = ["READING", "Added", "add", "build", "steps"]

READING = "documents"
"""The step that ``letapis add --no-build`` stops after."""
_ROWS = 2000
_BYTES = 64 * 1024 * 1024
_SECONDS = 5


def steps(chronicle: Chronicle) -> tuple[Step, ...]:
    """Every step there is, in an order in which each finds what it reads (:mod:`letapis.pipeline`).

    ``verdicts`` mirrors the desk: :func:`build` writes it before all steps.
    """
    # rooms are opened here and not above, so that a command that runs no step loads none
    from letapis.attribute import step as attribute
    from letapis.attribute.speech import step as speech
    from letapis.link import step as link
    from letapis.read import step as read
    from letapis.recognise import step as recognise
    from letapis.reuse import step as reuse
    from letapis.stemma import step as stemma

    documents = Step(
        name=READING,
        version=f"{read.VERSION}.{recognise.VERSION}",
        reads=("captures",),
        stages=(*read.stages(chronicle.archive, chronicle.settings), *recognise.stages("read")),
        outputs=(Output("documents", "recognised"), Output("set_aside", "unread")),
        per="capture_id",
        aside="read@",
    )
    return (
        documents,
        recognise.step(),
        attribute.step(),
        reuse.step(chronicle.settings.embedder),
        stemma.step(),
        link.find(),
        link.join(),
        speech.quote(),
        speech.tell(),
        link.weigh(),
    )


def build(
    chronicle: Chronicle, tick: Tick, *, upto: str | None = None, everything: bool = False
) -> list[str]:
    """Run what is stale, in order; the names of the steps that had something to do.

    The caller holds the chronicle for writing. Raises what the steps raise; what was committed
    before that stays, and a second call goes on from there.
    """
    from letapis.engine.embedded import Embedded
    from letapis.engine.run import run

    if everything:
        chronicle.tables.forget()
        shutil.rmtree(chronicle.work, ignore_errors=True)
    _mirror(chronicle)
    engine = Embedded(chronicle.settings)
    ran = []
    try:
        for step in steps(chronicle):
            if run(step, chronicle.tables, engine, chronicle.work, tick, 8 * chronicle.settings.workers):
                ran.append(step.name)
            if step.name == upto:
                break
    finally:
        engine.close()
    return ran


def _mirror(chronicle: Chronicle) -> None:
    """What stands on the desk, as a table: a change of it makes stale what reads it."""
    said = chronicle.desk.verdicts()
    store = chronicle.tables
    if not said and store.version("verdicts") < 0:
        return
    if said != list(tables.records(store.read("verdicts"), Verdict)):
        store.replace("verdicts", pa.Table.from_batches([tables.batch(said, Verdict)]))


@dataclass
class Added:
    """What came of adding sources."""

    new: int = 0
    known: int = 0
    set_aside: list[SetAside] = field(default_factory=list)


def add(
    chronicle: Chronicle,
    sources: Iterable[str],
    tick: Tick,
    reader: str | None = None,
    taker: str | None = None,
) -> Added:
    """Keep what ``sources`` bring as captures; what is there already changes nothing.

    ``reader`` and ``taker`` name the format and the source part to use, None for what each looks like.

    The caller holds the chronicle for writing. A source that cannot be read is set aside with its
    reason and the others go on.
    """
    from letapis.collect.base import Options, aside, collect

    added = Added()
    shelf = _Shelf(chronicle, added)
    state = chronicle.folder / "sources"
    options = Options(chronicle.settings, reader, taker, state, shelf.kept)
    for source in sources:
        try:
            for item in collect(source, options):
                shelf.put(item)
                tick("collect", added.new + added.known, 0)
        except InputError as error:
            shelf.put(aside("missing", str(error)))
    shelf.flush()
    return added


class _Shelf:
    """Received captures on their way to the archive, a segment at a time."""

    def __init__(self, chronicle: Chronicle, added: Added) -> None:
        self._chronicle = chronicle
        self._added = added
        self.kept = set(chronicle.tables.read("captures")["capture_id"].to_pylist())
        """Ids of what is written."""
        self._ids = set(self.kept)
        self._asides = {
            (row["reason"], row["detail"]) for row in chronicle.tables.read("set_aside").to_pylist()
        }
        self._held: list[Received] = []
        self._bytes = 0
        self._flushed = time.monotonic()

    def put(self, item: Received | SetAside) -> None:
        if isinstance(item, SetAside):
            self._added.set_aside.append(item)
        elif item.capture.capture_id in self._ids:
            self._added.known += 1
        else:
            self._ids.add(item.capture.capture_id)
            self._added.new += 1
            self._held.append(item)
            self._bytes += len(item.payload)
            # what is fetched comes slowly and is dear: it is written every few seconds
            late = item.exchange is not None and time.monotonic() - self._flushed > _SECONDS
            if len(self._held) >= _ROWS or self._bytes >= _BYTES or late:
                self.flush()

    def flush(self) -> None:
        """Archive first, table after: a crash in between leaves a segment that is written again."""
        store = self._chronicle.tables
        if self._held:
            placed = self._chronicle.archive.write(self._held)
            store.append("captures", pa.Table.from_batches([tables.batch(placed, Capture)]))
            self.kept.update(capture.capture_id for capture in placed)
        fresh = [a for a in self._added.set_aside if (a.reason, a.detail) not in self._asides]
        self._asides.update((a.reason, a.detail) for a in fresh)
        if fresh:
            store.append("set_aside", pa.Table.from_batches([tables.batch(fresh, SetAside)]))
        self._held, self._bytes = [], 0
        self._flushed = time.monotonic()
