import type { lacking as english } from '../en/lacking.ts';
import type { Translated } from '../message.ts';

export const lacking: Translated<typeof english> = {
  'lack.title.price': 'أدخل السعر',
  'lack.title.serial': 'الرقم التسلسلي',
  'lack.text.price': 'لا سعر ثابتًا له في الكتالوج.',
  'lack.text.serial': 'امسح الرقم التسلسلي للقطعة أو اكتبه. ويُباع رمز صنف آخر كالمعتاد.',
  'lack.openPrice': 'سعر مفتوح',
  'lack.label.price': 'السعر',
  'lack.label.serial': 'الرقم التسلسلي',
  'lack.take.price': 'اعتمد هذا السعر',
  'lack.take.serial': 'اعتمد هذا الرقم',
  'lack.priceMissing': 'أدخل سعرًا أكبر من الصفر، مثل 12.50.',
  'lack.serialMissing': 'امسح الرقم التسلسلي أو اكتبه أولًا.',
  'lack.first.price': 'لا سعر بعد لـ «{name}». أدخله أو احذف السطر.',
  'lack.first.serial': 'الرقم التسلسلي لـ «{name}» ناقص. امسحه أو احذف السطر.',
  'bundle.partOf': 'جزء من {name}',
  'bundle.price': 'سعر المجموعة',
  'bundle.missing': '«{name}» مجموعة، و{sku} فيها غير موجود في الكتالوج. أبلغ الإدارة، أو بع سلعها واحدة واحدة.',
  'bundle.holds': 'تحتوي',
};
