import type { Doubt } from '../../domain/doubts/doubts.ts';
import type { DoubtQuestion } from './DoubtDialog.tsx';
import { words } from '../../texts/words/words.ts';

/** What a person is asked about a doubt. @param what the amount or the units in question, in words. */
export function doubtQuestion(doubt: Doubt, what: string): DoubtQuestion {
  const ask = (title: string, text: string): DoubtQuestion => ({ title, text, confirm: words('doubt.confirm'), back: words('doubt.back') });
  switch (doubt) {
    case 'much_change':
      return ask(words('doubt.muchChange', { what }), words('doubt.muchChangeText'));
    case 'large_float':
      return ask(words('doubt.largeFloat', { what }), words('doubt.largeFloatText'));
    case 'large_quantity':
      return ask(words('doubt.largeQuantity', { what }), words('doubt.largeQuantityText'));
    case 'refund_above_drawer':
      return ask(words('doubt.refundAboveDrawer', { what }), words('doubt.refundAboveDrawerText'));
    case 'large_write_off':
      return ask(words('doubt.writeOff', { what }), words('doubt.largeWriteOffText'));
    case 'write_off_above_stock':
      return ask(words('doubt.writeOff', { what }), words('doubt.writeOffAboveStockText'));
  }
}
