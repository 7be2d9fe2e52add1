import type { kit as english } from '../en/kit.ts';
import type { Translated } from '../message.ts';

export const kit: Translated<typeof english> = {
  'kit.ok': 'حسنًا',
  'kit.close': 'إغلاق',
  'kit.insteadOf': 'بدلًا من {name}',
  'kit.goBack': 'رجوع',
  'kit.oneMoment': 'لحظة من فضلك.',
  'kit.saveCopy': 'حفظ نسخة للدعم الفني',
  'kit.copyNotSaved': 'تعذّر حفظ النسخة',
  'kit.justNow': 'الآن',
  'kit.units': '{count, plural, zero {لا قطع} one {قطعة واحدة} two {قطعتان} few {# قطع} many {# قطعة} other {# قطعة}}',
  'identity.id_card': 'بطاقة هوية',
  'identity.passport': 'جواز سفر',
  'identity.driving_licence': 'رخصة قيادة',
  'identity.residence_permit': 'تصريح إقامة',
  'kit.orders': '{count, plural, zero {لا طلبات} one {طلب واحد} two {طلبان} few {# طلبات} many {# طلبًا} other {# طلب}}',
  'kit.lost':
    'فقد هذا الصندوق سجلات لا يمكن استعادتها، لذلك لا يمكن تسجيل شيء عليه. استخدم صندوقًا آخر وأبلغ الدعم الفني. من شاشة \
«المزامنة» يمكنك حفظ نسخة له ثم إعداد هذا الجهاز كصندوق جديد.',
  'kit.needsServer':
    'فقد هذا الصندوق جزءًا من سجلاته. يمكنك الاطلاع، لكن لا يمكن تسجيل شيء بعد. صِله بالشبكة: سيجلب ما ينقص من الخادم \
تلقائيًا. استخدم صندوقًا آخر حتى ذلك الحين.',
  'kit.diskFull':
    'هذا الجهاز ممتلئ، فلا يستطيع حفظ الجديد من الخادم: قد تكون الأسعار والمخزون والطلبات قديمة. يمكنك مواصلة العمل ما \
دام إتمام البيع ممكنًا. أفرغ بعض المساحة، مثلًا بحذف التنزيلات أو إفراغ سلة المهملات؛ ثم يستمر تلقائيًا.',
  'kit.diskFailing':
    'لا يستطيع هذا الجهاز حفظ الجديد من الخادم: قد تكون الأسعار والمخزون والطلبات قديمة. يمكنك مواصلة العمل ما دام إتمام \
البيع ممكنًا. عندما لا يكون أحد عند الصندوق، أغلق التطبيق وافتحه من جديد؛ وإذا عادت هذه الرسالة فاتصل بالدعم الفني.',
  'clock.back': 'أُعيدت ساعة هذا الجهاز إلى الوراء: كانت {said} وصارت {says}.',
  'clock.ahead': 'قفزت ساعة هذا الجهاز إلى الأمام: كانت {said} وصارت {says}.',
  'clock.off': 'ساعة هذا الجهاز خاطئة: تشير إلى {says}، والوقت لدى الخادم {said}.',
  'clock.what':
    'يمكنك متابعة البيع: تحافظ المبيعات على ترتيبها وتبقى في المناوبة. اضبط التاريخ والوقت في إعدادات هذا الحاسوب، واجعله \
يضبطهما تلقائيًا.',
  'kit.renewing':
    'تضررت نسخة الكتالوج والمخزون والطلبات على هذا الجهاز ويجري جلبها من جديد؛ وهذا يحتاج إلى الشبكة. لم يضع شيء مما \
أُنجز هنا؛ وقد لا يكون ما تراه كل شيء بعد.',
  'kit.mendedWithLosses':
    'تضررت سجلات هذا الصندوق وأُصلحت، لكن لم تُستعد كلها. يمكنك مواصلة العمل. أبلغ الدعم الفني، واحفظ له نسخة من شاشة \
«المزامنة».',
  'kit.mended':
    'تضررت سجلات هذا الصندوق وأُصلحت من نسخها. لا ينقص شيء؛ يمكنك مواصلة العمل. إذا تكرر ذلك فأبلغ الدعم الفني: قد يكون \
القرص معطوبًا.',
  'kit.cannotStartFull':
    'هذا الجهاز ممتلئ، فلا يمكن تشغيل الصندوق. لم يُحذف شيء. أفرغ بعض المساحة، مثلًا بحذف التنزيلات أو إفراغ سلة \
المهملات، ثم أعد المحاولة.',
  'kit.cannotStartBroken':
    'تعذّر فتح السجلات على هذا الجهاز. لم يُحذف شيء. أغلق نوافذ التطبيق الأخرى، وأعد تشغيل الجهاز، ثم حاول من جديد. إذا \
بقي الحال كذلك فاستخدم صندوقًا آخر، واحفظ نسخة للدعم الفني واتصل به.',
  'doubt.confirm': 'هذا صحيح',
  'doubt.back': 'تعديل',
  'doubt.muchChange': 'الباقي {what}؟',
  'doubt.muchChangeText': 'هذا أكثر بكثير من قيمة هذا البيع. راجع المبلغ المدفوع.',
  'doubt.largeFloat': 'رصيد افتتاحي قدره {what}؟',
  'doubt.largeFloatText': 'هذا نقد أكثر مما يبدأ به الدرج عادةً. راجع الأرقام.',
  'doubt.largeQuantity': '{what}؟',
  'doubt.largeQuantityText': 'هذا أكثر مما يباع عادةً دفعة واحدة. راجع الكمية.',
  'doubt.refundAboveDrawer': 'استرداد قدره {what}؟',
  'doubt.refundAboveDrawerText': 'هذا أكثر مما يجب أن يكون في الدرج.',
  'doubt.writeOff': 'شطب {what} من الدفاتر؟',
  'doubt.largeWriteOffText': 'هذا كثير لقرار واحد. راجع عدد القطع.',
  'doubt.writeOffAboveStockText': 'ليس في الدفاتر هذا العدد: سينزل المخزون تحت الصفر. راجع عدد القطع.',
  'order.waiting': 'في الانتظار',
  'order.picking': 'قيد التجميع',
  'order.picked': 'تم التجميع',
  'order.packed': 'تم التغليف',
  'order.ready': 'جاهز في {place}',
  'order.handed_over': 'تم التسليم',
  'order.shipped': 'تم الشحن',
  'order.rejected': 'رفضه هذا الفرع',
  'order.cancelled': 'ملغى',
  'order.expired': 'لم يُستلم في الوقت المحدد',
  'reject.ship': 'لن يرسله هذا المتجر الآن. يُسأل موقع آخر، وما لا يوجد في أي موقع ينتظر المخزون. يبقى الطلب للعميل. لماذا؟',
  'reject.pickup': 'لن يقوم به هذا المتجر الآن. ينتظر حتى يستطيع المتجر، أو حتى يختار العميل متجرًا آخر أو الشحن. لماذا؟',
  'reject.counts': 'يُطلب من المتجر العدّ، ولا يصله طلب إلكتروني عليه قبل ذلك',
  'reject.askedAgain':
    'يُسأل هذا المتجر مجددًا بعد {count, plural, zero {# ساعة} one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}',
  'shortPick.not_found': 'ليس على الرف',
  'shortPick.damaged': 'تالف',
  'shortPick.sold_in_store': 'بيع في الفرع',
  'shortPick.leavesStock': 'يُخصم من المخزون',
  'shortPick.keepsStock': 'يبقى المخزون كما هو: خصمه البيع',
  'shortPick.fromElsewhere':
    '{count, plural, zero {لا قطع} one {قطعة واحدة} two {قطعتان} few {# قطع} many {# قطعة} other {# قطعة}}: من موقع آخر، \
أو بانتظار توفر المخزون.',
  'shortPick.waits':
    '{count, plural, zero {لا قطع} one {قطعة واحدة} two {قطعتان} few {# قطع} many {# قطعة} other {# قطعة}} بانتظار توفرها \
من جديد في هذا الفرع. يمكن للعميل اختيار فرع آخر أو طلب الشحن.',
  'reject.out_of_stock': 'غير متوفر',
  'reject.not_found': 'لم يُعثر عليه',
  'reject.damaged': 'تالف',
  'reject.too_busy': 'ضغط عمل',
  'reject.closed': 'الفرع مغلق',
  'scanner.title': 'الماسح',
  'scanner.shortest': 'عدد رموز أقصر كود. ما هو أقصر يُعدّ كتابةً. اختر 4 إذا كانت تُمسح هنا أرقام قصيرة مثل 4011.',
  'scanner.separatorKey': 'المفتاح الذي يرسله الماسح بين حقول رمز GS1. يسميه دليله GS أو FNC1.',
  'scanner.sounds': 'ما يُسمع من عمليات المسح',
  'scanner.sounds.all': 'كلها',
  'scanner.sounds.refused': 'المرفوضة',
  'scanner.sounds.none': 'لا شيء',
  'scanner.refused': 'عمليات مسح مرفوضة',
  'scanner.dismiss': 'تجاهل',
  'scanner.dismissCode': 'تجاهل {code}',
  'scanner.times': '({count, plural, zero {لا مرات} one {مرة واحدة} two {مرتان} few {# مرات} many {# مرة} other {# مرة}})',
  'scanner.asking': 'لم يُقبل {code}: هناك سؤال مفتوح. أجب عنه ثم امسح من جديد.',
  'scanner.nothingHere': 'مُسح {code}، لكن لا يُمسح شيء في هذه الشاشة.',
  'scanner.failed': 'مُسح {code}، لكن العملية لم تنجح. امسحه من جديد.',
  'operation.type': 'العملية',
  'operation.at': 'الوقت بساعة الجهاز',
  'operation.businessDate': 'يوم العمل',
  'operation.associateId': 'الموظف',
  'operation.seq': 'الرقم في السجل',
  'operation.version': 'الإصدار',
  'operation.id': 'المعرّف',
  'operation.notTold': 'غير مذكور',
  'operation.whole': 'العملية كاملة',
  'code.unknown': 'لا شيء في الكتالوج يحمل الرمز {code}.',
  'code.badCheckDigit': 'رقم التحقق في {code} خاطئ. امسحه من جديد أو قارنه بالملصق.',
  'code.noProduct': 'لا يوجد منتج في الكتالوج بالرمز {code}.',
  'code.badMeasure': 'رقم التحقق من السعر أو الوزن في {code} خاطئ. امسحه من جديد أو زِن البضاعة مرة أخرى.',
  'code.badLabel': 'الملصق {code} خاطئ في جزئه ({ai}). امسحه من جديد أو اكتب رقم الصنف.',
  'code.doubleScan': 'وصل مسحان كأنهما واحد: {code}. امسحه من جديد.',
  'code.webAddress': '{code} عنوان ويب لا يدل على منتج.',
  'code.layout': 'تخطيط لوحة المفاتيح في الماسح يختلف عن هذا الجهاز: قُرئ {code}. اضبط الماسح على بلد لوحة المفاتيح.',
  'code.capsLock': 'يبدو أن مفتاح Caps Lock مفعّل: أرسل الماسح {code}. أوقفه وامسح من جديد.',
  'code.coupon': '{code} قسيمة وليس منتجًا.',
  'code.notGoods': '{code} لا يدل على بضاعة تُباع، بل على منصة نقالة أو عنوان أو فاتورة.',
  'code.expired': 'انتهت صلاحية {name} في {date} ولا يُباع. خذ قطعة أخرى.',
  'code.labelAmount': 'لا يمكن البيع بالسعر أو الوزن أو العدد الذي على الملصق {code}. زِن البضاعة أو عُدّها من جديد.',
  'code.labelCurrency': 'على الملصق {code} سعر بعملة {currency}، وهذا الصندوق يبيع بعملة {own}.',
  'code.labelUnit': 'الوزن على الملصق {code} ليس بالكيلوغرام. زِن البضاعة من جديد.',
  'connection.online': 'متصل',
  'connection.connecting': 'جارٍ الاتصال',
  'connection.sendingFails': 'متصل، لكن الإرسال يفشل',
  'connection.sendingFailsWorking': 'متصل، لكن الإرسال يفشل: يمكنك مواصلة العمل',
  'connection.offline': 'غير متصل',
  'connection.offlineWorking': 'غير متصل: يمكنك مواصلة العمل',
  'connection.serverTooOld': 'الخادم بحاجة إلى تحديث',
  'connection.serverTooOldWorking': 'الخادم بحاجة إلى تحديث: يمكنك مواصلة العمل',
  'connection.appTooOld': 'التطبيق بحاجة إلى تحديث',
  'connection.appTooOldWorking': 'التطبيق بحاجة إلى تحديث: يمكنك مواصلة العمل',
  'connection.refused': 'الخادم يرفض هذا الصندوق',
  'connection.toSend': '· {count} للإرسال',
  'kit.cancel': 'إلغاء',
  'kit.order': 'الطلب {number}',
};
