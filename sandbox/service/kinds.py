"""Kinds of tickets, stages of orders and states of tickets: the words the desk's files share."""

from __future__ import annotations

from typing import Literal, get_args

TicketKind = Literal[
    "where_is_it", "return", "defect", "not_as_described", "address", "cancel", "customs", "presale", "other",
    "tax", "invoice", "chargeback", "cod",
]
Stage = Literal["placed", "packed", "shipped", "held", "delivered", "lost", "closed"]
TicketState = Literal["open", "answered", "waiting_approval", "reopened", "closed"]
Queue = Literal["oldest", "deadline", "value"]
"""First in first out, soonest reply limit first, dearest order first."""
KINDS: tuple[TicketKind, ...] = get_args(TicketKind)
STAGES: tuple[Stage, ...] = get_args(Stage)
CHAT_KINDS: tuple[TicketKind, ...] = ("presale", "address", "cancel", "cod")
"""Short matters that come by chat; everything else comes as mail."""
