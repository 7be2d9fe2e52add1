import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { type Bend, GatedTill, PICKABLE, type Step, STEPS } from './support/gated-till.ts';
import { shipOrder } from './support/order-pool.ts';
import { openPool } from './support/databases.ts';
import { fillSyncPool } from './support/sync-pool.ts';
import { longTest } from '../support/long-test.ts';

/** What may follow a sale, in every possible order, and up to how many steps: whatever happens, and longer for messages that arrive. */
const WALKS: readonly (readonly [string, readonly Step[], number])[] = [
  ['whatever happens', STEPS.filter((step) => step !== 'pick' && step !== 'pull_again'), 3],
  ['messages and answers', ['push_arrives', 'push_answered', 'pull_arrives', 'pull_answered'], 7],
];

describe('no flicker (R3)', () => {
  let database: OpenDatabase;
  let till: GatedTill | undefined;
  beforeAll(async () => {
    database = await openPool();
  });
  afterEach(async () => {
    await till?.stop();
    till = undefined;
  });
  afterAll(() => database.close());

  async function start(bend?: Bend): Promise<GatedTill> {
    await till?.stop();
    await fillSyncPool(database.db);
    await takeOrder(database.db, { idempotencyKey: 'W-1', order: shipOrder('W-1', [['B', PICKABLE]]) });
    const { id } = await database.db.selectFrom('fulfillment_orders').select('id').executeTakeFirstOrThrow();
    till = await GatedTill.start(database.db, id, bend);
    return till;
  }

  longTest.each(WALKS)(
    '[R3] shows a sale once, in every order of %s, and at every turn between',
    { timeout: 240_000 },
    async (_name, every, longest) => {
      const one = await start();
      let sequences = 0;
      let prefixes: readonly (readonly Step[])[] = [[]];
      for (let length = 1; length <= longest; length += 1) {
        const longer: Step[][] = [];
        for (const prefix of prefixes) {
          for (const step of every) {
            await one.drain();
            for (const before of ['sell', ...prefix] as const) await one.step(before);
            if (!one.can(step)) continue;
            await one.step(step);
            sequences += 1;
            longer.push([...prefix, step]);
            if (one.flicker !== null) throw new Error(`${['sell', ...prefix, step].join(', ')}: ${one.flicker}`);
          }
        }
        prefixes = longer;
      }
      expect(sequences).toBeGreaterThan(90);
      expect(one.looks).toBeGreaterThan(sequences * 10);
    },
  );

  it('[R3] shows what was sold, picked and taken once, whatever is sent, lost, answered late, fetched anew or restarted in between', {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { minLength: 5, maxLength: 30 }), async (steps) => {
        const one = await start();
        for (const step of steps) {
          await one.step(step);
          expect(one.flicker).toBeNull();
        }
        await one.drain();
        expect(one.flicker).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  // Their answers name no hash, which a register would compare with its journal.
  const wrong: readonly (readonly [string, Bend, readonly Step[]])[] = [
    [
      'lets go of an operation when it is acknowledged, before the replica has it',
      (pull, acknowledged) => ({ ...pull, appliedSeq: Math.max(pull.appliedSeq, acknowledged), appliedHash: null }),
      ['sell', 'pull_arrives', 'push_arrives', 'push_answered', 'pull_answered'],
    ],
    [
      'keeps an operation on top when the replica has it',
      (pull) => ({ ...pull, appliedSeq: 1, appliedHash: null }),
      ['sell', 'push_arrives', 'push_answered'],
    ],
    [
      'lets go of an operation that the server has never seen',
      (pull) => ({ ...pull, appliedSeq: pull.appliedSeq + 1, appliedHash: null }),
      ['sell', 'pull_arrives', 'pull_answered'],
    ],
  ];
  it.each(wrong)('sees it when a register %s', async (_name, bend, steps) => {
    const bent = { on: false };
    const one = await start((pull, acknowledged) => (bent.on ? bend(pull, acknowledged) : pull));
    bent.on = true;
    for (const step of steps) await one.step(step);
    for (let round = 0; round < 20 && one.flicker === null; round += 1) {
      await one.step('pull_arrives');
      await one.step('pull_answered');
    }
    expect(one.flicker).toContain('is seen');
  });
});
