import { describe, expect, it, vi } from 'vitest';
import { cartOn, counterDevice, product } from '../../../test/support/counter-device.ts';
import { cartLineOf, saleOf } from '../../../test/support/examples.ts';
import type { SaleRecorded } from '../../../domain/sale/operations.ts';
import { createWaitingSales, waitingBeside } from './waiting-sales.ts';

const SUM = { lines: saleOf([cartLineOf()]).lines, totalMinor: 100, taxMinor: 0, coupons: [] };

/** A register with a sale of two units that is being paid. */
async function paying() {
  const drafts = counterDevice();
  const cart = await cartOn(drafts);
  cart.add(product, 2);
  cart.pay(SUM);
  return { drafts, cart, waiting: createWaitingSales(drafts, cart) };
}

describe('sales that wait for a terminal', () => {
  it('leave the counter to the next sale, with nothing noted as taken off, and come back as they were', async () => {
    const { cart, waiting, drafts } = await paying();
    const { id, paying: paid, lines, turn } = cart.state.getState();
    waiting.keep();
    expect(cart.state.getState()).toMatchObject({ lines: [], paying: null, turn: turn + 1 });
    expect(cart.state.getState().id).not.toBe(id);
    expect(waiting.state.getState().map((one) => one.id)).toEqual([id]);
    waiting.resume(id);
    expect(cart.state.getState()).toMatchObject({ id, lines, paying: paid });
    expect(waiting.state.getState()).toEqual([]);
    expect(drafts.noted).toEqual([]);
  });

  it('change places with the sale on the counter', async () => {
    const { cart, waiting } = await paying();
    const first = cart.state.getState().id;
    waiting.keep();
    cart.add({ ...product, sku: 'B' });
    const second = cart.state.getState().id;
    waiting.resume(first);
    expect(cart.state.getState().id).toBe(first);
    expect(waiting.state.getState().map((one) => one.id)).toEqual([second]);
  });

  it('are found again after a crash', async () => {
    const { cart, waiting, drafts } = await paying();
    const kept = cart.onCounter();
    waiting.keep();
    const after = createWaitingSales(drafts, await cartOn(drafts));
    await vi.waitFor(() => expect(after.state.getState()).toEqual([kept]));
  });

  it('stand in two places rather than in none where the app dies in between, and are shown once', async () => {
    const { cart, waiting, drafts } = await paying();
    const { id } = cart.state.getState();
    const save = vi.spyOn(drafts, 'saveDraft');
    waiting.keep();
    waiting.resume(id);
    expect(save.mock.calls.map(([name]) => name)).toEqual(['waiting-sales', 'sale', 'sale', 'waiting-sales']);
    const both = [{ ...saleKept(id) }, saleKept('C9')];
    expect(waitingBeside(both, id).map((one) => one.id)).toEqual(['C9']);
  });

  it('do not wait any more once they are sold, also where the app died while one stood in two places', async () => {
    const { cart, waiting, drafts } = await paying();
    const kept = cart.onCounter();
    waiting.keep();
    waiting.resume(kept?.id ?? '');
    drafts.saveDraft('waiting-sales', [kept, saleKept('C9')]);
    const cartAfter = await cartOn(drafts);
    const after = createWaitingSales(drafts, cartAfter);
    await vi.waitFor(() => expect(after.state.getState()).toHaveLength(2));
    cartAfter.recorded(cartAfter.state.getState().lines, {} as SaleRecorded);
    expect(after.state.getState().map(({ id }) => id)).toEqual(['C9']);
    expect(await drafts.loadDraft('waiting-sales')).toHaveLength(1);
  });

  it('are sold where they wait, if another one came onto the counter while that was being written', async () => {
    const { cart, waiting } = await paying();
    const { id, lines } = cart.state.getState();
    waiting.keep();
    cart.add(product, 2);
    const next = cart.state.getState();
    cart.recorded(lines, {} as SaleRecorded, id);
    expect(waiting.state.getState()).toEqual([]);
    expect(cart.state.getState()).toMatchObject({ id: next.id, lines: next.lines, turn: next.turn });
  });

  it('are none where nothing is on the counter, and where nobody knows them', async () => {
    const drafts = counterDevice();
    const cart = await cartOn(drafts);
    const waiting = createWaitingSales(drafts, cart);
    waiting.keep();
    waiting.resume('C9');
    expect(waiting.state.getState()).toEqual([]);
    expect(cart.state.getState().turn).toBe(0);
  });
});

function saleKept(id: string) {
  return {
    id,
    lines: [],
    begun: null,
    saleDiscount: null,
    ageCheck: null,
    heldSaleId: null,
    codes: [],
    points: null,
    customerId: null,
    exchange: null,
    paying: null,
  };
}
