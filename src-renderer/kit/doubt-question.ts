import type { Doubt } from '../../domain/base/limits.ts';
import type { DoubtQuestion } from './DoubtDialog.tsx';

/** What a person is asked about a doubt. @param what the amount or the units in question, in words. */
export function doubtQuestion(doubt: Doubt, what: string): DoubtQuestion {
  const ask = (title: string, text: string): DoubtQuestion => ({ title, text, confirm: 'It is right', back: 'Change it' });
  switch (doubt) {
    case 'much_change':
      return ask(`${what} in change?`, 'That is far more than this sale. Check the cash given.');
    case 'large_float':
      return ask(`A float of ${what}?`, 'That is more cash than a drawer usually begins with. Check the figures.');
    case 'large_quantity':
      return ask(`${what}?`, 'That is more than is usually sold at once. Check the quantity.');
    case 'refund_above_drawer':
      return ask(`A refund of ${what}?`, 'That is more than there should be in the drawer.');
    case 'large_write_off':
      return ask(`Take ${what} off the books?`, 'That is a lot for one decision. Check the units.');
    case 'write_off_above_stock':
      return ask(`Take ${what} off the books?`, 'The books do not have so many: the stock would fall below zero. Check the units.');
  }
}
