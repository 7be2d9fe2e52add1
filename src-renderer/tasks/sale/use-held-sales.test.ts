import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { DocumentMap } from '../../../domain/base/document-map.ts';
import { accept } from '../../../domain/base/result.ts';
import { heldSaleDocument } from '../../../domain/held-sales/documents.ts';
import type { HeldSale } from '../../../domain/held-sales/held-sale.ts';
import { heldSaleTaken, saleHeld } from '../../../domain/held-sales/operations.ts';
import { promotion } from '../../../domain/promotions/promotion.ts';
import type { OperationRequest } from '../../../domain/registry/operations.ts';
import { cartOn, counterDevice, product } from '../../../test/support/counter-device.ts';
import { operationOf, STORE } from '../../../test/support/examples.ts';
import type { Decide, RecordContext, RegisterIdentity, StoreView } from '../../kit/register-services.ts';
import type { CartState } from './cart-state.ts';
import { alsoTakenBy, holdSale, inTwoPlaces, noteTaken, resumeSale } from './use-held-sales.ts';

const identity: RegisterIdentity = { registerId: 'R1', storeId: STORE, storeName: 'S', prefix: 'A1' };

/** A register whose journal takes everything, and shows it. */
function journal(refusal: 'storage_full' | null = null) {
  const reader = new DocumentMap();
  const recorded: OperationRequest[] = [];
  return {
    identity,
    recorded,
    view: createStore<StoreView>(() => ({ company: { currency: 'USD' } }) as StoreView),
    held: () => [...reader.all(heldSaleDocument).values()],
    record(decide: Decide) {
      const decision = decide({ reader } as unknown as RecordContext);
      if (!decision.ok) return Promise.resolve(decision);
      if (refusal !== null) return Promise.resolve({ ok: false, refusal } as const);
      recorded.push(decision.value);
      const operation = operationOf(decision.value as never);
      const effects = saleHeld.is(operation)
        ? saleHeld.apply(reader, operation)
        : heldSaleTaken.is(operation)
          ? heldSaleTaken.apply(reader, operation)
          : [];
      for (const sale of heldSaleDocument.in(effects)) reader.with(heldSaleDocument, sale);
      return Promise.resolve(accept(operation as never));
    },
  };
}

describe('a sale that is held', () => {
  it('[J1] leaves the counter once the journal has it, and comes back as it was', async () => {
    const cart = await cartOn(counterDevice());
    const store = journal();
    cart.setCustomer('C1');
    cart.usePoints(40);
    cart.add(product, 2);
    const { id } = cart.state.getState();
    cart.reprice({ lines: cart.state.getState().lines, saleDiscount: { basisPoints: 500, reason: 'goodwill', approvedBy: 'M' } });
    const { lines, saleDiscount } = cart.state.getState();
    expect(await holdSale(store, cart, [])).toBeNull();
    expect(cart.state.getState()).toMatchObject({ lines: [], saleDiscount: null, customerId: null, points: null });
    const [held] = store.held();
    if (held === undefined) throw new Error('Nothing was held.');
    expect(held).toMatchObject({ id, prefix: 'A1' });
    resumeSale(cart, held, []);
    expect(cart.state.getState()).toMatchObject({ lines, saleDiscount, heldSaleId: id, customerId: 'C1', points: 40 });
    expect(cart.state.getState().id).not.toBe(id);
    expect(await noteTaken(store, held.id)).toBeNull();
    expect(store.recorded.map(({ type }) => type)).toEqual([saleHeld.type, heldSaleTaken.type]);
    expect(await noteTaken(store, held.id)).not.toBeNull();
  });

  it('[A2] brings its coupons to another register, and tells nobody their codes', async () => {
    const promotions = [
      promotion.parse({
        ...{ kind: 'sale_percent', id: 'P', name: 'P', everything: true, basisPoints: 1000 },
        ...{ startsOn: '2026-01-01', endsOn: '2026-12-31', codes: ['WINTER-4821', 'OTHER'] },
      }),
    ];
    const cart = await cartOn(counterDevice());
    const store = journal();
    cart.setCodes(['WINTER-4821']);
    cart.add(product);
    await holdSale(store, cart, promotions);
    expect(cart.state.getState().codes).toEqual([]);
    const [held] = store.held();
    if (held === undefined) throw new Error('Nothing was held.');
    expect(JSON.stringify(held)).not.toContain('WINTER');
    const elsewhere = await cartOn(counterDevice());
    resumeSale(elsewhere, held, promotions);
    expect(elsewhere.state.getState().codes).toEqual(['WINTER-4821']);
  });

  it('stays on the counter when the journal does not take it, while it is being paid, and when there is nothing to hold', async () => {
    const cart = await cartOn(counterDevice());
    expect(await holdSale(journal(), cart, [])).toBeNull();
    cart.add(product);
    expect(await holdSale(journal('storage_full'), cart, [])).not.toBeNull();
    expect(cart.state.getState().lines).toHaveLength(1);
    cart.pay({ lines: [], totalMinor: 100, taxMinor: 0, coupons: [] });
    const store = journal();
    await holdSale(store, cart, []);
    expect([cart.state.getState().lines.length, store.recorded.length]).toEqual([1, 0]);
  });

  it('is found again after a restart of the counter that names it', async () => {
    const drafts = counterDevice();
    const cart = await cartOn(drafts);
    const store = journal();
    cart.add(product);
    await holdSale(store, cart, []);
    const [held] = store.held();
    if (held === undefined) throw new Error('Nothing was held.');
    resumeSale(cart, held, []);
    expect((await cartOn(drafts)).state.getState()).toMatchObject({ heldSaleId: held.id, lines: [{ sku: 'A' }] });
  });
});

const sale = (id: string, taken: string[] = []) =>
  ({
    id,
    taken: taken.map((registerId) => ({ registerId, prefix: registerId, associateId: null, at: '2026-03-02T10:00:00.000Z' })),
  }) as unknown as HeldSale;

describe('a crash between the counter and the journal', () => {
  it.each<[string, Pick<CartState, 'id' | 'heldSaleId' | 'restored'>, HeldSale[], string | null]>([
    ['held, and on the counter again', { id: 'C1', heldSaleId: null, restored: true }, [sale('C1')], 'held'],
    [
      'held, on the counter again, and gone elsewhere meanwhile',
      { id: 'C1', heldSaleId: null, restored: true },
      [sale('C1', ['R2'])],
      'held',
    ],
    ['on the counter, while it is being held', { id: 'C1', heldSaleId: null, restored: false }, [sale('C1')], null],
    ['taken up, and not noted', { id: 'C2', heldSaleId: 'C1', restored: true }, [sale('C1')], 'resumed'],
    ['taken up and noted', { id: 'C2', heldSaleId: 'C1', restored: false }, [sale('C1', ['R1'])], null],
    ['a sale that never was held', { id: 'C2', heldSaleId: null, restored: true }, [sale('C1')], null],
  ])('leaves a sale in one place: %s', (_what, state, held, place) => {
    expect(inTwoPlaces(state, held)).toBe(place);
  });

  it('[J5] that two registers went on with it is told to both', () => {
    expect(alsoTakenBy(sale('C1', ['R1', 'R2']), 'R1').map(({ prefix }) => prefix)).toEqual(['R2']);
    expect(alsoTakenBy(sale('C1', ['R1', 'R2']), 'R2').map(({ prefix }) => prefix)).toEqual(['R1']);
    expect([alsoTakenBy(sale('C1', ['R1']), 'R1'), alsoTakenBy(undefined, 'R1')]).toEqual([[], []]);
  });
});
