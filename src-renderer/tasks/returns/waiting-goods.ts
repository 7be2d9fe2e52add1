import { SET_ASIDE_FOR, type SetAside } from '../../../domain/stock/set-aside.ts';

/** What waits, by purpose and then by name, so that a trip to one shelf settles all of it. */
export function waitingGoods(all: Iterable<SetAside>): SetAside[] {
  const waiting = [...all].filter(({ quantity }) => quantity > 0);
  const place = ({ purpose }: SetAside) => SET_ASIDE_FOR.indexOf(purpose);
  return waiting.sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}
