import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { receiptOfOrderNumber } from '../../../domain/sale/order-number.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { Notice } from '../../kit/Notice.tsx';
import { unitWords } from '../../kit/order-words.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { type Stays, stayingOf } from './not-taken.ts';
import { words } from '../../../texts/words/words.ts';

/** Who gives the money of an order back, and how much, in minor units. */
export function refundWords({ orderNumber, currency }: FulfillmentOrder, amountMinor: number): string {
  const amount = formatMoney(amountMinor, currency);
  const receipt = receiptOfOrderNumber(orderNumber);
  return receipt === null ? words('pickup.refundByShop', { amount }) : words('pickup.refundAtReturns', { amount, receipt });
}

/** What becomes of goods that the customer does not take, and of their money. Nothing where all is taken. */
export function StayingNotice({ order, stays }: { readonly order: FulfillmentOrder; readonly stays: Stays }) {
  const { stockOf } = useRegister();
  const staying = stayingOf(order, stays);
  if (staying.length === 0) return null;
  const total = staying.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return (
    <Notice tone="warn">
      {staying.map(({ line, reason, quantity }) => {
        const bin = stockOf(line.sku)?.bin ?? words('picking.noBin');
        const goods = { name: line.name, units: unitWords(quantity) };
        return (
          <span key={`${line.lineNo} ${reason}`}>
            {reason === 'refused' ? words('pickup.refusedThen', { ...goods, bin }) : words('pickup.damagedThen', goods)}{' '}
          </span>
        );
      })}
      {refundWords(order, total)}
    </Notice>
  );
}
