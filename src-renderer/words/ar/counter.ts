import type { counter as english } from '../en/counter.ts';
import type { Translated } from '../message.ts';

export const counter: Translated<typeof english> = {
  'counter.each': '{price} للقطعة',
  'counter.weighed': '{quantity} × {price}',
  'counter.percentOff': 'خصم {percent} ٪',
  'counter.amountOff': 'خصم {amount}',
  'counter.saleDiscount': 'خصم على البيع',
  'counter.newPrice': 'سعر جديد',
  'counter.quickKeys': 'المفاتيح السريعة',
  'counter.noQuickKeys': 'لا مفاتيح سريعة بعد',
  'counter.inSale': '{count} في البيع',
  'counter.sellKey': 'أضف {name} إلى البيع',
  'counter.removeLine': 'إزالة',
  'counter.allKeys': 'كل المفاتيح',
  'counter.noQuickKeysText': 'هنا مكان السلع السائبة والأكياس والخدمات التي لا باركود لها.',
  'priceReason.price_match': 'مطابقة سعر متجر آخر',
  'priceReason.damaged': 'تالف أو مفتوح',
  'priceReason.wrong_price': 'سعر خاطئ على الرف',
  'priceReason.last_piece': 'القطعة الأخيرة',
  'priceReason.goodwill': 'مجاملة للعميل',
  'priceReason.other': 'سبب آخر',
};
