"""Print the digests of a short show of the default room: run with and without the compiler, they are the same."""

from __future__ import annotations

import hashlib
import sys

from sandbox.kernel.codec import to_bytes
from sandbox.livestream.reference_room import play_reference_room


def digests() -> str:
    played = play_reference_room(5, seconds=1500, bags=(300,), boost=5000)
    state, events = played.room.state_digest(), to_bytes(played.world.events)
    return " ".join(hashlib.sha256(part).hexdigest() for part in (state, events))


if __name__ == "__main__":
    sys.stdout.write(digests())
