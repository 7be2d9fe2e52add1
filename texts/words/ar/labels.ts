import type { labels as english } from '../en/labels.ts';
import type { Translated } from '../message.ts';

export const labels: Translated<typeof english> = {
  'label.parcelOf': 'الطرد {no} من {of}',
  'label.state.wanted': 'الملصق مطلوب. يُطلب فور توفر الاتصال.',
  'label.state.asked': 'سُئلت شركة الشحن. تابع، سيصل الملصق تلقائيًا.',
  'label.state.unknown': 'لا أحد يعلم إن وُجد ملصق. تُسأل شركة الشحن عنه ولا تصدر ثانيًا.',
  'label.state.refused': 'لا ملصق.',
  'label.state.void_wanted': 'تجري إعادة الملصق.',
  'label.state.void': 'الملصق ملغى. لا تستخدمه.',
  'label.otherReason': 'الرمز {code}.',
  'label.askNow': 'اسأل الآن',
  'label.askNowOf': 'اسأل الآن: الطلب {number}، الطرد {no} من {of}',
  'label.show': 'الملصق',
  'label.showOf': 'الملصق: الطلب {number}، الطرد {no} من {of}',
  'label.giveBack': 'إلغاء…',
  'label.giveBackOf': 'إلغاء الملصق: الطلب {number}، الطرد {no} من {of}',
  'label.reallyGiveBack': 'إلغاء: ليس على الطرد',
  'label.pictureOf': 'الملصق {number}',
  'label.print': 'طباعة',
  'returnLabel.open': 'ملصق إرجاع…',
  'returnLabel.title': 'ملصق إرجاع للرقم {number}',
  'returnLabel.noRefund': 'يعيد العميل هذه البضاعة بالبريد. لا يُرد أي مبلغ حتى تصل إلى هنا.',
  'returnLabel.weight': 'وزن الطرد بالغرام',
  'returnLabel.how': 'كيف يحصل عليه العميل',
  'returnLabel.paper': 'مطبوعًا هنا',
  'returnLabel.byMail': 'بالبريد الإلكتروني بصيغة PDF',
  'returnLabel.address': 'عنوان البريد الإلكتروني',
  'returnLabel.addressKnown': 'فارغ: إلى عنوان الطلب أو العميل.',
  'returnLabel.addressUse': 'يُستخدم لهذا الملصق وحده، ويُحذف بعد إرسال الرسالة.',
  'returnLabel.ask': 'اطلب الملصق',
  'returnLabel.asked': 'طُلب الملصق. سيصل تلقائيًا.',
  'returnLabel.list': 'ملصقات الإرجاع للرقم {number}',
  'returnLabel.item': '{count} × {name}',
  'returnLabel.itemWhy': '{count} × {name} ({reason})',
  'returnLabel.allBack': 'عادت هذه البضاعة.',
  'returnLabel.choose': 'اختر هذه البضاعة',
  'returnLabel.chooseOf': 'اختر بضاعة ملصق الإرجاع {number}',
  'returnLabel.show': 'الملصق والقسيمة',
  'returnLabel.askNowOf': 'اسأل الآن عن ملصق الإرجاع {number}',
  'returnLabel.voidOf': 'إلغاء ملصق الإرجاع {number}',
  'returnLabel.reallyVoid': 'إلغاء: ليس على أي طرد',
  'returnLabel.mail.waiting': 'الرسالة تنتظر الإرسال.',
  'returnLabel.mail.sent': 'أُرسلت الرسالة.',
  'returnLabel.mail.failed': 'لم تُرسل الرسالة. {reason}',
  'returnLabel.mail.later': 'يُرسل بالبريد الإلكتروني فور توفره.',
  'returnLabel.printLabel': 'اطبع الملصق',
  'returnLabel.printSlip': 'اطبع القسيمة',
  'returnLabel.slip': 'قسيمة إرجاع',
  'returnLabel.parcel': 'الطرد',
  'returnLabel.until': 'أرسله قبل نهاية {day}.',
  'returnLabel.putIn': 'ضع هذه القسيمة داخل الطرد. يعود المبلغ عندما تصل البضاعة إلى المتجر.',
  'parcels.open':
    '{count, plural, zero {سلّم الطرود لشركة الشحن} one {سلّم طردًا لشركة الشحن} two {سلّم طردين لشركة الشحن} few {سلّم # طرود لشركات \
الشحن} many {سلّم # طردًا لشركات الشحن} \
other {سلّم # طرد لشركات الشحن}}',
  'parcels.title': 'التسليم لشركة الشحن',
  'parcels.titleOf': 'التسليم إلى {carrier}',
  'parcels.back': 'رجوع إلى الشحن',
  'parcels.carrier': 'شركة الشحن',
  'parcels.otherCarrier': 'شركة شحن أخرى',
  'parcels.scan': 'امسح ملصق طرد أو اكتبه',
  'parcels.take': 'يأخذه السائق',
  'parcels.taken': 'الطلب {number}، الطرد {no} من {of}: مع السائق.',
  'parcels.twice': 'مُسح {code} من قبل: الطلب {number}، الطرد {no} من {of}.',
  'parcels.refused': '{code}: {sentence}',
  'parcels.progress': 'مُسح {taken} من {all}',
  'parcels.missing': 'لم يُمسح بعد',
  'parcels.scanned': 'مع السائق',
  'parcels.putBack': 'يبقى هنا',
  'parcels.putBackOf': 'يبقى هنا: الطلب {number}، الطرد {no} من {of}',
  'parcels.of': 'الطلب {number} · {no} من {of}',
  'parcels.close':
    '{count, plural, zero {إغلاق: لا طرود مع السائق} one {إغلاق: مع السائق طرد واحد} two {إغلاق: مع السائق طردان} few {إغلاق: مع \
السائق # طرود} many {إغلاق: مع السائق # طردًا} \
other {إغلاق: مع السائق # طرد}}',
  'parcels.closeAsk':
    '{count, plural, zero {هل لا طرود مع السائق؟} one {هل مع السائق طرد واحد؟} two {هل مع السائق طردان؟} few {هل مع السائق # طرود؟} \
many {هل مع السائق # طردًا؟} \
other {هل مع السائق # طرد؟}}',
  'parcels.closeText': 'عدّها مع السائق. يُبلَّغ المتجر الإلكتروني بأن هذه الطلبات في الطريق. لا يمكن التراجع عن ذلك.',
  'parcels.staysBehind':
    '{count, plural, zero {لا يبقى شيء هنا:} one {يبقى طرد هنا حتى السائق التالي:} two {يبقى طردان هنا حتى السائق التالي:} few {تبقى \
# طرود هنا حتى السائق التالي:} \
many {يبقى # طردًا هنا حتى السائق التالي:} other {يبقى # طرد هنا حتى السائق التالي:}} {orders}',
  'parcels.closeNow':
    '{count, plural, zero {لم يذهب شيء} one {ذهب طرد واحد} two {ذهب طردان} few {ذهبت # طرود} many {ذهب # طردًا} other {ذهب # طرد}}',
  'parcels.closed':
    '{count, plural, zero {لا طرود مع السائق.} one {طرد واحد مع السائق.} two {طردان مع السائق.} few {# طرود مع السائق.} many {# طردًا \
مع السائق.} other {# طرد مع السائق.}}',
  'parcels.nothing': 'لا طرد ينتظر سائقًا',
  'parcels.nothingText': 'تنتظر الطرود هنا حين تصل ملصقاتها.',
  'parcels.manifest': 'قائمة التسليم',
  'parcels.manifestOf': 'قائمة تسليم {moment}',
  'parcels.past': 'سُلّمت مؤخرًا',
  'parcels.pastOne':
    '{moment} · {carrier} · {count, plural, zero {لا طرود} one {طرد واحد} two {طردان} few {# طرود} many {# طردًا} other {# طرد}}',
  'parcels.count': 'الطرود',
  'parcels.driver': 'توقيع السائق',
  'parcels.unknown': 'غير معروف هنا',
  'parcels.late':
    '{count, plural, zero {لا طرود هنا بعد موعد {time}.} one {ما زال طرد هنا بعد موعد {time}.} two {ما زال طردان هنا بعد موعد \
{time}.} few {ما زالت # طرود هنا بعد موعد {time}.} \
many {ما زال # طردًا هنا بعد موعد {time}.} other {ما زال # طرد هنا بعد موعد {time}.}}',
  'setting.device.label_printer.name': 'طابعة الملصقات',
  'setting.device.label_printer.meaning': 'هل للصندوق طابعة ملصقات (ZPL) وأين هي.',
  'settings.labelDriver': 'طابعة الملصقات',
  'settings.labelPrinter.none': 'بلا طابعة ملصقات',
  'settings.labelPrinter.simulator': 'محاكاة على الجهاز نفسه',
  'settings.labelPrinter.zpl': 'طابعة تفهم ZPL',
  'settings.labelDots': 'الدقة',
  'settings.labelDots.8': '203 نقاط في البوصة (8 في المليمتر)',
  'settings.labelDots.12': '300 نقطة في البوصة (12 في المليمتر)',
  'settings.labelWidth': 'عرض الملصق بالمليمتر',
  'settings.labelHeight': 'ارتفاع الملصق بالمليمتر',
  'settings.labelsAt': 'طابعة ملصقات على {address}',
};
