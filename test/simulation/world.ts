import { createHash } from 'node:crypto';
import { SHELVED } from './articles.ts';
import { Auditor } from './auditor.ts';
import { compareReplicas } from './audit-replicas.ts';
import { Books, type ShelfChange } from './books.ts';
import { carry } from './carry.ts';
import { Chance } from './chance.ts';
import { type SimulatedTime, beginTime } from './clock.ts';
import { Device } from './device.ts';
import { doingOf } from './doings.ts';
import { SKUS, WEIGHED } from './goods.ts';
import { HeadOffice } from './head-office.ts';
import { Crashed, Machine } from './machine.ts';
import { FAIR, FOUL, Network } from './network.ts';
import { API_KEY, deliver, enrol, openPool, type Pool, type Profile, STORES, whatRunsLow } from './pool.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { workerAt } from './staff.ts';
import { SimCarrier } from './sim-carrier.ts';
import type { Step } from './steps.ts';
import { watchStrayErrors } from './stray-errors.ts';
import { WebShop } from './web-shop.ts';

const DAY = 86_400_000;
/** Where each device stands. A copied profile makes one more. */
const DEVICES = ['S1', 'S1', 'S2', 'S2', 'S3'];
const SERVERS = 2;
/** How much simulated time everything may take to come to rest once nothing is broken any more. */
const REST_WITHIN = 20 * 60_000;
const CALM = 65_000;
const MOMENT = 10_000;
const MOMENTS = 6;
/** When people are still awake at night, milliseconds. */
const BEFORE_MIDNIGHT = 20_000;

export interface Outcome {
  readonly operations: number;
  readonly faults: number;
  readonly violations: readonly string[];
  /** SHA-256 over everything that happened, in its order. */
  readonly trace: string;
}

/** A world of shops: the real register and server code, with everything around it simulated from one seed. */
export class World {
  readonly books = new Books();
  readonly violations: string[] = [];
  readonly devices: Device[] = [];
  readonly network: Network;
  readonly pool: Pool;
  readonly shop: WebShop;
  readonly carrier: SimCarrier;
  private readonly office: HeadOffice;
  private readonly time: SimulatedTime;
  private readonly chance: Chance;
  private readonly servers: (ServerProcess | null)[] = [];
  private readonly tasks = new Set<Promise<void>>();
  private readonly trace = createHash('sha256');
  private readonly auditor = new Auditor(this);
  /** Something in real time that the world has to wait for. */
  private standstill: Promise<unknown> = Promise.resolve();
  private faults = 0;
  private devicesMade = 0;

  private constructor(pool: Pool, time: SimulatedTime, chance: Chance) {
    this.pool = pool;
    this.office = new HeadOffice(pool.db, this.books);
    this.time = time;
    this.chance = chance;
    this.network = new Network({ chance, time, servers: () => this.serversUp(), note: (event) => this.note(event) });
    this.network.connect('shop', { registerId: 'SHOP', storeId: 'SHOP', machine: new Machine(chance, () => undefined), up: true });
    this.carrier = new SimCarrier(chance);
    this.shop = new WebShop(API_KEY, STORES, time, this.books);
  }

  /** Runs a world from its beginning. @param seed of everything that no step settles. @param next gives the steps; null ends the run. */
  static async run(seed: number, next: (world: World) => Step | null, spoil?: (world: World) => Promise<void>): Promise<Outcome> {
    const { fetch } = globalThis;
    const chance = new Chance(seed);
    // The database begins in the world's time too: it would wait for the year that is over, as fast as it can.
    const time = beginTime(seed);
    const pool = await openPool();
    const world = new World(pool, time, chance);
    globalThis.fetch = world.network.fetch;
    const stopWatching = watchStrayErrors((text) => world.violations.push(text));
    try {
      await world.open();
      await spoil?.(world);
      for (let step = next(world); step !== null && world.violations.length === 0; step = next(world)) await world.take(step);
      if (world.violations.length === 0) await world.comeToRest();
      return {
        operations: world.books.entries.size,
        faults: world.faults + world.network.faults,
        violations: world.violations,
        trace: world.trace.copy().digest('hex'),
      };
    } catch (error) {
      throw new Error('The world came to an end of its own.', { cause: error });
    } finally {
      await world.close();
      globalThis.fetch = fetch;
      stopWatching();
    }
  }

  note(event: string): void {
    this.trace.update(`${Date.now()} ${event}\n`);
  }

  private async open(): Promise<void> {
    const goods = [...[...SKUS, ...SHELVED].map((sku) => ({ sku, units: 40 })), { sku: WEIGHED.sku, units: WEIGHED.deliveredGrams }];
    for (const locationId of STORES) await this.deliver(locationId, goods);
    for (let index = 0; index < SERVERS; index += 1) await this.startServer(index);
    for (const storeId of DEVICES) this.background(this.newDevice(storeId).then((device) => this.startDevice(device)));
    await this.until(() => this.tasks.size === 0);
  }

  private async close(): Promise<void> {
    const devices = this.devices.splice(0);
    let ended = false;
    const ending = Promise.all([...devices.map((device) => device.stop()), ...this.servers.map((server) => server?.stop())]);
    void ending.then(() => (ended = true));
    await this.until(() => ended);
  }

  /** Lets time pass until something holds. @returns false when `withinMs` went by before it did. */
  private async until(holds: () => boolean, withinMs = REST_WITHIN): Promise<boolean> {
    const end = Date.now() + withinMs;
    while (!holds()) {
      if (Date.now() > end) return false;
      await this.standstill;
      if (!(await this.time.step())) return holds();
    }
    return true;
  }

  /** Runs something beside everything else. Whoever dies on the way is no news; any other error is. */
  private background(work: Promise<unknown>): void {
    const task: Promise<void> = work
      .then(() => undefined)
      .catch((error: unknown) => {
        if (!(error instanceof Crashed))
          this.violations.push(`error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      })
      .finally(() => this.tasks.delete(task));
    this.tasks.add(task);
  }

  /** Starts a server. It reads files as it starts, which takes real time, so the world stands still meanwhile. */
  private async startServer(index: number): Promise<void> {
    const starting = this.standstill.then(() =>
      startServerProcess({
        postgres: this.pool.postgres,
        chance: this.chance,
        carrier: this.carrier,
        onCrash: () => {
          this.note(`server ${index} died`);
          this.network.dropDead();
        },
        onWrite: () => this.serversUp().forEach((server) => server.poke()),
        onError: (message) => this.violations.push(`a server logged an error: ${message}`),
      }),
    );
    this.standstill = starting;
    this.servers[index] = await starting;
  }

  private serversUp(): ServerProcess[] {
    return this.servers.filter((server): server is ServerProcess => server !== null && server.machine.alive);
  }

  private async newDevice(storeId: string, profile?: Profile, workerId?: string): Promise<Device> {
    this.devicesMade += 1;
    const name = `D${this.devicesMade}`;
    const device = new Device({
      name,
      workerId: workerId ?? workerAt(storeId, this.devicesMade - 1),
      ...(profile ?? (await enrol(this.pool.db, storeId))),
      chance: this.chance,
      network: this.network,
      onWritten: (operation, on) => this.books.written(operation, on),
      onCrash: (dead) => {
        this.note(`${name} died`);
        setTimeout(() => this.background(this.startDevice(dead)), this.chance.int(1_000, 60_000));
      },
    });
    this.devices.push(device);
    return device;
  }

  private async startDevice(device: Device): Promise<void> {
    if (device.register !== null || !this.devices.includes(device)) return;
    if (!(await device.start())) {
      setTimeout(() => this.background(this.startDevice(device)), 1_000);
      return;
    }
    // People may be at work already while the disk is read.
    const acknowledged = this.books.acknowledgedOn(device.options.name);
    const { journal } = await device.readDisk();
    this.violations.push(...this.books.restarted(device.options.name, journal, acknowledged));
  }

  private async deliver(locationId: string, goods: readonly ShelfChange[]): Promise<void> {
    const { deliveries } = this.books;
    const id = `delivery-${deliveries.size + 1}`;
    deliveries.set(id, goods);
    await deliver(this.pool.db, id, locationId, goods);
  }

  /** A truck comes to a store with most of what has run low there; otherwise there would soon be nothing to promise to anybody. */
  private async restock(chance: Chance): Promise<void> {
    const locationId = chance.pick(STORES);
    await this.deliver(locationId, await whatRunsLow(this.pool.db, locationId, chance));
  }

  /** Lets a step's time come, and begins what happens in it. */
  private async take(step: Step): Promise<void> {
    let due = false;
    setTimeout(() => (due = true), step.gap);
    await this.until(() => due, Number.POSITIVE_INFINITY);
    this.note(`${step.kind} ${step.who} ${step.count} ${step.seed}`);
    const chance = new Chance(step.seed);
    const device = this.devices[step.who % this.devices.length];
    if (device === undefined) return;
    const person = { device, books: this.books, chance, note: (event: string) => this.note(event) };
    const often = (work: () => Promise<void>): void =>
      this.background(
        (async () => {
          for (let times = 0; times < step.count; times += 1) await work();
        })(),
      );
    const doing = doingOf(step.kind, person, this.shop);
    if (doing !== null) return often(doing);
    switch (step.kind) {
      case 'cancel_order':
        return this.background(this.shop.callIn(chance));
      case 'deliver':
        return this.background(this.restock(chance));
      case 'account':
        return this.background(this.office.openAccount(chance));
      case 'carry':
        return this.background(carry(this.devices, device, chance));
      case 'quiet':
        return this.comeToRest();
      case 'night':
        return this.time.jump(DAY - (Date.now() % DAY) - BEFORE_MIDNIGHT);
      default:
        return this.break(step, device, chance);
    }
  }

  private async break({ kind, who }: Step, device: Device, chance: Chance): Promise<void> {
    this.faults += 1;
    switch (kind) {
      case 'cut':
        return device.unplug();
      case 'mend':
        return device.plug();
      case 'weather':
        this.network.weather = chance.pick([FAIR, FOUL]);
        return;
      case 'crash_device':
        return device.machine?.crashSoon(chance.int(1, 12));
      case 'crash_server':
      case 'lose_worker': {
        const index = who % SERVERS;
        if (kind === 'crash_server') this.servers[index]?.machine.crashSoon(chance.int(1, 40));
        else this.servers[index]?.machine.crashInNextJob(chance.int(1, 12));
        setTimeout(
          () => {
            if (this.servers[index]?.machine.alive !== true) this.background(this.startServer(index));
          },
          chance.int(60_000, 300_000),
        );
        return;
      }
      case 'set_clock':
        device.clockError = chance.int(-DAY, DAY);
        return;
      case 'pull_again':
        return this.background(device.register?.services.pullEverythingAgain() ?? Promise.resolve());
      case 'copy_profile':
        return this.background(this.copyProfile(device));
      case 'say_roles':
        return this.background(this.office.sayRoles(chance));
      case 'withdraw':
        return this.background(this.office.withdraw(device.options.identity.registerId));
      case 'away':
        return this.leaveAlone(device);
      default:
        return;
    }
  }

  /** Has somebody copy the profile of the first register in a minute, and both machines work without a cable for a while. */
  copyProfileSoon(): void {
    const [device] = this.devices;
    if (device === undefined) return;
    setTimeout(() => {
      device.unplug();
      this.background(this.copyProfile(device).then(() => this.devices.at(-1)?.unplug()));
    }, 60_000);
  }

  /** Nobody is at a device for 14 days; its cable was pulled before. */
  private leaveAlone(device: Device): void {
    device.unplug();
    this.time.jump(14 * DAY);
  }

  /** Has the register that is alone in its store left alone in ten minutes. */
  leaveAloneSoon(): void {
    const device = this.devices.find(({ options }) => options.identity.storeId === DEVICES.at(-1));
    if (device !== undefined) setTimeout(() => this.leaveAlone(device), 600_000);
  }

  /** Has each server die in its next job. */
  loseWorkersSoon(): void {
    for (const server of this.servers) server?.machine.crashInNextJob(2);
  }

  /** Somebody copies the profile of a register to a second machine, and both go to work. */
  private async copyProfile(device: Device): Promise<void> {
    const { identity, token, key, workerId } = device.options;
    if (device.register === null || this.devices.length > DEVICES.length || this.books.withdrawn.has(identity.registerId)) return;
    const copy = await this.newDevice(identity.storeId, { identity, token, key }, workerId);
    this.books.copied.add(identity.registerId);
    await device.stop();
    await copy.copyDiskFrom(device);
    await this.startDevice(copy);
  }

  /** Has a register withdrawn in a minute. */
  withdrawSoon(): void {
    const registerId = this.devices[0]?.options.identity.registerId ?? '';
    setTimeout(() => this.background(this.office.withdraw(registerId)), 60_000);
  }

  /** Has the least role forbidden to sell, while a register of it is offline and goes on. */
  denyNewsSoon(): void {
    setTimeout(() => {
      this.devices[0]?.unplug();
      this.background(this.office.forbidSelling());
    }, 60_000);
  }

  /** Mends everything, lets everything arrive, and has the books compared. */
  private async comeToRest(): Promise<void> {
    this.network.weather = FAIR;
    for (const device of this.devices) device.plug();
    await this.until(() => this.tasks.size === 0);
    for (const one of [...this.devices, ...this.serversUp()]) one.machine?.calmDown();
    for (let index = 0; index < SERVERS; index += 1) {
      if (this.servers[index]?.machine.alive !== true) this.background(this.startServer(index));
    }
    for (const device of this.devices) this.background(this.startDevice(device));
    this.background(this.shop.settle());
    const settled = () => this.tasks.size === 0 && this.devices.every((device) => device.hasSettled);
    const atRest = await this.until(settled);
    // Whoever missed every hint asks within half a minute by itself.
    const calmUntil = Date.now() + CALM;
    await this.until(() => Date.now() > calmUntil);
    if (!atRest || !settled()) {
      const states = this.devices.map(
        (device) => `${device.options.name}: ${JSON.stringify(device.register?.services.sync.getState() ?? null)}`,
      );
      this.violations.push(`it does not come to rest: ${this.tasks.size} tasks; ${states.join('; ')}`);
      return;
    }
    this.violations.push(...(await this.audit()));
    this.note(`at rest with ${this.books.entries.size} operations`);
    await this.replaceStopped();
  }

  /**
   * Has the books compared. What a pull changes by itself (an order is acknowledged by it) is told a moment later, so
   * that the replicas may need another moment to agree.
   */
  private async audit(): Promise<string[]> {
    for (let tries = 1; ; tries += 1) {
      const behind = await compareReplicas(this);
      if (behind.length === 0) return this.auditor.compare();
      if (tries === MOMENTS) return behind;
      const end = Date.now() + MOMENT;
      await this.until(() => Date.now() > end);
    }
  }

  /** Registers that were withdrawn, or stopped because their profile was copied, are enrolled anew, as their sentence says. */
  private async replaceStopped(): Promise<void> {
    for (const device of this.devices.filter(({ options }) => this.books.isStopped(options.identity.registerId))) {
      this.devices.splice(this.devices.indexOf(device), 1);
      this.background(device.stop());
      if (this.devices.length < DEVICES.length)
        this.background(this.newDevice(device.options.identity.storeId).then((fresh) => this.startDevice(fresh)));
    }
    await this.until(() => this.tasks.size === 0);
  }
}
