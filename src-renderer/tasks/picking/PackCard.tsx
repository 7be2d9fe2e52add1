import { Button } from '@mantine/core';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { replacedUnits } from '../../../domain/fulfillment/substitute.ts';
import { Instead } from '../../kit/Instead.tsx';
import { unitWords } from '../../kit/order-words.ts';
import { ShipDue } from './ShipDue.tsx';
import styles from './Picking.module.css';
import { ToteTile } from './ToteTile.tsx';
import { words } from '../../../texts/words/words.ts';

export interface PackCardProps {
  readonly order: FulfillmentOrder;
  /** Of its tote; null where it lies in none. */
  readonly letter: string | null;
  readonly onOpen: () => void;
}

/** One picked order, with what belongs in its parcels. */
export function PackCard({ order, letter, onOpen }: PackCardProps) {
  const missing = (line: FulfillmentOrder['lines'][number]) => line.short - replacedUnits(order, line);
  return (
    <li className={styles.card}>
      <div className={styles.bar}>
        <ToteTile letter={letter} />
        <div className={styles.cardHead}>
          <strong>{order.orderNumber}</strong>
          <span>{order.customer.name}</span>
          <ShipDue order={order} />
          {order.totes !== undefined && <span>{words('picking.inTotes', { codes: order.totes.join(', ') })}</span>}
        </div>
      </div>
      <ul className={styles.box}>
        {order.lines
          .filter((line) => line.picked > 0)
          .map((line) => (
            <li key={line.lineNo}>
              <strong>{line.picked} ×</strong> {line.name} <Instead order={order} line={line} />
              {missing(line) > 0 && ` ${words('picking.notFromHere', { units: unitWords(missing(line)) })}`}
            </li>
          ))}
      </ul>
      <Button size="lg" fullWidth aria-label={words('picking.packOrder', { number: order.orderNumber })} onClick={onOpen}>
        {words('picking.pack')}
      </Button>
    </li>
  );
}
