import type { mail as english } from '../en/mail.ts';
import type { Translated } from '../message.ts';

export const mail: Translated<typeof english> = {
  'mail.receiptSubject': 'إيصالك {number} من {store}',
  'mail.receiptIntro': 'شكرًا لزيارتك. هذا إيصالك من {store}.',
  'mail.notYours': 'أعطى أحدهم هذا العنوان عند صندوقنا. إذا لم يكن هذا الإيصال لك، فيُرجى حذف هذه الرسالة.',
  'mail.button': 'إرسال الإيصال بالبريد',
  'mail.title': 'إرسال الإيصال بالبريد الإلكتروني',
  'mail.address': 'عنوان البريد الإلكتروني للعميل',
  'mail.use': 'يُستخدم لهذا الإيصال فقط، ويُحذف بعد إرسال الرسالة.',
  'mail.wrong': 'هذا ليس عنوان بريد إلكتروني. مثال: name@example.com',
  'mail.copy': 'لدى العميل هذا الإيصال بالفعل، لذلك يُعلَّم بأنه نسخة.',
  'mail.send': 'إرسال',
  'mail.list': 'رسائل هذا الإيصال',
  'mail.waiting': 'طُلب الإرسال بالبريد: {when}. لم تُرسل الرسالة بعد.',
  'mail.waitingHere': 'طُلب الإرسال بالبريد: {when}. يرسلها هذا الصندوق عند عودة الاتصال.',
  'mail.sent': 'أُرسلت الرسالة: {when}.',
  'mail.failed': 'لم تُرسل الرسالة: {when}. {reason}',
};
