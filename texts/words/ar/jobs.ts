import type { jobs as english } from '../en/jobs.ts';
import type { Translated } from '../message.ts';

export const jobs: Translated<typeof english> = {
  'jobs.title': 'المهام',
  'jobs.retryShown': 'إعادة محاولة كل المعروض',
  'jobs.what': 'حاول الخادم تنفيذ كل مهمة منها عشر مرات. عالج السبب ثم أعد المحاولة.',
  'jobs.none': 'لا مهام فاشلة',
  'jobs.noneText': 'العمل في الخلفية يسير جيدًا.',
  'jobs.list': 'المهام الفاشلة',
  'jobs.more': 'عرض المزيد',
  'jobs.name': '{kind}، رقم {id}',
  'jobs.givenUp': 'توقفت المحاولة {when}',
  'jobs.retry': 'إعادة المحاولة',
  'jobs.retryOne': 'إعادة المحاولة: {name}',
  'jobs.discard': 'تجاهل',
  'jobs.discardOne': 'تجاهل: {name}',
  'jobs.discardForGood': 'تجاهل نهائي',
  'jobs.discardForGoodOne': 'تجاهل نهائي: {name}',
  'jobs.retried':
    '{count, plural, zero {لن تعاد محاولة أي مهمة.} one {ستعاد محاولة مهمة واحدة الآن.} two {ستعاد محاولة مهمتين الآن.} few \
{ستعاد محاولة # مهام الآن.} many {ستعاد محاولة # مهمة الآن.} other {ستعاد محاولة # مهمة الآن.}}',
  'jobs.discarded':
    '{count, plural, zero {لم تُحذف أي مهمة.} one {حُذفت مهمة واحدة.} two {حُذفت مهمتان.} few {حُذفت # مهام.} many {حُذفت # \
مهمة.} other {حُذفت # مهمة.}}',
  'jobs.restGone': 'تولى شخص آخر أمر البقية.',
  'jobs.error.server_gone': 'توقف خادمها في منتصف العمل كل مرة.',
  'jobs.error.bad_payload': 'أنشأها إصدار آخر من الخادم.',
  'jobs.error.timeout': 'لم يرد الطرف الآخر في الوقت المحدد.',
  'jobs.error.failed': 'فشلت المهمة. السبب مذكور في سجل الخادم.',
  'jobs.errorDatabase': 'رفضتها قاعدة البيانات ({code}).',
  'jobs.errorCode': 'فشلت بالرمز {code}.',
  'jobs.kind.source_backorders': 'البحث عن مخزون للطلبات المنتظرة',
  'jobs.kind.source_after_count': 'توزيع الطلبات بعد الجرد',
  'jobs.kind.distrust_silent_stores': 'البحث عن المتاجر غير المتصلة',
  'jobs.kind.distrust_store': 'حجز مخزون متجر غير متصل',
  'jobs.kind.delete_old_events': 'حذف الأحداث القديمة',
  'jobs.kind.summarize_shift': 'جمع وردية مغلقة',
  'jobs.kind.summarize_shifts': 'جمع الورديات المتروكة',
};
