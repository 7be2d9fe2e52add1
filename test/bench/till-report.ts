import { sql } from 'kysely';
import type { Operation } from '../../domain/registry/operations.ts';
import { drawerOpened, shiftClosed } from '../../domain/shift/operations.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { acceptOperations } from '../../sync-server/intake/accept-operations.ts';
import { readSubmission } from '../../sync-server/intake/submission.ts';
import { readTillReport } from '../../sync-server/reports/read-till-report.ts';
import { summarizeShiftJob } from '../../sync-server/reports/store-summaries.ts';
import { JournalBuilder } from '../support/journal-builder.ts';
import { fillRegisters, type RegisterKeys } from './fill-registers.ts';
import { type BenchResult, summarize } from './result.ts';
import { withScaleDatabase } from './scale-database.ts';

const STORE = 'S0';
const STOCKED = 200;
const REGISTERS = 4;
const DAYS = 30;
const SALES = 500;
const BATCH = 500;
const MONTHS = [1, 10, 100];
const RUNS = 30;
const WARM_UP = 3;
const GOAL_MS = 500;

/** A shift of a busy register: every tenth sale comes back in part, and every fiftieth opens the drawer. */
function sellShift(journal: JournalBuilder, sales: number): void {
  journal.shiftId = null;
  journal.openShift();
  for (let sale = 0; sale < sales; sale += 1) {
    const sold = journal.sell([0, 1, 2].map((line) => [`SKU-${(sale * 3 + line) % STOCKED}`, 1 + (sale % 4)] as const));
    if (sale % 10 === 9) journal.takeBack(sold, 1);
    if (sale % 50 === 49) journal.record({ type: drawerOpened.type, payload: { reason: 'other' } });
  }
}

async function sendAll(db: Db, { registerId }: RegisterKeys, operations: readonly Operation[]): Promise<void> {
  for (let sent = 0; sent < operations.length; sent += BATCH) {
    const submission = readSubmission({ registerId, operations: operations.slice(sent, sent + BATCH) });
    const [intake] = await acceptOperations(db, [submission]);
    const wrong = intake?.ok === true ? intake.results.find((result) => result.outcome !== 'applied') : intake;
    if (wrong !== undefined) throw new Error(`An operation was not applied: ${JSON.stringify(wrong)}`);
  }
}

/** Each register closes a shift of a whole day, and has sold half a day in the next one. */
async function sellToday(db: Db): Promise<void> {
  const work = summarizeShiftJob.work;
  if (work.where !== 'database') throw new Error('Shifts are added up in the database.');
  for (const register of await fillRegisters(db, [STORE], REGISTERS, 'report')) {
    const journal = new JournalBuilder(register);
    sellShift(journal, SALES);
    const shiftId = journal.shiftId;
    journal.record({ type: shiftClosed.type, payload: { countedMinor: 0, expectedMinor: 0 } });
    sellShift(journal, SALES / 2);
    await sendAll(db, register, journal.operations);
    await transact(db, (tx) => work.run(tx, { shiftId }));
  }
}

/** Copies the closed shifts, and what they came to, to each day of so many months before. Their entries are not asked for. */
async function copyBack(db: Db, fromDay: number, toDay: number): Promise<void> {
  await sql`
    with days as (select n, ('2026-03-02'::date - n)::text as day from generate_series(${fromDay}::int, ${toDay - 1}::int) n),
    closed as (select s.id, s.store_id, s.register_id, s.body, r.version, r.summary, r.watched from shifts s
      join shift_reports r on r.shift_id = s.id where s.business_date = '2026-03-02'),
    copied as (insert into shifts (id, store_id, register_id, body)
      select c.id || '-' || d.n, c.store_id, c.register_id, c.body || jsonb_build_object('id', c.id || '-' || d.n, 'businessDate', d.day)
      from closed c cross join days d)
    select count(*) from closed`.execute(db);
  await sql`
    insert into shift_reports (shift_id, version, summary, watched)
    select s.id, r.version, r.summary || jsonb_build_object('shiftId', s.id, 'businessDate', s.business_date), r.watched
    from shifts s join shift_reports r on s.id like r.shift_id || '-%'
      left join shift_reports own on own.shift_id = s.id
    where s.business_date <> '2026-03-02' and own.shift_id is null`.execute(db);
}

/** The till report of a month, 30 days × 4 registers × 500 sales, with ever more months behind it; today's shifts are open. */
export function tillReport(): Promise<BenchResult[]> {
  return withScaleDatabase({ stores: 1, products: STOCKED, stocked: STOCKED }, async ({ db }) => {
    await sellToday(db);
    const results: BenchResult[] = [];
    let baselines: readonly number[] = [];
    let reached = 1;
    for (const months of MONTHS) {
      await copyBack(db, reached, months * DAYS);
      reached = months * DAYS;
      await sql`analyze`.execute(db);
      const values: number[] = [];
      for (let run = -WARM_UP; run < RUNS; run += 1) {
        const started = performance.now();
        const { reports } = await readTillReport(db, STORE, { from: '2026-02-01', to: '2026-03-02' });
        if (run >= 0) values.push(performance.now() - started);
        if (reports[0]?.shifts !== (DAYS + 1) * REGISTERS) throw new Error(`The report has ${reports[0]?.shifts ?? 0} shifts.`);
      }
      if (baselines.length === 0) baselines = values;
      const goal = `p99 at most ${GOAL_MS} ms`;
      const name = `till-report: a month of 60,000 sales, ${months} ${months === 1 ? 'month' : 'months'} kept`;
      results.push(summarize({ name, unit: 'ms', values, baselines, goal, met: ({ p99 }) => p99 <= GOAL_MS }));
    }
    return results;
  });
}
