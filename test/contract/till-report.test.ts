import { describe, expect, it } from 'vitest';
import type { Operation } from '../../domain/registry/operations.ts';
import { tillReportAnswer, type TillReportAnswer, type WatchedPage, watchedPage } from '../../domain/reports/report-protocol.ts';
import { drawerOpened, shiftClosed } from '../../domain/shift/operations.ts';
import type { Db, Tx } from '../../sync-server/db/database.ts';
import type { Work } from '../../sync-server/jobs/define-job.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { readTillReport } from '../../sync-server/reports/read-till-report.ts';
import { summarizeShiftJob, summarizeShiftsJob, summaryAgain } from '../../sync-server/reports/store-summaries.ts';
import { insertKey } from '../support/api-keys.ts';
import { type JournalBuilder, reseal } from '../support/journal-builder.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, enrol, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

/** The clocks go back in Berlin in the night to this day: two o'clock comes twice. */
const SUNDAY = '2026-10-25';
const MONDAY = '2026-10-26';
const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };

/** Gives the last entry of a journal another day and time. */
function moveLast(journal: JournalBuilder, businessDate: string, at: string): Operation {
  const last = journal.operations.pop();
  if (last === undefined) throw new Error('The journal is empty.');
  const moved = reseal(last, { businessDate, at });
  journal.operations.push(moved);
  return moved;
}

async function runJob(work: Work, tx: Tx, payload: unknown): Promise<void> {
  if (work.where !== 'database') throw new Error('This job works in the database.');
  await work.run(tx, payload);
}

describe.each(databases)('the till report of a store, on %s', (_name, open) => {
  let db: Db;
  let url: string;
  let first: Enrolled;
  let second: Enrolled;
  let key: string;
  useSyncServer(open, async (pool) => {
    ({ db } = pool);
    ({ url } = pool.server);
    first = pool.register;
    second = await enrol(db);
    key = await insertKey(db, 'reports', ['reports']);
    await db.updateTable('locations').set({ timezone: 'Europe/Berlin' }).where('id', '=', 'S1').execute();
    await db.updateTable('products').set({ category: 'Tea' }).where('sku', '=', 'A').execute();
    // A server makes jobs by the clock, and runs them: these tests run their own.
    await db.deleteFrom('jobs').execute();
  });

  /** The first register sells over the change of the clocks and closes; the second is open on the next day. */
  async function sellTwoDays(): Promise<{ readonly closedId: string; readonly openId: string }> {
    const night = first.journal;
    night.openShift();
    const closedId = moveLast(night, SUNDAY, '2026-10-24T23:50:00.000Z').id;
    night.shiftId = closedId;
    const sale = night.sell([['A', 2]]);
    moveLast(night, SUNDAY, '2026-10-25T00:30:00.000Z');
    night.sell([['B', 1]]);
    moveLast(night, SUNDAY, '2026-10-25T01:30:00.000Z');
    night.takeBack(sale, 1);
    moveLast(night, SUNDAY, '2026-10-25T22:50:00.000Z');
    night.record({ type: shiftClosed.type, payload: { countedMinor: 12_160, expectedMinor: 12_160 } });
    moveLast(night, SUNDAY, '2026-10-25T23:10:00.000Z');
    await push(db, first, night.operations);

    const day = second.journal;
    day.openShift();
    const openId = moveLast(day, MONDAY, '2026-10-26T08:00:00.000Z').id;
    day.shiftId = openId;
    day.sell([['A', 5]]);
    moveLast(day, MONDAY, '2026-10-26T09:00:00.000Z');
    day.record({ type: drawerOpened.type, payload: { reason: 'check_drawer' } }, { associateId: null });
    moveLast(day, MONDAY, '2026-10-26T09:30:00.000Z');
    await push(db, second, day.operations);
    return { closedId, openId };
  }

  const ask = async (path: string, token = key) => {
    const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
  const readOctober = async (path = '/v1/stores/S1/till-report', token = key): Promise<TillReportAnswer> =>
    tillReportAnswer.parse((await ask(`${path}?from=${OCTOBER.from}&to=${OCTOBER.to}`, token)).body);
  const runFor = (shiftId: string) => transact(db, (tx) => runJob(summarizeShiftJob.work, tx, { shiftId }));

  it('[J8] adds up business days, with the hour that comes twice as one, and names what is open', async () => {
    const { closedId, openId } = await sellTwoDays();
    const before = await readOctober();
    expect(before.reports).toMatchObject([
      {
        currency: 'USD',
        shifts: 2,
        figures: {
          // 20.00, 10.00 and 50.00, and 8 % tax; 10.00 came back.
          sales: { count: 3, minor: 8640 },
          gross: { count: 3, minor: 8000 },
          returns: { count: 1, minor: 1080 },
          returnedNetMinor: 1000,
          hours: { 2: { count: 2, minor: 3000 }, 10: { count: 1, minor: 5000 } },
          departments: { Tea: 7000, '': 1000 },
          tenders: [{ kind: 'cash', paid: { count: 3, minor: 8640 }, refunded: { count: 1, minor: 1080 } }],
        },
        days: [
          { date: SUNDAY, sales: 2, returns: 1, netMinor: 2000 },
          { date: MONDAY, sales: 1, returns: 0, netMinor: 5000 },
        ],
        open: [{ shiftId: openId, registerId: second.registerId, openedBy: 'associate-1' }],
      },
    ]);
    expect(before.registers).toEqual({ [first.registerId]: first.prefix, [second.registerId]: second.prefix });
    await runFor(closedId);
    await runFor(openId);
    expect(await db.selectFrom('shift_reports').select('shift_id').execute()).toEqual([{ shift_id: closedId }]);
    expect(await readOctober()).toEqual(before);
    expect(await readOctober('/v1/till-report', first.token)).toEqual(before);
    const sunday = await readTillReport(db, 'S1', { from: SUNDAY, to: SUNDAY });
    expect(sunday.reports).toMatchObject([{ shifts: 1, open: [], days: [{ date: SUNDAY }] }]);
    expect((await readTillReport(db, 'S2', OCTOBER)).reports).toEqual([]);
  });

  it('has a job made for a shift that is closed, and at night for one that was left out', async () => {
    await sellTwoDays();
    const [closing] = first.journal.operations.slice(-1);
    const jobs = await db.selectFrom('jobs').select('key').where('kind', '=', summarizeShiftJob.kind).execute();
    const stored = () => db.selectFrom('shift_reports').select('shift_id').execute();
    const expected = [{ shift_id: closing?.shiftId }];
    // The running server may have taken the job already.
    expect(jobs.length === 0 ? await stored() : jobs.map((job) => ({ shift_id: job.key }))).toEqual(expected);
    await db.deleteFrom('shift_reports').execute();
    await transact(db, (tx) => runJob(summarizeShiftsJob.work, tx, {}));
    expect(await stored()).toEqual(expected);
  });

  it('[J6] forgets what a shift came to when an entry of it has its effect later', async () => {
    const { closedId } = await sellTwoDays();
    // The server's own job has to be over: it would store again what is forgotten here.
    const jobsLeft = () => db.selectFrom('jobs').select('id').where('kind', '=', summarizeShiftJob.kind).execute();
    await expect.poll(jobsLeft, { timeout: 30_000 }).toEqual([]);
    const [, sale] = first.journal.operations;
    if (sale === undefined) throw new Error('There is a sale.');
    const again = await transact(db, (tx) => summaryAgain(tx, sale));
    expect(again).toEqual([{ kind: 'summarize_shift', key: closedId, payload: { shiftId: closedId } }]);
    expect(await transact(db, (tx) => summaryAgain(tx, sale))).toEqual([]);
  });

  it('lists what a manager looks at, stored or not, a page at a time, by kind and by person', async () => {
    const { closedId, openId } = await sellTwoDays();
    await runFor(closedId);
    const list = async (more: string): Promise<WatchedPage> =>
      watchedPage.parse((await ask(`/v1/stores/S1/till-report/watched?from=${OCTOBER.from}&to=${OCTOBER.to}${more}`)).body);
    const all = await list('');
    expect(all).toMatchObject({
      items: [
        { kind: 'no_sale', shiftId: openId, registerId: second.registerId, associateId: null, seq: 3, businessDate: MONDAY },
        { kind: 'return', shiftId: closedId, registerId: first.registerId, associateId: 'associate-1', seq: 4, amountMinor: 1080 },
      ],
      next: null,
    });
    const page = await list('&limit=1');
    expect(page.items).toEqual(all.items.slice(0, 1));
    const rest = await list(`&limit=1&after=${encodeURIComponent(page.next ?? '')}`);
    expect(rest).toEqual({ items: all.items.slice(1), next: null });
    expect((await list('&kind=return')).items).toEqual(all.items.slice(1));
    expect((await list('&associate=nobody')).items).toEqual(all.items.slice(0, 1));
    expect((await list('&associate=associate-1&kind=no_sale')).items).toEqual([]);
  });

  it('[A1] shows an entry as it was written to whoever may see the reports of its store', async () => {
    await sellTwoDays();
    const path = `/till-report/entries/${first.registerId}/2`;
    const [, sale] = first.journal.operations;
    expect(await ask(`/v1/stores/S1${path}`)).toEqual({ status: 200, body: { operation: JSON.parse(JSON.stringify(sale)) as unknown } });
    expect((await ask(`/v1${path}`, second.token)).status).toBe(200);
    expect((await ask(`/v1/stores/S2${path}`)).status).toBe(404);
    const elsewhere = await enrol(db, 'S2');
    expect((await ask(`/v1${path}`, elsewhere.token)).status).toBe(404);
    const shop = await insertKey(db, 'web shop', 'web_shop');
    expect((await ask(`/v1/stores/S1${path}`, shop)).status).toBe(403);
  });

  it.each([
    ['2026-10-02', '2026-10-01'],
    ['2024-01-01', '2026-01-01'],
    ['yesterday', '2026-10-01'],
  ])('refuses a period from %s to %s', async (from, to) => {
    expect(await ask(`/v1/stores/S1/till-report?from=${from}&to=${to}`)).toMatchObject({ status: 400 });
  });
});
