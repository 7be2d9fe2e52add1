import { useState } from 'react';
import type { SaleOrderFulfillment } from '../../../../domain/sale-orders/sale-order.ts';
import { orderOffline } from '../../../../domain/sale/settings.ts';
import { available } from '../../../../domain/stock/stock.ts';
import { useRegister, useSetting } from '../../../kit/register-context.tsx';
import { words } from '../../../../texts/words/words.ts';
import side from '../side/SidePanel.module.css';
import { SideProblem } from '../side/SideProblem.tsx';
import styles from './Order.module.css';
import { placeWords } from './order-words.ts';
import { useNearbyStock } from './use-nearby-stock.ts';

export interface OrderWaysProps {
  readonly sku: string;
  readonly quantity: number;
  readonly onShip: () => void;
  readonly onPickup: (fulfillment: SaleOrderFulfillment) => void;
}

interface WayProps {
  readonly name: string;
  readonly detail: string;
  /** Units that may be promised now; null where nobody can say. */
  readonly has: number | null;
  readonly wanted: number;
  readonly isFirst?: boolean;
  readonly onChoose: () => void;
}

/** One way for the goods to reach the customer, with what there is for it now. */
function Way({ name, detail, has, wanted, isFirst, onChoose }: WayProps) {
  const isShort = has !== null && has < wanted;
  return (
    <button type="button" className={styles.way} data-first={isFirst || undefined} data-short={isShort || undefined} onClick={onChoose}>
      <span>
        <bdi>{name}</bdi>
        <small>{isShort ? words('saleOrder.restWaits', { count: wanted - has }) : detail}</small>
      </span>
      {has !== null && <strong>{words('saleOrder.available', { count: has })}</strong>}
    </button>
  );
}

/**
 * How goods that are not handed over can reach the customer. The server says at once what there is. Without it nobody can say, and the
 * company decides by a setting whether money is taken all the same.
 */
export function OrderWays({ sku, quantity, onShip, onPickup }: OrderWaysProps) {
  const { identity, stockOf } = useRegister();
  const answer = useNearbyStock(sku);
  const offline = useSetting(orderOffline);
  const [now] = useState(Date.now);
  if (answer === 'asking') return <p className={side.text}>{words('saleOrder.asking')}</p>;
  if (answer === null && offline === 'refused') return <SideProblem>{words('saleOrder.needsConnection')}</SideProblem>;
  const level = stockOf(sku);
  const here = { storeId: identity.storeId, storeName: identity.storeName };
  return (
    <div className={styles.ways} role="group" aria-label={words('saleOrder.how')}>
      {answer === null && <SideProblem>{words('saleOrder.wish')}</SideProblem>}
      <Way
        name={words('saleOrder.ship')}
        detail={words('saleOrder.shipDetail')}
        has={answer?.availableInAll ?? null}
        wanted={quantity}
        isFirst
        onChoose={onShip}
      />
      <Way
        name={words('saleOrder.pickupHere')}
        detail={words('saleOrder.pickupHereDetail')}
        has={answer === null ? null : level === undefined ? 0 : Math.max(0, available(level))}
        wanted={quantity}
        onChoose={() => onPickup({ kind: 'pickup', ...here })}
      />
      {(answer?.items ?? [])
        .filter(({ kind }) => kind === 'store')
        .map((place) => (
          <Way
            key={place.locationId}
            name={words('saleOrder.pickupAt', { store: place.name })}
            detail={placeWords(place, now)}
            has={place.available}
            wanted={quantity}
            onChoose={() => onPickup({ kind: 'pickup', storeId: place.locationId, storeName: place.name })}
          />
        ))}
    </div>
  );
}
