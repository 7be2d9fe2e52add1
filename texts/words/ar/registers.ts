import type { registers as english } from '../en/registers.ts';
import type { Translated } from '../message.ts';

export const registers: Translated<typeof english> = {
  'registers.title': 'الصناديق',
  'registers.text': 'الأجهزة في الفروع. الصندوق المسحوب يمحو ما يعرفه ويحتفظ بما لم يرسله.',
  'registers.makeCode': 'إنشاء رمز صندوق',
  'registers.codeMade': 'رمز صندوق جديد في {store}. يصلح مرة واحدة حتى {when}:',
  'registers.reload': 'تحديث',
  'registers.none': 'لا توجد صناديق',
  'registers.one': 'الصندوق {prefix}',
  'registers.status.active': 'نشط',
  'registers.status.cloned': 'يعمل على جهازين، وقد أُوقف',
  'registers.status.withdrawn': 'مسحوب',
  'registers.heard': 'آخر اتصال {when}',
  'registers.arrived': 'العمليات التي وصلت: {count}',
  'registers.missing': 'عمليات لم تصل: {count}، وما بعدها ينتظرها. قد يكون على الجهاز المزيد.',
  'registers.noKey': 'بلا مفتاح',
  'registers.withdrawOne': 'سحب الصندوق {prefix}',
  'registers.withdrawForGoodOne': 'سحب الصندوق {prefix} نهائيًا',
  'registers.withdrawn': 'سُحب الصندوق {prefix}.',
};
