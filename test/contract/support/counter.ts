import { storeScope } from '../../../domain/base/scope.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import type { OperationOf } from '../../../domain/registry/operations.ts';
import type { Checkpoint, PullResponse } from '../../../domain/protocol/protocol.ts';
import { ServerUnreachable } from '../../../src-renderer/base/http-client.ts';
import { type ServerClient, serverClient } from '../../../src-renderer/sync/server-client.ts';
import type { Chance } from '../../../sync-server/sample/chance.ts';
import { RegisterLoops } from '../../support/register-loops.ts';
import type { Enrolled } from './sync-pool.ts';

/**
 * How a counter reaches several servers. `failover`: it stays with one until that does not answer. `alternate`: every
 * request goes to the next one. `both`: what it pushes goes to all of them at once.
 */
export type Way = 'failover' | 'alternate' | 'both';

function spread(urls: readonly string[], token: string, way: Way, first: number): ServerClient {
  const clients = urls.map((url) => serverClient(url, token));
  let turn = first;
  const at = (n: number): ServerClient => {
    const client = clients[n % clients.length];
    if (client === undefined) throw new Error('A counter needs a server.');
    return client;
  };
  async function ask<T>(request: (client: ServerClient) => Promise<T>): Promise<T> {
    const mine = turn;
    if (way !== 'failover') turn += 1;
    try {
      return await request(at(mine));
    } catch (error) {
      if (error instanceof ServerUnreachable && turn === mine) turn += 1;
      throw error;
    }
  }
  return {
    ...at(0),
    push: (operations) =>
      way === 'both' ? Promise.any(clients.map((client) => client.push(operations))) : ask((client) => client.push(operations)),
    pull: (checkpoint, limit, epoch) => ask((client) => client.pull(checkpoint, limit, epoch)),
    openEvents: (signal) => ask((client) => client.openEvents(signal)),
  };
}

export interface CounterOptions {
  readonly register: Enrolled;
  readonly urls: readonly string[];
  readonly way: Way;
  /** Which of the servers it begins with. */
  readonly first?: number;
  readonly chance: Chance;
}

/**
 * A register at work: a person's doings from chance, in a journal and a replica in memory, and the app's own loops between
 * them and real servers.
 */
export class Counter {
  readonly register: Enrolled;
  readonly documents = new Map<string, unknown>();
  /** Whatever a pull brought that the feed should never have: numbers that do not rise, or what lies outside its answer. */
  readonly faults: string[] = [];
  startedOver = 0;
  failures = 0;
  private readonly chance: Chance;
  private readonly loops: RegisterLoops;
  private readonly sales: OperationOf<'sale_completed'>[] = [];
  private readonly worked = new Set<string>();

  constructor({ register, urls, way, first = 0, chance }: CounterOptions) {
    this.register = register;
    this.chance = chance;
    this.loops = new RegisterLoops({
      client: spread(urls, register.token, way, first),
      operations: register.journal.operations,
      // The shortest waits that jitter allows, so that tests need not wait long.
      random: () => 0,
      onPulled: (response, from) => this.take(from, response),
      onStartOver: () => {
        this.startedOver += 1;
        this.documents.clear();
      },
      onFailed: () => (this.failures += 1),
    });
  }

  private take(from: Checkpoint, { changes, checkpoint }: PullResponse): void {
    const last = new Map(Object.entries(from));
    for (const { scope, seq, kind, id, body } of changes) {
      if (seq <= (last.get(scope) ?? 0) || seq > (checkpoint[scope] ?? 0))
        this.faults.push(`${scope} ${seq} after ${last.get(scope) ?? 0}`);
      last.set(scope, seq);
      if (body === null) this.documents.delete(`${kind}|${id}`);
      else this.documents.set(`${kind}|${id}`, body);
    }
  }

  /** Whether everything that was done here is with the server, and came back. */
  get isSettled(): boolean {
    return this.loops.isSettled;
  }

  /** The highest `seq` that the server said it has. */
  get confirmedSeq(): number {
    return this.loops.confirmedSeq;
  }

  /** What the feed has told of its store. */
  get storeSeq(): number {
    return this.loops.checkpoint[storeScope(this.register.storeId)] ?? 0;
  }

  /** One thing that a person does here: sells, takes back, or works on an order that waits for it. */
  act(): void {
    const { journal } = this.register;
    if (journal.shiftId === null) journal.openShift();
    const draw = this.chance.whole(0, 9);
    const order = draw < 4 ? this.nextOrder() : undefined;
    const sale = draw === 9 ? this.sales.shift() : undefined;
    if (order !== undefined) this.workOn(order, draw);
    else if (sale !== undefined) journal.takeBack(sale, 1, this.chance.whole(0, 1) === 0 ? 'restock' : 'damaged');
    else
      this.sales.push(
        journal.sell([
          ['A', this.chance.whole(1, 2)],
          ['B', 1],
        ]),
      );
    this.kick();
  }

  private nextOrder(): FulfillmentOrder | undefined {
    for (const [key, body] of this.documents) {
      if (!key.startsWith('fulfillment_order|') || this.worked.has(key)) continue;
      const order = body as FulfillmentOrder;
      if (order.state.status !== 'open' && order.state.status !== 'acknowledged') continue;
      this.worked.add(key);
      return order;
    }
    return undefined;
  }

  /** Works on an order from the shelf to the customer; another counter may be doing the same, and the web shop may cancel it. */
  private workOn(order: FulfillmentOrder, draw: number): void {
    const { journal } = this.register;
    if (draw === 0) {
      // Whoever says that goods are missing is not asked for them until somebody has counted.
      journal.reject(order, 'too_busy');
      return;
    }
    journal.startPicking([order]);
    const line = order.lines[0];
    if (draw === 1 && line !== undefined && line.quantity > line.short) {
      journal.shortPick(order, line.lineNo, 1);
      return;
    }
    journal.pick(order);
    if (order.kind === 'pickup') {
      journal.stage(order);
      journal.handOver(order);
    } else {
      journal.pack(order);
      journal.ship(order);
    }
  }

  kick(): void {
    this.loops.kick();
  }

  stop(): void {
    this.loops.stop();
  }
}
