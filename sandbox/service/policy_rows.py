"""The policy matrix itself, in the order in which rows are tried. Teaching data, not legal advice."""

from __future__ import annotations

from sandbox.service.kinds import KINDS
from sandbox.service.policy import PolicyRow, by_kind

_CRD = "Directive 2011/83/EU"
_SALES = "Directive (EU) 2019/771"
_FTC = "16 CFR 435 (FTC Mail, Internet, or Telephone Order Merchandise Rule)"
_COOLING = "laws on returns without a reason, table return_rights of the rules"
_GUARANTEE = "Australian Consumer Law s. 54, 259; Brazil, Lei 8.078/1990 (CDC) art. 18, 26"
_INCOTERMS = "ICC Incoterms 2020, DAP"
_CARDS = "Visa Dispute Management Guidelines for Merchants, sections 13.1 and 13.3"
_SHOP = "platform and shop policy, set by the authors"

MATRIX: tuple[PolicyRow, ...] = (
    PolicyRow(
        id="already_refunded", refunded=True, right=("info",), acceptable=("coupon",),
        en="All the money is back already: say so, and when it arrives; nothing more is owed.",
        zh="款项已全额退回：说明到账时间即可，无须再赔。", source=_SHOP,
    ),
    PolicyRow(
        id="parcel_gone", kind="where_is_it", stages=("lost",), right=("reship", "refund_full"),
        acceptable=("escalate",),
        en="A parcel that is lost is the seller's loss until it is in the buyer's hands: send again or refund.",
        zh="包裹交到买家手里之前，丢失的风险由卖家承担：补发或全额退款。", source=f"{_CRD}, art. 20; {_FTC}",
    ),
    PolicyRow(
        id="far_too_late", kind="where_is_it", stages=("placed", "packed", "shipped", "held"), late_over=10,
        right=("reship", "refund_full"), acceptable=("refund_part", "escalate"),
        en="More than ten days late: the buyer need not wait any longer and may have the money back.",
        zh="超过承诺期十天以上：买家可以不再等待，有权要求退款。", source=f"{_CRD}, art. 18; {_FTC}",
    ),
    PolicyRow(
        id="late", kind="where_is_it", stages=("placed", "packed", "shipped", "held"), late_over=0,
        right=("info", "coupon"), acceptable=("refund_part", "refund_full", "escalate"),
        en="Late but on its way: say where it is and the new date; a small coupon is fair. Who insists may cancel.",
        zh="虽迟但在途：说明位置和新的时间，可给一张小额券；买家坚持则允许取消。", source=f"{_CRD}, art. 18; {_FTC}",
    ),
    PolicyRow(
        id="on_its_way", kind="where_is_it", right=("info",), acceptable=("coupon", "escalate"),
        en="Within the promised time: tracking and an honest date are what the buyer needs.",
        zh="仍在承诺期内：给出物流轨迹和实在的到达时间即可。", source=_SHOP,
    ),
    PolicyRow(
        id="withdrawal_over", kind="return", law="eu", stages=("delivered", "closed"), here_over=14,
        right=("info",), acceptable=("return_label", "coupon", "refund_part"),
        en="The fourteen days are over: a return is goodwill, and saying so kindly is right.",
        zh="已过14天：退货只是善意，礼貌说明即可。", source=f"{_CRD}, art. 9",
    ),
    PolicyRow(
        id="withdrawal_small", kind="return", law="eu", stages=("delivered", "closed"), small=True,
        right=("return_label", "refund_full"), acceptable=("refund_part",),
        en="Fourteen days to withdraw without a reason; for a cheap article a refund without return costs less.",
        zh="欧盟买家收货后14天内可无理由退货；低价商品不收回直接退款更省。", source=f"{_CRD}, art. 9",
    ),
    PolicyRow(
        id="withdrawal", kind="return", law="eu", right=("return_label",), acceptable=("refund_full", "refund_part"),
        en="Fourteen days to withdraw without a reason: send a label and refund when the goods are back.",
        zh="欧盟买家收货后14天内可无理由退货：寄退货单，收到货后退款。", source=f"{_CRD}, art. 9 and 13",
    ),
    PolicyRow(
        id="cooling_off_small", kind="return", stages=("delivered", "closed"), may_withdraw=True, small=True,
        right=("return_label", "refund_full"), acceptable=("refund_part",),
        en="The buyer's law gives days to think again, and they are not over; a refund without return costs less.",
        zh="买家所在国法律规定的冷静期未过；低价商品不收回直接退款更省。", source=_COOLING,
    ),
    PolicyRow(
        id="cooling_off", kind="return", stages=("delivered", "closed"), may_withdraw=True,
        right=("return_label",), acceptable=("refund_full", "refund_part"),
        en="The buyer's law gives days to think again, and they are not over: send a label, refund on arrival.",
        zh="买家所在国法律规定的冷静期未过：寄退货单，收到货后退款。", source=_COOLING,
    ),
    PolicyRow(
        id="shop_return_over", kind="return", stages=("delivered", "closed"), here_over=30, right=("info",),
        acceptable=("coupon", "return_label"),
        en="The shop takes goods back for thirty days; after that a kind no is right.",
        zh="本店30天内可退；超过后礼貌拒绝。", source=_SHOP,
    ),
    PolicyRow(
        id="shop_return_small", kind="return", small=True, right=("refund_part", "refund_full"),
        acceptable=("return_label",),
        en="A cheap article is not worth its way back: offer part of the price or all of it, the buyer keeps it.",
        zh="低价商品不值得寄回：部分或全额退款，商品留给买家。", source=_SHOP,
    ),
    PolicyRow(
        id="shop_return", kind="return", right=("return_label",), acceptable=("refund_part",),
        en="Back within thirty days: send a label to the nearest warehouse and refund on arrival.",
        zh="30天内退货：寄到最近仓库的退货单，收到后退款。", source=_SHOP,
    ),
    PolicyRow(
        id="conformity", kind="defect", law="eu", right=("reship", "refund_full"),
        acceptable=("refund_part", "return_label"),
        en="For a year a defect counts as there from the start; the buyer proves nothing. Replacing comes first.",
        zh="交付一年内的瑕疵推定原本就有，买家无须举证；先补发或换货。", source=f"{_SALES}, art. 11 and 13",
    ),
    PolicyRow(
        id="guarantee_by_law", kind="defect", countries=("AU", "BR"), right=("reship", "refund_full"),
        acceptable=("refund_part", "return_label"),
        en="Goods must be of acceptable quality by law, whatever the shop promises: repair, replace or refund.",
        zh="法律要求商品质量合格，与店铺承诺无关：维修、换货或退款。", source=_GUARANTEE,
    ),
    PolicyRow(
        id="defect_small", kind="defect", small=True, right=("reship", "refund_full"),
        acceptable=("refund_part", "return_label"),
        en="A cheap article that came broken: replace or refund at once, a photo is not worth the wait.",
        zh="低价商品到货即坏：立即补发或退款，不必等照片。", source=_SHOP,
    ),
    PolicyRow(
        id="defect_shown", kind="defect", photo=True, right=("reship", "refund_full"),
        acceptable=("refund_part", "return_label"),
        en="The photo shows the damage: replace or refund.", zh="照片能证明损坏：补发或退款。", source=_SHOP,
    ),
    PolicyRow(
        id="defect_unseen", kind="defect", right=("return_label",), acceptable=("reship", "refund_part", "escalate"),
        en="A dear article without a picture: ask for a photo first, or take it back for inspection.",
        zh="高价商品没有照片：先请买家拍照，或寄回检测。", source=_SHOP,
    ),
    PolicyRow(
        id="not_as_told_eu", kind="not_as_described", law="eu", right=("return_label", "refund_full", "refund_part"),
        acceptable=("coupon",),
        en="Goods must be as described, also as described in the live room: take back or reduce the price.",
        zh="商品须与描述一致，直播间说过的话也算：退货退款或减价。", source=f"{_SALES}, art. 6, 7 and 13",
    ),
    PolicyRow(
        id="not_as_told_small", kind="not_as_described", small=True, right=("refund_part", "refund_full"),
        acceptable=("return_label", "coupon"),
        en="A cheap article that disappoints: part of the price back, the buyer keeps it.",
        zh="低价商品不符预期：部分退款，商品留给买家。", source=_SHOP,
    ),
    PolicyRow(
        id="not_as_told", kind="not_as_described", right=("return_label", "refund_part"),
        acceptable=("refund_full", "coupon"),
        en="Offer the way back or part of the price; a full refund without return is generous.",
        zh="提供退货或部分退款；不退货全额退款属于慷慨处理。", source=_SHOP,
    ),
    PolicyRow(
        id="address_in_time", kind="address", stages=("placed", "packed"), right=("info",), acceptable=("escalate",),
        en="Not yet gone: change the address and say so.", zh="尚未发出：修改地址并告知买家。", source=_SHOP,
    ),
    PolicyRow(
        id="address_late", kind="address", right=("escalate",), acceptable=("info",),
        en="Already gone: ask the carrier to redirect; only the carrier can.",
        zh="已经发出：联系承运商改派，只有承运商能改。", source=_SHOP,
    ),
    PolicyRow(
        id="cancel_in_time", kind="cancel", stages=("placed", "packed"), right=("refund_full",),
        acceptable=("escalate",),
        en="Not yet gone: cancel and refund; a parcel nobody wants comes back dearer.",
        zh="尚未发出：取消并退款；发出没人要的包裹，退回来更贵。", source=_SHOP,
    ),
    PolicyRow(
        id="cancel_over", kind="cancel", stages=("closed",), right=("info",), acceptable=("coupon",),
        en="The order is already closed: say so, and when the money arrives.",
        zh="订单已关闭：告知买家，并说明款项何时到账。", source=_SHOP,
    ),
    PolicyRow(
        id="cancel_withdrawal", kind="cancel", law="eu", right=("return_label",), acceptable=("info", "refund_full"),
        en="Withdrawal may be declared before the parcel arrives: accept it, the buyer sends it back unopened.",
        zh="欧盟买家收货前也可声明撤回：予以接受，到货后原样退回。", source=f"{_CRD}, art. 9 and 11",
    ),
    PolicyRow(
        id="cancel_late", kind="cancel", right=("info",), acceptable=("return_label", "escalate"),
        en="Already gone: explain that it can be returned after it arrives.",
        zh="已经发出：说明到货后可以退回。", source=_SHOP,
    ),
    PolicyRow(
        id="customs_held", kind="customs", stages=("held",), right=("info", "escalate"),
        acceptable=("refund_part", "coupon"),
        en="Held by customs: explain what is checked, and have operations send the papers.",
        zh="海关查验中：说明查什么，并请运营补交文件。", source=_SHOP,
    ),
    PolicyRow(
        id="customs_tax", kind="customs", right=("info", "refund_part"),
        acceptable=("coupon", "escalate", "refund_full"),
        en="A tax bill at the door: explain it; who was promised no extra cost gets the tax back.",
        zh="到门才收税费：解释清楚；若承诺过无额外费用，应补还税费。", source=f"{_CRD}, art. 6(1)(e) and 6(6)",
    ),
    PolicyRow(
        id="tax_at_the_door_eu", kind="tax", law="eu", right=("info", "refund_part"),
        acceptable=("coupon", "refund_full"),
        en="All costs must be said before the order; tax nobody spoke of is the seller's: explain it or pay it back.",
        zh="所有费用须在下单前告知；未告知的税费由卖家承担：说明清楚或补还。", source=f"{_CRD}, art. 6(1)(e) and 6(6)",
    ),
    PolicyRow(
        id="tax_at_the_door", kind="tax", right=("info", "refund_part"), acceptable=("coupon", "escalate"),
        en="Delivered at place means the buyer pays the tax: show where it was said; a part of it back keeps them.",
        zh="DAP条款下税费由买家承担：指出下单页的说明；补贴一部分能留住买家。", source=_INCOTERMS,
    ),
    PolicyRow(
        id="invoice", kind="invoice", right=("info",), acceptable=("coupon", "escalate"),
        en="Send the invoice, or say how the coupon works; a business buyer needs the tax number on it.",
        zh="补发发票或说明优惠券规则；企业买家的发票需有税号。", source=f"Directive 2006/112/EC, art. 220; {_SHOP}",
    ),
    PolicyRow(
        id="cod_before_it_leaves", kind="cod", stages=("placed", "packed"), right=("info",), acceptable=("coupon",),
        en="Say the amount and the day, and have the buyer confirm: who has confirmed refuses less often.",
        zh="告知金额和送达日期，请买家确认：确认过的拒收更少。", source=_SHOP,
    ),
    PolicyRow(
        id="cod_on_its_way", kind="cod", right=("info", "escalate"), acceptable=("coupon",),
        en="Already gone: say the amount and how the courier takes it.",
        zh="已经发出：告知金额以及快递员的收款方式。", source=_SHOP,
    ),
    PolicyRow(
        id="chargeback_far_too_late", kind="chargeback", stages=("placed", "packed", "shipped", "held", "lost"),
        late_over=10, right=("refund_full",), acceptable=("info", "escalate"),
        en="Nothing arrived and the time is long over: refund before the bank does, it saves the fee.",
        zh="早已超期仍未收到：赶在银行之前退款，可省下手续费。", source=_CARDS,
    ),
    PolicyRow(
        id="chargeback_here", kind="chargeback", stages=("delivered", "closed"), right=("info", "escalate"),
        acceptable=("refund_part",),
        en="It was delivered: show the proof kindly and answer the bank with it; two refunds are one too many.",
        zh="已妥投：礼貌出示凭证并据此答复银行；不要重复退款。", source=_CARDS,
    ),
    PolicyRow(
        id="chargeback", kind="chargeback", right=("info", "escalate"), acceptable=("refund_full", "refund_part"),
        en="Say where the parcel is and what the bank was told; never ask to withdraw the dispute for a favour.",
        zh="说明包裹位置以及已向银行提供的材料；不得以好处换取撤销争议。", source=_CARDS,
    ),
    PolicyRow(
        id="presale", kind="presale", right=("info",), acceptable=("coupon",),
        en="Answer the question; a true answer sells better than a discount.",
        zh="回答问题本身；真实的答案比折扣更能促成下单。", source=_SHOP,
    ),
    PolicyRow(
        id="other", kind="other", right=("info",), acceptable=("coupon", "escalate"),
        en="Answer, or find who can.", zh="能答就答，不能答就找能答的人。", source=_SHOP,
    ),
)

ROWS_OF = by_kind(MATRIX, KINDS)
"""The matrix by kind of ticket."""
