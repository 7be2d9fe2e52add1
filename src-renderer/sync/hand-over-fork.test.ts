import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { JournalBuilder } from '../../test/support/journal-builder.ts';
import type { Journal } from '../journal/journal.ts';
import { startHandingOver } from './hand-over-fork.ts';
import { ServerUnreachable } from '../base/http-client.ts';
import type { ServerClient } from './server-client.ts';

const builder = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
for (let count = 0; count < 120; count += 1) builder.sell([['A', 1]]);
const { operations } = builder;
const spare = operations.slice(0, 20);

describe('handing over what a register has that runs on two machines', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it.each([
    ['is too large', new ServerUnreachable('The server answered 413.', { status: 413 })],
    ['takes too long', new ServerUnreachable('The answer took too long.', { timedOut: true })],
  ])('[J6] sends a report that %s in halves, down to one, and each operation once', async (_what, failure) => {
    const arrived: unknown[] = [];
    const reportFork = (batch: readonly unknown[]) => {
      if (batch.length > 7) return Promise.reject(failure);
      arrived.push(...batch);
      return Promise.resolve({ cloned: true, serverTime: '2026-03-02T10:00:00.000Z' });
    };
    let handedOver = false;
    const loop = startHandingOver({
      journal: { after: (seq, limit) => Promise.resolve(operations.slice(seq, seq + limit)) } as Journal,
      client: { reportFork } as unknown as ServerClient,
      isWaiting: () => !handedOver,
      spare,
      sharedSeq: () => 20,
      onHandedOver: () => (handedOver = true),
      onUnfounded: () => undefined,
      random: () => 1,
    });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    loop.stop();
    expect(handedOver).toBe(true);
    expect(arrived).toEqual([...spare, ...operations.slice(20)]);
  });

  /** Hands the journal over to a server that finds a contradiction in one place; null where there is none. */
  async function handOverTo(contradiction: number | null) {
    const [kept, said] = [new Set<number>(), [] as string[]];
    let cloned = false;
    let waiting = true;
    const reportFork = (batch: readonly { readonly seq: number }[]) => {
      cloned ||= batch.some(({ seq }) => seq === contradiction);
      // As the server does: what comes before it has found a contradiction is not kept.
      if (cloned) batch.forEach(({ seq }) => kept.add(seq));
      return Promise.resolve({ cloned, serverTime: '2026-03-02T10:00:00.000Z' });
    };
    const loop = startHandingOver({
      journal: { after: (seq, limit) => Promise.resolve(operations.slice(seq, seq + Math.min(limit, 25))) } as Journal,
      client: { reportFork } as unknown as ServerClient,
      isWaiting: () => waiting,
      spare: [],
      sharedSeq: () => 0,
      onHandedOver: () => (said.push('handed over'), (waiting = false)),
      onUnfounded: () => (said.push('runs once'), (waiting = false)),
      random: () => 1,
    });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    loop.stop();
    return { said, kept: [...kept].sort((a, b) => a - b) };
  }

  it.each([1, 25, 26, 120])(
    '[J6] [J7] finds a contradiction in place %d of many batches, and hands over all from the start',
    async (place) => {
      expect(await handOverTo(place)).toEqual({ said: ['handed over'], kept: operations.map(({ seq }) => seq) });
    },
  );

  it('[J7] says that a register runs once when nothing of its whole journal contradicts', async () => {
    expect(await handOverTo(null)).toEqual({ said: ['runs once'], kept: [] });
  });
});
