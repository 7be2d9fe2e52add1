import type { products as english } from '../en/products.ts';
import type { Translated } from '../message.ts';

export const products: Translated<typeof english> = {
  'products.title': 'المنتجات',
  'products.text': 'صورة كل منتج كما تراها صناديق الدفع وجامعو الطلبات. ملف PNG أو JPEG أو WebP حتى 5 ميغابايت، ويُحفظ منه حجم صغير واحد.',
  'products.find': 'الاسم أو رمز المنتج أو الباركود',
  'products.none': 'لا يوجد منتج بهذا الاسم.',
  'products.choose': 'إضافة صورة…',
  'products.change': 'صورة أخرى…',
  'products.chooseFor': 'صورة {name}',
  'products.written': 'صورة {name} في طريقها إلى صناديق الدفع.',
  'products.remove': 'إزالة الصورة',
  'products.removeOne': 'إزالة صورة {name}',
  'products.removeSure': 'أزلها',
  'products.removeSureOne': 'إزالة صورة {name} الآن',
  'products.removed': 'لم تعد هناك صورة للمنتج {name}.',
  'office.refused.picture_type': 'هذه ليست صورة من نوع مقبول. اختر ملف PNG أو JPEG أو WebP.',
  'office.refused.picture_too_large': 'الصورة كبيرة جدًا. اختر صورة لا تتجاوز 5 ميغابايت.',
  'office.refused.picture_unreadable': 'الصورة تالفة أو فيها أكثر من 50 مليون بكسل. احفظها من جديد واخترها مرة أخرى.',
};
