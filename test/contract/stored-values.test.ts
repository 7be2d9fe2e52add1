import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { saleCompleted } from '../../domain/sale/operations.ts';
import type { SaleCompleted } from '../../domain/sale/sale.ts';
import { storedValueDocument } from '../../domain/stored-value/documents.ts';
import { storedValueAdjusted } from '../../domain/stored-value/operations.ts';
import { type StoredValue, storedValueId } from '../../domain/stored-value/stored-value.ts';
import type { StoredValueBalance } from '../../domain/stored-value/stored-value-protocol.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { askJson } from '../support/ask-json.ts';
import { insertKey } from '../support/api-keys.ts';
import { cartLineOf, cashOf, soldOf } from '../support/examples.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, enrol, pullAll, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const NUMBER = '6007221000004821';
const CARD = storedValueId(NUMBER);

/** A sale of goods at so much that a gift card pays, or of a gift card that is loaded with so much. */
function saleAt(register: Enrolled, minor: number, paidBy: 'cash' | 'card on file'): SaleCompleted {
  const sold = soldOf([cartLineOf({ unitPrice: minor * 1000, taxClass: 'none' })]);
  const lines = sold.lines.map((line) => ({
    ...line,
    ...(paidBy === 'cash' ? { kind: 'gift_card' as const, reference: CARD } : {}),
    taxes: [],
    taxMinor: 0,
    totalMinor: minor,
  }));
  const giftCard = {
    kind: 'gift_card' as const,
    currency: 'USD',
    amountMinor: minor,
    tipMinor: 0,
    reference: CARD,
    state: 'offline' as const,
  };
  const { nextReceiptNumber: receiptNumber } = register.journal;
  return { ...sold, receiptNumber, lines, totalMinor: minor, taxMinor: 0, tenders: [paidBy === 'cash' ? cashOf(minor) : giftCard] };
}

describe.each(databases)('gift cards and store credit, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  let there: Enrolled;
  let key: string;
  useSyncServer(open, async (pool) => {
    ({ db, server, register } = pool);
    there = await enrol(db, 'S2');
    key = await insertKey(db, 'cards', ['stored_values', 'office', 'actions']);
  });

  const ask = <T>(method: string, path: string, body?: object, token = key) => askJson<T>(server.url, token, method, path, body);
  type Answer = StoredValue & { readonly error?: { readonly code: string; readonly field?: string } };
  const adjustment = (given: object = {}) => ({
    operationId: uuidv7(),
    number: NUMBER,
    storeId: 'S1',
    kind: 'gift_card',
    currency: 'USD',
    differenceMinor: 5_000,
    reason: 'issued',
    ...given,
  });
  const adjust = (given: object = {}) => ask<Answer>('POST', 'stored-values/adjust', adjustment(given));
  const balanceFor = async (one: Enrolled) =>
    (await ask<StoredValueBalance>('GET', `stored-values/${CARD}/balance`, undefined, one.token)).answer;
  const record = (one: Enrolled, minor: number, paidBy: 'cash' | 'card on file') =>
    push(db, one, [one.journal.record(saleCompleted.request(saleAt(one, minor, paidBy)))]);
  const told = async () => {
    const { rows } = await sql<{ receipt: string; trouble: string; cash: number; store: string }>`
      select body ->> 'subject' as receipt, body -> 'facts' ->> 'trouble' as trouble, (body -> 'cash' -> 'USD')::int as cash,
        store_id as store from exceptions where kind = 'stored_value_not_covered' order by opened_at, 1`.execute(db);
    return rows;
  };
  const audited = async () => (await auditPool(db)).flatMap(({ violations }) => violations);

  it('[J5] used at two stores that had no connection, has an exception for what is missing, and the books hold', async () => {
    await record(register, 5_000, 'cash');
    expect(await balanceFor(register)).toMatchObject({ value: { balanceMinor: 5_000, kind: 'gift_card', storeId: 'S1' }, appliedSeq: 1 });
    await record(register, 4_000, 'card on file');
    await record(there, 3_000, 'card on file');
    expect(await balanceFor(there)).toMatchObject({ value: { balanceMinor: -2_000 }, appliedSeq: 1 });
    expect(await told()).toEqual([{ receipt: `${there.prefix}-000001`, trouble: 'balance', cash: 2_000, store: 'S2' }]);
    expect(await audited()).toEqual([]);
  });

  it('[J5] used before the sale that loads it has arrived, is covered by it afterwards', async () => {
    await record(there, 3_000, 'card on file');
    expect(await told()).toEqual([{ receipt: `${there.prefix}-000001`, trouble: 'unknown', cash: 3_000, store: 'S2' }]);
    await record(register, 5_000, 'cash');
    expect((await balanceFor(there)).value).toMatchObject({ balanceMinor: 2_000 });
    expect(await audited()).toEqual([]);
  });

  it('[R1] are told to the store that issued them alone', async () => {
    await record(register, 5_000, 'cash');
    await record(there, 1_000, 'card on file');
    const held = async (one: Enrolled) =>
      [...(await pullAll(db, one)).documents].filter(([id]) => id.split(' ')[1] === storedValueDocument.kind).map(([, body]) => body);
    expect([await held(register), await held(there)]).toMatchObject([[{ id: CARD, balanceMinor: 4_000 }], []]);
  });

  it('are issued, changed and blocked by the head office, once for each operation id, without their number being kept', async () => {
    const first = adjustment();
    expect((await ask<Answer>('POST', 'stored-values/adjust', first)).answer).toMatchObject({ id: CARD, balanceMinor: 5_000 });
    expect((await ask<Answer>('POST', 'stored-values/adjust', first)).answer).toMatchObject({ balanceMinor: 5_000 });
    expect(await adjust({ differenceMinor: -1_500, reason: 'correction', note: 'Typed twice' })).toMatchObject({
      status: 200,
      answer: { balanceMinor: 3_500 },
    });
    const block = { operationId: uuidv7(), storedValueId: CARD, isBlocked: true };
    expect((await ask<Answer>('POST', 'stored-values/block', block)).answer).toMatchObject({ isBlocked: true, balanceMinor: 3_500 });
    expect((await ask<Answer>('POST', 'stored-values/block', block)).status).toBe(200);
    await record(there, 500, 'card on file');
    expect(await told()).toEqual([{ receipt: `${there.prefix}-000001`, trouble: 'blocked', cash: 500, store: 'S2' }]);
    expect((await ask<Answer>('GET', `stored-values/${CARD}`)).answer).toMatchObject({ balanceMinor: 3_000, isBlocked: true });
    const { rows } = await sql<{ body: string }>`
      select body::text from operations union all select body::text from documents
      union all select after::text from office_actions`.execute(db);
    expect(rows.filter(({ body }) => body?.includes(NUMBER))).toEqual([]);
    expect(await audited()).toEqual([]);
  });

  it.each<readonly [string, object, number, string]>([
    ['a number that is none', { number: '12-34' }, 400, 'bad_request'],
    ['no difference', { differenceMinor: 0 }, 400, 'bad_request'],
    ['an unknown store', { storeId: 'S9' }, 404, 'unknown_store'],
    ['another currency than the card has', { currency: 'EUR' }, 409, 'other_currency'],
    ['another kind than the card has', { kind: 'store_credit' }, 409, 'other_kind'],
  ])('are refused for %s, and nothing is changed', async (_what, given, status, code) => {
    await adjust();
    expect(await adjust(given)).toMatchObject({ status, answer: { error: { code } } });
    expect((await balanceFor(register)).value).toMatchObject({ balanceMinor: 5_000 });
  });

  it('are refused for an operation id that said something else', async () => {
    const first = adjustment();
    await ask('POST', 'stored-values/adjust', first);
    expect(await adjust({ operationId: first.operationId, differenceMinor: 1 })).toMatchObject({
      status: 409,
      answer: { error: { code: 'id_reused' } },
    });
    const unknown = { operationId: uuidv7(), storedValueId: 'SV-0000-0', isBlocked: true };
    expect((await ask<Answer>('POST', 'stored-values/block', unknown)).status).toBe(404);
  });

  it('[A3] are not changed by a register that speaks for the head office', async () => {
    const given = { storedValueId: CARD, currency: 'USD', differenceMinor: 9_000, note: '' };
    const change = { ...given, kind: 'gift_card' as const, reason: 'issued' as const };
    const [result] = await push(db, register, [register.journal.record(storedValueAdjusted.request(change))]);
    expect(result).toMatchObject({ outcome: 'quarantined', code: 'not_its_own' });
    expect((await balanceFor(register)).value).toBeNull();
  });

  it('that were changed behind the back of the operations are found by the audit', async () => {
    await record(register, 5_000, 'cash');
    await sql`update documents set body = jsonb_set(body, '{balanceMinor}', '6000') where kind = ${storedValueDocument.kind}`.execute(db);
    expect(await audited()).toEqual([`${CARD} has 6000, but its operations make 5000.`]);
  });
});
