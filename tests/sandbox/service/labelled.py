"""Replies with the labels a reader gives them, in nine languages.

``signs``: G greets, A apologises, E gives a reason, X says what is done, B blames, F keeps the form of respect.
"""

from __future__ import annotations

from typing import NamedTuple


class Labelled(NamedTuple):
    """One reply and what it does."""

    text: str
    language: str
    signs: str
    days: int = 0
    forbidden: tuple[str, ...] = ()
    country: str = "US"
    kind: str = "where_is_it"


L = Labelled
OFF, INC, REM, LAW = ("off_platform",), ("review_incentive",), ("review_removal",), ("legal_threat",)
RUDE, DENY, FALSE, CARD = ("insult",), ("denies_right",), ("false_declaration",), ("card_data",)
DROP = ("dispute_withdrawal",)

ENGLISH = [
    L("Hi Sarah, I'm so sorry for the wait. Your parcel was delayed because of customs and will arrive in 3 days.",
      "en",
      "GAEF", 3),
    L("Hello, thanks for your message. We have sent a replacement today, it should reach you within two weeks.", "en",
      "GXF", 14),
    L("Please read the description next time. It is your own mistake.", "en", "BF"),
    L("Good morning, it is not your fault at all. We will refund you right away.", "en", "GXF"),
    L("Dear customer, contact us on WhatsApp and pay us directly, it is cheaper.", "en", "GF", 0, OFF),
    L("We will send you a $5 coupon if you leave a five-star review.", "en", "XF", 0, INC),
    L("Please delete your review first.", "en", "F", 0, REM),
    L("If you do not pay we will take legal action.", "en", "F", 0, LAW),
    L("Don't be stupid, it is clearly in the picture.", "en", "F", 0, RUDE),
    L("You are a liar and a scammer.", "en", "F", 0, RUDE),
    L("Hello, we do not accept returns, sorry.", "en", "GAF", 0, DENY, "GB", "return"),
    L("Hello, we do not accept returns on this item after 30 days.", "en", "GF", 0, (), "US", "return"),
    L("We can declare it as a gift so that you pay no tax.", "en", "F", 0, FALSE, "US", "tax"),
    L("Please send your card number and the security code.", "en", "XF", 0, CARD),
    L("Once you close the dispute we will refund you.", "en", "XF", 0, DROP, "US", "chargeback"),
    L("We never ask you to pay outside of the platform.", "en", "F"),
    L("You have 14 days to return it after delivery.", "en", "F"),
    L("Hey dude, it was shipped three days ago, relax.", "en", ""),
    L("Hello Tom, the tracking number is LX123456789CN. It left Hong Kong two days ago and arrives by tomorrow.", "en",
      "GF", 1),
    L("Sorry about that! I'm checking with the carrier and will reply within 24 hours.", "en", "AXF", 1),
    L("Dear Ms. Jones, the delay is due to a storm in Memphis. We expect delivery in 5 business days.",
      "en", "GEF", 7),
]

CHINESE = [
    L("您好，非常抱歉，由于海关查验，包裹预计三天内送达。", "zh", "GAEF", 3),
    L("亲，已经为您补发，预计7天内送达，请您留意物流。", "zh", "GXF", 7),
    L("这是您自己的错，下次请看清楚再买。", "zh", "BF"),
    L("您好，这不是您的问题，我们马上为您退款。", "zh", "GXF"),
    L("加我微信，直接转账给你便宜。", "zh", "", 0, OFF),
    L("给五星好评返现5元。", "zh", "", 0, INC),
    L("麻烦您删除差评，谢谢。", "zh", "F", 0, REM),
    L("再这样我们就报警追究责任。", "zh", "", 0, LAW),
    L("您是不是有病，无理取闹。", "zh", "F", 0, RUDE),
    L("一经售出，概不退货。", "zh", "", 0, DENY, "CN", "return"),
    L("可以帮您申报成礼品，这样不用交税。", "zh", "F", 0, FALSE, "FR", "tax"),
    L("请提供您的银行卡号和密码。", "zh", "XF", 0, CARD),
    L("您先撤销投诉，我们再退款。", "zh", "XF", 0, DROP),
    L("我们不会要求您平台外付款，请放心。", "zh", "F"),
    L("您收货后7天内可无理由退货。", "zh", "F", 0, (), "CN", "return"),
    L("快递三天前已经发出，你等着吧。", "zh", ""),
    L("您好，您的订单由于天气原因延误，给您添麻烦了，物流单号SF1234567890，预计明天到。", "zh", "GAEF", 1),
]

GERMAN = [
    L("Guten Tag Frau Weber, es tut uns leid: Wegen einer Zollprüfung verzögert sich Ihr Paket. Es ist in 3 Tagen da.",
      "de", "GAEF", 3, (), "DE"),
    L("Hallo, anbei das Rücksendeetikett. Bitte senden Sie den Artikel damit zurück.",
      "de", "GXF", 0, (), "DE", "return"),
    L("Hey, dein Paket ist unterwegs, chill.", "de", "", 0, (), "DE"),
    L("Das ist Ihre eigene Schuld, Sie haben nicht richtig gelesen.", "de", "BF", 0, (), "DE"),
    L("Das ist nicht Ihre Schuld. Wir erstatten Ihnen den Betrag innerhalb von 5 Werktagen.", "de", "XF", 7, (), "DE"),
    L("Bitte überweisen Sie direkt auf unser Konto, außerhalb der Plattform ist es günstiger.",
      "de", "F", 0, OFF, "DE"),
    L("Für eine gute Bewertung erhalten Sie einen Gutschein.", "de", "F", 0, INC, "DE"),
    L("Können Sie die Bewertung bitte löschen?", "de", "F", 0, REM, "DE"),
    L("Unser Anwalt wird sich bei Ihnen melden.", "de", "F", 0, LAW, "DE"),
    L("Sie lügen doch, das ist lächerlich.", "de", "F", 0, RUDE, "DE"),
    L("Leider ist ein Widerruf ausgeschlossen.", "de", "", 0, DENY, "DE", "return"),
    L("Wir können die Ware als Geschenk deklarieren.", "de", "", 0, FALSE, "DE", "tax"),
    L("Nennen Sie uns bitte Ihre Kartennummer.", "de", "F", 0, CARD, "DE"),
    L("Wenn Sie den Streitfall schließen, bekommen Sie Ihr Geld.", "de", "F", 0, DROP, "DE"),
    L("Sie haben nach Erhalt 14 Tage Zeit, den Kauf zu widerrufen.", "de", "F", 0, (), "DE", "return"),
    L("Sehr geehrter Herr Kurz, weil der Zoll prüft, steht die Sendung seit zwei Tagen in Köln.",
      "de", "GEF", 0, (), "DE"),
    L("Vielen Dank für Ihre Nachricht. Wir prüfen das und melden uns morgen bei Ihnen.", "de", "GXF", 1, (), "DE"),
    L("Hallo, entschuldigen Sie bitte die Verspätung. Ich habe Ihre Adresse geändert.",
      "de", "GAXF", 0, (), "DE", "address"),
]

FRENCH = [
    L("Bonjour Madame, nous sommes désolés : en raison d'un contrôle douanier, votre colis arrivera dans trois jours.",
      "fr", "GAEF", 3, (), "FR"),
    L("Bonjour, nous vous avons envoyé un nouvel article, vous le recevrez sous 10 jours.", "fr", "GXF", 10, (), "FR"),
    L("Salut, ton colis arrive, t'inquiète.", "fr", "", 0, (), "FR"),
    L("C'est votre faute, vous auriez dû lire la description.", "fr", "BF", 0, (), "FR"),
    L("Ce n'est pas votre faute, nous vous remboursons aujourd'hui.", "fr", "XF", 1, (), "FR"),
    L("Payez par virement direct, hors plateforme c'est moins cher pour vous.", "fr", "F", 0, OFF, "FR"),
    L("Laissez un avis cinq étoiles et recevez un bon de réduction.", "fr", "", 0, INC, "FR"),
    L("Merci de supprimer votre avis négatif.", "fr", "F", 0, REM, "FR"),
    L("Nous allons porter plainte contre vous.", "fr", "F", 0, LAW, "FR"),
    L("C'est ridicule, vous êtes un menteur.", "fr", "F", 0, RUDE, "FR"),
    L("Nous n'acceptons pas les retours.", "fr", "", 0, DENY, "FR", "return"),
    L("Nous pouvons le déclarer comme cadeau.", "fr", "", 0, FALSE, "FR", "tax"),
    L("Envoyez-nous le numéro de votre carte.", "fr", "F", 0, CARD, "FR"),
    L("Fermez d'abord le litige et nous verrons.", "fr", "", 0, DROP, "FR"),
    L("Vous avez 14 jours pour renvoyer l'article.", "fr", "F", 0, (), "FR", "return"),
    L("Cher client, le colis est parti il y a deux jours, numéro de suivi LP00123456789.", "fr", "G", 0, (), "FR"),
    L("Bonsoir Monsieur, veuillez nous envoyer une photo car le transporteur la demande.",
      "fr", "GXEF", 0, (), "FR", "defect"),
]

JAPANESE = [
    L("お客様、この度は申し訳ございません。税関検査のため、三日以内にお届けいたします。", "ja", "GAEXF", 3, (), "JP"),
    L("お問い合わせいただきありがとうございます。代替品を発送いたしました。7日以内に届きます。",
      "ja", "GXF", 7, (), "JP"),
    L("ごめんね、明日届くよ。待ってね。", "ja", "", 1, (), "JP"),
    L("お客様の責任です。ちゃんと読んでください。", "ja", "BF", 0, (), "JP"),
    L("お客様のせいではございません。すぐに返金いたします。", "ja", "XF", 0, (), "JP"),
    L("サイト外で直接お振込ください。", "ja", "", 0, OFF, "JP"),
    L("高評価のレビューでクーポンを差し上げます。", "ja", "", 0, INC, "JP"),
    L("レビューを削除していただけますか。", "ja", "F", 0, REM, "JP"),
    L("弁護士に相談し、法的措置を取ります。", "ja", "", 0, LAW, "JP"),
    L("あなたは嘘つきです。", "ja", "", 0, RUDE, "JP"),
    L("ギフトとして申告することもできます。", "ja", "", 0, FALSE, "JP", "tax"),
    L("カード番号と暗証番号をお送りください。", "ja", "X", 0, CARD, "JP"),
    L("異議申し立てを取り下げていただければ返金します。", "ja", "XF", 0, DROP, "JP"),
    L("返品は到着後8日以内に承ります。", "ja", "", 0, (), "JP", "return"),
    L("いつもご利用いただきありがとうございます。ご不便をおかけし申し訳ございません。台風の影響で遅れております。"
      "追跡番号は1234567890でございます。", "ja", "GAEF", 0, (), "JP"),
    L("当店がプラットフォーム外でのお支払いをお願いすることはありません。", "ja", "", 0, (), "JP"),
]

SPANISH = [
    L("Hola, lamentamos el retraso. Debido a la aduana, su paquete llegará en tres días.", "es", "GAEF", 3, (), "MX"),
    L("Estimada señora López, le enviamos hoy el reemplazo; llegará en 2 semanas.", "es", "GXF", 14, (), "MX"),
    L("Tu paquete ya va en camino, no te preocupes.", "es", "", 0, (), "MX"),
    L("Es su culpa, usted no leyó la descripción.", "es", "BF", 0, (), "MX"),
    L("No es culpa suya. Le reembolsamos el importe en 5 días hábiles.", "es", "XF", 7, (), "MX"),
    L("Haga una transferencia directa, fuera de la plataforma es más barato para usted.", "es", "F", 0, OFF, "MX"),
    L("Le damos un cupón por una reseña de cinco estrellas.", "es", "F", 0, INC, "MX"),
    L("Por favor elimine su reseña.", "es", "F", 0, REM, "MX"),
    L("Nuestro abogado tomará acciones legales.", "es", "", 0, LAW, "MX"),
    L("Usted es un mentiroso.", "es", "F", 0, RUDE, "MX"),
    L("Podemos declararlo como regalo en la aduana.", "es", "", 0, FALSE, "MX", "tax"),
    L("Envíenos el número de su tarjeta y la contraseña.", "es", "F", 0, CARD, "MX"),
    L("Si usted retira la disputa, le devolvemos el dinero.", "es", "XF", 0, DROP, "MX"),
    L("Tiene usted cinco días para devolver el producto.", "es", "F", 0, (), "MX", "return"),
    L("Buenas tardes, gracias por escribirnos. El pedido salió hace tres días; número de guía 9876543210.",
      "es", "G", 0,
      (), "MX"),
]

PORTUGUESE = [
    L("Olá, Ana! Pedimos desculpas: por causa da alfândega, seu pacote chega em três dias.",
      "pt", "GAEF", 3, (), "BR"),
    L("Bom dia! Já reenviamos o seu produto, ele chega em até 10 dias.", "pt", "GXF", 10, (), "BR"),
    L("Mano, teu pacote tá vindo.", "pt", "", 0, (), "BR"),
    L("A culpa é sua, você não leu a descrição.", "pt", "BF", 0, (), "BR"),
    L("Não é culpa sua. Vamos reembolsar o valor em 5 dias úteis.", "pt", "XF", 7, (), "BR"),
    L("Pague com pix direto, fora da plataforma sai mais barato para você.", "pt", "F", 0, OFF, "BR"),
    L("Ganhe um cupom por uma avaliação de cinco estrelas.", "pt", "", 0, INC, "BR"),
    L("Você pode apagar sua avaliação?", "pt", "F", 0, REM, "BR"),
    L("Tomaremos medidas legais contra o senhor.", "pt", "F", 0, LAW, "BR"),
    L("Você é um golpista.", "pt", "F", 0, RUDE, "BR"),
    L("Não aceitamos devolução.", "pt", "", 0, DENY, "BR", "return"),
    L("Podemos declarar como presente.", "pt", "", 0, FALSE, "BR", "tax"),
    L("Informe o número do seu cartão e a senha.", "pt", "F", 0, CARD, "BR"),
    L("Encerre a disputa e devolvemos o dinheiro.", "pt", "", 0, DROP, "BR"),
    L("Você tem 7 dias para se arrepender e devolver.", "pt", "F", 0, (), "BR", "return"),
    L("Boa tarde! Seu pedido saiu há três dias, o código de rastreio é LB123456789HK.", "pt", "GF", 0, (), "BR"),
]

ARABIC = [
    L("عزيزتي سارة، نعتذر عن التأخير بسبب الجمارك، ستصل شحنتكم خلال 3 أيام.", "ar", "GAEF", 3, (), "SA"),
    L("مرحباً بكم، قمنا بإرسال بديل وسيصلكم خلال أسبوعين.", "ar", "GXF", 14, (), "SA"),
    L("هذا خطأك أنت، لم تقرأ الوصف.", "ar", "B", 0, (), "SA"),
    L("السلام عليكم، ليس خطأكم. سنعيد لكم المبلغ اليوم.", "ar", "GXF", 1, (), "SA"),
    L("تواصل معنا على واتساب والدفع مباشرة أرخص.", "ar", "", 0, OFF, "SA"),
    L("نقدم لكم قسيمة مقابل تقييم خمس نجوم.", "ar", "F", 0, INC, "SA"),
    L("نرجو منكم حذف التقييم.", "ar", "F", 0, REM, "SA"),
    L("سنلجأ إلى المحكمة والشرطة.", "ar", "", 0, LAW, "SA"),
    L("أنت كاذب ومحتال.", "ar", "", 0, RUDE, "SA"),
    L("يمكننا التصريح بها على أنها هدية.", "ar", "", 0, FALSE, "SA", "tax"),
    L("يرجى إرسال رقم البطاقة وكلمة المرور.", "ar", "X", 0, CARD, "SA"),
    L("يجب سحب الشكوى أولاً.", "ar", "", 0, DROP, "SA"),
    L("يحق لكم إرجاع المنتج خلال 7 أيام.", "ar", "F", 0, (), "SA", "return"),
    L("يا حبيبي الشحنة في الطريق.", "ar", "", 0, (), "SA"),
    L("صباح الخير، تم شحن طلبكم منذ يومين، رقم التتبع 1234567890.", "ar", "GF", 0, (), "AE"),
]

THAI = [
    L("สวัสดีค่ะ ขออภัยในความล่าช้าเนื่องจากศุลกากร พัสดุจะถึงภายใน 3 วันค่ะ", "th", "GAEF", 3, (), "TH"),
    L("ขอบคุณที่ติดต่อมาค่ะ เราได้ส่งสินค้าชิ้นใหม่แล้ว จะถึงภายใน 2 สัปดาห์ค่ะ", "th", "GXF", 14, (), "TH"),
    L("เป็นความผิดของคุณเอง ไม่อ่านรายละเอียด", "th", "B", 0, (), "TH"),
    L("ไม่ใช่ความผิดของคุณลูกค้าค่ะ เราจะคืนเงินให้วันนี้ค่ะ", "th", "XF", 1, (), "TH"),
    L("แอดไลน์มาเลยครับ โอนตรงถูกกว่า", "th", "F", 0, OFF, "TH"),
    L("รีวิว 5 ดาว รับคูปองค่ะ", "th", "F", 0, INC, "TH"),
    L("ช่วยลบรีวิวหน่อยนะคะ", "th", "F", 0, REM, "TH"),
    L("เราจะแจ้งความดำเนินคดี", "th", "", 0, LAW, "TH"),
    L("โง่จริง คุณโกหก", "th", "", 0, RUDE, "TH"),
    L("เราสำแดงเป็นของขวัญให้ได้ครับ", "th", "F", 0, FALSE, "TH", "tax"),
    L("กรุณาส่งเลขบัตรและรหัสผ่านครับ", "th", "XF", 0, CARD, "TH"),
    L("รบกวนถอนข้อพิพาทก่อนนะคะ", "th", "F", 0, DROP, "TH"),
    L("ลูกค้ามีสิทธิคืนสินค้าภายใน 7 วันค่ะ", "th", "F", 0, (), "TH", "return"),
    L("มึงรอไปก่อน", "th", "", 0, (), "TH"),
    L("เรียนคุณลูกค้า พัสดุส่งออกเมื่อสองวันที่แล้ว เลขพัสดุ TH0123456789 ครับ", "th", "GF", 0, (), "TH"),
]

UNSEEN = [
    L("Hi Maria, apologies for the trouble. The lamp broke on its way because the box was "
      "too thin, so I've arranged a new one for you.",
      "en", "GAEXF"),
    L("Hello! Your order is with DHL in Leipzig and should be with you on Thursday.",
      "en", "GF"),
    L("We're really sorry. A refund of $25 will be back on your card within 5 days.",
      "en", "AF", 5),
    L("If you change your rating to five stars we will refund half.",
      "en", "XF", 0, (*INC, *REM)),
    L("That is how it is described, you obviously did not read it.",
      "en", "BF"),
    L("亲亲，真的对不起呀，仓库爆仓所以晚发了，后天一定给您发出。",
      "zh", "GAEF", 2),
    L("您好，请把商品寄回我们仓库，收到后为您退款。",
      "zh", "GXF"),
    L("Guten Morgen, leider hat der Zusteller Sie nicht angetroffen. Wir lassen es morgen noch einmal zustellen.",
      "de", "GF", 1),
    L("Wir bedauern den Fehler und schicken Ihnen sofort Ersatz.",
      "de", "AXF"),
    L("Bonjour, je comprends votre déception. Je vous propose un remboursement de 30 %.",
      "fr", "GXF"),
    L("Toutes nos excuses, le transporteur a perdu votre colis ; nous vous en renvoyons un autre.",
      "fr", "AXF"),
    L("田中様、ご連絡ありがとうございます。商品は本日発送いたします。",
      "ja", "GXF"),
    L("不良品をお届けしてしまい、誠に申し訳ございません。新しい商品と交換いたします。",
      "ja", "AXF"),
    L("Buen día, le pedimos una disculpa. Mañana mismo le enviamos otra pieza.",
      "es", "GAXF", 1),
    L("Oi Pedro, sentimos muito pelo atraso! A transportadora informou que entrega até sexta.",
      "pt", "GA"),
    L("أهلاً بك، نأسف لما حدث، سنرسل لكم قطعة جديدة غداً.",
      "ar", "GAXF", 1),
    L("สวัสดีครับ ขอโทษที่ทำให้รอนานนะครับ พรุ่งนี้ของถึงแน่นอนครับ",
      "th", "GAF", 1),
]
"""Written after the tables were; most of them were read right at once."""

REPLIES = [*UNSEEN, *ENGLISH, *CHINESE, *GERMAN, *FRENCH, *JAPANESE, *SPANISH, *PORTUGUESE, *ARABIC, *THAI]
