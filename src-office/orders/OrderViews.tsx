import { words } from '../../texts/words/words.ts';
import { ORDER_VIEWS, type OrderViewName } from './order-filter.ts';
import styles from './Orders.module.css';

export interface OrderViewsProps {
  readonly chosen: OrderViewName;
  readonly onChoose: (view: OrderViewName) => void;
}

/** The ways to look at orders, each with the digit that chooses it. */
export function OrderViews({ chosen, onChoose }: OrderViewsProps) {
  return (
    <div className={styles.views} role="group" aria-label={words('orders.views')}>
      {ORDER_VIEWS.map((view, index) => (
        <button
          key={view}
          type="button"
          className={styles.view}
          aria-pressed={view === chosen}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => onChoose(view)}
        >
          {words(`orders.view.${view}`)}
          <kbd aria-hidden>{index + 1}</kbd>
        </button>
      ))}
    </div>
  );
}
