import type { receipt as english } from '../en/receipt.ts';
import type { Translated } from '../message.ts';

export const receipt: Translated<typeof english> = {
  'receipt.time': 'الوقت',
  'receipt.begun': 'بدأ في',
  'receipt.register': 'الصندوق',
  'receipt.serial': 'الرقم التسلسلي',
  'receipt.associate': 'خدمك',
  'receipt.noTax': 'بلا ضريبة',
  'receipt.untold': 'الضريبة',
  'receipt.netGross': 'الصافي {net}، الإجمالي {gross}',
  'receipt.on': 'على {net}',
  'receipt.entry.contactless': 'بلا تلامس',
  'receipt.entry.chip': 'شريحة',
  'receipt.entry.stripe': 'شريط مغناطيسي',
  'receipt.entry.typed': 'رقم مكتوب',
  'receipt.entry.scanned': 'رمز ممسوح',
  'receipt.verified.pin': 'تم التحقق برقم PIN',
  'receipt.verified.signature': 'تم التحقق بالتوقيع',
  'receipt.verified.none': 'بلا تحقق',
  'receipt.terminal': 'الجهاز {id}',
  'receipt.merchant': 'التاجر {id}',
  'receipt.transaction': 'العملية {id}',
};
