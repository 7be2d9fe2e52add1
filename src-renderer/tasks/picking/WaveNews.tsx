import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import type { Wave } from '../../../domain/fulfillment/wave.ts';
import { Notice } from '../../kit/Notice.tsx';
import { formatWhen } from '../../kit/order-words.ts';
import { useView } from '../../kit/register-context.tsx';
import type { Waves } from './use-waves.ts';
import { words } from '../../../texts/words/words.ts';

/** Waves that colleagues took over from whoever is signed in. */
export function TakenOverWaves({ waves, nameOf }: { readonly waves: readonly Wave[]; readonly nameOf: Waves['nameOf'] }) {
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  return waves.map(({ id, pickerId, since }) => (
    <Notice key={id} tone="warn">
      {words('picking.takenOver', { name: nameOf(pickerId), time: formatWhen(since, timezone) })}
    </Notice>
  ));
}

export interface LostOrdersProps {
  readonly lost: readonly { readonly order: FulfillmentOrder; readonly pickerId: string | null }[];
  readonly nameOf: Waves['nameOf'];
}

/** Orders of a wave that a colleague had first: what was taken for them is to be put back. */
export function LostOrders({ lost, nameOf }: LostOrdersProps) {
  if (lost.length === 0) return null;
  return (
    <Notice tone="warn">
      {lost.map(({ order, pickerId }) => words('picking.lostTo', { number: order.orderNumber, name: nameOf(pickerId) })).join(' ')}
    </Notice>
  );
}
