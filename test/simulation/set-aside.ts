import type { ReturnLine } from '../../domain/returns/return.ts';
import { SET_ASIDE_OUTCOMES, setAsideDocument, settleSetAside } from '../../domain/stock/set-aside.ts';
import { documentsOf } from '../../src-renderer/kit/register-services.ts';
import { act, servicesOf } from './act.ts';
import { type Deed, NOTHING } from './books.ts';
import type { Person } from './person.ts';

/** What goods that came back are set aside for, by hand. */
export const ASIDE = ['vendor', 'other_location', 'quarantine', 'refurbish'] as const;

/** What a person lays aside of goods that came back. */
export function asideOf(lines: readonly ReturnLine[]): NonNullable<Deed['aside']> {
  return lines.flatMap(({ kind, orderId, disposition, sku, quantity }) =>
    kind === 'goods' && orderId === null && disposition !== 'restock' && disposition !== 'damaged'
      ? [{ purpose: disposition, sku, units: quantity }]
      : [],
  );
}

/** Decides what becomes of goods that wait. */
export async function settleGoods(person: Person): Promise<void> {
  const { chance } = person;
  const view = servicesOf(person)?.view.getState();
  const waiting = view === undefined ? [] : [...documentsOf(view, setAsideDocument).values()].filter(({ quantity }) => quantity > 0);
  waiting.sort((a, b) => (a.id < b.id ? -1 : 1));
  const one = waiting[chance.int(0, Math.max(0, waiting.length - 1))];
  const outcome = chance.pick(SET_ASIDE_OUTCOMES);
  const wanted = chance.int(1, 3);
  if (one === undefined) return;
  const { sku, purpose } = one;
  const quantity = Math.min(wanted, one.quantity);
  await act(
    person,
    ({ reader }) => settleSetAside(reader, one.storeId, { sku, purpose, quantity, outcome }),
    () => ({ ...NOTHING, shelf: outcome === 'shelf' ? [{ sku, units: quantity }] : [], aside: [{ purpose, sku, units: -quantity }] }),
  );
}
