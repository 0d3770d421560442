"""Which column is what: the names that shops, marketplaces and spreadsheets use, in English and Chinese.

The header names are facts taken from public export files and their readers: shop systems, marketplace order reports,
and research data such as UCI Online Retail (Chen 2015).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sandbox.kernel.errors import ScenarioError

NAMES: dict[str, tuple[str, ...]] = {
    "order": (
        "orderid", "ordernumber", "orderno", "invoiceno", "invoicenumber", "invoice", "amazonorderid", "order",
        "merchantorderid", "transactionid", "receiptno", "订单号", "订单编号", "订单id", "主订单编号", "主订单号",
        "父订单号", "交易号", "单号",
    ),
    "sku": (
        "lineitemsku", "sellersku", "merchantsku", "sku", "stockcode", "skuid", "itemcode", "productcode",
        "productid", "itemid", "asin", "articleno", "itemnumber", "skureferenceno", "商家编码", "商家sku", "商品编码",
        "sku编码", "货号", "规格编码", "商品id", "商品货号",
    ),
    "name": (
        "lineitemname", "productname", "description", "itemname", "producttitle", "itemtitle", "title", "product",
        "item", "商品名称", "商品标题", "宝贝标题", "产品名称", "货品名称", "品名", "商品",
    ),
    "quantity": (
        "lineitemquantity", "quantity", "quantitypurchased", "qty", "units", "itemquantity", "数量", "购买数量",
        "商品数量", "宝贝数量", "件数", "销售数量",
    ),
    "when": (
        "createdat", "createdtime", "invoicedate", "orderdate", "purchasedate", "orderpurchasetimestamp", "orderedat",
        "datetime", "ordertime", "date", "timestamp", "paidat", "paidtime", "下单时间", "订单创建时间", "创建时间",
        "订单时间", "付款时间", "支付时间", "订单付款时间", "成交时间", "日期",
    ),
    "price": (
        "lineitemprice", "unitprice", "price", "sellingprice", "priceperunit", "salesprice", "单价", "商品单价",
        "销售单价", "成交单价", "价格", "售价",
    ),
    "total": (
        "skusubtotalafterdiscount", "linetotal", "lineamount", "itemprice", "productsales", "netsales", "amount",
        "sales", "revenue", "商品总价", "小计", "金额", "商品金额", "成交金额",
    ),
    "buyer": (
        "customerid", "buyerid", "userid", "clientid", "customernumber", "buyerusername", "buyer", "customer",
        "email", "buyeremail", "customeremail", "phone", "客户编号", "客户id", "买家id", "用户id", "会员id",
        "买家会员名", "买家昵称", "买家", "会员名", "客户",
    ),
    "country": (
        "shippingcountry", "shipcountry", "deliverycountry", "destinationcountry", "shiptocountry", "country",
        "customercountry", "billingcountry", "收货国家", "收件国家", "目的国", "国家", "国家地区", "国家或地区",
    ),
    "currency": ("currency", "currencycode", "itemcurrency", "币种", "货币", "币别"),
    "status": ("orderstatus", "financialstatus", "status", "orderstate", "订单状态", "交易状态", "状态", "type"),
    "cancelled": ("cancelledat", "canceledat", "cancelledtime", "canceledtime", "取消时间"),
    "returned": ("skuquantityofreturn", "returnedqty", "returnedquantity", "returnquantity", "退货数量"),
    "cost": ("unitcost", "costprice", "cost", "purchaseprice", "成本", "成本价", "采购价", "进货价"),
}
"""Field to the names of its column, the surest first; spaces, marks and capitals do not count."""
NEEDED = ("order", "quantity", "when")
"""Without these there are no order lines; besides, sku or name, and price or total."""


def plain(header: str) -> str:
    """A header without capitals, spaces and marks: ``Lineitem quantity`` -> ``lineitemquantity``."""
    return re.sub(r"[\W_]+", "", header.casefold())


def _spellings(header: str) -> tuple[str, ...]:
    """The header whole, and what it says in brackets: ``หมายเลข (order id)``."""
    inside = re.findall(r"[(（]([^()（）]+)[)）]", header)
    return (plain(header), *(plain(part) for part in inside))


def recognise(headers: Sequence[str]) -> dict[str, str]:
    """Field to header, for every field that a usual name gives away."""
    spelt = [(header, _spellings(header)) for header in headers]
    found: dict[str, str] = {}
    for field, names in NAMES.items():
        for name in names:
            hit = next((header for header, ways in spelt if name in ways and header not in found.values()), None)
            if hit is not None:
                found[field] = hit
                break
    if "order" not in found and any(plain(header) == "lineitemname" for header in headers):
        by_name = next((header for header in headers if plain(header) == "name"), None)  # a shop system's order name
        if by_name is not None:
            found["order"] = by_name
    if "name" not in found:
        last = next((header for header in headers if plain(header) == "name" and header not in found.values()), None)
        if last is not None:
            found["name"] = last
    return found


def parse_override(text: str) -> dict[str, str]:
    """``order=Belegnr,sku=Artikel`` as a table.

    Raises:
        ScenarioError: a field that does not exist, or no ``=``.
    """
    table: dict[str, str] = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        field, sign, header = (piece.strip() for piece in part.partition("="))
        if not sign or field not in NAMES:
            raise ScenarioError(f"columns: expected FIELD=HEADER with a field of {', '.join(NAMES)}, got {part!r}")
        table[field] = header
    return table


def choose_columns(headers: Sequence[str], override: Mapping[str, str]) -> dict[str, str]:
    """Field to header, the author's word before ours.

    Raises:
        ScenarioError: an override that names no column, or a field without which there are no order lines.
    """
    for field, header in override.items():
        if header not in headers:
            raise ScenarioError(f"columns: {field}: expected one of {', '.join(headers)}, got {header!r}")
    taken = set(override.values())
    found = {field: header for field, header in recognise(headers).items() if header not in taken}
    found.update(override)
    missing = [field for field in NEEDED if field not in found]
    missing += ["sku or name"] if not {"sku", "name"} & set(found) else []
    missing += ["price or total"] if not {"price", "total"} & set(found) else []
    if missing:
        known = ", ".join(f"{field}={header}" for field, header in found.items()) or "none"
        raise ScenarioError(
            f"columns: expected columns for {', '.join(missing)}; recognised {known} in {', '.join(headers)}. "
            f"Name them: --columns {missing[0].split()[0]}=HEADER"
        )
    return found
