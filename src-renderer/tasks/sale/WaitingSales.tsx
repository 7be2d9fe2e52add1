import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { formatMoney } from '../../kit/format-money.ts';
import { formatMoment } from '../../kit/format-time.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister, useView } from '../../kit/register-context.tsx';
import { useTenders } from '../payment/use-tenders.ts';
import type { Cart } from './cart.ts';
import type { KeptSale } from './cart-lines.ts';
import { waitingBeside, waitingSalesOf } from './waiting-sales.ts';
import { words } from '../../words/words.ts';

export interface WaitingSalesProps {
  readonly cart: Cart;
  readonly cartId: string;
  readonly currency: string;
}

/** The sales that wait for a terminal, each with what is known of it, and the way back to it. */
export function WaitingSales({ cart, cartId, currency }: WaitingSalesProps) {
  const waiting = waitingSalesOf(useRegister(), cart);
  const sales = waitingBeside(useStore(waiting.state), cartId);
  return sales.map((sale) => <WaitingOne key={sale.id} sale={sale} currency={currency} onResume={() => waiting.resume(sale.id)} />);
}

interface WaitingOneProps {
  readonly sale: KeptSale;
  readonly currency: string;
  readonly onResume: () => void;
}

function WaitingOne({ sale, currency, onResume }: WaitingOneProps) {
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const isWaiting = useTenders(sale.id).some(({ state }) => state === 'running' || state === 'unknown' || state === 'giving_back');
  const since = sale.begun === null ? '' : formatMoment(new Date(sale.begun.at).toISOString(), timezone);
  const amount = formatMoney(sale.paying?.sum.totalMinor ?? 0, currency);
  return (
    <Notice
      tone={isWaiting ? 'warn' : 'good'}
      action={
        <Button variant={isWaiting ? 'default' : 'filled'} onClick={onResume}>
          {words('payment.resumeSale')}
        </Button>
      }
    >
      {words(isWaiting ? 'payment.saleWaits' : 'payment.saleAnswered', { amount, since })}
    </Notice>
  );
}
