import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { couponUseDocument, promotionUseDocument, storePromotionUseDocument } from '../../domain/promotions/documents.ts';
import type { PromotionUseByStore, StorePromotionUse } from '../../domain/promotions/promotion-use.ts';
import { promotion } from '../../domain/promotions/promotion.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { goodsReturnedPayload } from '../../domain/returns/return.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import type { SaleCompleted } from '../../domain/sale/sale.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { forgetUses, tellAgain } from '../../sync-server/promotions/forget-uses.ts';
import { recountUses } from '../../sync-server/promotions/recount-uses.ts';
import { tellUses } from '../../sync-server/promotions/tell-uses.ts';
import { writePromotions } from '../../sync-server/promotions/write-promotions.ts';
import { allocateChanges, type ChangeItem } from '../../sync-server/changes/allocate-changes.ts';
import { insertKey } from '../support/api-keys.ts';
import { cartLineOf, cashOf, soldOf } from '../support/examples.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, enrol, pullAll, push, type Replica } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const OFF = 100;
const P = promotion.parse({
  ...{ kind: 'sale_amount', id: 'P', name: 'One off', everything: true, amountMinor: OFF, codes: ['WINTER-4821'], usesPerCode: 1 },
  ...{ startsOn: '2026-01-01', endsOn: '2099-12-31', budgetMinor: 10_000 },
});
const COUPON = { promotionId: 'P', couponId: 'CP-4821-x', mostUses: 1 };

/** Three pieces at 3.00 each, of which promotion P takes 1.00 off. */
function soldWith(register: Enrolled, coupons: SaleCompleted['coupons'] = []): SaleCompleted {
  const sold = soldOf([cartLineOf({ quantity: 3, unitPrice: 300_000, taxClass: 'none' })]);
  const off = { source: 'promotion', sourceId: 'P', amountMinor: -OFF, reason: null, approvedBy: null } as const;
  const lines = sold.lines.map((line) => ({ ...line, adjustments: [off], taxes: [], taxMinor: 0, totalMinor: 900 - OFF }));
  const { nextReceiptNumber: receiptNumber } = register.journal;
  return { ...sold, receiptNumber, coupons, lines, totalMinor: 800, taxMinor: 0, tenders: [cashOf(800)] };
}

describe.each(databases)('the uses of promotions, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let here: Enrolled;
  let there: Enrolled;
  useSyncServer(open, async (pool) => {
    ({ db, server, register: here } = pool);
    there = await enrol(db, 'S2');
    await db.deleteFrom('promotions').execute();
    await changing((changeItems, tx) => writePromotions(tx, [P], changeItems));
  });

  const changing = (work: (changeItems: ChangeItem[], tx: Parameters<typeof writePromotions>[0]) => Promise<void>) =>
    transact(db, async (tx) => {
      const changeItems: ChangeItem[] = [];
      await work(changeItems, tx);
      await allocateChanges(tx, changeItems);
    });
  const sell = async (one: Enrolled, coupons: SaleCompleted['coupons'] = []) => {
    const payload = soldWith(one, coupons);
    const operation = one.journal.record(saleCompleted.request(payload));
    await push(db, one, [operation]);
    return { receiptNumber: payload.receiptNumber, operation };
  };
  const bringBack = (one: Enrolled, receiptNumber: string, quantity: number, refundMinor: number, isVoid = false) =>
    push(db, one, [
      one.journal.record(
        goodsReturned.request(
          goodsReturnedPayload.parse({
            ...{ receiptNumber: one.journal.nextReceiptNumber, origin: { kind: 'sale', receiptNumber }, currency: 'USD', refundMinor },
            isVoid,
            lines: [{ lineNo: 1, sku: 'A', name: 'A', quantity, disposition: 'restock', refundMinor, refundTaxMinor: 0 }],
            tenders: [{ kind: 'cash', currency: 'USD', amountMinor: refundMinor, reference: null, state: 'accepted' }],
          }),
        ),
      ),
    ]);
  const heldBy = async (one: Enrolled, kind: string, replica?: Replica) =>
    [...(await pullAll(db, one, replica)).documents].filter(([id]) => id.split(' ')[1] === kind).map(([, body]) => body);
  const tell = () => transact(db, tellUses);
  const recount = () => transact(db, recountUses);
  const audited = async () => (await auditPool(db)).flatMap(({ violations }) => violations);

  it('[J3] are counted in the store that sold, once, however often a sale arrives', async () => {
    const { operation } = await sell(here);
    await push(db, here, [operation]);
    await sell(here);
    await sell(there);
    const own = { id: 'P:S1', promotionId: 'P', storeId: 'S1', amountMinor: 2 * OFF, uses: 2 };
    expect(await heldBy(here, storePromotionUseDocument.kind)).toEqual([own]);
    expect(await audited()).toEqual([]);
  });

  it('[J9] are gone with a sale that is voided, with those of its codes, and once', async () => {
    const { receiptNumber } = await sell(here, [COUPON]);
    await bringBack(here, receiptNumber, 3, 800, true);
    await bringBack(here, receiptNumber, 3, 800, true);
    expect(await heldBy(here, storePromotionUseDocument.kind)).toMatchObject([{ amountMinor: 0, uses: 0 }]);
    expect(await heldBy(here, couponUseDocument.kind)).toMatchObject([{ uses: 0 }]);
    expect([await audited(), await recount()]).toEqual([[], 0]);
  });

  it('[J9] go down by the part of what came back, in whichever store, and stay uses', async () => {
    const { receiptNumber } = await sell(here);
    await bringBack(there, receiptNumber, 1, 267);
    await bringBack(here, receiptNumber, 2, 533);
    expect(await heldBy(here, storePromotionUseDocument.kind)).toMatchObject([{ amountMinor: 0, uses: 1 }]);
    expect(await heldBy(there, storePromotionUseDocument.kind)).toEqual([]);
    expect(await audited()).toEqual([]);
  });

  it('are told to all stores in batches: a sale alone changes nothing that all stores hear', async () => {
    const heads = async () => (await db.selectFrom('scope_heads').select('seq').where('scope', '=', 'all').executeTakeFirst())?.seq;
    const before = await heads();
    await sell(here);
    await sell(there);
    expect(await heads()).toBe(before);
    expect([await tell(), await tell()]).toEqual([1, 0]);
    const [told] = (await heldBy(there, promotionUseDocument.kind)) as PromotionUseByStore[];
    expect(told).toEqual({ id: 'P', stores: { S1: { amountMinor: OFF, uses: 1 }, S2: { amountMinor: OFF, uses: 1 } } });
  });

  it('[J5] a code used at two stores that had no connection has an exception that names the loss', async () => {
    await sell(here, [COUPON]);
    await sell(there, [COUPON]);
    const { rows } = await sql<{ subject: string; cash: number; store: string }>`
      select body ->> 'subject' as subject, (body -> 'cash' -> 'USD')::int as cash, store_id as store from exceptions
      where kind = 'coupon_used_too_often'`.execute(db);
    expect(rows).toEqual([{ subject: `${there.prefix}-000001`, cash: OFF, store: 'S2' }]);
    expect(await heldBy(here, couponUseDocument.kind)).toEqual([{ id: COUPON.couponId, promotionId: 'P', uses: 2 }]);
    expect(await audited()).toEqual([]);
  });

  it('[J5] more than a customer may have at two stores that had no connection is told, and given back with the goods', async () => {
    const limited = { promotionId: 'P', couponId: 'CU-1', mostUses: null, mostMinor: 150 };
    const held = async () => (await heldBy(here, couponUseDocument.kind)).at(0);
    const { receiptNumber } = await sell(here, [limited]);
    const second = await sell(there, [limited]);
    const { rows } = await sql<{ cash: number; by: string }>`
      select body -> 'cash' -> 'USD' as cash, body -> 'facts' ->> 'by' as by from exceptions
      where kind = 'coupon_used_too_often'`.execute(db);
    expect(rows).toEqual([{ cash: 50, by: 'amount' }]);
    await bringBack(there, receiptNumber, 1, 267);
    expect([await held(), await audited()]).toMatchObject([{ id: 'CU-1', uses: 2, amountMinor: 167 }, []]);
    await bringBack(here, second.receiptNumber, 3, 800, true);
    expect([await held(), await audited()]).toMatchObject([{ id: 'CU-1', uses: 1, amountMinor: 67 }, []]);
    await sql`update documents set body = jsonb_set(body, '{amountMinor}', '7') where kind = 'coupon_use'`.execute(db);
    expect(await audited()).toEqual(['Code CU-1 counts 7 taken off, but its sales say 67.']);
  });

  it('are counted anew from the sales, and the audit finds what was wrong', async () => {
    const { receiptNumber } = await sell(here);
    await sell(there, [COUPON]);
    await bringBack(there, receiptNumber, 1, 267);
    expect(await recount()).toBe(0);
    await sql`update documents set body = jsonb_set(body, '{amountMinor}', '7') where kind = 'store_promotion_use' and id = 'P:S1'`.execute(
      db,
    );
    await sql`update documents set body = jsonb_set(body, '{uses}', '5') where kind = 'coupon_use'`.execute(db);
    expect(await audited()).toEqual([
      'Promotion P:S1 counts 7 in 1 sales, but its sales say 67 in 1.',
      `Code ${COUPON.couponId} counts 5 uses, but 1 sales name it.`,
    ]);
    expect([await recount(), await recount()]).toEqual([1, 0]);
    expect(((await heldBy(here, storePromotionUseDocument.kind)) as StorePromotionUse[])[0]?.amountMinor).toBe(67);
    await sql`delete from documents where kind = 'store_promotion_use'`.execute(db);
    const key = await insertKey(db, 'prices', ['promotions']);
    const answer = await fetch(`${server.url}/v1/promotions/recount`, { method: 'POST', headers: { authorization: `Bearer ${key}` } });
    expect(await answer.json()).toEqual({ wrong: 2 });
    expect(await heldBy(there, promotionUseDocument.kind)).toHaveLength(1);
  });

  it('the jobs get by with a last day in the year 0, which was taken once', async () => {
    await sell(here, [COUPON]);
    await sql`update promotions set body = jsonb_set(body, '{endsOn}', '"0000-01-01"') where id = 'P'`.execute(db);
    expect([await tell(), await transact(db, forgetUses)]).toEqual([0, 2]);
    expect(promotion.safeParse({ ...P, endsOn: '0000-01-01' }).success).toBe(false);
  });

  it('leave the registers a month after the promotion is over or gone, and come back when it holds again', async () => {
    await sell(here, [COUPON]);
    await tell();
    const counts = async () => {
      const kinds = [couponUseDocument.kind, promotionUseDocument.kind, storePromotionUseDocument.kind];
      return (await Promise.all(kinds.map((kind) => heldBy(here, kind)))).map(({ length }) => length);
    };
    expect([await transact(db, forgetUses), await counts()]).toEqual([0, [1, 1, 1]]);
    await sql`update promotions set body = jsonb_set(body, '{endsOn}', '"2020-01-31"')`.execute(db);
    expect([await transact(db, forgetUses), await counts(), await transact(db, forgetUses)]).toEqual([3, [0, 0, 0], 0]);
    await changing((changeItems, tx) => tellAgain(tx, ['P'], changeItems));
    expect(await counts()).toEqual([1, 1, 1]);
    await db.deleteFrom('promotions').execute();
    expect([await transact(db, forgetUses), await counts()]).toEqual([3, [0, 0, 0]]);
    const text = 'id,kind,name,starts_on,ends_on,everything,amount\nP,sale_amount,One off,2026-01-01,2099-12-31,yes,1.00\n';
    const answer = await fetch(`${server.url}/v1/promotions/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await insertKey(db, 'files', ['promotions'])}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'promotions.csv', text }),
    });
    expect([await answer.json(), await counts()]).toMatchObject([{ accepted: 1 }, [1, 1, 1]]);
  });
});
