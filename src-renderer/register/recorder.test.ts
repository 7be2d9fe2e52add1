import type { Answer } from '../../domain/permissions/may-do.ts';
import { sellForCash } from '../../test/support/sell-for-cash.ts';
import { complete } from '../../test/support/loose-request.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIRST_PREV_HASH, type WrittenOperation } from '../../domain/base/envelope.ts';
import { hashedText, sha256Hex } from '../../domain/base/hash-operation.ts';
import type { Operation, OperationRequest } from '../../domain/registry/operations.ts';
import { upgradeOperation } from '../../domain/registry/upgrade-operation.ts';
import { cartLineOf } from '../../test/support/examples.ts';
import { memoryDisk, type OpenDatabases } from '../../test/support/memory-databases.ts';
import type { Decide } from '../kit/register-services.ts';
import { type Journal, openJournal } from '../journal/journal.ts';
import { Replica } from '../replica/replica.ts';
import { LiveView } from './live-view.ts';
import { createRecorder } from './recorder.ts';

const IDENTITY = { registerId: 'R1', storeId: 'S1', storeName: 'Store', prefix: 'A1' };

const sell = sellForCash([cartLineOf()]);
const openDrawer: Decide = () => ({ ok: true, value: complete({ type: 'shift_opened', payload: { currency: 'USD', floatMinor: 100 } }) });
const pack: OperationRequest = complete({ type: 'order_packed', payload: { fulfillmentOrderId: 'F1' } });

describe('the recorder', () => {
  let databases: OpenDatabases;
  let answer: Answer;
  let stopped = false;
  let failing = false;
  let mirrored: WrittenOperation[];
  let shown: Operation[];

  beforeEach(async () => {
    databases = await memoryDisk().open('R1');
    stopped = false;
    answer = { kind: 'allowed' };
    failing = false;
    mirrored = [];
    shown = [];
  });
  afterEach(() => databases.close());

  async function recorder() {
    const disk = openJournal(databases.journal, (operation) => mirrored.push(operation));
    const journal: Journal = {
      ...disk,
      append: (operation) => (failing ? Promise.reject(new Error('The disk is full.')) : disk.append(operation)),
    };
    const view = new LiveView('R1', new Replica(databases.replica).base);
    const record = createRecorder({
      identity: IDENTITY,
      journal,
      view,
      tail: await journal.tail(),
      now: () => Date.parse('2026-03-02T10:00:00.000Z'),
      clockOffsetMs: () => 1200,
      associateId: () => 'ASSOCIATE',
      answerTo: () => answer,
      isStopped: () => stopped,
      onRecorded: (operation) => shown.push(operation),
      onError: () => undefined,
    });
    return { journal, view, record };
  }

  it('[J2] [J7] numbers, chains and hashes operations gaplessly, however many are asked for at once', async () => {
    const { journal, record } = await recorder();
    const results = await Promise.all(
      [openDrawer, sell, sell, () => ({ ok: true as const, value: pack }), sell].map((decide) => record(decide)),
    );
    expect(results.every((result) => result.ok)).toBe(true);
    const journaled = await journal.after(0, 10);
    expect(journaled.map((operation) => operation.seq)).toEqual([1, 2, 3, 4, 5]);
    expect(journaled.map((operation) => operation.receiptCount)).toEqual([0, 1, 2, 2, 3]);
    expect(
      journaled
        .map(upgradeOperation)
        .flatMap((operation) => (operation.type === 'sale_completed' ? [operation.payload.receiptNumber] : [])),
    ).toEqual(['A1-000001', 'A1-000002', 'A1-000003']);
    journaled.forEach((operation, index) => {
      expect(operation.hash).toBe(sha256Hex(hashedText(operation)));
      expect(operation.prevHash).toBe(journaled[index - 1]?.hash ?? FIRST_PREV_HASH);
    });
    expect(mirrored).toEqual(journaled);
  });

  it('[J8] takes shift and business date from the open shift, and keeps device time and offset', async () => {
    const { record } = await recorder();
    const opened = await record(openDrawer);
    const sold = await record(sell);
    expect(opened.ok && sold.ok).toBe(true);
    if (!opened.ok || !sold.ok) return;
    expect(opened.value.shiftId).toBeNull();
    expect(sold.value).toMatchObject({
      shiftId: opened.value.id,
      businessDate: '2026-03-02',
      clockOffsetMs: 1200,
      associateId: 'ASSOCIATE',
    });
  });

  it('says of a decision that fails, or of what is no operation, that it was not recorded, and goes on', async () => {
    const { record } = await recorder();
    await record(openDrawer);
    const failed: Decide = () => {
      throw new Error('A mistake in the app.');
    };
    const tooLong: Decide = () => ({
      ok: true,
      value: complete({ type: 'order_packed', payload: { fulfillmentOrderId: 'F'.repeat(65) } }),
    });
    for (const decide of [failed, tooLong]) expect(await record(decide)).toEqual({ ok: false, refusal: 'not_recordable' });
    expect(shown).toHaveLength(1);
    expect((await record(sell)).ok).toBe(true);
  });

  it('[J1] shows nothing that was not written, and uses its place in the sequence again', async () => {
    const { journal, view, record } = await recorder();
    await record(openDrawer);
    failing = true;
    expect(await record(sell)).toEqual({ ok: false, refusal: 'storage_failed' });
    expect(view.stockOf('S1', 'A')).toBeUndefined();
    expect(shown).toHaveLength(1);
    failing = false;
    expect((await record(sell)).ok).toBe(true);
    expect((await journal.after(0, 10)).map((operation) => operation.seq)).toEqual([1, 2]);
    expect(view.stockOf('S1', 'A')?.onHand).toBe(-1);
  });

  it('[A1] records nothing that the role does not allow, and what a colleague approves with the approval', async () => {
    const { journal, record } = await recorder();
    answer = { kind: 'denied' };
    expect(await record(sell)).toEqual({ ok: false, refusal: 'not_allowed' });
    answer = { kind: 'needs_approval', by: ['manager'] };
    expect(await record(sell)).toEqual({
      ok: false,
      refusal: 'needs_approval',
      needed: { permission: 'sale.complete', by: ['manager'] },
    });
    const approval = { associateId: 'MANAGER', permission: 'sale.complete', method: 'pin' } as const;
    expect(await record(sell, { approval, role: 'picker' })).toEqual({ ok: false, refusal: 'not_allowed' });
    expect(mirrored).toEqual([]);
    expect(await record(sell, { approval, role: 'manager' })).toMatchObject({ ok: true, value: { seq: 1, approval } });
    expect((await journal.after(0, 10)).map((one) => one.approval)).toEqual([approval]);
  });

  it('[J1] [J7] calls an operation recorded when it is on the disk, even if the write said that it failed', async () => {
    const { journal, view, record } = await recorder();
    const insert = databases.journal.insert.bind(databases.journal);
    databases.journal.insert = async (entry) => {
      await insert(entry);
      throw new Error('The answer of the disk was lost.');
    };
    const sold = await record(sell);
    expect(sold.ok && sold.value.payload).toMatchObject({ receiptNumber: 'A1-000001' });
    expect(await journal.after(0, 10)).toHaveLength(1);
    expect([mirrored.length, shown.length, view.stockOf('S1', 'A')?.onHand]).toEqual([1, 1, -1]);
  });

  it('[J1] [J7] says nothing of a write whose answer never comes, and goes on behind it after a restart', async () => {
    const { record } = await recorder();
    const insert = databases.journal.insert.bind(databases.journal);
    let written: () => void = () => undefined;
    const isWritten = new Promise<void>((resolve) => (written = resolve));
    databases.journal.insert = async (entry) => {
      await insert(entry);
      written();
      return new Promise(() => undefined);
    };
    let said = 0;
    for (const decide of [sell, sell]) void record(decide).then(() => (said += 1));
    await isWritten;
    await new Promise(setImmediate);
    expect([said, mirrored, shown]).toEqual([0, [], []]);
    databases.journal.insert = insert;
    const restarted = await recorder();
    const sold = await restarted.record(sell);
    expect(sold.ok && sold.value).toMatchObject({ seq: 2, payload: { receiptNumber: 'A1-000002' } });
    expect((await restarted.journal.after(0, 10)).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('[J1] [J7] says that a write failed when the disk does not even tell, and asks the disk for its place before the next', async () => {
    const { journal, record } = await recorder();
    const insert = databases.journal.insert.bind(databases.journal);
    const { storageInstance } = databases.journal;
    const find = storageInstance.findDocumentsById.bind(storageInstance);
    const fail = () => Promise.reject(new Error('The disk does not tell.'));
    databases.journal.insert = async (entry) => {
      await insert(entry);
      storageInstance.findDocumentsById = fail;
      return fail();
    };
    expect(await record(sell)).toEqual({ ok: false, refusal: 'storage_failed' });
    expect([mirrored, shown]).toEqual([[], []]);
    databases.journal.insert = insert;
    storageInstance.findDocumentsById = find;
    const sold = await record(sell);
    expect(sold.ok && sold.value).toMatchObject({ seq: 2, payload: { receiptNumber: 'A1-000002' } });
    expect((await journal.after(0, 10)).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('[J7] writes no second operation in a place that is taken, as when two windows share a profile', async () => {
    const first = await recorder();
    const second = await recorder();
    expect((await first.record(openDrawer)).ok).toBe(true);
    expect(await second.record(openDrawer)).toEqual({ ok: false, refusal: 'storage_failed' });
    expect(await first.journal.after(0, 10)).toHaveLength(1);
  });

  it('passes a refusal on without writing, and does nothing once the register is stopped', async () => {
    const { journal, record } = await recorder();
    expect(await record(() => ({ ok: false, refusal: 'empty_sale' }))).toEqual({ ok: false, refusal: 'empty_sale' });
    stopped = true;
    expect(await record(sell)).toEqual({ ok: false, refusal: 'register_stopped' });
    expect(await journal.tail()).toMatchObject({ seq: 0 });
  });
});
