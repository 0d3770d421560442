"""The run file: a header, then entries, each with the hash of the one before; commands are the truth.

One JSON object a line. Line 1 is the header (entry 0). Then entries ``command``, ``refused``, ``advanced`` and
``repair`` in the order in which they were appended; the last line may be ``digest``. The hash of an entry is
``SHA-256(previous hash + canonical JSON of the entry without its hash)``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from msgspec import Struct

from sandbox.kernel.codec import to_bytes, to_plain
from sandbox.kernel.errors import LogError

FORMAT = "bordercast-run/1"
EntryKind = Literal["command", "refused", "advanced", "repair", "digest"]


class Header(Struct, frozen=True, kw_only=True):
    """Entry 0: everything a run is given by, except its commands."""

    format: str = FORMAT
    run: str
    """Random id of the run."""
    scenario: str
    """``id@version``."""
    scenario_hash: str
    engine: str
    group: str
    """Id of the group of runs that share one secret."""
    commitment: str
    """SHA-256 of the secret, shown before the run starts."""
    secret: str = ""
    """The secret itself in hexadecimal, once every run of the group has ended."""
    teams: tuple[str, ...] = ("",)
    """Teams that meet in this run; one without a name where each has a run of its own."""
    bots: dict[str, str] = {}
    """Seat to policy id@version, where the run started with a bot. Information only: replay never reruns bots."""


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One appended line."""

    n: int
    """1, 2, 3 ... in the order of appending."""
    kind: EntryKind
    at: int = 0
    """Simulation second at which it takes effect."""
    cmd_id: str = ""
    team: str = ""
    seat: str = ""
    subject: str = ""
    type: str = ""
    args: dict[str, Any] = {}
    based_on: int = 0
    code: str = ""
    """Why a command was refused."""
    target: int = 0
    """Entry that a repair replaces or voids."""
    reason: str = ""
    events: int = 0
    """``advanced`` and ``digest``: number of events so far."""
    digest: str = ""
    """``advanced`` and ``digest``: the event digest so far."""
    state: str = ""
    """``digest``: the state digest."""
    prev: str = ""
    hash: str = ""


def entry_hash(previous: str, body: dict[str, Any]) -> str:
    """Hash of an entry (or of the header) whose plain form is *body*; its own ``hash`` field is left out."""
    plain = {key: value for key, value in body.items() if key != "hash"}
    return hashlib.sha256(previous.encode() + to_bytes(plain)).hexdigest()


def header_hash(header: Header) -> str:
    """Hash of the header without the secret, so that revealing the secret changes no hash."""
    body = to_plain(header)
    body.pop("secret")
    return entry_hash("", body)


class Log:
    """The entries of one run, in memory, in order."""

    def __init__(self, header: Header) -> None:
        self.header = header
        self.entries: list[Entry] = []
        self.head = header_hash(header)

    def append(self, kind: EntryKind, **fields: Any) -> Entry:
        """Add one entry; returns it with its number and hashes."""
        draft = Entry(n=len(self.entries) + 1, kind=kind, prev=self.head, **fields)
        digest = entry_hash(self.head, to_plain(draft))
        entry = Entry(**{name: getattr(draft, name) for name in draft.__struct_fields__ if name != "hash"}, hash=digest)
        self.entries.append(entry)
        self.head = digest
        return entry

    def lines(self, with_secret: bool) -> Iterator[bytes]:
        """The run file, line by line, without line ends."""
        header = to_plain(self.header)
        if not with_secret:
            header["secret"] = ""
        yield to_bytes({**header, "hash": header_hash(self.header)})
        for entry in self.entries:
            yield to_bytes(entry)


def _load(line: str | bytes, number: int) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except ValueError as error:
        raise LogError(f"entry {number}: expected one JSON object a line, got {error}", number) from None
    if not isinstance(data, dict):
        raise LogError(f"entry {number}: expected a JSON object, got {type(data).__name__}", number)
    return data


def _header(data: dict[str, Any]) -> Header:
    body = {key: value for key, value in data.items() if key != "hash"}
    if body.get("format") != FORMAT:
        raise LogError(f"entry 0: expected format {FORMAT!r}, got {body.get('format')!r}", 0)
    unknown = [key for key in body if key not in Header.__struct_fields__]
    if unknown:
        raise LogError(f"entry 0: expected no other keys, got {unknown[0]!r}", 0)
    try:
        header = Header(**{**body, "teams": tuple(body.get("teams", ("",)))})
    except TypeError as error:
        raise LogError(f"entry 0: {error}", 0) from None
    found = data.get("hash")
    if header_hash(header) != found:
        raise LogError(f"entry 0: its hash is {header_hash(header)[:12]}, the file says {str(found)[:12]}", 0)
    if header.secret and hashlib.sha256(_secret_bytes(header.secret)).hexdigest() != header.commitment:
        raise LogError("entry 0: the secret is not the one that was committed to", 0)
    return header


def _secret_bytes(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise LogError("entry 0: expected the secret in hexadecimal", 0) from None


def read_log(lines: Iterable[str | bytes]) -> Log:
    """Read a run file and check every hash.

    Raises:
        LogError: with the number of the first entry that is not what its hash says, or that does not follow.
    """
    log: Log | None = None
    for number, line in enumerate(lines):
        data = _load(line, number)
        if log is None:
            log = Log(_header(data))
            continue
        if data.get("n") != number:
            raise LogError(f"entry {number}: expected n {number}, got {data.get('n')!r}", number)
        if entry_hash(log.head, data) != data.get("hash"):
            made, found = entry_hash(log.head, data)[:12], str(data.get("hash"))[:12]
            raise LogError(f"entry {number}: its hash is {made}, the file says {found}", number)
        if any(key not in Entry.__struct_fields__ for key in data):
            raise LogError(f"entry {number}: expected only known keys, got {sorted(data)}", number)
        log.entries.append(Entry(**data))
        log.head = data["hash"]
    if log is None:
        raise LogError("entry 0: expected a header, got an empty file", 0)
    return log
