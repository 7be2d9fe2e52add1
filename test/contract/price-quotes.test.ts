import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { priceText } from '../../domain/base/decimal-text.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import { priceListDocument } from '../../domain/price-lists/documents.ts';
import { priceLines } from '../../domain/price-lists/price-lines.ts';
import type { PriceQuote } from '../../domain/pricing/price-quote-protocol.ts';
import { findCode } from '../../domain/promotions/coupon-codes.ts';
import { couponId, customerUseId } from '../../domain/promotions/coupon.ts';
import { promotion } from '../../domain/promotions/promotion.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { taxDestinations, taxes, taxRounding } from '../../domain/tax/settings.ts';
import { onePerClass } from '../../domain/tax/tax-table.ts';
import { documentsOf } from '../../src-renderer/kit/register-services.ts';
import { type RunningRegister, startRegister } from '../../src-renderer/register/register.ts';
import { deviceNotes } from '../../src-renderer/storage/device-notes.ts';
import { serverClient } from '../../src-renderer/sync/server-client.ts';
import { addProduct, type CartLines } from '../../src-renderer/tasks/sale/cart-lines.ts';
import { counterRules, priceCart, rulesFor } from '../../src-renderer/tasks/sale/price-cart.ts';
import { pricesOn } from '../../src-renderer/tasks/sale/price/prices-here.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { insertKey } from '../support/api-keys.ts';
import { counterView } from '../support/counter-view.ts';
import { cartLineOf, soldOf } from '../support/examples.ts';
import { memoryDisk, type OpenDatabases } from '../support/memory-databases.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const ALWAYS = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
const PROMOTIONS = [
  { id: 'TEN', kind: 'percent_off', name: 'Ten percent', skus: ['A'], basisPoints: 1000 },
  { id: 'THREE', kind: 'multi_buy', name: 'Three for two', skus: ['B'], buy: 3, pay: 2, basisPoints: 10_000 },
  { id: 'CODE', kind: 'sale_amount', name: 'Five off', everything: true, amountMinor: 500, codes: ['FIVE-OFF-1'], usesPerCode: 1 },
  { id: 'TRADE', kind: 'percent_off', name: 'Trade', skus: ['C'], basisPoints: 500, customerGroups: ['trade'], maxUsesPerCustomer: 1 },
  { id: 'HERE', kind: 'percent_off', name: 'Here', skus: ['C'], basisPoints: 300, storeIds: ['S1'] },
].map((one) => promotion.parse({ ...ALWAYS, ...one }));
const HERE = { kind: 'pickup', storeId: 'S1' } as const;
const AT = { on: '2026-11-26', time: '10:00' };
const MAY = ['price_quotes', 'promotions', 'prices', 'customers', 'orders'] as const;

type Answer = PriceQuote & { readonly error?: { readonly code: string; readonly field: string } };

describe.each(databases)('price quotes, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  let key: string;
  let till: { readonly running: RunningRegister; readonly opened: OpenDatabases } | null = null;
  useSyncServer(open, async (pool) => {
    ({ db, server, register } = pool);
    key = await insertKey(db, 'web shop', MAY);
    const company = { level: 'company', id: 'company' } as const;
    const store = { level: 'store', id: 'S1' } as const;
    const office = actorNamed('test');
    await saveSetting(db, taxes, { ...company, value: onePerClass({ standard: 50_000 }) }, office);
    await saveSetting(db, taxes, { ...store, value: onePerClass({ standard: 88_750 }) }, office);
    await saveSetting(db, taxRounding, { ...store, value: { scope: 'per_line_per_tax', mode: 'half_up' } }, office);
    await saveSetting(db, taxDestinations, { ...company, value: [{ country: 'US', region: 'NY', storeId: 'S1' }] }, office);
    for (const one of PROMOTIONS) await ask('PUT', `promotions/${one.id}`, one);
    await ask('PUT', 'price-lists/STD', { id: 'STD', name: 'Standard', currency: 'USD' });
    const breaks = [{ fromQuantity: 3, unitPrice: 333_333 }];
    await ask('PUT', 'price-lists/STD/prices', { prices: [{ sku: 'B', unitPrice: 399_500, breaks }] });
    await ask('PUT', 'price-lists/S1', { id: 'S1', name: 'Here', currency: 'USD', storeIds: ['S1'] });
    await ask('PUT', 'price-lists/S1/prices', { prices: [{ sku: 'A', unitPrice: 949_900 }] });
    await ask('PUT', 'price-lists/TRADE', { id: 'TRADE', name: 'Trade', currency: 'USD', customerGroups: ['trade'] });
    await ask('PUT', 'price-lists/TRADE/prices', { prices: [{ sku: 'C', unitPrice: 777_777 }] });
  });
  afterEach(async () => {
    till?.running.stop();
    await till?.opened.close();
    till = null;
  });

  const ask = async <T>(method: string, path: string, body: object): Promise<{ status: number; answer: T }> => {
    const response = await fetch(`${server.url}/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': path },
      body: JSON.stringify(body),
    });
    return { status: response.status, answer: (await response.json()) as T };
  };
  const quote = async (asked: object) => (await ask<Answer>('POST', 'price-quotes', { fulfillment: HERE, ...AT, ...asked })).answer;
  const customerIn = async (groups: readonly string[], taxExemption: object | null = null) =>
    (await ask<Customer>('POST', 'customers/C1/changes', { fields: { name: 'Sample customer 1', groups, taxExemption } })).answer;
  const boot = async (): Promise<RunningRegister> => {
    const { registerId, storeId, prefix, token } = register;
    const opened = await memoryDisk().open(registerId);
    const running = await startRegister({
      identity: { registerId, storeId, storeName: 'Store', prefix },
      journal: opened.journal,
      replica: opened.replica,
      notes: deviceNotes(opened.device, () => undefined),
      client: serverClient(server.url, token),
      mirror: () => undefined,
      onError: () => undefined,
      now: () => Date.now(),
      random: () => 0,
    });
    till = { running, opened };
    await vi.waitFor(() => expect(running.services.view.getState().complete).toBe(true), { timeout: 20_000 });
    return running;
  };

  it('[M1] says for any cart, customer and code what a till of the store says, to the cent', async () => {
    const exempt = { certificate: 'EX-1', validUntil: '2026-12-31', taxes: [] };
    const customers = [undefined, await customerIn(['trade']), await customerIn(['trade'], exempt)];
    const { services } = await boot();
    const view = services.view.getState();
    const atTill = (cart: readonly { sku: string; quantity: number }[], customer: Customer | undefined, codes: readonly string[]) => {
      const counter = counterRules(counterView(view), AT.on, AT.time) ?? expect.fail('The till has no rules.');
      const lines = cart.reduce<CartLines>(
        (all, { sku, quantity }) => addProduct(all, services.catalog.product(sku) ?? expect.fail(sku), quantity),
        [],
      );
      const book = { lists: documentsOf(view, priceListDocument).values(), pricesOf: (sku: string) => services.prices.pricesOf(sku) };
      const buyer = { customerId: customer?.id ?? null, customerGroups: customer?.groups ?? [] };
      const choose = pricesOn(view, book, AT.on, buyer) ?? expect.fail('The till has no prices.');
      const known = codes.flatMap((code) => findCode(counter.rules.promotions, code) ?? []);
      return priceCart(priceLines(lines, choose), rulesFor(counter, customer), null, known);
    };
    const line = fc.record({ sku: fc.constantFrom('A', 'B', 'C'), quantity: fc.integer({ min: 1, max: 7 }) });
    const cart = fc.uniqueArray(line, { selector: ({ sku }) => sku, minLength: 1 });
    const codes = fc.constantFrom([], ['five-off-1'], ['NONE', 'FIVE-OFF-1']);
    for (const customer of customers) {
      if (customer !== undefined) await customerIn(customer.groups, customer.taxExemption);
      await fc.assert(
        fc.asyncProperty(cart, codes, async (lines, entered) => {
          const here = atTill(lines, customer, entered);
          const said = await quote({ lines, codes: entered, customerId: customer?.id ?? null });
          expect(said.lines.map(({ unitPrice: _, ...one }) => one)).toEqual(
            here.lines.map(({ lineNo, sku, name, quantity, priceSource, grossMinor, adjustments, taxes: borne, taxMinor, totalMinor }) => ({
              ...{ lineNo, sku, name, quantity, priceSource, grossMinor, adjustments, taxes: borne, taxMinor, totalMinor },
            })),
          );
          expect(said.lines.map(({ unitPrice }) => unitPrice)).toEqual(here.lines.map(({ unitPrice }) => priceText(unitPrice, 'USD')));
          expect([said.totalMinor, said.taxMinor, said.taxExemptionId]).toEqual([
            here.totalMinor,
            here.taxMinor,
            here.taxExemptionId ?? null,
          ]);
          expect(said.applied.map(({ promotionId }) => promotionId)).toEqual(here.promotions.applied.map(({ promotionId }) => promotionId));
        }),
        { numRuns: 25 },
      );
    }
  });

  it('says which codes were used, which were not and why', async () => {
    const lines = [{ sku: 'A', quantity: 1 }];
    const first = await quote({ lines, codes: [' five-off-1 ', 'NONE'] });
    expect(first.coupons).toEqual([
      { code: ' five-off-1 ', status: 'used', promotions: [{ promotionId: 'CODE', amountMinor: 500, reason: null }] },
      { code: 'NONE', status: 'unknown', promotions: [] },
    ]);
    const coupons = [{ promotionId: 'CODE', couponId: couponId('CODE', 'FIVE-OFF-1'), mostUses: 1 }];
    const { nextReceiptNumber: receiptNumber } = register.journal;
    await push(db, register, [register.journal.record(saleCompleted.request({ ...soldOf([cartLineOf()]), receiptNumber, coupons }))]);
    const second = await quote({ lines, codes: ['FIVE-OFF-1'] });
    expect(second.coupons).toEqual([
      { code: 'FIVE-OFF-1', status: 'not_used', promotions: [{ promotionId: 'CODE', amountMinor: null, reason: 'code_used_up' }] },
    ]);
    expect(second.totalMinor - first.totalMinor).toBeGreaterThan(0);
  });

  it('knows what a customer has used already, and gives the prices of their groups', async () => {
    await customerIn(['trade']);
    const asked = { lines: [{ sku: 'C', quantity: 1 }], customerId: 'C1' };
    expect(await quote(asked)).toMatchObject({ lines: [{ unitPrice: '7.77777', priceSource: 'price_list' }] });
    const ofCustomer = { promotionId: 'TRADE', couponId: customerUseId({ id: 'TRADE', customerPeriod: 'ever' }, 'C1', '') };
    const { nextReceiptNumber: receiptNumber } = register.journal;
    const sale = { ...soldOf([cartLineOf()]), receiptNumber, coupons: [{ ...ofCustomer, mostUses: 1 }] };
    await push(db, register, [register.journal.record(saleCompleted.request(sale))]);
    expect((await quote(asked)).missed).toContainEqual(expect.objectContaining({ promotionId: 'TRADE', reason: 'used_up_for_customer' }));
  });

  it('a parcel has the taxes of its region, else those of the company, and the prices of no store', async () => {
    const to = (country: string, region: string | null) =>
      quote({ lines: [{ sku: 'A', quantity: 1 }], fulfillment: { kind: 'ship', shipTo: { country, region } } });
    const rate = ({ lines }: PriceQuote) => lines[0]?.taxes.map(({ ratePpm }) => ratePpm);
    expect(rate(await to('us', 'NY'))).toEqual([88_750]);
    expect(rate(await to('US', 'CA'))).toEqual([50_000]);
    expect((await to('US', 'NY')).lines[0]).toMatchObject({ unitPrice: '10.00', priceSource: 'catalog' });
    const here = await quote({ lines: [{ sku: 'A', quantity: 1 }] });
    expect(here.lines[0]).toMatchObject({ unitPrice: '9.499', priceSource: 'price_list' });
  });

  it('an order is taken with the prices of its quote, and with others as well', async () => {
    const said = await quote({ lines: [{ sku: 'B', quantity: 3 }], fulfillment: HERE });
    const order = (number: string, lines: object[]) => ({
      ...{
        number,
        placedAt: '2026-11-26T10:00:00Z',
        currency: said.currency,
        customer: { name: 'Sample customer 1', email: null, phone: null },
      },
      fulfillment: { ...HERE, pickupCode: '4711' },
      lines,
    });
    const [line] = said.lines;
    if (line === undefined) throw new Error('The quote has no line.');
    const { sku, quantity, unitPrice, totalMinor, taxMinor } = line;
    const place = (number: string, one: object) =>
      fetch(`${server.url}/v1/orders`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': number },
        body: JSON.stringify(order(number, [one])),
      });
    expect((await place('W-1', { sku, quantity, unitPrice, totalMinor, taxMinor })).status).toBe(201);
    expect((await place('W-2', { sku, quantity, unitPrice: '1.00', totalMinor: 300, taxMinor: 0 })).status).toBe(201);
    const rows = await db.selectFrom('fulfillment_orders').select('body').orderBy('id').execute();
    const kept = rows.map(({ body }) => [body.orderNumber, body.lines[0]?.unitPrice, body.lines[0]?.totalMinor]).sort();
    expect(kept).toEqual([
      ['W-1', 333_333, totalMinor],
      ['W-2', 100_000, 300],
    ]);
  });

  it('refuses what it does not know, with the field', async () => {
    const lines = [{ sku: 'A', quantity: 1 }];
    const wrong = async (asked: object) => {
      const { error } = await quote({ lines, ...asked });
      return [error?.code, error?.field];
    };
    expect(await wrong({ lines: [...lines, { sku: 'NONE', quantity: 1 }] })).toEqual(['unknown_sku', 'lines.1.sku']);
    expect(await wrong({ fulfillment: { kind: 'pickup', storeId: 'S9' } })).toEqual(['unknown_store', 'fulfillment.storeId']);
    expect(await wrong({ customerId: 'C9' })).toEqual(['unknown_customer', 'customerId']);
    expect(await wrong({ lines: [] })).toEqual(['bad_request', 'lines']);
    expect(await wrong({ lines: [{ sku: 'A', quantity: 0 }] })).toEqual(['bad_request', 'lines.0.quantity']);
    expect(await wrong({ on: '0000-01-01' })).toEqual(['bad_request', 'on']);
  });

  it.each([1_000_000, 1])('[M1] refuses a cart whose amounts nobody can hold, a line of %d too', async (quantity) => {
    await db.updateTable('products').set({ unit_price: 9_000_000_000_000_000 }).where('sku', '=', 'C').execute();
    const lines = Array.from({ length: quantity === 1 ? 500 : 1 }, () => ({ sku: 'C', quantity }));
    const { status, answer } = await ask<Answer>('POST', 'price-quotes', { fulfillment: HERE, ...AT, lines });
    expect([status, answer.error?.code, answer.error?.field]).toEqual([422, 'amount_not_valid', 'lines']);
  });

  it('writes nothing', async () => {
    const heads = () => db.selectFrom('scope_heads').selectAll().orderBy('scope').execute();
    const before = await heads();
    await quote({ lines: [{ sku: 'A', quantity: 1 }], codes: ['FIVE-OFF-1'] });
    expect(await heads()).toEqual(before);
  });
});
