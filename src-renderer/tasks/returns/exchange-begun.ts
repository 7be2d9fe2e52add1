import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RegisterServices } from '../../kit/register-services.ts';
import type { ExchangeDraft } from './return-draft.ts';

type Begun = StoreApi<ExchangeDraft | null>;

const known = new WeakMap<object, Begun>();

/** The return that is to become an exchange, until the sale on the counter has it; null while there is none. It outlives the screen. */
export function exchangeBegunAt(services: Pick<RegisterServices, 'saveDraft'>): Begun {
  const found = known.get(services);
  if (found !== undefined) return found;
  const made = createStore<ExchangeDraft | null>(() => null);
  known.set(services, made);
  return made;
}
