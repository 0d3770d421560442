"""How nine languages greet, apologise, give reasons, act, blame and show respect: patterns for reading replies.

Patterns are tried on lower-case text of the language it is written in; ``formal`` and ``informal`` of German on the
text as written, for the capital of *Sie*. The lists are the authors', after the sources named in ``SOURCES``.
"""

from __future__ import annotations

LANGUAGES = ("en", "zh", "de", "fr", "ja", "es", "pt", "ar", "th")

SOURCES: dict[str, str] = {
    "greets": "set by the authors; usual openings of business letters in each language",
    "apologises": "W. W. Maddux et al., Cultural differences in the function and meaning of apologies, 2011",
    "explains": "J. House, Communicative styles in English and German, Eur. J. of English Studies 10(3), 2006",
    "acts": "set by the authors; a reply should say what happens next (ISO 10002:2018, 8.8)",
    "blames": "Amazon Seller Communication Guidelines; ISO 10002:2018, 4.3 (no fault with complainants)",
    "formal": "P. Brown and S. C. Levinson, Politeness, 1987; Bunka-cho, Guidelines on Keigo, 2007",
    "informal": "P. Brown and S. C. Levinson, Politeness, 1987",
}

GREETS: dict[str, str] = {
    "en": r"\b(?:hi|hello|dear|good (?:morning|afternoon|evening|day)|greetings|thank you for (?:writing|contacting"
          r"|reaching|your (?:message|patience|order|e-?mail))|thanks for (?:writing|contacting|reaching"
          r"|your message))\b",
    "zh": r"您好|你好|亲爱的|尊敬的|亲[，,~]|哈喽|早上好|下午好|晚上好|感谢您的(?:来信|咨询|反馈|耐心)|感谢您联系",
    "de": r"\b(?:hallo|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[r]?|grüß gott|moin"
          r"|(?:vielen )?dank für (?:ihre|deine|die) (?:nachricht|anfrage|geduld|bestellung|mail|e-mail))\b",
    "fr": r"^(?:très )?ch(?:er|ère)s? |\b(?:bonjour|bonsoir|madame|monsieur|merci (?:de|d'|pour) (?:votre|ton|nous"
      r"|avoir))",
    "ja": r"こんにちは|お世話になって|いつもご利用|お問い合わせ(?:いただき|ありがとう|頂き)|ご連絡(?:いただき"
          r"|ありがとう|頂き)"
          r"|ご購入(?:いただき|ありがとう)|様[、。\s]|はじめまして|平素より",
    "es": r"\b(?:hola|buen(?:os|as)? (?:días|tardes|noches|día)|estimad[oa]s?|apreciad[oa]"
          r"|gracias por (?:escribir|contactar|su|tu|comunicar))",
    "pt": r"\b(?:olá|oi|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oa] (?:cliente|sr|senhor)|tudo bem"
          r"|obrigad[oa] (?:por|pelo|pela))",
    "ar": r"مرحب|السلام عليكم|أهل[اً]|صباح الخير|مساء الخير|عزيز(?:ي|تي)|تحية طيبة|شكر[اًا]+ (?:لتواصل|على تواصل"
      r"|لرسالت)",
    "th": r"สวัสดี|เรียน\s?คุณ|เรียน\s?ลูกค้า|ขอบคุณ(?:ที่|สำหรับ)(?:ติดต่อ|ข้อความ|ทักมา|การสั่งซื้อ|คำสั่งซื้อ"
          r"|คำถาม)",
}

APOLOGISES: dict[str, str] = {
    "en": r"\b(?:sorry|apolog(?:y|ies|i[sz]e)|regret|forgive us|our mistake|inconvenience)\b",
    "zh": r"抱歉|对不起|不好意思|致歉|道歉|歉意|给您添麻烦|请(?:您)?(?:谅解|见谅)",
    "de": r"entschuldig|tut (?:uns|mir) (?:\w+ ){0,3}leid|bedauer|verzeih|unannehmlichkeit|unser fehler",
    "fr": r"désol[ée]|excus(?:e|ons|er)|pardon|navré|regrett|désagrément|notre erreur",
    "ja": r"申し訳|お詫び|すみません|ごめんなさい|失礼(?:いたし|しま)|ご迷惑|ご不便|ご心配をおかけ",
    "es": r"perdón|disculp|lo sentimos|lo siento|lament|molestias|nuestro error",
    "pt": r"desculp|sinto muito|sentimos muito|lament|perdão|transtorno|inconveniente|nosso erro",
    "ar": r"نعتذر|أعتذر|آسف|نأسف|اعتذار|معذرة|عذر[اًا]",
    "th": r"ขอโทษ|ขออภัย|เสียใจ|ขอประทานโทษ",
}

EXPLAINS: dict[str, str] = {
    "en": r"\b(?:because|since (?:the|our|it|your)|due to|the reason|owing to|as the|caused by|that is why"
          r"|this means)\b",
    "zh": r"因为|由于|原因|是因|所致|导致|所以|受.{0,8}影响|之所以",
    "de": r"\b(?:weil|wegen|aufgrund|auf grund|da (?:der|die|das|wir|es|ihr)|grund (?:dafür|ist|für)|denn|deshalb"
          r"|durch (?:einen|eine|den|die))\b",
    "fr": r"parce qu|car (?:le|la|les|il|elle|nous|votre)|en raison d|à cause d|raison|puisqu|suite à|dû à|due à",
    "ja": r"ため|ので|理由|原因|により|によって|から、|影響で",
    "es": r"porque|debido a|ya que|por causa|a causa de|el motivo|la razón|dado que|puesto que",
    "pt": r"porque|devido a|por causa|já que|o motivo|a razão|pois |em razão d|uma vez que",
    "ar": r"لأن|بسبب|نظر[اًا]+ ل|السبب|نتيجة|حيث إن|حيث أن",
    "th": r"เพราะ|เนื่องจาก|สาเหตุ|เหตุผล|เนื่องด้วย|จากการที่",
}

ACTS: dict[str, str] = {
    "en": r"\b(?:(?:we|i)(?:'ll| will| have| can|'ve| are going to|'m|'re)(?: now| already| gladly)? (?:sen[dt]"
          r"|re?-?ship"
          r"|refund|cancel|chang|contact|ask|check|replac|offer|arrang|giv|pay|open|creat|book|credit|issu|attach"
          r"|look)"
          r"|please (?:send|reply|use|print|return|confirm|attach|check|track|let us know|keep|drop|follow)"
          r"|(?:here|attached) is|you can (?:track|return|follow|send))",
    "zh": r"(?:我们|我|已|会|将|马上|立即|现在)[^。！？]{0,8}(?:补发|退款|重发|寄出|取消|修改|联系|核实|查询"
          r"|安排|处理|赔付|更换|补偿|退还|提交)"
          r"|请(?:您|你)?(?:提供|回复|寄回|拍照|上传|确认|查看|点击|使用|留意|放心使用)|附上|可以(?:在|通过"
          r"|点击)[^。]{0,12}(?:查询|查看|跟踪)",
    "de": r"\b(?:(?:wir|ich) (?:haben|habe|werden|werde|schicken|schicke|senden|sende|erstatten|erstatte|prüfen|prüfe"
          r"|kümmern|ersetzen|stornieren|ändern|bieten|fragen|klären|veranlassen)"
          r"|bitte (?:senden|schicken|antworten|nutzen|drucken|bestätigen|sende|schick|teilen|verwenden|prüfen|laden)"
          r"|(?:schicken|senden|erstatten|ersetzen) (?:ihnen|dir)|anbei|im anhang|(?:können|kannst) (?:sie"
          r"|du) .{0,30}(?:verfolgen|zurücksenden|zurückschicken))\b",
    "fr": r"(?:nous|je)(?: vous| te| l'| le| la| en)* ?(?:(?:avons|allons|vais|ai)(?: déjà| bien)? (?:vous "
      r"|l')?)?(?:envoy|renvoy"
          r"|rembours|vérifi|contact|remplac|annul|modifi|propos|organis|procéd|joign|joint|ouvr|chang|offr|expédi)"
          r"|(?:veuillez|merci de) (?:nous |m')?(?:envoyer|renvoyer|confirmer|répondre|utiliser|imprimer|joindre"
          r"|suivre)"
          r"|ci-joint|vous pouvez (?:suivre|renvoyer|retourner)",
    "ja": r"(?:発送|返金|交換|再送|確認|手配|調査|キャンセル|変更|対応|お送り|連絡|返品|お届け|案内"
          r"|負担)(?:を)?(?:いたし|致し|させて|しまし|します|中)"
          r"|(?:送付|返信|返送|確認|連絡|利用|参照|添付)(?:を)?(?:ください|下さい|お願い)|お送り(?:ください|下さい)"
          r"|添付",
    "es": r"(?:le |te |lo |la |ya |hemos |vamos a |estamos )(?:\w+ )?(?:envi|reembols|reenvi|cambi|cancel|contact"
          r"|verific"
          r"|ofrec|devolv|repon|pedid|revis|gestion|solicit)|(?:por favor|favor de),? (?:env|respond|confirm|us"
          r"|imprim|adjunt"
          r"|siga|revis)|adjunt(?:o|amos)|puede (?:seguir|rastrear|devolver)",
    "pt": r"(?:vamos|já|estamos|vou|iremos|nós|temos) (?:\w+ )?(?:envi|reembols|reenvi|troc|cancel|contat|verific"
          r"|oferec"
          r"|devolv|alter|solicit|abr|acompanh)|(?:enviamos|reembolsamos|reenviamos|cancelamos|alteramos|solicitamos)"
          r"|por favor,? (?:envi|respond|confirm|us|imprim|anex|acompanh)|(?:em )?anexo|(?:você|o senhor"
          r"|a senhora) pode "
          r"(?:acompanhar|rastrear|devolver)",
    "ar": r"(?:سنقوم|سوف|قمنا|نقوم) ?بشحن|(?:سنقوم|سوف|قمنا|نقوم|لقد|تم) ?(?:ب)?(?:إرسال|إعادة|استرداد|رد|إلغاء"
      r"|تغيير|تعديل|التواصل|التحقق"
      r"|استبدال|فتح|نرسل)"
          r"|سن(?:رسل|عيد|رد|لغي|غير|تواصل|تحقق|ستبدل)|أرسلنا|يرجى|الرجاء|نرجو (?:منكم |منك )?(?:إرسال|تأكيد|الرد)"
          r"|مرفق|يمكن(?:كم|ك) (?:تتبع|متابعة|إرجاع)",
    "th": r"(?:จะ|ได้|กำลัง|ขอ)(?:ทำการ|ดำเนินการ)?\s?(?:ส่ง|คืนเงิน|ตรวจสอบ|ยกเลิก|เปลี่ยน|ติดต่อ|ชดเชย|แก้ไข"
          r"|ประสาน|จัดส่ง|ดำเนินการ)"
          r"|(?:กรุณา|รบกวน|โปรด)(?:คุณลูกค้า|ลูกค้า)?\s?(?:ส่ง|แจ้ง|ตอบ|ถ่าย|ยืนยัน|กด|ใช้|ตรวจ)|แนบ"
          r"|สามารถ(?:ติดตาม|เช็ค|ส่งคืน)",
}

BLAMES: dict[str, str] = {
    "en": r"\byour (?:own )?(?:fault|mistake|problem|responsibility)\b|you should have|you (?:clearly |obviously "
          r"|just )?(?:failed"
          r"|forgot"
          r"|did not read|didn't read|misunderst|misread|misused|broke)|(?:as|if) you had (?:read|bothered|checked)"
          r"|read the (?:description|instructions) (?:properly|carefully|next)|next time,? (?:read|check"
          r"|be more careful)",
    "zh": r"(?:是|怪|都怪)(?:您|你)?自己|(?:您|你)(?:自己)?(?:没|没有|不)(?:看清|看|仔细|注意|认真)|(?:您"
          r"|你)的(?:错|责任|问题|失误)"
          r"|怪(?:您|你)|(?:您|你)应该(?:早|先|看)|谁(?:让|叫)(?:您|你)|下次(?:请)?(?:看清|仔细)",
    "de": r"\b(?:ihr|ihre|dein|deine)r? (?:eigener? |eigene )?(?:schuld|fehler|problem|verschulden)\b"
          r"|selbst (?:schuld|verschuldet)"
          r"|hätten sie|hättest du|sie haben (?:nicht|falsch|vergessen|übersehen)|du hast (?:nicht|falsch|vergessen)"
          r"|(?:lesen sie|lies) (?:das )?nächstes mal",
    "fr": r"(?:de )?votre (?:faute|erreur|responsabilité|problème)|ta faute|vous auriez dû|tu aurais dû"
          r"|vous n'avez pas (?:lu|vérifié|respecté|compris)|vous avez mal (?:lu|compris|utilisé)"
          r"|la prochaine fois,? lisez",
    "ja": r"(?:お客様|あなた|貴方)(?:の|側の)(?:せい|責任|ミス|過失|落ち度|不注意)|(?:お客様|あなた)が(?:悪い|間違)"
          r"|自己責任"
          r"|ちゃんと読(?:んで|め)|確認しなかった(?:お客様|あなた)",
    "es": r"(?:es |fue )?(?:su|tu) (?:propia )?(?:culpa|error|problema|responsabilidad)\b|culpa (?:suya|tuya)"
          r"|debería haber|debió (?:haber )?(?:leer|leído|revisar)|usted no (?:leyó|revisó|entendió)|no leíste"
          r"|la próxima vez,? lea",
    "pt": r"(?:é |foi )?(?:sua|seu|tua) (?:própria )?(?:culpa|erro|problema|responsabilidade)\b|culpa sua|erro seu"
          r"|deveria ter|devia ter|você não (?:leu|verificou|entendeu|prestou)|da próxima vez,? leia",
    "ar": r"(?:خطأ|خطؤ|ذنب|غلطت|مشكلت|مسؤوليت)(?:ك|كم)(?![\u0621-\u064a])|كان (?:عليك|يجب عليك|عليكم)|لم (?:تقرأ"
      r"|تنتبه|تتأكد|تقرؤوا)"
          r"|أنت (?:المخطئ|السبب|المسؤول)|في المرة القادمة اقرأ",
    "th": r"(?:ความผิด|ปัญหา|ความรับผิดชอบ|ความประมาท)ของ(?:คุณ|ลูกค้า|คุณลูกค้า)|(?:คุณ|ลูกค้า)(?:ผิด|ไม่อ่าน"
          r"|ไม่ได้อ่าน|ไม่ดู|อ่านไม่ดี)"
          r"|น่าจะอ่าน|ทำไมไม่อ่าน|คราวหน้า(?:กรุณา)?อ่าน",
}

FORMAL: dict[str, str] = {
    "en": r"", "zh": r"您",
    "de": r"\b(?:Sie|Ihnen|Ihr|Ihre[nmrs]?)\b|[Ss]ehr geehrte", "fr": r"\b(?:vous|votre|vos)\b|madame|monsieur",
    "ja": r"ございま|いたし|致し|申し上げ|お客様|いただ|頂[きけいく]|くださいませ|おります|申し訳",
    "es": r"\b(?:usted(?:es)?|le|les|su|sus|estimad[oa]s?|puede|señora?)\b",
    "pt": r"\b(?:senhora?|você|seus?|suas?|prezad[oa]s?|sr|sra)\b",
    "ar": r"حضرت|السيد|سيدي|سيدتي|عزيز(?:ي|تي|نا)|الكريم|المحترم|لكم|منكم|طلبكم|سيادتك|بكم|صبركم|شحنتكم",
    "th": r"ค่ะ|คะ|ครับ|คุณลูกค้า|เรียน\s?คุณ",
}
"""At least one of them has to occur; an empty pattern asks for nothing."""

INFORMAL: dict[str, str] = {
    "en": r"\b(?:dude|bro|buddy|honey|sweetie|darling|yo|wassup|lol)\b", "zh": r"(?<!迷)你(?!好)",
    "de": r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nmrs]?|[Ee]uch|[Ee]uer|[Ee]ure[nmrs]?)\b",
    "fr": r"\b(?:tu|toi|ton|ta|tes|t'as|salut|coucou)\b",
    "ja": r"だよ|だね|あなた|お前|してね|じゃん|ごめんね",
    "es": r"\b(?:tú|tu|tus|te|ti|contigo|tienes|puedes|quieres)\b",
    "pt": r"\b(?:tu|teu|tua|contigo|mano|cara)\b", "ar": r"يا (?:أخي|حبيبي|صاحبي|غالي)|حبيبي",
    "th": r"แก(?:\s|$)|มึง|จ้า|จ้ะ|เธอ",
}

NOT_BEFORE: dict[str, str] = {
    "en": r"\b(?:not|never|no|nor|cannot|\w{1,9}n't|without)\b", "zh": r"不|没|无|别|勿|未|绝",
    "de": r"\b(?:nicht|nie|kein\w*|niemals|ohne)\b",
    "fr": r"\b(?:pas|jamais|aucun\w*|sans|ni)\b|n'(?:est|y)", "ja": r"(?!)", "es": r"\b(?:no|nunca|jamás|ni|sin)\b",
    "pt": r"\b(?:não|nunca|jamais|nem|sem)\b", "ar": r"ليس|\bلا\b|\bلن\b|\bلم\b|دون|أبد[اًا]",
    "th": r"ไม่|มิได้|อย่า|ห้าม",
}
"""A no shortly before, in the same clause, takes blame or something forbidden back."""
NOT_AFTER: dict[str, str] = {
    "ja": r"^.{0,25}?(?:ではあり|ではござい|ではな|じゃな|しません|いたしません|ないで|しないで|はござい"
          r"|はありません|お断り|禁じ)",
    "de": r"^ (?:\w+ ){0,4}(?:nicht|nie)\b", "ar": r"(?!)", "zh": r"^.{0,4}(?:是不(?:允许|可以|行)|不(?:允许|可以))",
}
"""A no that follows, in languages that put it there."""
