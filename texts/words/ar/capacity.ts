import type { capacity as english } from '../en/capacity.ts';
import type { Translated } from '../message.ts';

export const capacity: Translated<typeof english> = {
  'capacity.pause': 'إيقاف الطلبات الجديدة…',
  'capacity.pauseAsk': 'عدم قبول طلبات شحن جديدة؟',
  'capacity.pauseText':
    'تذهب طلبات الشحن الجديدة إلى فروع أخرى أو تنتظر. ما هو هنا يبقى: ارفض ما لا يستطيع هذا الفرع شحنه. طلبات \
الاستلام تستمر.',
  'capacity.offline': 'لا اتصال: يسري على الأماكن الأخرى فور توفره.',
  'capacity.howLong': 'كم ساعة؟',
  'capacity.why': 'لماذا؟',
  'capacity.isPaused': 'لا طلبات شحن جديدة حتى {until}: {reason}.',
  'capacity.resume': 'قبول الطلبات مجددًا',
  'capacity.isResumed': 'يقبل هذا الفرع طلبات الشحن مجددًا.',
  'capacity.noLimit': 'لا حد للطلبات في اليوم',
  'capacity.limit':
    '{count, plural, zero {لا طلبات شحن جديدة في اليوم} one {طلب شحن جديد واحد في اليوم على الأكثر} two {طلبا شحن \
جديدان في اليوم على الأكثر} few {# طلبات شحن جديدة في اليوم على الأكثر} many {# طلب شحن جديدًا في اليوم على الأكثر} other {# طلب شحن \
جديد في اليوم على الأكثر}}',
  'capacity.changeLimit': 'حد اليوم…',
  'capacity.limitText': 'حين يُبلغ حد اليوم تذهب طلبات الشحن الجديدة إلى فروع أخرى أو تنتظر. اليوم هو يوم الفرع. طلبات الاستلام تستمر.',
  'capacity.ordersADay': 'الطلبات في اليوم',
  'capacity.setLimit': 'تعيين الحد',
  'capacity.withoutLimit': 'بلا حد',
  'capacity.isLimited': 'عُيّن الحد.',
  'capacity.reason.too_busy': 'ضغط عمل',
  'capacity.reason.short_staffed': 'قلة الموظفين',
  'capacity.reason.no_driver': 'شركة الشحن لا تأتي',
  'capacity.reason.system_trouble': 'شيء لا يعمل',
  'capacity.reason.other': 'سبب آخر',
  'capacity.office.title': 'الشحن من المتاجر',
  'capacity.office.text':
    'فروع لا تقبل طلبات شحن جديدة مدة ما أو تقبل عددًا محدودًا في اليوم. يتجاوز التوزيع الفرع المتوقف أو الذي \
بلغ حده.',
  'capacity.office.takes': 'يقبل طلبات الشحن',
  'capacity.office.resume': 'قبول الطلبات مجددًا',
  'capacity.office.resumed': 'يقبل {store} طلبات الشحن مجددًا.',
  'capacity.office.sure': 'نعم، قبول الطلبات',
};
