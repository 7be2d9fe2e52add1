import type { quotes as english } from '../en/quotes.ts';
import type { Translated } from '../message.ts';

export const quotes: Translated<typeof english> = {
  'quote.title': 'عروض الأسعار',
  'quote.text': 'تحتفظ البضائع بهذه الأسعار حتى اليوم الذي تختاره. لا يُحجز شيء.',
  'quote.until': 'صالح حتى',
  'quote.dayWrong': 'اختر يومًا من اليوم فصاعدًا، خلال سنة على الأكثر.',
  'quote.withoutCodes': 'رموز القسائم لا تدخل في العرض. تُحتسب عند استخدامها في بيع.',
  'quote.keep': 'حفظ كعرض سعر',
  'quote.numbered': 'عرض السعر {number}',
  'quote.validUntil': 'صالح حتى {date}',
  'quote.endedOn': 'انتهى في {date}',
  'quote.tax': 'الضريبة',
  'quote.total': 'الإجمالي',
  'quote.promise': 'هذه الأسعار صالحة حتى ذلك اليوم. الضريبة هي ضريبة يوم البيع. لا يُحجز شيء.',
  'quote.whilePaying': 'هذا البيع قيد الدفع. بِع عرض السعر {number} في البيع التالي.',
  'quote.sell': 'بيعه',
  'quote.find': 'الرقم أو العميل',
  'quote.found': 'عروض أسعار هذا الفرع',
  'quote.none': 'لا يوجد عرض سعر كهذا.',
  'quote.line': 'سعر معروض',
  'quote.ended': 'انتهى عرض السعر {number} في {date}. بضائعه في البيع بأسعار اليوم.',
};
