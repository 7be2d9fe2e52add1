import { describe, expect, it } from 'vitest';
import { cartOn, counterDevice, product } from '../../../test/support/counter-device.ts';
import { approvalOf, cardPaymentOf, cartLineOf, operationOf, saleOf, shiftOf } from '../../../test/support/examples.ts';
import { DocumentMap } from '../../../domain/base/document-map.ts';
import { accept, refuse } from '../../../domain/base/result.ts';
import { StoreOverlay } from '../../../domain/base/store-overlay.ts';
import type { CardPayment } from '../../../domain/payments/card-payment.ts';
import { NOT_ROUNDED } from '../../../domain/payments/cash-rounding.ts';
import { cardPaymentDocument } from '../../../domain/payments/documents.ts';
import type { NamedTender } from '../../../domain/payments/tender.ts';
import type { RecordContext, RegisterServices } from '../../kit/register-services.ts';
import type { CounterRules } from './price-cart.ts';
import { holdSale } from './use-held-sales.ts';
import { recordSale } from './record-sale.ts';

const SUM = { lines: saleOf([cartLineOf()]).lines, totalMinor: 100, taxMinor: 0, coupons: [] };
const COUNTER = { currency: 'USD', cashRounding: NOT_ROUNDED, rules: { pricesIncludeTax: true } } as CounterRules;
const CARD: NamedTender = { kind: 'card', currency: 'USD', amountMinor: 60, tipMinor: 0, reference: 'P1', state: 'captured' };

const PAYMENT = cardPaymentOf({ amountMinor: 60, status: 'approved', approval: approvalOf({ authorizedMinor: 60 }) });

/** A counter with one unit that is being paid, and a journal that knows of this card payment. */
async function counter(payment: CardPayment | null, shift: 'open' | 'closed' = 'open') {
  const overlay = new StoreOverlay(new DocumentMap());
  if (payment !== null) overlay.fold([cardPaymentDocument.put(payment)]);
  const cart = await cartOn(counterDevice());
  cart.add(product);
  cart.pay(SUM);
  const context = { reader: overlay, openShift: shift === 'open' ? shiftOf() : null, nextReceiptNumber: 'A1-000001' };
  const record = ((decide) => {
    const decided = decide(context as unknown as RecordContext);
    return Promise.resolve(decided.ok ? accept(operationOf(decided.value)) : decided);
  }) as RegisterServices['record'];
  return { cart, record };
}

describe('the record of a sale', () => {
  it('[E2] books the card, takes the rest in cash, and leaves what was scanned meanwhile', async () => {
    const { cart, record } = await counter(PAYMENT);
    cart.add({ ...product, sku: 'B' });
    const result = await recordSale({ record }, cart, SUM, COUNTER, 50, [CARD]);
    expect(result.ok && result.value.payload.tenders.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
      ['card', 60],
      ['cash', 40],
    ]);
    const { lines, paying, last } = cart.state.getState();
    expect([lines.map(({ sku }) => sku), paying]).toEqual([['B'], null]);
    expect(last).toBe(result.ok ? result.value : null);
  });

  it('says when the first article was on the counter, and nothing of a sale that was begun by an earlier app', async () => {
    const { cart, record } = await counter(null);
    cart.state.setState({ begun: { associateId: 'ANA', at: Date.UTC(2026, 2, 2, 9, 58) } });
    expect(await recordSale({ record }, cart, SUM, COUNTER, 100)).toMatchObject({
      value: { payload: { begunAt: '2026-03-02T09:58:00.000Z' } },
    });
    const old = await counter(null);
    old.cart.state.setState({ begun: null });
    expect(await recordSale(old, old.cart, SUM, COUNTER, 100)).toMatchObject({ value: { payload: { begunAt: null } } });
  });

  it.each<[what: string, payment: CardPayment | null, shift: 'open' | 'closed', refusal: string]>([
    ['on its way back', { ...PAYMENT, status: 'reversing' }, 'open', 'card_payment_open'],
    ['back already', { ...PAYMENT, status: 'reversed' }, 'open', 'card_payment_open'],
    ['booked by another sale', { ...PAYMENT, status: 'booked', receiptNumber: 'A1-000000' }, 'open', 'card_payment_open'],
    ['unknown to the journal', null, 'open', 'card_payment_open'],
    ['fine, and the shift is not open', PAYMENT, 'closed', 'no_open_shift'],
  ])('[E2] is refused where the card is %s, and the sale stays as it was', async (_what, payment, shift, refusal) => {
    const { cart, record } = await counter(payment, shift);
    const before = cart.state.getState();
    expect(await recordSale({ record }, cart, SUM, COUNTER, 50, [CARD])).toEqual({ ok: false, refusal });
    expect(cart.state.getState()).toBe(before);
  });

  it('[A2] names the customer by id alone, and the certificate by which the price was made', async () => {
    const { cart, record } = await counter(null);
    cart.stopPaying();
    cart.setCustomer('C1');
    const result = await recordSale({ record }, cart, { ...SUM, taxExemptionId: 'EX-1' }, COUNTER, 100);
    expect(result).toMatchObject({ ok: true, value: { payload: { customerId: 'C1', taxExemptionId: 'EX-1' } } });
    cart.add(product);
    expect(await recordSale({ record }, cart, SUM, COUNTER, 100)).toMatchObject({
      value: { payload: { customerId: null, taxExemptionId: null } },
    });
  });

  it('leaves its goods as they are while it is being written: they are neither held nor cleared', async () => {
    const cart = await cartOn(counterDevice());
    cart.add(product);
    let written = () => {};
    const promise = new Promise<void>((done) => (written = done));
    const { record } = await counter(null);
    const writing = recordSale({ record: (decide) => promise.then(() => record(decide)) }, cart, SUM, COUNTER, 100);
    const held: string[] = [];
    const services = { identity: {}, view: { getState: () => ({ company: { currency: 'USD' } }) }, record: () => held.push('held') };
    expect(await holdSale(services as unknown as RegisterServices, cart, [])).toBeNull();
    expect([held, cart.clear('other')]).toEqual([[], null]);
    written();
    expect((await writing).ok).toBe(true);
    expect(cart.state.getState().lines).toEqual([]);
  });

  it.each([
    ['refused', () => Promise.resolve(refuse('storage_full'))],
    ['not written', () => Promise.reject(new Error('The disk is gone.'))],
  ])('lets its goods change again when it is %s', async (_what, record) => {
    const cart = await cartOn(counterDevice());
    cart.add(product);
    await recordSale({ record } as unknown as RegisterServices, cart, SUM, COUNTER, 100).catch(() => undefined);
    expect(cart.state.getState().paying).toBeNull();
  });

  it('begins no payment of another sale than the one on the counter', async () => {
    const cart = await cartOn(counterDevice());
    cart.add(product);
    cart.pay(SUM, 'C9');
    expect(cart.state.getState().paying).toBeNull();
    cart.pay(SUM, cart.state.getState().id);
    expect(cart.state.getState().paying).not.toBeNull();
  });
});
