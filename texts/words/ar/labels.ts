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
};
