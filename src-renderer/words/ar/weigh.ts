import type { weigh as english } from '../en/weigh.ts';
import type { Translated } from '../message.ts';

export const weigh: Translated<typeof english> = {
  'weigh.title': 'وزن: {name}',
  'weigh.perKilogram': '{price} للكيلوغرام',
  'weigh.onScale': 'على الميزان',
  'weigh.net': 'صافٍ، دون الوعاء',
  'weigh.type': 'أو اكتب الوزن (كغ)',
  'weigh.typeAlone': 'الوزن (كغ)',
  'weigh.take': 'أخذ {weight}',
  'weigh.takeTyped': 'أخذ الوزن المكتوب',
  'weigh.zero': 'تصفير الميزان',
  'weigh.notSold': 'عدم بيعه',
  'weigh.wrong': 'اكتب الوزن بالكيلوغرام، مثل 0.640. الحد الأقصى 99.999.',
  'weigh.oneAtATime': 'زِن «{name}» أولًا أو أغلقه. يُوزن صنف واحد في كل مرة.',
  'weigh.first': 'لم يُوزن «{name}» بعد. زِنه أو أغلقه.',
  'weigh.stable': 'الوزن مستقر.',
  'weigh.no.away': 'الميزان لا يستجيب. اكتب الوزن، أو زِن على ميزان آخر.',
  'weigh.no.empty': 'ضع البضاعة على الميزان.',
  'weigh.no.moving': 'انتظر حتى يستقر الميزان.',
  'weigh.no.negative': 'يعرض الميزان أقل من الصفر. ارفع كل شيء ثم صفّره.',
  'weigh.no.used': 'بيع هذا الوزن من قبل. ارفع البضاعة عن الميزان ثم ضع التالية.',
  'weigh.no.over_load': 'الحمل أثقل مما يحتمل الميزان. ارفع شيئًا منه.',
  'weigh.no.under_load': 'خفيف جدًا: ينقص شيء على الميزان. ضع كفته ثم صفّره.',
  'weigh.no.other_unit': 'لا يعرض الميزان كيلوغرامات أو غرامات كاملة. حوّله إلى كغ أو اكتب الوزن.',
  'weigh.no.fault': 'يبلغ الميزان عن عطل. اكتب الوزن واطلب فحص الميزان.',
};
