import { promotionDocument } from '../../../domain/promotions/documents.ts';
import { VisuallyHidden } from '@mantine/core';
import { useStore } from 'zustand';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { IconCircleCheck, IconCreditCard } from '../../kit/icons.ts';
import { useDocumentList, useRegister } from '../../kit/register-context.tsx';
import { useCardTenders } from '../payment/use-card-tenders.ts';
import type { Cart } from './cart-state.ts';
import type { KeptSale } from './cart-lines.ts';
import { holdSale } from './use-held-sales.ts';
import { waitingBeside, waitingSalesOf } from './waiting-sales.ts';
import { words } from '../../../texts/words/words.ts';

export interface WaitingTabsProps {
  readonly cart: Cart;
  readonly cartId: string;
  readonly currency: string;
  readonly onProblem: (sentence: string | null) => void;
}

/** The sales that wait for a terminal, beside those that are held. What is on the counter is held when one of them comes back. */
export function WaitingTabs({ cart, cartId, currency, onProblem }: WaitingTabsProps) {
  const register = useRegister();
  const promotions = useDocumentList(promotionDocument);
  const waiting = waitingSalesOf(register, cart);
  const sales = waitingBeside(useStore(waiting.state), cartId);

  async function resume(id: string): Promise<void> {
    const problem = await holdSale(register, cart, promotions);
    onProblem(problem);
    if (problem === null) waiting.resume(id);
  }

  return sales.map((sale) => <WaitingTab key={sale.id} sale={sale} currency={currency} onResume={() => void resume(sale.id)} />);
}

interface WaitingTabProps {
  readonly sale: KeptSale;
  readonly currency: string;
  readonly onResume: () => void;
}

function WaitingTab({ sale, currency, onResume }: WaitingTabProps) {
  const isWaiting = useCardTenders(sale.id).some(({ state }) => state === 'running' || state === 'unknown' || state === 'giving_back');
  const amount = formatMoney(sale.paying?.sum.totalMinor ?? 0, currency);
  const Icon = isWaiting ? IconCreditCard : IconCircleCheck;
  const said = words(isWaiting ? 'payment.saleWaits' : 'payment.saleAnswered', { amount });
  return (
    <>
      <button type="button" data-answered={!isWaiting} onClick={onResume}>
        <Icon aria-hidden size={18} stroke={1.9} />
        <span>{said}</span>
      </button>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
