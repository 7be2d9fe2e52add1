import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation } from '../../domain/registry/apply-operation.ts';
import { StoreOverlay } from '../../domain/base/store-overlay.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { stockPageOf } from '../../domain/stock/stock.ts';
import type { PullResponse } from '../../domain/protocol/protocol.ts';
import { upgradeOperation } from '../../domain/registry/upgrade-operation.ts';
import { cartLineOf, exceptionOf, nothingKnown, operationOf, soldOf } from '../../test/support/examples.ts';
import { memoryDisk, type OpenDatabases } from '../../test/support/memory-databases.ts';
import { openJournal } from '../journal/journal.ts';
import { ReplicaBase } from '../replica/replica-base.ts';
import { Replica } from '../replica/replica.ts';
import { createRecorder } from './recorder.ts';
import { LiveView } from './live-view.ts';

const IDENTITY = { registerId: 'R1', storeId: 'S1', storeName: 'Store', prefix: 'A1' };
const SKUS = ['A', 'B', 'C'];
const OPENING = 1000;

/** The server's part in this test: applies operations in order and hands out changes one by one. */
class Pool {
  private readonly overlay = new StoreOverlay(nothingKnown);
  private readonly seqOf = new Map<string, number>(SKUS.map((sku, index) => [sku, index + 1]));
  private readonly appliedAt: number[] = [];
  private head = SKUS.length;

  accept(operations: readonly Operation[]): void {
    for (const operation of operations) {
      if (operation.seq !== this.appliedAt.length + 1) continue;
      const effects = applyOperation(this.overlay, operation);
      this.overlay.fold(effects);
      for (const effect of effects) {
        if (effect.kind === 'stock') this.seqOf.set(effect.sku, (this.head += 1));
      }
      this.appliedAt.push(this.head);
    }
  }

  pull(checkpoint: Record<string, number>, limit: number): PullResponse {
    const since = checkpoint['store:S1'] ?? 0;
    const due = [...this.seqOf].filter(([, seq]) => seq > since).sort(([, a], [, b]) => a - b);
    const sent = due.slice(0, limit);
    const complete = due.length === sent.length;
    const reached = complete ? this.head : (sent.at(-1)?.[1] ?? since);
    return {
      changes: sent.map(([sku, seq]) => ({
        scope: 'store:S1',
        seq,
        kind: 'stock_page',
        id: String(stockPageOf(sku)),
        body: {
          page: stockPageOf(sku),
          levels: [
            {
              sku,
              onHand: OPENING + this.overlay.stockChange('S1', sku).onHand,
              reserved: 0,
              safetyStock: 0,
              stalenessBuffer: 0,
              bin: null,
            },
          ],
        },
      })),
      checkpoint: { 'store:S1': reached },
      complete,
      appliedSeq: this.appliedAt.filter((at) => at <= reached).length,
      serverTime: '2026-03-02T10:00:00.000Z',
    };
  }
}

/** The register's part, without its loops: the test says when something is sent, answered, pulled or killed. */
class Till {
  private readonly databases: OpenDatabases;
  readonly replica: Replica;
  readonly view: LiveView;
  private readonly record: ReturnType<typeof createRecorder>;
  readonly journal: ReturnType<typeof openJournal>;

  private constructor(
    databases: OpenDatabases,
    replica: Replica,
    journal: ReturnType<typeof openJournal>,
    view: LiveView,
    record: Till['record'],
  ) {
    this.databases = databases;
    this.replica = replica;
    this.journal = journal;
    this.view = view;
    this.record = record;
  }

  static async start(databases: OpenDatabases): Promise<Till> {
    const replica = new Replica(databases.replica);
    await replica.load();
    const journal = openJournal(databases.journal, () => undefined);
    const view = new LiveView(IDENTITY.registerId, replica.base);
    view.resume((await journal.after(replica.base.appliedSeq, 10_000)).map(upgradeOperation), replica.base, true);
    const record = createRecorder({
      identity: IDENTITY,
      journal,
      view,
      tail: await journal.tail(),
      now: () => Date.parse('2026-03-02T10:00:00.000Z'),
      clockOffsetMs: () => null,
      associateId: () => null,
      answerTo: () => ({ kind: 'allowed' }),
      isStopped: () => false,
      onRecorded: () => undefined,
      onError: (error) => {
        throw error;
      },
    });
    return new Till(databases, replica, journal, view, record);
  }

  async sell(skus: readonly string[], quantity: number): Promise<void> {
    const result = await this.record((context) => {
      const payload = soldOf(skus.map((sku) => cartLineOf({ sku, quantity })));
      return { ok: true, value: { type: 'sale_completed', payload: { ...payload, receiptNumber: context.nextReceiptNumber } } };
    });
    expect(result.ok).toBe(true);
  }

  close(): Promise<void> {
    return this.databases.close();
  }
}

type Step =
  | { readonly do: 'sell'; readonly skus: readonly string[]; readonly quantity: number }
  | { readonly do: 'push'; readonly count: number }
  | { readonly do: 'pull'; readonly limit: number }
  | { readonly do: 'half_pull'; readonly limit: number }
  | { readonly do: 'restart' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('sell' as const), skus: fc.subarray(SKUS, { minLength: 1 }), quantity: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('push' as const), count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constant('pull' as const), limit: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constant('half_pull' as const), limit: fc.integer({ min: 1, max: 3 }) }),
  fc.constant({ do: 'restart' as const }),
);

describe('the view of a register', () => {
  it('[R3] [J1] shows every operation once, in every order of record, push, pull, lost answers and restart', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const disk = memoryDisk();
        const registerId = `R1-${(number += 1)}`;
        const pool = new Pool();
        let till = await Till.start(await disk.open(registerId));
        await till.replica.take(till.replica.checkpoint, pool.pull({}, 100), 0, (changes) => till.view.update(true, changes));
        const sold = new Map<string, number>();
        let sent = 0;
        try {
          for (const one of steps) {
            if (one.do === 'sell') {
              await till.sell(one.skus, one.quantity);
              for (const sku of one.skus) sold.set(sku, (sold.get(sku) ?? 0) + one.quantity);
            } else if (one.do === 'push') {
              const batch = (await till.journal.after(sent, one.count)).map(upgradeOperation);
              pool.accept(batch);
              sent += batch.length;
            } else if (one.do === 'pull') {
              await till.replica.take(till.replica.checkpoint, pool.pull(till.replica.checkpoint, one.limit), 0, (changes) =>
                till.view.update(true, changes),
              );
            } else if (one.do === 'half_pull') {
              // Stored on the disk, and the app dies before anybody saw it.
              await till.replica.take(till.replica.checkpoint, pool.pull(till.replica.checkpoint, one.limit), 0);
              await till.close();
              till = await Till.start(await disk.open(registerId));
            } else {
              await till.close();
              till = await Till.start(await disk.open(registerId));
            }
            for (const sku of SKUS) {
              expect(till.view.stockOf('S1', sku)?.onHand).toBe(OPENING - (sold.get(sku) ?? 0));
            }
          }
        } finally {
          await till.close();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[R5] asks nobody about what only looks like a disagreement while the replica is fetched again', () => {
    const long = operationOf({ type: 'order_packed', payload: { fulfillmentOrderId: 'FO-1' } });
    const asked = exceptionOf({ id: 'asked-by-the-server' });
    const base = new ReplicaBase();
    base.put('exception', asked.id, asked);
    const view = new LiveView(IDENTITY.registerId, base);
    const shown = () => view.store.getState().exceptions.map(({ id }) => id);

    view.resume([long], base, false);
    expect(shown()).toEqual([asked.id]);
    view.update(true, []);
    expect(shown()).toEqual([asked.id, `unknown_fulfillment_order:FO-1`]);
  });
});
