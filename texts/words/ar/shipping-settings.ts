import type { shippingSettings as english } from '../en/shipping-settings.ts';
import type { Translated } from '../message.ts';

export const shippingSettings: Translated<typeof english> = {
  'setting.shipping.pickup_time.name': 'موعد شركة الشحن اليومي',
  'setting.shipping.pickup_time.meaning': 'متى يأتي السائق بتوقيت الفرع. تظهر الطرود التي تبقى بعده. فارغ: لا موعد ثابت.',
  'settings.timeField': 'الوقت، HH:MM',
  'settings.noTime': 'لا موعد ثابت',
  'setting.shipping.cartons.name': 'الصناديق',
  'setting.shipping.cartons.meaning':
    'الصناديق التي يغلّف بها المتجر: القياس الداخلي والوزن وأقصى حمولة. يُقترح واحد حين تكون للبضاعة قياسات.',
  'setting.shipping.labels.name': 'ملصقات شركة الشحن',
  'setting.shipping.labels.meaning': 'خدمة شركة الشحن والمرسل. من دونها يكتب المتجر أرقام ملصقاته أو يمسحها.',
  'setting.shipping.rates.name': 'تكلفة الشحن',
  'setting.shipping.rates.meaning': 'ما تكلفه خدمات شركة الشحن بحسب عقدك. تقارنها طاولة التغليف حتى من دون شبكة، وتذكر عمرها.',
  'settings.rates.none': 'لا أسعار: لا تقارن طاولة التغليف شيئًا',
  'settings.rates.hold': 'منذ {date}',
  'settings.rates.since': 'الأسعار سارية منذ',
  'settings.rates.currency': 'العملة، ثلاثة أحرف',
  'settings.rates.lines': 'الأسعار، خدمة واحدة إلى بعض الأماكن في كل سطر',
  'settings.rates.example':
    'الرمز والاسم؛ الأيام؛ البلدان مع بدايات الرموز البريدية؛ حتى أي وزن وبأي سعر. \
03 UPS Ground; 3; US 78 79, CA; 1000 g 8.50, 5000 g 15.00',
  'settings.cartons': 'الصناديق، واحد في كل سطر: الاسم: الطول x العرض x الارتفاع mm، وزنه g، أقصى وزن g',
  'settings.labels.none': 'بلا ملصقات: تُكتب الأرقام أو تُمسح',
};
