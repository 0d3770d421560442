"""What a row is: goods sold, goods sold and cancelled, goods given back, or no goods at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

SALE, CANCELLED, RETURNED = 0, 1, 2
_CANCELLED = re.compile(
    r"cancel|storn|void|annul|(?<!partially[_ ])refunded|reject|returned|"
    r"取消|交易关闭|已关闭|退款成功|已退款|全额退款|退货",
    re.IGNORECASE,
)
_RETURNED = re.compile(r"^(refund|return|chargeback|退款|退货|a-to-z)", re.IGNORECASE)
_UNPAID = re.compile(r"unpaid|pending payment|awaiting payment|^pending$|draft|待付款|未付款", re.IGNORECASE)
_NOT_SALE = re.compile(
    r"^(transfer|service ?fee|adjustment|other-transaction|fba .*fee|deal fee|shipping services|debt|liquidations?)",
    re.IGNORECASE,
)
_CREDIT_NOTE = re.compile(r"^(C|CN|CR)-?[0-9]{3,}$", re.IGNORECASE)
_NOT_GOODS = re.compile(
    r"^\W*(postage|carriage|shipping( fee| charge)?|delivery( fee| charge)?|freight|handling( fee)?|bank charges?|"
    r"manual|adjust(ment)?( .*)?|amazon ?fee|discounts?|samples?|cruk commission|dotcom ?postage|"
    r"gift ?(card|voucher|certificate).*|.*gift voucher.*|tips?|insurance|test( product| order)?|packing charge|"
    r"next day carriage|邮费|运费|补差价.*|补运费.*|差价.*|快递费|礼品卡)\W*$",
    re.IGNORECASE,
)
_NOT_GOODS_CODE = re.compile(
    r"^(post|dot|c2|bank charges|amazonfee|cruk|pads|adjust\d*|gift_.*|test\w*|postage|shipping|freight)$",
    re.IGNORECASE,
)


def _flags(pattern: re.Pattern[str], texts: Sequence[str]) -> np.ndarray:
    return np.array([bool(pattern.search(text.strip())) for text in texts], dtype=bool)


def status_flags(texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """For each different status: cancelled, returned, unpaid, no sale at all (a transfer, a fee)."""
    returned = _flags(_RETURNED, texts)
    return _flags(_CANCELLED, texts) & ~returned, returned, _flags(_UNPAID, texts), _flags(_NOT_SALE, texts)


def credit_notes(orders: Sequence[str]) -> np.ndarray:
    """For each different order number: whether it is that of a credit note, ``C536379``.

    Only where most numbers are plain digits; elsewhere a leading C means nothing.
    """
    shaped = _flags(_CREDIT_NOTE, orders)
    digits = sum(text.isdigit() for text in orders)
    return shaped if digits > len(orders) / 2 else np.zeros(len(orders), dtype=bool)


def not_goods_codes(texts: Sequence[str]) -> np.ndarray:
    """For each different article number: whether it stands for postage, a fee, an adjustment."""
    return _flags(_NOT_GOODS_CODE, texts)


def not_goods_names(texts: Sequence[str]) -> np.ndarray:
    """For each different article name: whether it is postage, a fee, a voucher."""
    return _flags(_NOT_GOODS, texts)
