import type { display as english } from '../en/display.ts';
import type { Translated } from '../message.ts';

export const display: Translated<typeof english> = {
  'display.title': 'شاشة العميل',
  'display.close': 'إغلاق شاشة العميل',
  'display.welcome': 'أهلاً وسهلاً',
  'display.thanks': 'شكراً لك!',
  'display.closed': 'هذا الصندوق مغلق',
  'display.closedText': 'يرجى التوجه إلى صندوق آخر.',
  'display.gone': 'لحظة من فضلك',
  'display.goneText': 'سنكون معك بعد قليل.',
  'display.goods': 'مشترياتك',
  'display.times': '{count} × {price}',
  'display.poleClosed': 'مغلق',
  'display.poleWelcome': 'أهلاً',
  'display.saved': 'وفّرت',
};
