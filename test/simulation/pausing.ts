import { limitOrders, pauseOrders, resumeOrders } from '../../domain/capacity/change-capacity.ts';
import { storeCapacityDocument } from '../../domain/capacity/documents.ts';
import { PAUSE_REASONS, pauseAt } from '../../domain/capacity/store-capacity.ts';
import { act } from './act.ts';
import { NOTHING } from './books.ts';
import type { Person } from './person.ts';

/** Pauses new orders to ship, takes them again, or says how many a day the store takes. */
export async function pauseOrLimit(person: Person): Promise<void> {
  const { chance, device } = person;
  const [limits, reason, orders] = [chance.percent(30), chance.pick(PAUSE_REASONS), chance.percent(50) ? null : chance.int(1, 20)];
  const { storeId } = device.options.identity;
  await act(
    person,
    ({ reader }) => {
      if (limits) return limitOrders(orders);
      const known = reader.get(storeCapacityDocument, storeId);
      return pauseAt(known, Date.now()) === null ? pauseOrders(1, reason, Date.now()) : resumeOrders(known, Date.now());
    },
    () => NOTHING,
  );
}
