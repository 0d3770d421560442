"""The accounts of the ledger, and which of them each kind of cost belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Kind = Literal["balance", "result", "exchange"]

ACCOUNTS: dict[str, Kind] = {
    # what the shop has and owes
    "cash": "balance",  # the shop's bank account, in its own currency
    "wallet": "balance",  # takings in foreign currency; below zero when sold before they came in
    "platform": "balance",  # what the platforms still have to pay out
    "cod": "balance",  # cash that carriers collect at the door and still have to hand over
    "reserve": "balance",  # kept back from payouts against disputes
    "fx_margin": "balance",  # what the bank keeps while a forward runs
    "supplier_deposits": "balance",  # paid to suppliers who have not delivered
    "goods_on_the_way": "balance",  # bought and paid, not yet in a warehouse
    "inventory": "balance",  # goods at landed cost
    "tax_collected": "balance",  # sales tax and VAT taken at checkout, not yet handed on
    "capital": "balance",
    # what it earns and bears
    "sales": "result",
    "refunds": "result",
    "carrier_claims": "result",
    "tax_refunds": "result",  # input VAT that comes back after export
    "goods_sold": "result",
    "goods_lost": "result",  # lost, scrapped or written off before a sale
    "deposits_lost": "result",  # kept by a supplier
    "commission": "result",
    "creators": "result",
    "payment_fee": "result",
    "payment_contracts": "result",
    "subscriptions": "result",  # what platforms charge by the month
    "refund_admin": "result",
    "chargebacks": "result",
    "dispute_fees": "result",
    "monitoring": "result",  # charged by a card scheme in its programme
    "carriage": "result",
    "handling": "result",
    "storage": "result",
    "duty": "result",
    "import_vat": "result",
    "clearance": "result",
    "export": "result",
    "fines": "result",
    "returns": "result",
    "recalls": "result",
    "transfers": "result",
    "overtime": "result",
    "wages": "result",
    "ads": "result",
    "creative": "result",
    "lucky_bags": "result",
    "scenes": "result",
    "samples": "result",
    "inspections": "result",
    "research": "result",
    "certificates": "result",
    "registrations": "result",
    "interest": "result",
    "fx_forwards": "result",
    # where one currency became another
    "fx": "exchange",  # at the middle rate: what left in one currency and came in another
    "fx_cost": "result",  # the spread
    "rounding": "result",  # minor units that no rule gives to anybody
}

CLAIMS = ("platform", "cod")
"""Where an order's money waits until it is paid out."""

CostKind = Literal[
    "ads", "creative", "creator", "lucky_bag", "scene", "sample", "inspection", "paper_check", "research",
    "certificate", "registration", "storage", "wages", "call", "overtime", "transfer", "export", "clearance", "fine",
    "recall", "return_label", "subscription", "payment_contract",
]
COSTS: Mapping[CostKind, str] = {
    "ads": "ads",
    "creative": "creative",
    "creator": "creators",
    "lucky_bag": "lucky_bags",
    "scene": "scenes",
    "sample": "samples",
    "inspection": "inspections",
    "paper_check": "certificates",
    "research": "research",
    "certificate": "certificates",
    "registration": "registrations",
    "storage": "storage",
    "wages": "wages",
    "call": "wages",
    "overtime": "overtime",
    "transfer": "transfers",
    "export": "export",
    "clearance": "clearance",
    "fine": "fines",
    "recall": "recalls",
    "return_label": "returns",
    "subscription": "subscriptions",
    "payment_contract": "payment_contracts",
}
"""Kind of cost to its account. A cost that is not in this table cannot be booked."""
