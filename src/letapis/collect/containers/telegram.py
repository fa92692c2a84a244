"""Telegram Desktop's export (``result.json``): one capture a message of a channel.

Of a chat that is no channel nothing is kept, not even its name: what people write to each other is no
news. The payload of a capture is a small export of its own: the head of its chat and, byte for byte as
it stood in the file, the one message.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO
from urllib.parse import quote

from letapis.collect.base import Options, aside, received
from letapis.collect.container import File
from letapis.collect.objects import Part, Path, Take, parts
from letapis.model import Received, SetAside

__all__ = ["CHANNELS", "claims", "split"]

CHANNELS = frozenset(("public_channel", "private_channel"))
"""Kinds of chat that publish; all the others are conversations."""
_KINDS = (
    "bot_chat|personal_chat|private_channel|private_group|private_supergroup|public_channel|public_group"
    "|public_supergroup|replies|saved_messages|verification_codes"
)
_TYPE = re.compile(rf'"type"\s*:\s*"(?:{_KINDS})"'.encode())
_MESSAGES = re.compile(rb'"messages"\s*:\s*\[')
_MESSAGE = re.compile(rb'"type"\s*:\s*"(?:message|service)"')
_CHATS = re.compile(rb'"(?:left_)?chats"\s*:\s*\{')
_ACCOUNT = re.compile(
    rb'"(?:personal_information|profile_pictures|stories|contacts|frequent_contacts|list)"\s*:'
)
_HEAD = ("name", "type", "id", "username")
_LISTS = ("chats", "left_chats")
_HANDLE = re.compile(r"[a-zA-Z]\w{3,31}", re.ASCII)


def claims(name: str, head: bytes) -> float:
    """Near one for what has the keys of an export of one chat or of a whole account.

    >>> claims("result.json", b'{"name": "Quay", "type": "public_channel", "id": 7, "messages": []}')
    0.95
    >>> claims("result.json", b'{"id": 7, "text": "The bridge is shut."}')
    0.0
    """
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text.startswith(b"{"):
        return 0.0
    if _MESSAGES.search(text) and (_TYPE.search(text) or (_MESSAGE.search(text) and b'"date' in text)):
        return 0.95
    if _CHATS.search(text) and _ACCOUNT.search(text):
        return 0.95
    if b'"about"' in text[:40] and _ACCOUNT.search(text):
        return 0.9
    return 0.6 if _TYPE.search(text[:2000]) and re.match(rb'\{\s*"name"', text) else 0.0


@dataclass(slots=True)
class _Chat:
    """A chat on the way: what its head says, and how many of its messages went where."""

    path: Path
    head: dict[str, Any] = field(default_factory=dict)
    taken: int = 0
    seen: int = 0
    passed: int = 0
    """Messages that were not looked at, since nothing had said that the chat is a channel."""
    persons: int = 0
    """Messages by persons."""
    wordless: int = 0
    service: int = 0

    @property
    def kind(self) -> str:
        kind = self.head.get("type")
        return kind if isinstance(kind, str) else ""


class _Export:
    """Where in the file we are."""

    def __init__(self, heads: list[dict[str, Any]] | None = None) -> None:
        self.chats: list[_Chat] = []
        self.heads = heads
        """Heads of all chats, in order, where they had to be read beforehand."""
        self.number = 0
        self.others: Counter[str] = Counter()
        self.unsaid = 0
        self.any = False

    def open(self, path: Path) -> None:
        chat = _Chat(path)
        if self.heads is not None and self.number < len(self.heads):
            chat.head = dict(self.heads[self.number])
        self.number += 1
        self.chats.append(chat)

    @property
    def chat(self) -> _Chat:
        return self.chats[-1]

    def take(self, path: Path) -> Take:
        """What :func:`parts` is to do with a path; messages that are passed over are counted."""
        self.any = self.any or path[-2:] == ("messages", "*")
        if _chat(path) or (path and path[0] in _LISTS and path[1:] in ((), ("list",))):
            return "enter"
        if path[-1] == "messages" and _chat(path[:-1]):
            return "enter"
        if path[-2:] == ("messages", "*") and _chat(path[:-2]):
            self.chat.seen += 1
            if self.chat.kind in CHANNELS:
                return "value"
            self.chat.passed += 1
            return "pass"
        return "value" if path[-1] in _HEAD and _chat(path[:-1]) else "pass"


def _chat(path: Path) -> bool:
    return path == () or (len(path) == 3 and path[0] in _LISTS and path[1:] == ("list", "*"))


def split(file: File, stream: BinaryIO, options: Options) -> Iterator[Received | SetAside]:
    """A capture for every message of a channel that has words; counts of all the others.

    A message's address is that on t.me where the export names the channel's handle, else the file's
    with ``#message=`` and its number (in an account's export ``#chat=…&message=…``).
    """
    export = _Export()
    limit = options.settings.slice_bytes
    for part in parts(stream, export.take, limit):
        yield from _part(file, export, part, options)
    yield from _end(file, export)


def _part(file: File, export: _Export, part: Part, options: Options) -> Iterator[Received | SetAside]:
    path = part.path
    if part.kind == "open":
        if _chat(path):
            export.open(path)
        elif path[-1] == "messages" and not export.chat.kind:
            _look_ahead(file, export, options)
    elif part.kind == "close":
        if _chat(path):
            yield from _summary(file, export, export.chats.pop())
    elif part.kind == "stray":
        export.unsaid += 1
    elif part.kind == "cut":
        yield aside(
            "cut_off",
            f"{file.shown} breaks off after {part.stop:,} bytes; what stands before was read; export again",
        )
    elif part.kind == "long":
        yield aside(
            "too_large",
            f"{file.shown}: a message at byte {part.start:,} has {part.stop - part.start:,} bytes, more than "
            f"{options.settings.slice_bytes:,}; the others were read; raise slice_bytes to read it too",
        )
    elif path[-1:] == ("*",) and not _chat(path):
        yield from _message(file, export.chat, part)
    elif path and path[-1] in _HEAD and _chat(path[:-1]):
        _say(export.chat.head, path[-1], part.data)
    else:
        where = ".".join(path) or "all of it"
        yield aside(
            "bad_export", f"{file.shown}: {where} at byte {part.start:,} is {_shown(part.data)}, not a list"
        )


def _say(head: dict[str, Any], key: str, data: bytes) -> None:
    """Keep what the head of a chat says, where it is a word or a number."""
    value = _json(data)
    if isinstance(value, str | int) and not isinstance(value, bool):
        head[key] = value


def _look_ahead(file: File, export: _Export, options: Options) -> None:
    """Read the heads of all chats: where keys were sorted, a chat's kind stands behind its messages."""
    if export.heads is None and file.path is not None:
        ahead = _Export()
        heads: list[dict[str, Any]] = []
        with file.path.open("rb") as stream:
            for part in parts(stream, ahead.take, options.settings.slice_bytes):
                if part.kind == "open" and _chat(part.path):
                    ahead.open(part.path)
                    heads.append(ahead.chat.head)
                elif part.kind == "close" and _chat(part.path):
                    ahead.chats.pop()
                elif part.kind == "value" and part.path[-1:] != ("*",) and part.path[-1:] != ("messages",):
                    _say(ahead.chat.head, part.path[-1], part.data)
        export.heads = heads
    if export.heads is not None and export.number <= len(export.heads):
        export.chat.head = {**export.heads[export.number - 1], **export.chat.head}


def _message(file: File, chat: _Chat, part: Part) -> Iterator[Received | SetAside]:
    """A capture of one message, where it has words or cannot be understood."""
    row = _json(part.data)
    if not isinstance(row, dict):
        if b'"messages"' in part.data or not part.data.startswith(b"{"):
            # not a message, and it may hold a conversation
            yield aside(
                "bad_record",
                f"{file.shown}: what stands at byte {part.start:,} among the messages is no message and "
                f"was not taken ({part.stop - part.start:,} bytes)",
            )
            return
        name: str | None = None
    elif "messages" in row:
        yield aside("bad_record", f"{file.shown}: a chat stands among messages at byte {part.start:,}")
        return
    elif chat.path and _personal(row):
        # in a damaged file of a whole account, the messages of one chat can run into another
        chat.persons += 1
        return
    elif row.get("type") == "service":
        chat.service += 1
        return
    elif not _worded(row):
        chat.wordless += 1
        return
    else:
        name = _id(row.get("id"))
    chat.taken += 1
    payload = _payload(chat, part.data)
    uri = _address(file, chat, name)
    yield received(payload, uri, "application/json", "telegram", via="telegram", date=file.changed)


def _personal(row: dict[str, Any]) -> bool:
    sender = row.get("from_id")
    return isinstance(sender, str) and sender.startswith("user")


def _payload(chat: _Chat, message: bytes) -> bytes:
    head = {key: chat.head[key] for key in _HEAD if key in chat.head}
    start = json.dumps(head, ensure_ascii=False, separators=(",", ":"))[:-1]
    return f'{start},"messages":['.encode("utf-8", "replace") + message + b"]}"


def _address(file: File, chat: _Chat, name: str | None) -> str:
    handle = str(chat.head.get("username", "")).removeprefix("@")
    if _HANDLE.fullmatch(handle) and name is not None and name.isdecimal():
        return f"https://t.me/{handle}/{name}"
    place = f"message={name}" if name is not None else f"record={chat.seen}"
    which = _id(chat.head.get("id")) if chat.path else None
    return f"{file.uri}#chat={which}&{place}" if which else f"{file.uri}#{place}"


def _id(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    try:
        words = str(value).strip()[:80]
    except ValueError:  # a number of thousands of digits
        return None
    return quote(words, safe="-_.~", errors="replace") or None


def _worded(row: dict[str, Any]) -> bool:
    """Whether a message, its caption or its poll has words."""
    if any(c.isalnum() for key in ("text", "text_entities") for c in _said(row.get(key))):
        return True
    poll = row.get("poll")
    return isinstance(poll, dict) and any(c.isalnum() for c in _said(poll.get("question")))


def _said(text: Any) -> str:
    if isinstance(text, str):
        return text
    if isinstance(text, dict):
        return _said(text["text"]) if isinstance(text.get("text"), str) else ""
    return (
        "".join(_said(one) for one in text if isinstance(one, str | dict)) if isinstance(text, list) else ""
    )


def _summary(file: File, export: _Export, chat: _Chat) -> Iterator[SetAside]:
    """What of a chat was not taken, and why."""
    if chat.passed:
        known = re.fullmatch(_KINDS, chat.kind) and chat.kind not in CHANNELS
        export.others[chat.kind if known else ""] += chat.passed
    if chat.persons:
        export.others["persons in channels"] += chat.persons
    parted = [(chat.wordless, "without words (pictures, stickers)"), (chat.service, "of the service")]
    if chat.wordless or chat.service:
        said = " and ".join(f"{count:,} {what}" for count, what in parted if count)
        yield aside("no_text", f"{file.shown}: of {chat.seen:,} messages of a channel, {said} were not taken")


def _end(file: File, export: _Export) -> Iterator[SetAside]:
    while export.chats:
        yield from _summary(file, export, export.chats.pop())
    unknown = export.others.pop("", 0)
    if known := sum(export.others.values()):
        kinds = ", ".join(sorted(kind.replace("_", " ") for kind in export.others))
        yield aside(
            "private",
            f"{file.shown}: {known:,} messages that are no channel's ({kinds}) were not taken: "
            "conversations are no news",
        )
    if unknown:
        yield aside(
            "no_kind",
            f"{file.shown}: {unknown:,} messages were not taken, since nothing says that their chat is a "
            "channel; add the file by its name, or export it again",
        )
    if export.unsaid:
        yield aside(
            "bad_export", f"{file.shown} is damaged: {export.unsaid:,} pieces of it belong nowhere; "
            "what could be told apart was read; export it again"
        )  # fmt: skip
    if not export.any:
        yield aside("not_telegram", f"{file.shown} has no messages as Telegram Desktop exports them")


def _json(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError):
        return None


def _shown(data: bytes) -> str:
    return repr(data[:40].decode("utf-8", "replace"))
