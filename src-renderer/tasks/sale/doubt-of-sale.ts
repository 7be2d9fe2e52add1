import { doubtCashGiven, doubtQuantity } from '../../../domain/doubts/doubts.ts';
import type { DoubtLimits } from '../../../domain/doubts/settings.ts';
import { cashDue } from '../../../domain/payments/cash-rounding.ts';
import type { PricedSale } from '../../../domain/pricing/price-sale.ts';
import type { DoubtQuestion } from '../../kit/DoubtDialog.tsx';
import { doubtQuestion } from '../../kit/doubt-question.ts';
import { formatMoney } from '../../kit/format-money.ts';
import type { CounterRules } from './price-cart.ts';
import { words } from '../../words/words.ts';

type DoubtCounter = Pick<CounterRules, 'currency' | 'cashRounding'>;

/** What to ask once before a sale is completed; null when nothing of it is unusual. @param givenMinor NaN when it was no amount. */
export function doubtOfSale(limits: DoubtLimits, priced: PricedSale, givenMinor: number, counter: DoubtCounter): DoubtQuestion | null {
  const large = priced.lines.find((line) => doubtQuantity(limits, line.quantity) !== null);
  const quantity = large === undefined ? null : doubtQuantity(limits, large.quantity);
  if (large !== undefined && quantity !== null)
    return doubtQuestion(quantity, words('sale.unitsOf', { count: large.quantity, name: large.name }));
  const { roundedMinor } = cashDue(priced.totalMinor, 0, counter.cashRounding);
  const cash = doubtCashGiven(limits, roundedMinor, givenMinor);
  return cash && doubtQuestion(cash, formatMoney(givenMinor - roundedMinor, counter.currency));
}
