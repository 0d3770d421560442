"""Numbers, units of time, months and facts in nine languages: what a reply promises and what it names."""

from __future__ import annotations

SOURCE = "set by the authors; units and months as in Unicode CLDR 44"

UNITS: dict[str, tuple[tuple[str, int], ...]] = {
    "en": ((r"(?:business |working )?days?", 1), (r"weeks?", 7), (r"hours?|hrs?", 0), (r"months?", 30)),
    "zh": ((r"个?(?:工作日|天|日)(?!期)", 1), (r"个?(?:星期|周)", 7), (r"个?小时", 0), (r"个月", 30)),
    "de": ((r"(?:werk|arbeits)?tage?n?", 1), (r"wochen?", 7), (r"stunden?", 0), (r"monate?n?", 30)),
    "fr": ((r"jours?", 1), (r"semaines?", 7), (r"heures?", 0), (r"mois", 30)),
    "ja": ((r"営業日|日間?", 1), (r"週間?", 7), (r"時間", 0), (r"[かヶカケ]月", 30)),
    "es": ((r"días?", 1), (r"semanas?", 7), (r"horas?", 0), (r"mes(?:es)?", 30)),
    "pt": ((r"dias?", 1), (r"semanas?", 7), (r"horas?", 0), (r"m[eê]s(?:es)?", 30)),
    "ar": ((r"أيام|يوم[اًا]*", 1), (r"أسابيع|أسبوع[اًا]*", 7), (r"ساعات|ساعة", 0), (r"أشهر|شهر", 30)),
    "th": ((r"วัน(?:ทำการ)?", 1), (r"สัปดาห์|อาทิตย์", 7), (r"ชั่วโมง|ชม\.?", 0), (r"เดือน", 30)),
}
"""What one of a unit is worth in days; 0 for hours, which count as one day for each started 24."""

NUMBERS: dict[str, dict[str, int]] = {
    "en": {"one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
           "ten": 10, "fourteen": 14},
    "zh": {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
           "九": 9, "十": 10, "十四": 14},
    "de": {"einem": 1, "einer": 1, "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
           "zehn": 10, "vierzehn": 14},
    "fr": {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "dix": 10,
           "quinze": 15},
    "ja": {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "十": 10},
    "es": {"un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "diez": 10},
    "pt": {"um": 1, "uma": 1, "dois": 2, "duas": 2, "três": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7,
           "dez": 10},
    "ar": {"ثلاثة": 3, "أربعة": 4, "خمسة": 5, "ستة": 6, "سبعة": 7, "عشرة": 10, "ثلاث": 3},
    "th": {"หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "สิบ": 10},
}

DUALS: dict[str, tuple[tuple[str, int], ...]] = {
    "en": ((r"\btomorrow\b", 1), (r"\btoday\b", 1), (r"next week", 7)),
    "zh": ((r"明天", 1), (r"今天|今日", 1), (r"后天", 2), (r"下周", 7)),
    "de": ((r"\bmorgen\b(?! ?[!,])", 1), (r"\bheute\b", 1), (r"nächste woche", 7)),
    "fr": ((r"\bdemain\b", 1), (r"aujourd'hui", 1), (r"la semaine prochaine", 7)),
    "ja": ((r"明日", 1), (r"本日中|今日中", 1), (r"明後日", 2), (r"来週", 7)),
    "es": ((r"(?<!buena )\bmañana\b", 1), (r"\bhoy\b", 1), (r"próxima semana|la semana que viene", 7)),
    "pt": ((r"\bamanhã\b", 1), (r"\bhoje\b", 1), (r"próxima semana|semana que vem", 7)),
    "ar": ((r"غد[اًا]", 1), (r"اليوم", 1), (r"يومين", 2), (r"أسبوعين", 14), (r"خلال أسبوع", 7), (r"الأسبوع القادم", 7)),
    "th": ((r"พรุ่งนี้", 1), (r"วันนี้", 1), (r"มะรืน", 2), (r"สัปดาห์หน้า|อาทิตย์หน้า", 7)),
}
"""Times that need no number, in days."""

WORKING = r"business|working|工作|werk|arbeits|ouvr|営業|hábil|laborable|út[ei]|ทำการ|عمل"
"""Days on which people work: seven days of the calendar for five of them."""

PAST: dict[str, str] = {
    "en": r"\bago\b|for the (?:last|past)|has been|have been waiting|already (?:took|waited)|yesterday",
    "zh": r"之前|以前|前[，。]|已经(?:等|过)|[天日]前|昨天",
    "de": r"\bvor (?=\w+ (?:tag|woch|mon|stund))|\bseit\b|bereits seit|gestern",
    "fr": r"il y a|depuis|\bhier\b", "ja": r"前に|日前|以前|経って|過ぎ|昨日", "es": r"\bhace\b|desde hace|\bayer\b",
    "pt": r"\bhá (?=\w+ (?:dia|semana|mes))|atrás|desde|\bontem\b", "ar": r"منذ|قبل|أمس",
    "th": r"ที่แล้ว|ที่ผ่านมา|มาแล้ว|เมื่อวาน|ก่อนหน้า",
}
"""Clauses about what was, in which a time is no promise."""

RIGHTS: dict[str, str] = {
    "en": r"return|withdraw|right|warranty|guarantee|send (?:it|them) back|you have|keep it for",
    "zh": r"退货|退换|无理由|保修|质保|有权|冷静期",
    "de": r"rückgabe|rücksend|zurücksend|zurückgeb|widerruf|garantie|gewährleistung|recht\b|retour",
    "fr": r"retour(?:n|s\b)|renvoyer|rétract|garanti|droit|vous avez", "ja": r"返品|保証|クーリング|権利|返送",
    "es": r"devolv|devoluci|garant|derecho|tiene usted|desist", "pt": r"devol|garanti|direito|arrepend|troca",
    "ar": r"إرجاع|الإرجاع|ضمان|يحق|حق", "th": r"คืนสินค้า|ส่งคืน|รับประกัน|สิทธิ|เปลี่ยนคืน",
}
"""Clauses about what the buyer may do, in which a time is no promise either."""

MONTHS: dict[str, tuple[str, ...]] = {
    "en": ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    "de": ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"),
    "fr": ("janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"),
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
    "pt": ("jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"),
    "ar": ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
           "نوفمبر", "ديسمبر"),
    "th": ("มกรา", "กุมภา", "มีนา", "เมษา", "พฤษภา", "มิถุนา", "กรกฎา", "สิงหา", "กันยา", "ตุลา",
           "พฤศจิกา", "ธันวา"),
    "zh": (), "ja": (),
}
"""Beginnings of month names; Chinese and Japanese number their months."""

TRACKING = (
    r"\b(?=[a-z]*\d)[a-z]{2}\d{8,}[a-z]{0,2}\b|\b\d{10,}\b|tracking|track(?:ing)? (?:number|link)|单号|物流(?:轨迹"
    r"|信息)|运单|sendungs(?:nummer|verfolgung)"
    r"|trackingnummer|numéro de suivi|lien de suivi|追跡番号|伝票番号|お問い合わせ番号|número de (?:seguimiento"
    r"|guía|rastreo)|rastreo"
    r"|código de rastre|rastreamento|رقم (?:ال)?تتبع|رقم الشحنة|เลขพัสดุ|หมายเลขพัสดุ|เลขติดตาม|แทร็ก"
)
AMOUNT = (
    r"(?:[$€£¥฿]|r\$|usd|eur|gbp|jpy|brl|mxn|sar|aed|thb|元|rmb) ?\d|\d[\d.,]{0,11} ?(?:[$€£¥฿%]|usd"
    r"|eur|euros?|dollars?"
    r"|pounds?"
    r"|元|美元|美金|円|ドル|pesos?|reais|riyals?|ريال|درهم|دولار|บาท|percent|prozent|pour cent)"
)
LAW = (
    r"14[ -](?:day|tage|jours|días|dias|天|日)|directive|consumer (?:law|rights|guarantee)|richtlinie|bgb"
    r"|widerrufsrecht|gewährleistung"
    r"|droit de rétractation|garantie légale|code de la consommation|消费者权益|消法|七天无理由|7天无理由"
    r"|特定商取引|消費者契約"
    r"|ley federal|profeco|código de defesa|procon|\bcdc\b|direito de arrependimento|نظام التجارة|حماية المستهلك"
    r"|สคบ|คุ้มครองผู้บริโภค"
)
REFERENCE = (
    r"#\d+|order (?:no\.?|number)|订单号|订单编号|bestellnummer|numéro de commande|注文番号"
    r"|número de pedido|رقم الطلب|หมายเลขคำสั่งซื้อ"
)
CUSTOMS = r"customs|海关|清关|关税|zoll|douane|税関|通関|関税|aduana|alfândega|جمارك|جمرك|ศุลกากร"

SAYS_REFUNDED: dict[str, str] = {
    "en": r"(?:have|has|'ve|been|was|already|just) (?:already |been |just )*(?:refunded|paid back)|refund (?:is"
          r"|was) (?:done|complete|issued)",
    "zh": r"已(?:经)?(?:为您|给您|全额)?退款|退款已(?:经)?(?:完成|到账|处理)|款项已退",
    "de": r"(?:haben|wurde)[^.!?]{0,40}(?:bereits |schon )?(?:erstattet|zurückgezahlt)",
    "fr": r"(?:avons|a été|été)(?: déjà)?[^.!?]{0,20} remboursé",
    "ja": r"返金(?:済み|いたしました|しました|が完了|処理を完了)",
    "es": r"(?:hemos|ha sido|ya (?:le|se))[^.!?]{0,20}reembols(?:ado|ó|amos)",
    "pt": r"(?:já|foi|reembolsamos)[^.!?]{0,20}reembols(?:ado|amos|ou)|já reembolsamos",
    "ar": r"(?:تم|لقد|قمنا)[^.!؟]{0,15}(?:استرداد|رد|إعادة) (?:ال)?(?:مبلغ|أموال)",
    "th": r"(?:ได้)?คืนเงิน(?:ให้)?(?:คุณลูกค้า|ลูกค้า)?(?:เรียบร้อย)?แล้ว",
}
SAYS_SENT: dict[str, str] = {
    "en": r"(?:has|have|was|is|been|already) (?:been |already )*(?:shipped|dispatched|sent out)|left our warehouse"
          r"|on its way",
    "zh": r"已(?:经)?(?:发货|寄出|发出|出库)|在路上|运输途中",
    "de": r"(?:wurde|ist)[^.!?]{0,30}(?:versandt|verschickt|versendet)|unterwegs",
    "fr": r"(?:a été|est)[^.!?]{0,15} (?:expédié|envoyé)|est en (?:route|chemin)|en cours d'acheminement",
    "ja": r"発送(?:済み|いたしました|しました)|輸送中|配送中",
    "es": r"(?:ha sido|fue|ya)[^.!?]{0,12} envi(?:ado|amos|ó)|en camino",
    "pt": r"(?:foi|já)[^.!?]{0,12} (?:enviado|despachado|enviamos)|a caminho",
    "ar": r"تم (?:شحن|إرسال)|في الطريق",
    "th": r"(?:จัด)?ส่ง(?:สินค้า|พัสดุ|ของ)?(?:ออก)?(?:เรียบร้อย)?แล้ว|ระหว่างขนส่ง|กำลังเดินทาง",
}

SMALL_WORDS: dict[str, str] = {
    "en": "the and is your you for to of we will it has been this that please are with have our not be as in was can",
    "de": "der die das und ist sie ihr ihre wir nicht ein eine für mit von den dem bitte werden wird haben es zu auf",
    "fr": "le la les et est vous votre nous pas un une pour avec de des du que merci dans sur votre avons je ne au ce",
    "es": "nuestro el la los las y es su usted nos no un una para con de del que por gracias en le se lo al pedido",
    "pt": "teu o a os as e é seu sua você não um uma para com de do da que por obrigado em ao pelo foi já podemos",
}
"""By which languages written in Latin letters are told apart."""
HINTS: dict[str, str] = {
    "de": r"[äöüß]", "fr": r"[èêëœûî]|\b[ldjn]'", "es": r"[ñ¿¡]", "pt": r"[ãõ]",
}
