import { expect, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Product } from '../../domain/catalog/product.ts';
import type { OperationRequest } from '../../domain/registry/operations.ts';
import type { KnownCustomers } from '../../src-renderer/kit/customer-services.ts';
import type { RecordContext, SignInState, StoreView, SyncState } from '../../src-renderer/kit/register-services.ts';
import type { PriceInList } from '../../domain/price-lists/price-of.ts';
import { type CartServices, createCart } from '../../src-renderer/tasks/sale/cart.ts';

export const product: Product = {
  sku: 'A',
  gtin: null,
  name: 'Article A',
  brand: '',
  category: '',
  size: '',
  unitPrice: 100_000,
  taxClass: 'standard',
  minimumAge: null,
  soldBy: 'piece',
  tareGrams: 0,
};

/** A device that keeps drafts as text, and a journal of which the test says what is in it. */
export function counterDevice() {
  const kept = new Map<string, string>();
  const sales: number[] = [];
  const noted: OperationRequest[] = [];
  const signIn = createStore<SignInState>(() => ({ associate: null, pins: { status: 'valid' } }));
  const sync = createStore<SyncState>(() => ({
    connection: { status: 'connecting' },
    lastContactAt: null,
    replicaCompleteAt: null,
    sendTrouble: null,
    pending: 0,
    lastSeq: 0,
    journal: 'whole',
    disk: 'fine',
    renewing: false,
    clock: null,
    forkHandedOver: false,
  }));
  return {
    sync,
    loadDraft: (name: string) => Promise.resolve(JSON.parse(kept.get(name) ?? 'null') as unknown),
    saveDraft: (name: string, draft: unknown) => void kept.set(name, JSON.stringify(draft)),
    soldSince: (seq: number) => Promise.resolve(sales.some((sale) => sale > seq)),
    noted,
    signIn,
    /** The catalog and the prices of lists, which a test may fill. */
    catalog: { product: (_sku: string): Product | undefined => undefined } as CartServices['catalog'],
    customers: { state: createStore<KnownCustomers>(() => ({ told: new Map(), changed: new Map() })) } as CartServices['customers'],
    prices: { pricesOf: (_sku: string): readonly PriceInList[] => [] },
    view: createStore<StoreView>(
      () => ({ company: { currency: 'USD' }, store: null, documents: new Map() as StoreView['documents'] }) as StoreView,
    ),
    record: ((decide) => {
      const decision = decide({} as RecordContext);
      if (decision.ok) noted.push(decision.value);
      return Promise.resolve({ ok: false, refusal: 'storage_full' });
    }) as CartServices['record'],
    /** Another operation is in the journal. */
    append(type: 'sale' | 'other') {
      const lastSeq = sync.getState().lastSeq + 1;
      sync.setState({ lastSeq });
      if (type === 'sale') sales.push(lastSeq);
    },
  };
}

/** A cart on a device, once it has looked for its draft. */
export async function cartOn(drafts: ReturnType<typeof counterDevice>) {
  const cart = createCart(drafts);
  await vi.waitFor(() => expect(cart.state.getState().ready).toBe(true));
  return cart;
}
