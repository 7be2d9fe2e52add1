import { hasEnded } from '../../domain/fulfillment/fulfillment-order.ts';
import { haveLeft } from '../../domain/fulfillment/on-order.ts';
import type { OrderAnswer } from '../../domain/orders/order-request.ts';
import { statusWords } from '../../src-renderer/kit/order-words.ts';
import { formatMoney } from '../../texts/say/format-money.ts';
import { words } from '../../texts/words/words.ts';
import styles from './OrderSheet.module.css';
import { usePlaces } from './use-places.ts';

/** What was ordered, and where each part of it is. */
export function OrderLines({ order }: { readonly order: OrderAnswer }) {
  const { nameOf } = usePlaces();
  // What a location gave up is in the story; here stands who has it now.
  const parts = order.fulfillmentOrders.filter((part) => !hasEnded(part) || haveLeft(part));
  return (
    <ul className={styles.lines}>
      {order.lines.map((line) => (
        <li key={line.lineNo}>
          <span>
            <strong>{words('orders.line', { count: line.quantity, name: line.name })}</strong>
            {parts.flatMap(({ id, locationId, state, lines }) =>
              lines
                .filter((one) => one.lineNo === line.lineNo && one.quantity > one.short)
                .map((one) => (
                  <small key={id}>
                    {words('orders.lineFrom', { count: one.quantity - one.short, place: nameOf(locationId), status: statusWords(state) })}
                  </small>
                )),
            )}
            {line.backordered > 0 && <small data-tone="soon">{words('orders.lineWaits', { count: line.backordered })}</small>}
            {line.cancelled > 0 && <small data-tone="soon">{words('orders.lineCancelled', { count: line.cancelled })}</small>}
          </span>
          <span className={styles.amount}>{formatMoney(line.totalMinor, order.currency)}</span>
        </li>
      ))}
    </ul>
  );
}
