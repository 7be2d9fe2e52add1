import type { scanners as english } from '../en/scanners.ts';
import type { Translated } from '../message.ts';

export const scanners: Translated<typeof english> = {
  'setting.device.scanners.name': 'الماسحات عند مضيف الأجهزة',
  'setting.device.scanners.meaning':
    'ماسحات على منفذ تسلسلي، أو USB بمنفذ مثله، أو على الشبكة. أما ما يعمل كلوحة مفاتيح فلا يحتاج إلى إعداد.',
  'settings.addScanner': 'أضف ماسحًا ({most} على الأكثر)',
  'settings.scannerDriver': 'الماسح {number}',
  'settings.scanner.none': 'لا شيء سوى ما يعمل كلوحة مفاتيح',
  'settings.scanner.line': 'على منفذ أو على الشبكة',
  'settings.scanner.simulator': 'محاكاة على الجهاز نفسه',
  'settings.scannerNumber': 'أيّ الماسحات المحاكاة',
  'settings.scannerEnd': 'ما يرسله بعد كل رمز',
  'settings.scannerEnd.cr': 'Enter (CR أو CR مع LF)',
  'settings.scannerEnd.lf': 'سطر جديد (LF)',
  'settings.scannerEnd.tab': 'Tab',
  'scanner.simulated': 'الماسح المحاكى {number}',
  'scanner.at': 'ماسح على {address}',
  'scanner.onHost': 'الماسحات عند مضيف الأجهزة',
  'scanner.status.there': 'متصل.',
  'scanner.status.away': 'لا يستجيب. تحقق من كبله ومن المنفذ في الإعدادات.',
  'scanner.status.gone': 'انقطع. أعد توصيله.',
  'scanner.gone': 'ماسحات انقطعت',
  'scanner.goneSentence': 'انقطع {name}، ولا يصل ما يمسحه. أعد توصيله.',
  'scanner.misread.too_long': 'مُسح شيء أطول من أي رمز. امسحه من جديد.',
  'scanner.misread.noise': 'مُسح شيء لا يمكن قراءته. امسحه من جديد. إذا تكرر ذلك فتحقق من كبل الماسح وسرعته.',
  'scanner.misread.cut': 'فُصل ماسح في منتصف رمز. امسحه من جديد.',
  'scanner.misread.no_end': 'جاء رمز بلا نهاية. امسحه من جديد. إذا تكرر ذلك فيجب ضبط الماسح لينهي كل رمز.',
};
