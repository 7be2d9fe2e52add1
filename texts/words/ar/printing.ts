import type { printing as english } from '../en/printing.ts';
import type { Translated } from '../message.ts';

export const printing: Translated<typeof english> = {
  'printer.printing': 'جارٍ الطباعة …',
  'printer.printed': 'تمت الطباعة.',
  'printer.paperLow': 'غيّر لفافة الورق قريبًا.',
  'printer.signature': 'التوقيع',
  'printer.again': 'الطباعة مجددًا',
  'printer.onLabels': 'اطبع على ملصقات',
  'printer.byBrowser': 'الطباعة عبر المتصفح',
  'printer.pdf': 'PDF أو الطباعة عبر المتصفح',
  'printer.pdf.save': 'الحفظ بصيغة PDF',
  'printer.pdf.saved': 'حُفظ ملف PDF.',
  'printer.pdf.diskFull': 'لم يُحفظ ملف PDF: لا مساحة على القرص.',
  'printer.pdf.failed': 'تعذر حفظ ملف PDF هناك. اختر مكانًا آخر.',
  'printer.notReachable': 'لا يمكن الوصول إلى الطابعة. لم يُطبع شيء.',
  'printer.not.paper_out': 'لا ورق في الطابعة. ضع ورقًا ثم اطبع مجددًا.',
  'printer.not.cover_open': 'غطاء الطابعة مفتوح. أغلقه ثم اطبع مجددًا.',
  'printer.not.failed': 'في الطابعة خطأ. افحصها ثم اطبع مجددًا.',
  'printer.not.silent': 'الطابعة لا تجيب. لم يُطبع شيء.',
  'printer.unsure.paper_out': 'نفد الورق أثناء الطباعة. انظر إلى ما خرج قبل أن تطبع مجددًا.',
  'printer.unsure.cover_open': 'فُتح الغطاء أثناء الطباعة. انظر إلى ما خرج قبل أن تطبع مجددًا.',
  'printer.unsure.failed': 'حدث خطأ أثناء الطباعة. انظر إلى ما خرج قبل أن تطبع مجددًا.',
  'printer.unsure.silent': 'لم تؤكد الطابعة الطباعة. انظر إلى ما خرج قبل أن تطبع مجددًا.',
};
