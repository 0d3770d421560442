"""What a reply must not say, by law or by the rules of platforms and card schemes. Teaching data, not legal advice."""

from __future__ import annotations

from typing import NamedTuple

from sandbox.service.kinds import TicketKind


class ForbiddenRule(NamedTuple):
    """One thing that must not be said."""

    id: str
    law: str
    """Law or rule, with its place."""
    en: str
    zh: str
    patterns: dict[str, str]
    """By language; the empty one is tried on every text. Lower case."""
    territories: tuple[str, ...] = ()
    """Countries or customs territories in which it holds; empty for everywhere."""
    kinds: tuple[TicketKind, ...] = ()
    """Matters in which it holds; empty for all."""
    stands_with_no: bool = False
    """A "not" before it takes nothing back."""


FORBIDDEN: tuple[ForbiddenRule, ...] = (
    ForbiddenRule(
        "off_platform", "Amazon Communication Guidelines; eBay, Offers to buy or sell outside of eBay policy",
        "Do not take a buyer off the platform: no other messenger, mail address or way to pay.",
        "不得把买家引到平台外：不留其他聊天工具、邮箱或付款方式。",
        {
            "": r"whats ?app|telegram|we ?chat|微信|\bline id\b|line ?@|instagram|facebook|venmo|zelle|western union"
                r"|[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,}|\+\d{2,3}[ -]?\d{3}[ -]?\d{3,}",
            "en": r"pay (?:us |me )?(?:directly|outside|by bank transfer)|outside (?:of )?(?:the|this) (?:platform"
                  r"|app|site)"
                  r"|(?:order|buy) (?:from us )?directly|our own (?:web ?site|shop) (?:is )?cheaper",
            "zh": r"加我|加(?:个)?好友|私下|平台外|线下(?:交易|付款|转账)|直接转账|转账给|支付宝转|扣扣|QQ",
            "de": r"außerhalb der plattform|direkt (?:an uns|auf unser konto) (?:zahlen|überweisen)"
                  r"|überweisen sie direkt"
                  r"|(?:bestellen|kaufen) sie direkt bei uns",
            "fr": r"hors (?:de la )?plateforme|en dehors d(?:e la|u) (?:plateforme|site)|virement direct"
              r"|payer directement"
                  r"|commandez directement",
            "ja": r"プラットフォーム(?:外|の外)|サイト外|直接(?:お振込|振り込|お支払い|ご注文|取引)|個人(?:口座"
                  r"|の連絡先)|ライン(?:交換|を追加)",
            "es": r"fuera de la plataforma|transferencia directa|pagar(?:nos)? directamente|(?:compre"
                  r"|pida) directamente",
            "pt": r"fora da plataforma|transferência direta|pix direto|pagar diretamente|(?:compre|peça) direto",
            "ar": r"خارج (?:المنصة|الموقع|التطبيق)|واتس ?اب|واتساب|تحويل مباشر|الدفع مباشرة",
            "th": r"นอก(?:แพลตฟอร์ม|แอป|ระบบ)|แอดไลน์|แอด ?line|ไลน์ไอดี|โอนตรง|โอนเงินโดยตรง",
        },
    ),
    ForbiddenRule(
        "review_incentive", "16 CFR 465.4; Directive 2005/29/EC, annex I no. 23c; platform review policies",
        "Do not offer money, goods or coupons for a review or for changing one.",
        "不得用钱、赠品或优惠券换取好评或改评。",
        {
            "en": r"(?:coupon|voucher|refund|gift|discount|money|cash|\$ ?\d+)[^.!?]{0,50}\b(?:if|for|once"
                  r"|when)\b[^.!?]{0,40}"
                  r"(?:review|feedback|five[- ]star|5[- ]star|rating)|(?:review|five[- ]star|5[- ]star"
                  r"|rating)[^.!?]{0,50}"
                  r"(?:we(?:'ll| will) (?:give|send|refund)|in return|in exchange)",
            "zh": r"(?:好评|五星|5星|评价|改评|追评)[^。！？]{0,15}(?:返|红包|送|赠|退|券|奖|补偿)|(?:返现|红包"
                  r"|送券|赠品|优惠券)[^。！？]{0,15}(?:好评|五星|评价)",
            "de": r"(?:gutschein|rabatt|erstattung|geschenk|geld)[^.!?]{0,50}(?:bewertung|sterne|rezension)"
                  r"|(?:bewertung|sterne|rezension)[^.!?]{0,50}(?:gutschein|rabatt|geschenk|erstatten)",
            "fr": r"(?:bon|coupon|remise|remboursement|cadeau)[^.!?]{0,50}(?:avis|étoiles|évaluation)"
                  r"|(?:avis|étoiles|évaluation)[^.!?]{0,50}(?:bon d|coupon|remise|cadeau|rembours)",
            "ja": r"(?:レビュー|評価|星5|星五つ|高評価)[^。！？]{0,25}(?:クーポン|返金|プレゼント|差し上げ|割引|特典)"
                  r"|(?:クーポン|返金|プレゼント|割引)[^。！？]{0,15}(?:レビュー|高評価)",
            "es": r"(?:cupón|descuento|reembolso|regalo)[^.!?]{0,50}(?:reseña|estrellas|opinión|valoración)"
                  r"|(?:reseña|estrellas|opinión|valoración)[^.!?]{0,50}(?:cupón|descuento|regalo|reembols)",
            "pt": r"(?:cupom|desconto|reembolso|presente|brinde)[^.!?]{0,50}(?:avaliação|estrelas|comentário)"
                  r"|(?:avaliação|estrelas|comentário)[^.!?]{0,50}(?:cupom|desconto|brinde|presente|reembols)",
            "ar": r"(?:قسيمة|كوبون|خصم|هدية|استرداد)[^.!؟]{0,50}(?:تقييم|نجوم|مراجعة)|(?:تقييم|نجوم"
              r"|مراجعة)[^.!؟]{0,50}(?:قسيمة|كوبون|خصم|هدية)",
            "th": r"(?:คูปอง|ส่วนลด|เงินคืน|ของแถม|ของขวัญ).{0,40}(?:รีวิว|ดาว|คะแนน)|(?:รีวิว|5 ?ดาว"
                  r"|ห้าดาว).{0,40}(?:คูปอง|ส่วนลด|เงินคืน|ของแถม|ของขวัญ)",
        },
    ),
    ForbiddenRule(
        "review_removal", "16 CFR 465.7; platform review policies",
        "Do not press a buyer to change or remove a review.", "不得要求买家修改或删除评价。",
        {
            "en": r"(?:delete|remove|change|revise|take down)[^.!?]{0,20}(?:review|rating|feedback)",
            "zh": r"(?:删除|删掉|修改|撤销|改)[^。！？]{0,6}(?:评价|差评|评论)|删差评",
            "de": r"(?:bewertung|rezension)[^.!?]{0,20}(?:löschen|ändern|entfernen|zurückziehen)",
            "fr": r"(?:supprim|retir|modifi|chang)\w*[^.!?]{0,20}(?:avis|évaluation|commentaire)",
            "ja": r"(?:レビュー|評価|口コミ)[^。！？]{0,8}(?:削除|変更|消し|取り下げ|修正)",
            "es": r"(?:elimin|borr|cambi|retir|modifi)\w*[^.!?]{0,20}(?:reseña|opinión|valoración|comentario)",
            "pt": r"(?:apag|remov|exclu|alter|mud|retir)\w*[^.!?]{0,20}(?:avaliação|comentário)",
            "ar": r"(?:حذف|احذف|تحذف|تغيير|تعديل|إزالة)[^.!؟]{0,20}(?:تقييم|مراجعة|تعليق)",
            "th": r"(?:ลบ|แก้|เปลี่ยน).{0,10}(?:รีวิว|คะแนน|ความคิดเห็น)",
        },
    ),
    ForbiddenRule(
        "legal_threat", "Directive 2005/29/EC, art. 8 and 9; 15 U.S.C. 45b (Consumer Review Fairness Act)",
        "Do not threaten a buyer with lawyers, courts or the police.", "不得以律师、法院或警察威胁买家。",
        {
            "en": r"\b(?:sue you|our lawyers?|legal action|take you to court|report you|the police|press charges"
                  r"|blacklist)\b",
            "zh": r"起诉|律师函|法庭|报警|追究.{0,6}责任|拉黑|法律手段",
            "de": r"unser anwalt|rechtsanwalt|verklagen|anzeige erstatten|polizei|rechtliche schritte|gericht",
            "fr": r"notre avocat|poursuivre en justice|porter plainte|police|poursuites|tribunal",
            "ja": r"訴え|弁護士|法的(?:措置|手段)|警察|訴訟|裁判",
            "es": r"nuestro abogado|demandar|acciones legales|policía|denunciar|tribunal",
            "pt": r"nosso advogado|processar (?:você|o senhor|a senhora)|ação judicial|medidas legais|polícia"
                  r"|denunciar",
            "ar": r"محامي|سنقاضي|مقاضا|إجراءات قانونية|الشرطة|المحكمة",
            "th": r"ฟ้อง|ทนาย|ดำเนินคดี|แจ้งความ|ตำรวจ|ศาล",
        },
        stands_with_no=True,
    ),
    ForbiddenRule(
        "insult", "platform conduct rules; ISO 10002:2018, 4.3", "Do not insult a buyer.", "不得侮辱买家。",
        {
            "en": r"\b(?:stupid|idiot|liar|lying|scammer|dumb|ridiculous|shut up|fool|moron)\b",
            "zh": r"骗子|傻|蠢|有病|脑子|滚|无理取闹|找茬|神经",
            "de": r"\b(?:dumm|idiot|lügner|lügen|betrüger|blöd|lächerlich|unverschämt)\w*",
            "fr": r"\b(?:stupide|idiot|menteu\w+|ridicule|escroc|imbécile)\w*",
            "ja": r"バカ|馬鹿|嘘つき|うそつき|詐欺師|クレーマー|ふざけ",
            "es": r"\b(?:estúpid|idiota|mentiros|estafador|ridícul|tont)\w*",
            "pt": r"\b(?:estúpid|idiota|mentiros|golpista|ridícul|burr)\w*",
            "ar": r"غبي|كاذب|كذاب|محتال|أحمق|سخيف", "th": r"โง่|โกหก|ขี้โกง|บ้า(?!น)|งี่เง่า|มิจฉาชีพ",
        },
        stands_with_no=True,
    ),
    ForbiddenRule(
        "denies_right",
        "Directive 2011/83/EU, art. 9 and 25; UK Consumer Contracts Regulations 2013; CDC (Brazil) art. 49 and 51",
        "Do not deny a right that the buyer's law gives: returns in the days to think again, remedies for faults.",
        "不得否认买家依法享有的权利：冷静期内退货、瑕疵救济。",
        {
            "en": r"(?:do not|don't|never|no longer|cannot) (?:accept|take|allow|offer)\w*[^.!?]{0,20}(?:returns?"
                  r"|refunds?)"
                  r"|no (?:returns|refunds)|returns are (?:not|never)|all sales (?:are )?final"
                  r"|no right to (?:return|withdraw|a refund)",
            "zh": r"(?:不|概不|不予|不支持|不接受)[^。！？]{0,6}(?:退货|退款|退换)|一经售出|没有权利退",
            "de": r"(?:keine|nehmen keine|akzeptieren keine) (?:rückgabe|rücksendung|erstattung|retoure)\w*"
                  r"|umtausch ausgeschlossen"
                  r"|(?:rückgabe|widerruf)[^.!?]{0,15}(?:nicht möglich|ausgeschlossen)|kein (?:widerrufs"
                  r"|rückgabe)recht",
            "fr": r"(?:n'acceptons|ne reprenons|ni) (?:pas |aucun |de |les? )*(?:retour|rembours|repris)\w*"
              r"|aucun (?:retour|remboursement)"
                  r"|ni repris ni échangé|pas de droit de rétractation|retours? (?:n'est|ne sont) pas",
            "pt": r"não (?:aceitamos|fazemos|permitimos) (?:devoluç|troca|reembols)\w*|sem (?:devolução|reembolso"
                  r"|direito)",
            "es": r"no (?:aceptamos|hacemos|admitimos) (?:devoluci|reembols|cambio)\w*|sin (?:devolución|reembolso)",
        },
        ("EU", "GB", "BR", "CN"), ("return", "cancel", "defect", "not_as_described"), True,
    ),
    ForbiddenRule(
        "false_declaration", "Regulation (EU) 952/2013, art. 15; 19 U.S.C. 1592",
        "Do not offer to declare a lower value or a gift to customs.", "不得提出低报货值或以礼品名义申报。",
        {
            "en": r"(?:declare|mark|label|write)[^.!?]{0,30}(?:as (?:a )?gift|lower|less|sample|under)"
                  r"|lower (?:customs )?value",
            "zh": r"(?:低报|少报|报低|申报(?:成|为)?(?:礼品|样品|低))|写成礼物",
            "de": r"als (?:geschenk|muster|probe) (?:deklarier|angeb|kennzeichn|ausweis)\w*"
                  r"|niedrigeren? (?:zoll)?wert",
            "fr": r"(?:déclar|marqu|indiqu)\w*[^.!?]{0,30}(?:cadeau|échantillon|valeur (?:inférieure|plus basse))",
            "ja": r"(?:ギフト|贈り物|サンプル|低い(?:金額|価格))(?:として|で)[^。]{0,6}(?:申告|記載)",
            "es": r"(?:declar|marc)\w*[^.!?]{0,30}(?:regalo|muestra|valor (?:menor|más bajo))",
            "pt": r"(?:declar|marc)\w*[^.!?]{0,30}(?:presente|amostra|valor (?:menor|mais baixo))",
            "ar": r"(?:نصرح|التصريح|نكتب|نعلن)[^.!؟]{0,30}(?:هدية|عينة|قيمة أقل)",
            "th": r"(?:สำแดง|แจ้ง|ระบุ).{0,20}(?:ของขวัญ|ตัวอย่าง|ราคาต่ำ|มูลค่าต่ำ)",
        },
    ),
    ForbiddenRule(
        "card_data", "PCI DSS v4.0, requirements 3.3 and 4.2.2",
        "Do not ask for card numbers, security codes or passwords.", "不得索取卡号、安全码或密码。",
        {
            "en": r"card number|\bcvv\b|\bcvc\b|security code|your password|\bpin\b",
            "zh": r"卡号|安全码|密码|验证码|cvv",
            "de": r"kartennummer|prüfziffer|kennwort|passwort|\bpin\b",
            "fr": r"numéro de (?:votre )?carte|cryptogramme|mot de passe",
            "ja": r"カード番号|暗証番号|セキュリティコード|パスワード",
            "es": r"número de (?:su |la )?tarjeta|\bcvv\b|contraseña|código de seguridad",
            "pt": r"número do (?:seu )?cartão|\bcvv\b|senha|código de segurança",
            "ar": r"رقم (?:ال)?بطاقت?|كلمة (?:ال)?مرور|الرمز السري",
            "th": r"เลข(?:ที่)?บัตร|หมายเลขบัตร|รหัสผ่าน|cvv",
        },
    ),
    ForbiddenRule(
        "dispute_withdrawal", "Visa Core Rules, 5.9 (no conditions on cardholder rights); platform dispute policies",
        "Do not make help depend on withdrawing a dispute or a claim.", "不得以撤销争议或投诉作为处理条件。",
        {
            "en": r"(?:close|cancel|withdraw|drop)[^.!?]{0,20}(?:dispute|claim|chargeback|case)",
            "zh": r"(?:撤销|撤回|取消|关闭|撤)[^。！？]{0,6}(?:争议|纠纷|投诉|拒付)",
            "de": r"(?:streitfall|reklamation|rückbuchung|fall|beschwerde)[^.!?]{0,20}(?:schließen|zurückziehen"
                  r"|zurücknehmen)",
            "fr": r"(?:ferm|annul|retir)\w*[^.!?]{0,20}(?:litige|réclamation|contestation)",
            "ja": r"(?:異議|申し立て|クレーム|チャージバック)[^。]{0,8}(?:取り下げ|取下げ|キャンセル|撤回)",
            "es": r"(?:cerr|cierr|retir|cancel)\w*[^.!?]{0,20}(?:disputa|reclamo|reclamación|contracargo)",
            "pt": r"(?:fech|encerr|retir|cancel)\w*[^.!?]{0,20}(?:disputa|reclamação|contestação)",
            "ar": r"(?:سحب|إغلاق|إلغاء|تسحب|تغلق)[^.!؟]{0,20}(?:النزاع|الشكوى|الاعتراض)",
            "th": r"(?:ถอน|ปิด|ยกเลิก).{0,15}(?:ข้อพิพาท|เคลม|เรื่องร้องเรียน)",
        },
    ),
)
