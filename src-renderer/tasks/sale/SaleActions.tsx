import { IconDiscount, IconNote, IconTrash } from '../../kit/icons.ts';
import type { Cart, CartState } from './cart.ts';
import styles from './SaleActions.module.css';
import type { SideState } from './use-side.ts';
import { words } from '../../words/words.ts';

export interface SaleActionsProps {
  readonly cart: Cart;
  readonly state: CartState;
  readonly side: SideState;
  readonly onClear: () => void;
}

/** What can be done with the marked line, and with the whole sale. */
export function SaleActions({ cart, state, side, onClear }: SaleActionsProps) {
  const { marked, open } = side;
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
        onClick={() => marked !== null && cart.setQuantity(marked.id, 0)}
      >
        {words('counter.removeLine')}
      </button>
      <button type="button" className={styles.bad} disabled={isEmpty} onClick={onClear}>
        <IconTrash aria-hidden size={18} stroke={1.9} />
        {words('sale.clear')}
      </button>
    </div>
  );
}
