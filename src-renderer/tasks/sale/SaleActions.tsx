import { useState } from 'react';
import { IconDiscount, IconNote, IconPlayerPause, IconTrash, IconTruck } from '../../kit/icons.ts';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';
import type { Cart, CartState } from './cart-state.ts';
import styles from './SaleActions.module.css';
import type { SideState } from './use-side.ts';
import { words } from '../../../texts/words/words.ts';

export interface SaleActionsProps {
  readonly cart: Cart;
  readonly state: CartState;
  readonly side: SideState;
  /** Puts the cursor back into the scan field. */
  readonly onDone: () => void;
  readonly onHold: () => void;
  readonly onClear: (reason: string) => void;
}

/** Why a sale is given up: codes that the journal keeps. */
const VOID_REASONS = ['customer_left', 'wrong_goods', 'too_expensive', 'other'] as const;

type VoidReason = (typeof VOID_REASONS)[number];

const voidReasons = () => Object.fromEntries(VOID_REASONS.map((one) => [one, words(`voidReason.${one}`)])) as Record<VoidReason, string>;

/** What can be done with the marked line, and with the whole sale. */
export function SaleActions({ cart, state, side, onDone, onHold, onClear }: SaleActionsProps) {
  const { marked, open } = side;
  const [isVoiding, setVoiding] = useState(false);
  const isEmpty = state.lines.length === 0;
  return (
    <div className={styles.actions} role="group" aria-label={words('counter.actions')}>
      <button type="button" disabled={isEmpty} aria-keyshortcuts="Alt+D" onClick={() => open({ kind: 'price', on: 'line' })}>
        <IconDiscount aria-hidden size={18} stroke={1.9} />
        {words('counter.discount')}
      </button>
      <button
        type="button"
        disabled={marked === null}
        aria-keyshortcuts="Alt+O"
        onClick={() => marked !== null && open({ kind: 'order', lineId: marked.id })}
      >
        <IconTruck aria-hidden size={18} stroke={1.9} />
        {words('saleOrder.order')}
      </button>
      <button
        type="button"
        disabled={marked === null}
        aria-keyshortcuts="Alt+N"
        onClick={() => marked !== null && open({ kind: 'note', lineId: marked.id })}
      >
        <IconNote aria-hidden size={18} stroke={1.9} />
        {words('counter.note')}
      </button>
      <button
        type="button"
        disabled={marked === null}
        aria-label={marked === null ? undefined : words('sale.remove', { name: marked.name })}
        aria-keyshortcuts="Delete"
        onClick={() => (marked !== null && cart.setQuantity(marked.id, 0), onDone())}
      >
        {words('counter.removeLine')}
      </button>
      <button type="button" disabled={isEmpty || state.paying !== null} aria-keyshortcuts="F5" onClick={onHold}>
        <IconPlayerPause aria-hidden size={18} stroke={1.9} />
        {words('counter.hold')}
      </button>
      <button type="button" className={styles.bad} disabled={isEmpty} onClick={() => setVoiding(true)}>
        <IconTrash aria-hidden size={18} stroke={1.9} />
        {words('sale.clear')}
      </button>
      <ReasonDialog
        question={isVoiding ? { title: words('counter.voidTitle'), explanation: words('counter.voidText') } : null}
        reasons={voidReasons()}
        onChoose={(reason) => (setVoiding(false), onClear(reason))}
        onClose={() => setVoiding(false)}
      />
    </div>
  );
}
