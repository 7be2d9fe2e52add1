import { describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Product } from '../../domain/catalog/product.ts';
import type { SyncState } from '../app/register-services.ts';
import { createCart } from './cart.ts';

const product: Product = {
  sku: 'A', gtin: null, name: 'Article A', brand: '', category: '', size: '', unitPrice: 100_000, taxClass: 'standard',
};

/** A device that keeps drafts as text, and a journal of which the test says what is in it. */
function device() {
  const kept = new Map<string, string>();
  const sales: number[] = [];
  const sync = createStore<SyncState>(() => ({
    connection: { status: 'connecting' }, lastContactAt: null, replicaCompleteAt: null, sendTrouble: null, pending: 0, lastSeq: 0, journal: 'whole', disk: 'fine', renewing: false, forkHandedOver: false,
  }));
  return {
    sync,
    loadDraft: (name: string) => Promise.resolve(JSON.parse(kept.get(name) ?? 'null') as unknown),
    saveDraft: (name: string, draft: unknown) => void kept.set(name, JSON.stringify(draft)),
    soldSince: (seq: number) => Promise.resolve(sales.some((sale) => sale > seq)),
    /** Another operation is in the journal. */
    record(type: 'sale' | 'other') {
      const lastSeq = sync.getState().lastSeq + 1;
      sync.setState({ lastSeq });
      if (type === 'sale') sales.push(lastSeq);
    },
  };
}

async function opened(drafts: ReturnType<typeof device>) {
  const cart = createCart(drafts);
  await vi.waitFor(() => expect(cart.state.getState().ready).toBe(true));
  return cart;
}

describe('the cart', () => {
  it('is found again after a crash, and says so', async () => {
    const drafts = device();
    const before = await opened(drafts);
    before.add(product);
    before.add(product, 2);
    const after = await opened(drafts);
    expect(after.state.getState()).toMatchObject({ restored: true, lines: before.state.getState().lines });
    expect(after.state.getState().lines[0]?.quantity).toBe(3);
  });

  it('is not found again after it was cleared', async () => {
    const drafts = device();
    const before = await opened(drafts);
    before.add(product);
    expect(before.clear()).toHaveLength(1);
    expect((await opened(drafts)).state.getState()).toMatchObject({ restored: false, lines: [] });
  });

  it('[J1] is not sold twice when the app died between the record and the clearing', async () => {
    const drafts = device();
    drafts.record('sale');
    const before = await opened(drafts);
    before.add(product);
    drafts.record('other');
    drafts.record('sale');
    expect((await opened(drafts)).state.getState().lines).toEqual([]);
  });

  it('is found again when the app died before the record, whatever was recorded before or beside it', async () => {
    const drafts = device();
    drafts.record('sale');
    const before = await opened(drafts);
    before.add(product);
    drafts.record('other');
    expect((await opened(drafts)).state.getState().lines).toHaveLength(1);
  });

  it('keeps what was scanned while the draft was being read', async () => {
    const drafts = device();
    (await opened(drafts)).add(product);
    const cart = createCart(drafts);
    cart.add({ ...product, sku: 'B' });
    await vi.waitFor(() => expect(cart.state.getState().ready).toBe(true));
    expect(cart.state.getState().lines.map((line) => line.sku)).toEqual(['B']);
  });
});
