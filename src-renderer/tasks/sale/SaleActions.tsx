import { IconTrash } from '../../kit/icons.ts';
import type { Cart, CartState } from './cart.ts';
import styles from './SaleActions.module.css';
import { words } from '../../words/words.ts';

export interface SaleActionsProps {
  readonly cart: Cart;
  readonly state: CartState;
  readonly onClear: () => void;
}

/** What can be done with the marked line, and with the whole sale. */
export function SaleActions({ cart, state, onClear }: SaleActionsProps) {
  const marked = state.lines.find(({ id }) => id === state.touched);
  return (
    <div className={styles.actions}>
      <button
        type="button"
        disabled={marked === undefined}
        aria-label={marked === undefined ? undefined : words('sale.remove', { name: marked.name })}
        aria-keyshortcuts="Delete"
        onClick={() => marked !== undefined && cart.setQuantity(marked.id, 0)}
      >
        {words('counter.removeLine')}
      </button>
      <button type="button" className={styles.bad} disabled={state.lines.length === 0} onClick={onClear}>
        <IconTrash aria-hidden size={18} stroke={1.9} />
        {words('sale.clear')}
      </button>
    </div>
  );
}
