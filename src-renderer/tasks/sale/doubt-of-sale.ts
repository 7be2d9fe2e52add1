import { doubtCashGiven, doubtQuantity } from '../../../domain/doubts/doubts.ts';
import type { DoubtLimits } from '../../../domain/doubts/settings.ts';
import type { PricedSale } from '../../../domain/pricing/price-sale.ts';
import type { DoubtQuestion } from '../../kit/DoubtDialog.tsx';
import { doubtQuestion } from '../../kit/doubt-question.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { formatQuantity } from '../../../texts/say/format-quantity.ts';
import { words } from '../../../texts/words/words.ts';
import type { PaymentPlan } from '../payment/payment-plan.ts';

/** Cash that changes hands, in minor units. */
export interface CashHanded {
  readonly currency: string;
  /** What is due in cash, as it is rounded. */
  readonly dueMinor: number;
  /** What the customer gave, with what notes of other currencies are worth; null where nothing was entered. */
  readonly givenMinor: number | null;
}

/** The cash of a plan. */
export function cashHanded(currency: string, { cash, foreignMinor, givenMinor }: PaymentPlan): CashHanded {
  const isCash = givenMinor !== null || foreignMinor > 0;
  return { currency, dueMinor: Math.max(0, cash.roundedMinor), givenMinor: isCash ? (givenMinor ?? 0) + foreignMinor : null };
}

type Line = PricedSale['lines'][number];

/** Whole units: kilograms of what is weighed. */
const unitsOf = ({ quantity, quantityDecimals }: Line): number => quantity / 10 ** quantityDecimals;

function howMuch({ quantity, quantityDecimals, unit, name }: Line): string {
  if (quantityDecimals === 0) return words('sale.unitsOf', { count: quantity, name });
  return words('sale.weightOf', { weight: formatQuantity(quantity, quantityDecimals, unit), name });
}

/** What to ask once before a sale is completed; null when nothing of it is unusual. */
export function doubtOfSale(limits: DoubtLimits, priced: Pick<PricedSale, 'lines'>, cash: CashHanded): DoubtQuestion | null {
  const large = priced.lines.find((line) => doubtQuantity(limits, unitsOf(line)) !== null);
  const quantity = large === undefined ? null : doubtQuantity(limits, unitsOf(large));
  if (large !== undefined && quantity !== null) return doubtQuestion(quantity, howMuch(large));
  const { currency, dueMinor, givenMinor } = cash;
  const much = givenMinor === null ? null : doubtCashGiven(limits, dueMinor, givenMinor);
  return much && doubtQuestion(much, formatMoney((givenMinor ?? 0) - dueMinor, currency));
}
