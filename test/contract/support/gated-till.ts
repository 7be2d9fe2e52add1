import { complete } from '../../support/loose-request.ts';
import { documentsOf } from '../../../src-renderer/kit/register-services.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { completeSale } from '../../../domain/sale/complete-sale.ts';
import { priceSale } from '../../../domain/pricing/price-sale.ts';
import { oneTaxPerClass } from '../../../domain/tax/tax-rules.ts';
import type { PullResponse, PushResponse } from '../../../domain/protocol/protocol.ts';
import type { Decide } from '../../../src-renderer/kit/register-services.ts';
import { deviceNotes } from '../../../src-renderer/storage/device-notes.ts';
import { type RunningRegister, startRegister } from '../../../src-renderer/register/register.ts';
import { ServerUnreachable } from '../../../src-renderer/base/http-client.ts';
import type { ServerClient } from '../../../src-renderer/sync/server-client.ts';
import type { Db } from '../../../sync-server/db/database.ts';
import { pullChanges } from '../../../sync-server/feed/pull-changes.ts';
import { memoryDisk, type OpenDatabases } from '../../support/memory-databases.ts';
import { type Enrolled, enrol, send } from './sync-pool.ts';

export const STEPS = [
  'sell',
  'pick',
  'push_arrives',
  'push_answered',
  'push_lost',
  'pull_arrives',
  'pull_answered',
  'pull_lost',
  'restart',
  'pull_again',
] as const;
export type Step = (typeof STEPS)[number];

/** A message on its way: it waits at the gate, then its answer does. */
interface Travelling<T> {
  answer: T | null;
  execute(): Promise<T>;
  resolve(answer: T): void;
  reject(error: Error): void;
}

/** After this long (milliseconds) something hangs. */
const REST_MS = 30_000;

/** Units of the order's line: no more can be picked. */
export const PICKABLE = 60;

/** How an answer is bent, for a register that must be seen to fail with it. */
export type Bend = (pull: PullResponse, acknowledged: number) => PullResponse;

/**
 * The real register on a disk in memory and the real server's code, with a gate between them: no message arrives and no
 * answer comes back but by a step. Pulls bring one change at a time, so that each takes several answers.
 */
export class GatedTill {
  private push: Travelling<PushResponse> | null = null;
  private pull: Travelling<PullResponse> | null = null;
  private open = true;
  private acknowledged = 0;
  private pulled: PullResponse | null = null;
  private databases: OpenDatabases | null = null;
  private register: RunningRegister | null = null;
  private readonly disk = memoryDisk();
  private readonly db: Db;
  private readonly enrolled: Enrolled;
  private readonly orderId: string;
  private readonly bend: Bend;
  /** What a person did here. */
  private done = { sold: 0, picked: 0, cash: 0 };
  private stockBefore = 0;
  /** An operation is being written: it may be seen already, or not yet. */
  private recording = false;
  /** How often the view was looked at. */
  looks = 0;
  /** What was wrong the first time that it was. */
  flicker: string | null = null;

  private constructor(db: Db, enrolled: Enrolled, orderId: string, bend: Bend) {
    this.db = db;
    this.enrolled = enrolled;
    this.orderId = orderId;
    this.bend = bend;
  }

  /**
   * A register with an open shift, its first pull done, and everything quiet.
   * @param orderId of an order for {@link PICKABLE} units of B.
   */
  static async start(db: Db, orderId: string, bend: Bend = (pull) => pull): Promise<GatedTill> {
    const till = new GatedTill(db, await enrol(db), orderId, bend);
    await till.boot();
    await till.until(() => till.services.view.getState().complete);
    till.stockBefore = till.services.stockOf('A')?.onHand ?? 0;
    await till.record(() => ({ ok: true, value: complete({ type: 'shift_opened', payload: { currency: 'USD', floatMinor: 100 } }) }));
    await till.until(() => till.services.sync.getState().pending === 0);
    till.open = false;
    await till.settle();
    await till.drain();
    return till;
  }

  /** Whether a step is possible now. */
  can(step: Step): boolean {
    switch (step) {
      case 'sell':
      case 'restart':
      case 'pull_again':
        return true;
      case 'pick':
        return this.done.picked < PICKABLE;
      case 'push_arrives':
        return this.push !== null && this.push.answer === null;
      case 'push_answered':
        return this.push !== null && this.push.answer !== null;
      case 'push_lost':
        return this.push !== null;
      case 'pull_arrives':
        return this.pull !== null && this.pull.answer === null;
      case 'pull_answered':
        return this.pull !== null && this.pull.answer !== null;
      case 'pull_lost':
        return this.pull !== null;
    }
  }

  /** Does a step if it is possible, and looks at the view at every turn of the event loop until all is quiet again. */
  async step(step: Step): Promise<void> {
    if (!this.can(step)) return;
    switch (step) {
      case 'sell':
        await this.sell();
        break;
      case 'pick':
        await this.pick();
        break;
      case 'push_arrives':
        return this.arrive(this.push);
      case 'pull_arrives':
        return this.arrive(this.pull);
      case 'push_answered':
        this.answerPush();
        break;
      case 'pull_answered':
        this.answerPull();
        break;
      case 'push_lost':
      case 'pull_lost':
        this.lose(step === 'push_lost' ? 'push' : 'pull');
        break;
      case 'restart':
        await this.stop();
        await this.boot();
        break;
      case 'pull_again':
        await this.looking(this.services.pullEverythingAgain());
        break;
    }
    await this.settle();
  }

  /** Lets everything through until the replica holds all that was done here. */
  async drain(): Promise<void> {
    for (let rounds = 0; rounds < 200; rounds += 1) {
      const { pending, lastSeq } = this.services.sync.getState();
      if (pending === 0 && this.pulled !== null && this.pulled.complete && this.pulled.appliedSeq >= lastSeq && this.pull?.answer === null)
        return;
      for (const step of ['push_arrives', 'push_answered', 'pull_arrives', 'pull_answered'] as const) await this.step(step);
    }
    throw new Error('The two sides do not come to an end.');
  }

  async stop(): Promise<void> {
    this.register?.stop();
    // What was on its way is lost with the app that waited for it.
    this.push = this.pull = null;
    await this.databases?.close();
    this.databases = this.register = null;
  }

  private get services(): RunningRegister['services'] {
    if (this.register === null) throw new Error('The register does not run.');
    return this.register.services;
  }

  private async boot(): Promise<void> {
    const databases = await this.disk.open(this.enrolled.registerId);
    this.databases = databases;
    const { registerId, storeId, prefix } = this.enrolled;
    this.register = await startRegister({
      identity: { registerId, storeId, storeName: 'Store', prefix },
      journal: databases.journal,
      replica: databases.replica,
      notes: deviceNotes(databases.device, () => undefined),
      client: this.client(),
      mirror: () => undefined,
      onError: (error) => {
        throw error;
      },
      now: () => Date.parse('2026-03-02T10:00:00.000Z'),
      random: () => 0,
    });
    this.register.services.view.subscribe(() => this.look('as the view changed'));
  }

  private client(): ServerClient {
    const { registerId, storeId } = this.enrolled;
    const serverTime = '2026-03-02T10:00:00.000Z';
    return {
      push: (operations) =>
        this.travel(
          async () => {
            const intake = await send(this.db, this.enrolled, operations);
            if (!intake.ok) throw new Error(intake.refusal);
            return { results: intake.results, expectedSeq: intake.expectedSeq, lastHash: intake.lastHash, serverTime };
          },
          (push) => (this.push = push),
        ),
      pull: (checkpoint, _limit, epoch) =>
        this.travel(
          async () => {
            const pulled = await pullChanges(this.db, { registerId, storeId, checkpoint, limit: 1, epoch });
            if (!pulled.ok) throw new Error(pulled.refusal.code);
            const { changesJson, ...rest } = pulled.value;
            return { ...rest, changes: JSON.parse(changesJson) as PullResponse['changes'], serverTime };
          },
          (pull) => (this.pull = pull),
        ),
      carry: () => Promise.reject(new Error('Nobody carries here.')),
      nameKey: () => Promise.reject(new Error('This register has no key.')),
      openEvents: () => new Promise(() => undefined),
      findReturnable: () => Promise.resolve(null),
      storedValueBalance: () => Promise.resolve({ value: null, appliedSeq: 0 }),
      saveCustomers: () => Promise.reject(new ServerUnreachable('Not asked here.')),
      tellMailAddresses: () => Promise.reject(new ServerUnreachable('Not asked here.')),
      sendSignatures: () => Promise.reject(new ServerUnreachable('Not asked here.')),
      lookUpCustomers: () => Promise.resolve([]),
      customerPurchases: () => Promise.resolve([]),
      nearbyStock: () => Promise.reject(new ServerUnreachable('Not asked here.')),
      stockStory: () => Promise.reject(new ServerUnreachable('Not asked here.')),
      tillReport: () => Promise.reject(new ServerUnreachable('Not asked here.')),
      watched: () => Promise.reject(new ServerUnreachable('Not asked here.')),
      picture: () => Promise.reject(new ServerUnreachable('Not asked here.')),
      journalEntry: () => Promise.reject(new ServerUnreachable('Not asked here.')),
      reportFork: () => Promise.reject(new Error('No register runs twice here.')),
      readBack: () => Promise.reject(new ServerUnreachable('Not asked here.')),
    };
  }

  private travel<T>(execute: () => Promise<T>, wait: (travelling: Travelling<T>) => void): Promise<T> {
    if (this.open) return execute();
    return new Promise<T>((resolve, reject) => wait({ answer: null, execute, resolve, reject }));
  }

  private async record(decide: Decide): Promise<void> {
    this.recording = true;
    const result = await this.services.record(decide);
    this.recording = false;
    if (!result.ok) throw new Error(result.refusal);
    this.look('as soon as it was recorded');
  }

  private sell(): Promise<void> {
    const cart = [{ sku: 'A', gtin: null, name: 'Article A', quantity: 1, unitPrice: 1_000_000, taxClass: 'standard' }];
    return this.record((context) => {
      const priced = priceSale(cart, { pricesIncludeTax: false, taxes: oneTaxPerClass({}), promotions: [], date: context.businessDate });
      const sale = completeSale({
        priced,
        currency: 'USD',
        pricesIncludeTax: false,
        cashGivenMinor: priced.totalMinor,
        receiptNumber: context.nextReceiptNumber,
      });
      if (!sale.ok) return sale;
      this.done = { ...this.done, sold: this.done.sold + 1, cash: this.done.cash + priced.totalMinor };
      return { ok: true, value: { type: 'sale_completed', payload: sale.value } };
    });
  }

  private pick(): Promise<void> {
    this.done = { ...this.done, picked: this.done.picked + 1 };
    return this.record(() => ({
      ok: true,
      value: complete({ type: 'line_picked', payload: { fulfillmentOrderId: this.orderId, lineNo: 1, quantity: 1 } }),
    }));
  }

  private async arrive<T>(travelling: Travelling<T> | null): Promise<void> {
    if (travelling === null || travelling.answer !== null) return;
    travelling.answer = await this.looking(travelling.execute());
  }

  private answerPush(): void {
    const push = this.push;
    if (push === null || push.answer === null) return;
    this.push = null;
    this.acknowledged = push.answer.expectedSeq - 1;
    push.resolve(push.answer);
  }

  private answerPull(): void {
    const pull = this.pull;
    if (pull === null || pull.answer === null) return;
    this.pull = null;
    this.pulled = this.bend(pull.answer, this.acknowledged);
    pull.resolve(this.pulled);
  }

  private lose(kind: 'push' | 'pull'): void {
    const travelling = this[kind];
    this[kind] = null;
    travelling?.reject(new ServerUnreachable('Lost on the way.'));
  }

  /** Waits until the register has nothing to do but wait for answers: its next pull is at the gate, and its push where it has one. */
  private async settle(): Promise<void> {
    this.services.syncNow();
    await this.until(() => this.pull !== null && (this.push !== null || this.services.sync.getState().pending === 0));
    this.look('when all is quiet');
  }

  private async until(done: () => boolean): Promise<void> {
    const deadline = performance.now() + REST_MS;
    for (let turns = 0; !done(); turns += 1) {
      if (performance.now() > deadline) throw new Error('The register does not come to rest.');
      if (turns % 100 === 99) this.services.syncNow();
      await this.turn();
    }
  }

  /** Waits for a promise and looks at every turn. */
  private async looking<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const watched = promise.finally(() => (settled = true));
    watched.catch(() => undefined);
    while (!settled) await this.turn();
    return watched;
  }

  private async turn(): Promise<void> {
    for (let microtask = 0; microtask < 4; microtask += 1) {
      await Promise.resolve();
      this.look('between two microtasks');
    }
    await new Promise((resolve) => setImmediate(resolve));
    this.look('between two turns');
  }

  /** Each operation is seen exactly once (rule R3), in the stock, in its order and in the drawer. */
  private look(when: string): void {
    if (this.open || this.recording || this.register === null) return;
    const view = this.services.view.getState();
    const { complete, openShift } = view;
    // A replica that is fetched anew holds nothing yet, and every screen says so.
    if (!complete) return;
    this.looks += 1;
    const sold = this.stockBefore - (this.services.stockOf('A')?.onHand ?? 0);
    const seen = {
      sold,
      picked: documentsOf(view, fulfillmentOrderDocument).get(this.orderId)?.lines[0]?.picked ?? 0,
      cash: openShift?.cashMinor ?? -1,
    };
    const { done } = this;
    if (seen.sold === done.sold && seen.picked === done.picked && seen.cash === done.cash) return;
    this.flicker ??= `${when}: ${JSON.stringify(done)} was done here, and ${JSON.stringify(seen)} is seen.`;
  }
}
