import type { WrittenOperation } from '../../domain/base/envelope.ts';
import type { BatchSignature } from '../../domain/base/signature.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PullResponse, PushResponse } from '../../domain/protocol/protocol.ts';
import { JournalBuilder } from '../../test/support/journal-builder.ts';
import type { Journal } from '../journal/journal.ts';
import { MOST_TRIES_A_MINUTE } from '../base/keep-trying.ts';
import { createConnectionState } from './connection-state.ts';
import { startOutbox } from './outbox.ts';
import type { SignBatch } from './sign-batch.ts';
import { startPulling } from './pull-loop.ts';
import { ServerRefused, ServerUnreachable } from '../base/http-client.ts';
import type { ServerClient } from './server-client.ts';

const builder = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
for (let count = 0; count < 500; count += 1) builder.sell(Array.from({ length: 8 }, () => ['A', 1] as const));
const { operations } = builder;

const journal: Journal = {
  tail: () => Promise.reject(new Error('Nobody asks for the tail.')),
  append: () => Promise.reject(new Error('Nobody appends.')),
  after: (seq, limit) => Promise.resolve(operations.slice(seq, seq + limit)),
};
const pulled: PullResponse = {
  changes: [],
  checkpoint: {},
  complete: true,
  appliedSeq: 0,
  appliedHash: null,
  epoch: null,
  serverTime: '2026-03-02T10:00:00.000Z',
};

function taken(batch: readonly WrittenOperation[]): PushResponse {
  const last = batch.at(-1);
  return { results: [], expectedSeq: (last?.seq ?? 0) + 1, lastHash: last?.hash ?? null, serverTime: '2026-03-02T10:00:00.000Z' };
}

/** The two loops that a register talks by, on a road that lets pulls through. */
function connect(push: ServerClient['push'], sign?: SignBatch) {
  const pushes: { readonly at: number; readonly sent: number }[] = [];
  let pulls = 0;
  const link = createConnectionState(() => Date.now(), null);
  let confirmed = 0;
  const client = {
    push: (batch: readonly WrittenOperation[], signature?: BatchSignature) => {
      pushes.push({ at: Date.now(), sent: batch.length });
      return push(batch, signature);
    },
    pull: () => {
      pulls += 1;
      return Promise.resolve(pulled);
    },
  } as unknown as ServerClient;
  const checkPlace = () => Promise.resolve(true);
  const outbox = startOutbox({
    journal,
    client,
    link,
    random: () => 1,
    confirmedSeq: 0,
    checkPlace,
    onConfirmed: (seq) => (confirmed = seq),
    onForked: () => link.stopAsCloned(),
    onFailed: () => pulling.kick(),
    sign,
  });
  const pulling = startPulling({
    client,
    link,
    random: () => 1,
    checkPlace,
    checkpoint: () => ({}),
    epoch: () => null,
    take: () => Promise.resolve(),
    startOver: () => Promise.resolve(),
    confirmedSeq: () => 0,
    sendAgain: () => undefined,
  });
  link.state.subscribe((state, before) => {
    if (state.connection.status === 'online' && before.connection.status !== 'online') [outbox, pulling].forEach((loop) => loop.retry());
  });
  return {
    link,
    pushes,
    outbox,
    pulls: () => pulls,
    confirmed: () => confirmed,
    stop: () => [outbox, pulling].forEach((loop) => loop.stop()),
    hint: () => pulling.kick(),
  };
}

const page = (status: number) => new ServerUnreachable(`The server answered ${status}.`, { status });

describe('a register whose sending fails while fetching works', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it.each([
    ['a gateway refuses it', () => page(403), { reason: 'refused', status: 403 }],
    ['a gateway finds it too large', () => page(413), { reason: 'too_large', status: 413 }],
    ['the server fails over it', () => page(500), { reason: 'failed', status: 500 }],
    ['a gateway has no server for it', () => page(502), { reason: 'failed', status: 502 }],
    ['the server wants less of it', () => new ServerRefused(429, 'too_many', 'Too many.'), { reason: 'refused', status: 429 }],
    ['the server finds it not signed', () => new ServerRefused(403, 'signature_wrong', 'No.'), { reason: 'not_signed', status: 403 }],
    ['the time for it runs out', () => new ServerUnreachable('Too slow.', { timedOut: true }), { reason: 'too_slow', status: null }],
    ['nothing comes back', () => new ServerUnreachable('Failed to fetch'), { reason: 'no_answer', status: null }],
  ])('does not flood, and says why: %s', async (_name, error, trouble) => {
    const one = connect(() => Promise.reject(error()));
    // Something is sold, and the server hints at news, all the time.
    for (let ms = 0; ms < 180_000; ms += 200) {
      one.outbox.kick();
      if (ms % 2_000 === 0) one.hint();
      await vi.advanceTimersByTimeAsync(200);
    }
    one.stop();
    const minutes = [0, 1, 2].map(
      (minute) => one.pushes.filter(({ at }) => Math.floor((at - (one.pushes[0]?.at ?? 0)) / 60_000) === minute).length,
    );
    for (const tries of minutes) expect(tries).toBeLessThanOrEqual(MOST_TRIES_A_MINUTE);
    expect(minutes[2]).toBeLessThanOrEqual(4);
    expect(one.pulls()).toBeLessThanOrEqual(90 + one.pushes.length + 3);
    expect(one.link.state.getState()).toMatchObject({ connection: { status: 'online' }, sendTrouble: trouble });
  });

  it.each([
    ['nginx as it comes, with 1 MiB', (bytes: number) => bytes > 1024 * 1024, 0],
    ['a gateway that lets hardly anything through', (bytes: number) => bytes > 5_000, 0],
    ['a line of 30 KB/s, with 30 s for an answer', (bytes: number) => bytes / 30_000 > 30, 30_000],
  ])('gets everything through in smaller parts: %s', async (_name, isTooMuch, waitMs) => {
    const one = connect(async (batch) => {
      const bytes = JSON.stringify({ operations: batch }).length;
      if (!isTooMuch(bytes)) return taken(batch);
      if (waitMs === 0) throw page(413);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      throw new ServerUnreachable('Too slow.', { timedOut: true });
    });
    expect(JSON.stringify({ operations }).length).toBeGreaterThan(1024 * 1024);
    await vi.advanceTimersByTimeAsync(300_000);
    one.stop();
    expect(one.confirmed()).toBe(operations.length);
    expect(one.link.state.getState().sendTrouble).toBeNull();
  });

  it('[A4] signs each batch that it sends, also one that is sent again in parts', async () => {
    const sent: [count: number, first: number, signature: unknown][] = [];
    let tries = 0;
    const one = connect(
      (batch, signature) => {
        sent.push([batch.length, batch[0]?.seq ?? 0, signature]);
        tries += 1;
        return tries === 1 ? Promise.reject(page(413)) : Promise.resolve(taken(batch));
      },
      ({ seq, hash }) => Promise.resolve({ seq, hash, value: `signed ${seq}` }),
    );
    await vi.advanceTimersByTimeAsync(60_000);
    one.stop();
    const signed = (seq: number) => ({ seq, hash: operations[seq - 1]?.hash, value: `signed ${seq}` });
    expect(sent).toEqual([
      [500, 1, signed(500)],
      [250, 1, signed(250)],
      [250, 251, signed(500)],
    ]);
  });

  it('finds its way around the one operation that the server fails over, and sends all before it', async () => {
    const one = connect((batch) => (batch.some(({ seq }) => seq === 300) ? Promise.reject(page(500)) : Promise.resolve(taken(batch))));
    await vi.advanceTimersByTimeAsync(600_000);
    one.stop();
    expect(one.confirmed()).toBe(299);
  });
});

/** A server that answers when it is told to, takes a register's operations in their order and parks what is early. */
function slowServer() {
  const waiting: { readonly batch: readonly WrittenOperation[]; answer(response: PushResponse): void; fail(error: Error): void }[] = [];
  const held = new Set<number>();
  let expectedSeq = 1;
  let most = 0;
  const push: ServerClient['push'] = (batch) =>
    new Promise((answer, fail) => {
      waiting.push({ batch: batch as readonly WrittenOperation[], answer, fail });
      most = Math.max(most, waiting.length);
    });
  return {
    push,
    waiting: () => waiting.map(({ batch }) => [batch[0]?.seq, batch.at(-1)?.seq]),
    most: () => most,
    expectedSeq: () => expectedSeq,
    /** Does the work of one request; its answer arrives unless it is `lost`. */
    async handle(index: number, fate: 'answered' | 'lost' | 'refused') {
      const [one] = waiting.splice(index, 1);
      if (one === undefined) return;
      if (fate !== 'refused') for (const { seq } of one.batch) held.add(seq);
      while (held.has(expectedSeq)) expectedSeq += 1;
      if (fate !== 'answered') one.fail(new ServerUnreachable('Failed to fetch'));
      else {
        const last = operations[expectedSeq - 2];
        one.answer({ results: [], expectedSeq, lastHash: last?.hash ?? null, serverTime: '2026-03-02T10:00:00.000Z' });
      }
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe('[J4] a register with much to send', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  /** Nothing but single operations gets through, so that the 500 make as many batches. */
  async function inBatchesOfOne() {
    const server = slowServer();
    let halvings = 0;
    const one = connect((batch, signature) => {
      if (halvings < 8) {
        halvings += 1;
        return Promise.reject(page(413));
      }
      return server.push(batch, signature);
    });
    await vi.advanceTimersByTimeAsync(300_000);
    return { server, ...one };
  }

  it('has a second batch on its way once one got through, and never a third', async () => {
    const { server, stop } = await inBatchesOfOne();
    expect(server.waiting()).toEqual([[1, 1]]);
    await server.handle(0, 'answered');
    expect(server.waiting()).toEqual([
      [2, 2],
      [3, 3],
    ]);
    await server.handle(0, 'answered');
    expect(server.waiting()).toEqual([
      [3, 3],
      [4, 4],
    ]);
    stop();
  });

  it('goes on behind both when the second arrives first', async () => {
    const { server, confirmed, stop } = await inBatchesOfOne();
    await server.handle(0, 'answered');
    await server.handle(1, 'answered');
    await server.handle(0, 'answered');
    expect(confirmed()).toBe(3);
    expect(server.waiting()).toEqual([
      [4, 4],
      [5, 5],
    ]);
    stop();
  });

  it('sends both again, the first one alone, when the first is lost', async () => {
    const { server, confirmed, stop } = await inBatchesOfOne();
    await server.handle(0, 'answered');
    await server.handle(0, 'refused');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(confirmed()).toBe(1);
    expect(server.waiting()).toEqual([
      [3, 3],
      [2, 2],
    ]);
    stop();
  });

  it('gets everything there, whatever is lost and whatever overtakes', async () => {
    const fate = fc.constantFrom('answered', 'answered', 'answered', 'lost', 'refused');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), fate), { minLength: 20, maxLength: 60 }), async (steps) => {
        const { server, confirmed, stop } = await inBatchesOfOne();
        for (const [index, how] of steps) {
          await server.handle(index, how as 'answered');
          await vi.advanceTimersByTimeAsync(30_000);
          // What it takes for confirmed is with the server.
          expect(confirmed()).toBeLessThan(server.expectedSeq());
        }
        for (let n = 0; n < 700 && confirmed() < operations.length; n += 1) {
          // It may pause after a failure.
          if (server.waiting().length === 0) await vi.advanceTimersByTimeAsync(30_000);
          await server.handle(0, 'answered');
        }
        stop();
        expect(confirmed()).toBe(operations.length);
        expect(server.most()).toBeLessThanOrEqual(3);
      }),
      { numRuns: 10 },
    );
  });
});
