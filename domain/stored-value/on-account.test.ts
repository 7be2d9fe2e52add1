import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, cartLineOf, operationOf, saleOf, soldOf, STORE, storedValueOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import type { NamedTender } from '../payments/tender.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import type { OperationRequest } from '../registry/operations.ts';
import { unknownFacts } from '../registry/unknown-facts.ts';
import { goodsReturned } from '../returns/operations.ts';
import { returnableOfSale, returnGoods } from '../returns/return-goods.ts';
import { saleFault } from '../sale/check-sale.ts';
import { completeSale } from '../sale/complete-sale.ts';
import { saleCompleted } from '../sale/operations.ts';
import type { SaleCompleted } from '../sale/sale.ts';
import { storedValueDocument } from './documents.ts';
import { type AccountRoom, chargeAccount, chargedOf, mayHaveAccount, overLimitOf, roomOnAccount } from './on-account.ts';
import { accountLimitSet, storedValueAdjusted, storedValueBlocked } from './operations.ts';
import { accountId, type StoredValue } from './stored-value.ts';

const CUSTOMER = 'CUSTOMER-1';
const ACCOUNT = accountId(CUSTOMER);

const charge = (amountMinor: number): NamedTender => ({
  kind: 'account',
  currency: 'USD',
  amountMinor,
  tipMinor: 0,
  reference: ACCOUNT,
  state: 'accepted',
});

/** An article, or a payment on the account, without a tax. */
function sold(minor: number, given: Partial<SaleCompleted> = {}, kind: 'goods' | 'account_payment' = 'goods'): SaleCompleted {
  const { lines, ...sale } = soldOf([cartLineOf({ unitPrice: minor * 1000, taxClass: 'none' })]);
  const [line] = lines;
  if (line === undefined) throw new Error('A sale has lines.');
  const reference = kind === 'goods' ? null : ACCOUNT;
  const whole = { ...line, kind, reference, taxes: [], taxMinor: 0, totalMinor: minor };
  return { ...sale, customerId: CUSTOMER, lines: [whole], totalMinor: minor, taxMinor: 0, ...given };
}

const buy = (minor: number, receiptNumber = 'A1-000001', overLimitMinor = 0) =>
  saleCompleted.request(
    sold(minor, {
      receiptNumber,
      tenders: [charge(minor)],
      onAccount: overLimitMinor === 0 ? null : { overLimitMinor, approvedBy: 'MANAGER' },
    }),
  );
const pay = (minor: number) => saleCompleted.request(sold(minor, { receiptNumber: 'A1-000009' }, 'account_payment'));
const limit = (limitMinor: number, currency = 'USD') => accountLimitSet.request({ accountId: ACCOUNT, currency, limitMinor, note: '' });
const block = storedValueBlocked.request({ storedValueId: ACCOUNT, isBlocked: true, note: '' });
const adjust = (differenceMinor: number) =>
  storedValueAdjusted.request({ storedValueId: ACCOUNT, kind: 'account', currency: 'USD', differenceMinor, reason: 'payment', note: '' });

/** What the account and its exceptions are after these, as the server applies them. */
function after(...requests: readonly OperationRequest[]) {
  const overlay = new StoreOverlay(new DocumentMap());
  requests.forEach((request, index) => {
    const operation = operationOf(request, { seq: index + 1, shiftId: null });
    overlay.fold(applyOperation(overlay, operation));
    overlay.fold(unknownFacts(overlay, operation, { skus: new Set(), associates: new Set(), today: AT.slice(0, 10) }));
  });
  const exceptions = [...overlay.changedOf(exceptionDocument).values()].filter(({ kind }) => kind.endsWith('_not_covered'));
  return {
    account: overlay.get(storedValueDocument, ACCOUNT),
    told: exceptions.map(({ kind, subject, facts, cash }) => [kind, subject, facts?.['trouble'], cash?.['USD'] ?? cash?.['EUR']]),
  };
}

describe('an account', () => {
  const notCovered = (receipt: string, trouble: string, minor: number) => ['account_not_covered', receipt, trouble, minor];
  it.each<readonly [string, readonly OperationRequest[], number, readonly unknown[]]>([
    ['is opened with a limit', [limit(1_000)], 0, []],
    ['is bought on, up to its limit', [limit(1_000), buy(400), buy(600, 'A1-000002')], -1_000, []],
    [
      '[J5] is gone over by two tills that knew nothing of each other: the amount is told',
      [limit(1_000), buy(800), buy(500, 'B1-000001')],
      -1_300,
      [notCovered('B1-000001', 'balance', 300)],
    ],
    ['is gone over as a manager allowed', [limit(1_000), buy(1_300, 'A1-000001', 300)], -1_300, []],
    [
      '[J5] is gone over by more than a manager allowed',
      [limit(1_000), buy(200), buy(1_300, 'B1-000001', 300)],
      -1_500,
      [notCovered('B1-000001', 'balance', 200)],
    ],
    ['is paid at a till', [limit(1_000), buy(800), pay(300)], -500, []],
    ['is paid at the head office', [limit(1_000), buy(800), adjust(800)], 0, []],
    ['takes a payment while it is blocked', [limit(1_000), buy(800), block, pay(300)], -500, []],
    ['[J5] is bought on while it is blocked', [limit(1_000), block, buy(200)], -200, [notCovered('A1-000001', 'blocked', 200)]],
    ['[J5] is bought on in another currency', [limit(1_000, 'EUR'), buy(200)], 0, [notCovered('A1-000001', 'other_currency', 200)]],
    ['[J5] that nobody opened is bought on', [buy(200)], -200, [notCovered('A1-000001', 'unknown', 200)]],
    ['[J5] is not opened by a payment', [pay(100), buy(200)], -100, [notCovered('A1-000001', 'unknown', 100)]],
    ['whose limit is lowered tells nobody of what was bought before', [limit(1_000), buy(800), limit(500)], -800, []],
  ])('%s', (_what, requests, balanceMinor, told) => {
    const result = after(...requests);
    expect(result.account).toMatchObject({ id: ACCOUNT, kind: 'account', storeId: STORE, balanceMinor });
    expect(result.told).toEqual(told);
    expect(storedValueDocument.schema.parse(result.account)).toEqual(result.account);
  });

  it('[J5] owes the same in whatever order its sales and payments arrive', () => {
    const moves = fc.array(fc.record({ minor: fc.integer({ min: 1, max: 9_999 }), isPaid: fc.boolean() }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(moves, (all) => {
        const requests = [limit(5_000), ...all.map(({ minor, isPaid }) => (isPaid ? pay : buy)(minor))];
        const balance = all.reduce((sum, { minor, isPaid }) => sum + (isPaid ? minor : -minor), 0);
        expect([after(...requests), after(...requests.toReversed())].map(({ account }) => account?.balanceMinor)).toEqual([
          balance,
          balance,
        ]);
      }),
    );
  });

  it('[M2] gets back what was bought on it, wherever a person wants the refund to go', () => {
    const { lines, ...rest } = sold(1_000, {
      tenders: [charge(700), ...soldOf([cartLineOf({ unitPrice: 300_000, taxClass: 'none' })]).tenders],
    });
    const sale = saleOf([cartLineOf()], { ...rest, lines });
    const [line] = returnableOfSale(sale);
    if (line === undefined) throw new Error('A sale has lines.');
    for (const to of ['original', 'cash', { storeCredit: 'SV-1' }] as const) {
      const back = returnGoods({
        receiptNumber: 'A1-000003',
        origin: { kind: 'sale', receiptNumber: sale.receiptNumber },
        currency: 'USD',
        choices: [{ line, quantity: 1, disposition: 'restock' }],
        paid: sale,
        to,
      });
      if (!back.ok) throw new Error(back.refusal);
      expect(back.value.tenders.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
        ['account', 700],
        [typeof to === 'string' ? 'cash' : 'store_credit', 300],
      ]);
      const bought = saleCompleted.request(sold(1_000, { tenders: sale.tenders }));
      expect(after(limit(1_000), bought, goodsReturned.request(back.value)).account?.balanceMinor).toBe(0);
    }
  });

  it('is paid by the customer of the sale, and by nobody else', () => {
    expect(saleFault(sold(100, {}, 'account_payment'))).toBeNull();
    for (const customerId of [null, 'CUSTOMER-2']) {
      const sale = sold(100, { customerId }, 'account_payment');
      expect(saleFault(sale)).toMatchObject({ code: 'line_account', facts: { line: 1 } });
      const { receiptNumber, currency, pricesIncludeTax } = sale;
      const completed = completeSale({ priced: sale, currency, pricesIncludeTax, receiptNumber, customerId, cashGivenMinor: 100 });
      expect(completed).toEqual({ ok: false, refusal: 'account_of_another' });
    }
  });

  it('is that of the customer of the sale, and of nobody else', () => {
    expect(saleFault(sold(100, { tenders: [charge(100)] }))).toBeNull();
    for (const customerId of [null, 'CUSTOMER-2'])
      expect(saleFault(sold(100, { customerId, tenders: [charge(100)] }))).toMatchObject({ code: 'tender_account', facts: { tender: 1 } });
  });
});

it('a customer may have an account unless the server knows of none', () => {
  const value = storedValueOf(0, { kind: 'account' });
  expect(mayHaveAccount({ from: 'server', value })).toBe(true);
  expect(mayHaveAccount({ from: 'server', value: null })).toBe(false);
  // Bought on, and opened by nobody.
  expect(mayHaveAccount({ from: 'server', value: { ...value, issuedAt: null } })).toBe(false);
  expect(mayHaveAccount({ from: 'copy', value, takenMinor: 0 })).toBe(true);
  expect(mayHaveAccount({ from: 'copy', value: null, takenMinor: 0 })).toBe(true);
});

describe('what a till lets be bought on account', () => {
  const value = (given: Partial<StoredValue> = {}): StoredValue =>
    storedValueOf(-400, { id: ACCOUNT, kind: 'account', limitMinor: 1_000, ...given });
  const online = (given?: Partial<StoredValue>) => roomOnAccount({ from: 'server', value: value(given) }, 'USD', 300);
  const offline = (takenMinor: number) => roomOnAccount({ from: 'copy', value: value(), takenMinor }, 'USD', 300);
  const wanted = (room: ReturnType<typeof online>, minor: number, mayGoOver = false) =>
    room.ok ? chargeAccount(ACCOUNT, room.value, minor, mayGoOver) : room;

  it('is what is left up to the limit', () => {
    expect(online()).toEqual({
      ok: true,
      value: { currency: 'USD', balanceMinor: -400, limitMinor: 1_000, leftMinor: 600, offlineMinor: null } satisfies AccountRoom,
    });
    expect(wanted(online(), 600)).toMatchObject({ ok: true, value: { tender: { ...charge(600) }, overLimitMinor: 0 } });
  });

  it.each([
    ['above the limit', wanted(online(), 601), 'account_limit_reached'],
    ['with a limit that was exceeded before', wanted(online({ balanceMinor: -1_100 }), 1), 'account_limit_reached'],
    ['nothing', wanted(online(), 0), 'amount_not_valid'],
    ['on one that is blocked', online({ isBlocked: true }), 'account_is_blocked'],
    ['on one in another currency', online({ currency: 'EUR' }), 'account_other_currency'],
    ['on one that was never opened', online({ issuedAt: null }), 'account_missing'],
    ['where there is none', roomOnAccount({ from: 'server', value: null }, 'USD', 300), 'account_missing'],
    ['without the server, above the cap', wanted(offline(0), 301), 'account_offline'],
    ['without the server, after what this till did before', wanted(offline(200), 101), 'account_offline'],
    ['without the server, above the cap as a manager', wanted(offline(0), 700, true), 'account_offline'],
    [
      'without the server, where the store does not know it',
      roomOnAccount({ from: 'copy', value: null, takenMinor: 0 }, 'USD', 300),
      'account_offline',
    ],
  ])('%s is refused', (_what, result, refusal) => {
    expect(result).toEqual({ ok: false, refusal });
  });

  it('goes over the limit as far as somebody wants to', () => {
    expect(wanted(online(), 700, true)).toMatchObject({ ok: true, value: { overLimitMinor: 100 } });
    expect(wanted(online({ balanceMinor: -1_500 }), 50, true)).toMatchObject({ ok: true, value: { overLimitMinor: 550 } });
    expect(wanted(offline(100), 200)).toMatchObject({ ok: true, value: { tender: { state: 'offline' } } });
  });

  it('[A1] is weighed for the roles, with the colleague who allowed it', () => {
    const sale = { tenders: [charge(700)], onAccount: { overLimitMinor: 100, approvedBy: 'M' } };
    expect([chargedOf(sale), overLimitOf(sale)]).toEqual([[{ weight: 700, approvers: ['M'] }], [{ weight: 100, approvers: ['M'] }]]);
    expect([chargedOf({ tenders: [], onAccount: null }), overLimitOf({ ...sale, onAccount: null })]).toEqual([[], []]);
  });
});
