import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { NamedTender } from '../../domain/payments/tender.ts';
import { returnableOfSale, returnGoods } from '../../domain/returns/return-goods.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import type { SaleCompleted } from '../../domain/sale/sale.ts';
import type { AccountStatement } from '../../domain/stored-value/account-protocol.ts';
import { storedValueDocument } from '../../domain/stored-value/documents.ts';
import { accountLimitSet } from '../../domain/stored-value/operations.ts';
import { accountId, type StoredValue } from '../../domain/stored-value/stored-value.ts';
import type { StoredValueBalance } from '../../domain/stored-value/stored-value-protocol.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { askJson } from '../support/ask-json.ts';
import { insertKey } from '../support/api-keys.ts';
import { cartLineOf, cashOf, saleOf, soldOf } from '../support/examples.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, enrol, pullAll, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const CUSTOMER = 'C1';
const ACCOUNT = accountId(CUSTOMER);

function charge(amountMinor: number): NamedTender {
  return { kind: 'account', currency: 'USD', amountMinor, tipMinor: 0, reference: ACCOUNT, state: 'offline' };
}

/** Goods that are bought on account, or a payment on it in cash. */
function saleAt({ journal }: Enrolled, minor: number, what: 'goods' | 'payment', overLimitMinor = 0): SaleCompleted {
  const sold = soldOf([cartLineOf({ unitPrice: minor * 1000, taxClass: 'none' })]);
  const paid = what === 'payment' ? { kind: 'account_payment' as const, reference: ACCOUNT } : {};
  return {
    ...sold,
    receiptNumber: journal.nextReceiptNumber,
    customerId: CUSTOMER,
    lines: sold.lines.map((line) => ({ ...line, ...paid, taxes: [], taxMinor: 0, totalMinor: minor })),
    totalMinor: minor,
    taxMinor: 0,
    tenders: [what === 'payment' ? cashOf(minor) : charge(minor)],
    onAccount: overLimitMinor === 0 ? null : { overLimitMinor, approvedBy: null },
  };
}

describe.each(databases)('accounts of customers, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  let there: Enrolled;
  let key: string;
  useSyncServer(open, async (pool) => {
    ({ db, server, register } = pool);
    there = await enrol(db, 'S2');
    key = await insertKey(db, 'accounts', ['stored_values', 'customers', 'office', 'actions']);
    expect((await ask('POST', `customers/${CUSTOMER}/changes`, { fields: { name: 'Bakery' } })).status).toBe(200);
  });

  const ask = <T>(method: string, path: string, body?: object, token = key) => askJson<T>(server.url, token, method, path, body);
  type Answer = StoredValue & { readonly error?: { readonly code: string } };
  const limit = (limitMinor: number, given: object = {}) =>
    ask<Answer>('POST', `accounts/${CUSTOMER}/limit`, { operationId: uuidv7(), storeId: 'S1', currency: 'USD', limitMinor, ...given });
  const adjust = (differenceMinor: number, given: object = {}) =>
    ask<Answer>('POST', `accounts/${CUSTOMER}/adjust`, { operationId: uuidv7(), differenceMinor, reason: 'payment', ...given });
  const statement = async (query = '') => (await ask<AccountStatement>('GET', `accounts/${CUSTOMER}${query}`)).answer;
  const record = (one: Enrolled, minor: number, what: 'goods' | 'payment' = 'goods', overLimitMinor = 0) =>
    push(db, one, [one.journal.record(saleCompleted.request(saleAt(one, minor, what, overLimitMinor)))]);
  const told = async () => {
    const { rows } = await sql<{ receipt: string; trouble: string; cash: number }>`
      select body ->> 'subject' as receipt, body -> 'facts' ->> 'trouble' as trouble, (body -> 'cash' -> 'USD')::int as cash
      from exceptions where kind = 'account_not_covered' order by opened_at, 1`.execute(db);
    return rows;
  };
  const audited = async () => (await auditPool(db)).flatMap(({ violations }) => violations);

  it('[J5] gone over by two stores that had no connection, have an exception for the amount, and the books hold', async () => {
    await limit(10_000);
    await record(register, 8_000);
    await record(there, 5_000);
    expect(await told()).toEqual([{ receipt: `${there.prefix}-000001`, trouble: 'balance', cash: 3_000 }]);
    const { answer } = await ask<StoredValueBalance>('GET', `stored-values/${ACCOUNT}/balance`, undefined, there.token);
    expect(answer).toMatchObject({ value: { kind: 'account', balanceMinor: -13_000, limitMinor: 10_000 }, appliedSeq: 1 });
    expect(await audited()).toEqual([]);
  });

  it('gone over as somebody allowed, or with a limit that is lowered later, have none', async () => {
    await limit(10_000);
    await record(register, 12_000, 'goods', 2_000);
    await limit(5_000);
    expect(await told()).toEqual([]);
    expect(await audited()).toEqual([]);
    await db.deleteFrom('exceptions').execute();
    await sql`update documents set body = jsonb_set(body, '{balanceMinor}', '-12001') where id = ${ACCOUNT}`.execute(db);
    expect(await audited()).toEqual([
      `${ACCOUNT} has -12001, but its operations make -12000.`,
      `${ACCOUNT} is overdrawn by 12001, and nobody was told.`,
    ]);
  });

  it('have a statement of sales, payments, returns and what the head office said, page by page, that makes the balance', async () => {
    await limit(50_000);
    await record(register, 8_000);
    await record(there, 5_000);
    await record(register, 3_000, 'payment');
    await adjust(2_000, { note: 'Transfer of 3 March' });
    const bought = saleAt(register, 1_500, 'goods');
    const sale = saleOf([cartLineOf()], bought);
    await push(db, register, [register.journal.record(saleCompleted.request(bought))]);
    const choices = returnableOfSale(sale).map((line) => ({ line, quantity: 1, disposition: 'restock' as const }));
    const origin = { kind: 'sale' as const, receiptNumber: bought.receiptNumber };
    const receiptNumber = register.journal.nextReceiptNumber;
    const back = returnGoods({ receiptNumber, origin, currency: 'USD', choices, paid: sale, to: 'cash' });
    if (!back.ok) throw new Error(back.refusal);
    await push(db, register, [register.journal.record(goodsReturned.request(back.value))]);
    const { account, entries, next } = await statement();
    expect([account?.balanceMinor, account?.limitMinor, next]).toEqual([-8_000, 50_000, null]);
    expect(entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(-8_000);
    const lines = entries.map(({ kind, receiptNumber: number, amountMinor, note }) => [kind, number, amountMinor, note]);
    expect(lines.toSorted()).toEqual(
      [
        ['adjustment', null, 2_000, 'Transfer of 3 March'],
        ['payment', `${register.prefix}-000002`, 3_000, ''],
        ['return', `${register.prefix}-000004`, 1_500, ''],
        ['sale', `${register.prefix}-000001`, -8_000, ''],
        ['sale', `${register.prefix}-000003`, -1_500, ''],
        ['sale', `${there.prefix}-000001`, -5_000, ''],
      ].toSorted(),
    );
    const pages: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: AccountStatement = await statement(`?limit=2${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`);
      pages.push(...page.entries.map((one) => one.operationId));
      after = page.next;
    }
    expect(pages).toEqual(entries.map((one) => one.operationId));
    expect(await audited()).toEqual([]);
  });

  it('[M1] show a sale that pays and buys at once on two lines, also where a page ends between them', async () => {
    await limit(50_000);
    const [goods, paid] = [saleAt(register, 1_500, 'goods'), saleAt(register, 400, 'payment')];
    const lines = [...goods.lines, ...paid.lines.map((line) => ({ ...line, lineNo: 2 }))];
    const both = { ...goods, lines, totalMinor: 1_900, tenders: [charge(1_500), cashOf(400)] };
    await push(db, register, [register.journal.record(saleCompleted.request(both))]);
    const first = await statement('?limit=1');
    const second = await statement(`?limit=1&after=${encodeURIComponent(first.next ?? '')}`);
    expect([...first.entries, ...second.entries].map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
      ['sale', -1_500],
      ['payment', 400],
    ]);
    expect([first.account?.balanceMinor, second.next]).toEqual([-1_100, null]);
    expect(await ask('GET', `accounts/${CUSTOMER}?after=nothing`)).toMatchObject({ status: 400 });
  });

  it('[R1] are told to the store that keeps them alone', async () => {
    await limit(10_000);
    const held = async (one: Enrolled) =>
      [...(await pullAll(db, one)).documents].filter(([id]) => id.split(' ')[1] === storedValueDocument.kind).map(([, body]) => body);
    expect([await held(register), await held(there)]).toMatchObject([[{ id: ACCOUNT, limitMinor: 10_000 }], []]);
  });

  it('are changed once for each operation id, and the log names the customer', async () => {
    const first = { operationId: uuidv7() };
    expect(await limit(10_000, first)).toMatchObject({ status: 200, answer: { id: ACCOUNT, limitMinor: 10_000, storeId: 'S1' } });
    expect(await limit(10_000, first)).toMatchObject({ status: 200 });
    expect(await limit(20_000, first)).toMatchObject({ status: 409, answer: { error: { code: 'id_reused' } } });
    const paid = { operationId: uuidv7() };
    expect(await adjust(500, paid)).toMatchObject({ status: 200, answer: { balanceMinor: 500 } });
    expect(await adjust(500, paid)).toMatchObject({ status: 200, answer: { balanceMinor: 500 } });
    const { answer } = await ask<{ items: { action: string; subject: string }[] }>('GET', 'actions');
    expect(answer.items.filter(({ action }) => action.startsWith('account')).map(({ action, subject }) => [action, subject])).toEqual([
      ['account.adjust', CUSTOMER],
      ['account.limit', CUSTOMER],
    ]);
  });

  it.each<readonly [string, () => Promise<{ status: number; answer: Answer }>, number, string]>([
    ['a customer whom nobody knows', () => ask('POST', 'accounts/C9/limit', { ...good(), limitMinor: 1 }), 404, 'unknown_customer'],
    ['an unknown store', () => limit(1, { storeId: 'S9' }), 404, 'unknown_store'],
    ['a limit below zero', () => limit(-1), 400, 'bad_request'],
    ['a payment on none', () => adjust(1), 404, 'unknown_account'],
    ['another currency than it has', async () => (await limit(1), limit(1, { currency: 'EUR' })), 409, 'other_currency'],
    ['a reason of gift cards', async () => (await limit(1), adjust(1, { reason: 'paid_out' })), 400, 'bad_request'],
  ])('are refused for %s', async (_what, asked, status, code) => {
    expect(await asked()).toMatchObject({ status, answer: { error: { code } } });
  });
  const good = () => ({ operationId: uuidv7(), storeId: 'S1', currency: 'USD' });

  it('are no gift card: their id has no number, and no number is an account', async () => {
    await limit(1_000);
    const given = { operationId: uuidv7(), number: '6007221000004821', storeId: 'S1', currency: 'USD', differenceMinor: 1 };
    const asked = await ask<Answer>('POST', 'stored-values/adjust', { ...given, kind: 'account', reason: 'correction' });
    expect(asked).toMatchObject({ status: 400, answer: { error: { code: 'bad_request' } } });
  });

  it('[A3] get no limit from a register that speaks for the head office', async () => {
    const request = accountLimitSet.request({ accountId: ACCOUNT, currency: 'USD', limitMinor: 9_000, note: '' });
    const [result] = await push(db, register, [register.journal.record(request)]);
    expect(result).toMatchObject({ outcome: 'quarantined', code: 'not_its_own' });
    expect((await statement()).account).toBeNull();
  });
});
