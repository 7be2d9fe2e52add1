import type { returns as english } from '../en/returns.ts';
import type { Translated } from '../message.ts';

export const returns: Translated<typeof english> = {
  'returns.notFound': 'لا يوجد إيصال ولا طلب إنترنت بالرقم {number}. قارنه بالإيصال.',
  'returns.notHere':
    '‏{number} غير محفوظ على هذا الصندوق، ولا يمكن سؤال الخادم دون اتصال. يمكن إرجاع مبيعات هذا الفرع الحديثة هنا. حاول من جديد \
عند عودة الاتصال.',
  'returns.failed': 'لم ينجح البحث عن {number}. حاول من جديد.',
  'returns.scanReceiptFirst': 'مُسح {name} ({code}). امسح أولًا الإيصال الذي اشتُري به.',
  'returns.number': 'رقم الإيصال أو الطلب',
  'returns.numberHint': 'امسح الإيصال أو اكتب الرقم، مثل A1-000042.',
  'returns.find': 'بحث',
  'returns.lookingFor': 'جارٍ البحث عن {number} …',
  'returns.giveUp': 'التخلي عن هذا المرتجع؟',
  'returns.giveUpYes': 'التخلي عنه',
  'returns.goOn': 'متابعة',
  'returns.openShift': 'فتح الوردية',
  'returns.needsShift': 'لا يُسترد النقد إلا من درج وردية مفتوحة.',
  'returns.refundCash': 'استرداد {amount} نقدًا',
  'returns.refundOriginal': 'استرداد {amount} إلى وسيلة الدفع الأصلية',
  'returns.submit':
    '{count, plural, zero {لا إرجاع} one {إرجاع قطعة واحدة} two {إرجاع قطعتين} few {إرجاع # قطع} many {إرجاع # قطعة} \
other {إرجاع # قطعة}}',
  'returns.scanNext': 'مُسح {code}. امسح إيصال المرتجع التالي.',
  'returns.give': 'أعطِ {amount} من الدرج.',
  'returns.goesBack': 'يعود {amount} إلى وسيلة الدفع الأصلية. لا يخرج نقد من الدرج.',
  'returns.next': 'المرتجع التالي',
  'returns.oneMoreBack': '{name}: تُرجع قطعة أخرى.',
  'returns.receipt': 'الإيصال {number}',
  'returns.onlineOrder': 'طلب الإنترنت {number}',
  'returns.another': 'رقم آخر',
  'returns.everything': 'إرجاع الكل',
  'returns.chosen': '‏{units} من {number} مختارة ولم تُرجع بعد.',
  'returns.restock': 'إعادة إلى الرف',
  'returns.damaged': 'تالف',
  'returns.bought': 'اشتُري {count}',
  'returns.cameBack': 'أُرجع {count}',
  'returns.oneLess': 'إنقاص واحد من {name}',
  'returns.oneMore': 'زيادة واحد من {name}',
  'returns.quantity': 'الكمية المرتجعة من {name}، {left} على الأكثر',
  'returns.of': 'من {left}',
  'returns.state': 'حالة {name}',
  'returns.nothingLeft': 'لم يغادر شيء من هذا الطلب أي فرع بعد',
  'returns.nothingLeftText': 'ما لم يُسلَّم أو يُشحن لا يمكن إرجاعه.',
  'returns.allBack': 'أُرجع كل ما فيه بالفعل.',
  'returns.items': 'الأصناف المشتراة',
  'returns.paper': 'إيصال مرتجع',
  'returns.return': 'المرتجع {number}',
  'returns.forReceipt': 'للإيصال {number}',
  'returns.forOrder': 'لطلب الإنترنت {number}',
  'returns.backOnShelf': 'عاد إلى الرف',
  'returns.notForSale': 'تالف: ليس للبيع',
  'returns.refund': 'الاسترداد',
  'returns.paidInCash': 'المدفوع نقدًا',
  'returns.notOn': '‏{scanned} ليس في {number}.',
  'returns.sentenceOf': '{scanned}: {sentence}',
  'returns.noneLimit': 'لا يمكن إرجاع شيء من هذا: {reason}.',
  'returns.limit': 'لا يمكن إرجاع أكثر من {left}: {reason}.',
  'returns.limitBought':
    '{count, plural, zero {لم يُشترَ شيء} one {اشتُريت قطعة واحدة} two {اشتُريت قطعتان} few {اشتُريت # قطع} many {اشتُريت \
# قطعة} other {اشتُريت # قطعة}}',
  'returns.limitBoughtAndBack':
    '{count, plural, zero {لم يُشترَ شيء} one {اشتُريت قطعة واحدة} two {اشتُريت قطعتان} few {اشتُريت # قطع} many {اشتُريت \
# قطعة} other {اشتُريت # قطعة}} وأُرجع {back} من قبل',
  'returns.unknownCode': '‏{code} ليس صنفًا ولا إيصالًا ولا طلب إنترنت.',
  'returns.unknownCodeOffline': '‏{code} ليس صنفًا ولا إيصالًا أو طلبًا محفوظًا هنا. لا يمكن سؤال الخادم دون اتصال.',
};
