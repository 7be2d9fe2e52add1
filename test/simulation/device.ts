import { getRxStorageMemory, type RxStorageMemory } from 'rxdb/plugins/storage-memory';
import type { WrittenOperation } from '../../domain/base/envelope.ts';
import type { CarriedBatch } from '../../domain/protocol/protocol.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { RegisterIdentity } from '../../src-renderer/kit/register-services.ts';
import { keepMirror, type MirrorKeeper } from '../../src-renderer/journal/mirror/keep-mirror.ts';
import type { DeviceNotes } from '../../src-renderer/storage/device-notes.ts';
import type { RegisterKey } from '../../src-renderer/register/register-key.ts';
import { openJournalDatabase } from '../../src-renderer/storage/register-database.ts';
import { type RunningRegister, startRegister } from '../../src-renderer/register/register.ts';
import { openReplicaDatabase } from '../../src-renderer/storage/replica-database.ts';
import { type ServerClient, serverClient } from '../../src-renderer/sync/server-client.ts';
import { memoryMirror } from '../support/memory-mirror.ts';
import type { Chance } from './chance.ts';
import { CardTerminal } from './card-terminal.ts';
import { Crashed, diskOf, Machine } from './machine.ts';
import type { Line, Network } from './network.ts';

interface Running {
  readonly machine: Machine;
  readonly line: Line;
  readonly register: RunningRegister;
  readonly client: ServerClient;
  readonly keeper: MirrorKeeper;
  readonly databases: Awaited<ReturnType<typeof openDatabases>>;
}

async function openDatabases(registerId: string, storage: RxStorageMemory) {
  const [journal, replica] = await Promise.all([openJournalDatabase(registerId, storage), openReplicaDatabase(registerId, storage)]);
  return {
    journal: journal.collections.journal,
    replica: replica.collections.replica,
    close: () => Promise.all([journal.close(), replica.close()]),
  };
}

/** Small notes outlive a crash; the world never asks how. */
function notesOf(kept: Map<string, unknown>): DeviceNotes {
  return {
    read: (name) => Promise.resolve(kept.get(name)),
    write: (name, value) => Promise.resolve(void kept.set(name, value)),
    writeBehind: (name, value) => void kept.set(name, value),
  };
}

export interface DeviceOptions {
  readonly name: string;
  /** The id of whoever works at it. */
  readonly workerId: string;
  readonly identity: RegisterIdentity;
  readonly token: string;
  /** By which its register signs. */
  readonly key: RegisterKey;
  readonly chance: Chance;
  readonly network: Network;
  readonly onCrash: (device: Device) => void;
  /** Told of each operation once it is on the disk. */
  readonly onWritten: (operation: WrittenOperation, device: string) => void;
}

/** A counter PC with its disk, its clock and its cable. The app on it is the real one, on RxDB's memory storage. */
export class Device {
  /** Milliseconds that its clock is wrong by. */
  clockError = 0;
  /** Whether the cable is in. */
  plugged = true;
  readonly options: DeviceOptions;
  private running: Running | null = null;
  private starts = 0;
  private starting: Promise<boolean> | null = null;
  private readonly disk: RxStorageMemory;
  private readonly notes = new Map<string, unknown>();
  private closing: Promise<unknown> = Promise.resolve();
  /** Beside it on the counter. */
  readonly terminal: CardTerminal;
  /** The second copy of the journal (rule R5). */
  readonly mirror = memoryMirror();

  constructor(options: DeviceOptions) {
    this.options = options;
    this.terminal = new CardTerminal(options.chance, () => Date.now() + this.clockError);
    // A name of its own, because RxDB does not open one database twice, and a copied profile is just that.
    this.disk = { ...getRxStorageMemory(), name: `memory-${options.name}`, collectionStates: new Map() };
  }

  get register(): RunningRegister | null {
    return this.running !== null && this.running.machine.alive ? this.running.register : null;
  }

  get machine(): Machine | null {
    return this.running?.machine ?? null;
  }

  /** Whether the server has everything of it, or has shut it out. */
  get hasSettled(): boolean {
    const sync = this.register?.services.sync.getState();
    if (sync === undefined) return false;
    if (sync.connection.status === 'refused') {
      const { code } = sync.connection;
      return code === 'register_withdrawn' || (code === 'register_cloned' && sync.forkHandedOver);
    }
    const unsent = this.register?.services.customers.state.getState().changed.size ?? 0;
    return sync.connection.status === 'online' && sync.pending === 0 && unsent === 0;
  }

  /** Starts the app, unless it is starting already. Resolves to false when the machine died meanwhile. */
  start(): Promise<boolean> {
    this.starting ??= this.boot().finally(() => (this.starting = null));
    return this.starting;
  }

  private async boot(): Promise<boolean> {
    await this.closing;
    const { options } = this;
    const { identity, token, key, network, chance, name } = options;
    this.starts += 1;
    const host = `${name}-${this.starts}`.toLowerCase();
    const machine = new Machine(chance, () => this.died());
    const line: Line = { registerId: identity.registerId, storeId: identity.storeId, machine, up: this.plugged };
    network.connect(host, line);
    const databases = await openDatabases(identity.registerId, diskOf(machine, this.disk) as RxStorageMemory);
    const keeper = keepMirror({
      mirror: this.mirror,
      journal: databases.journal,
      mirroredSeq: this.mirrored().length,
      random: () => chance.fraction(),
      onError: () => undefined,
    });
    const client = serverClient(`http://${host}`, token);
    try {
      const register = await startRegister({
        identity,
        journal: databases.journal,
        replica: databases.replica,
        notes: notesOf(this.notes),
        client,
        key,
        mirror: (operation) => (keeper.add(operation), options.onWritten(operation, options.name)),
        devices: this.terminal.devicesOf(machine),
        onError: () => undefined,
        now: () => Date.now() + this.clockError,
        random: () => chance.fraction(),
      });
      if (!machine.alive) {
        register.stop();
        throw new Crashed('This process died.');
      }
      this.running = { machine, line, register, client, keeper, databases };
      return true;
    } catch (error) {
      keeper.stop();
      if (!(error instanceof Crashed)) throw error;
      await databases.close();
      return false;
    }
  }

  /** The operations in the second copy of the journal. */
  mirrored(): WrittenOperation[] {
    return this.mirror.text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as WrittenOperation);
  }

  /** Brings to the server what another device has signed, if the app runs. */
  async carry(batch: CarriedBatch): Promise<void> {
    await this.running?.client.carry(batch);
  }

  /** What is on the disk, whatever the app makes of it. */
  async readDisk(): Promise<{ readonly journal: Operation[]; readonly replica: Map<string, string> }> {
    const running = this.running;
    if (running === null) throw new Error('The disk is read while the app runs.');
    const journal = (await running.databases.journal.find().exec()).map((entry) => entry.toMutableJSON().operation as Operation);
    const replica = (await running.databases.replica.find().exec()).map((entry) => [entry.id, entry.body] as const);
    return { journal: journal.sort((a, b) => a.seq - b.seq), replica: new Map(replica) };
  }

  /** Makes this disk a copy of another one, as somebody does who copies a profile. The app runs on neither. */
  async copyDiskFrom(other: Device): Promise<void> {
    await Promise.all([this.closing, other.closing]);
    const { registerId } = this.options.identity;
    const [from, to] = [await openDatabases(registerId, other.disk), await openDatabases(registerId, this.disk)];
    await to.journal.bulkInsert((await from.journal.find().exec()).map((entry) => entry.toMutableJSON()));
    await to.replica.bulkInsert((await from.replica.find().exec()).map((entry) => entry.toMutableJSON()));
    await Promise.all([from.close(), to.close()]);
    for (const [name, value] of other.notes) this.notes.set(name, value);
    this.mirror.text = other.mirror.text;
  }

  /** Its disk says from the `writes`-th write to the journal on that it has written, and has not. */
  forgetWritesAfter(writes: number): void {
    this.machine?.forgetWritesAfter(writes);
  }

  plug(): void {
    this.plugged = true;
    if (this.running !== null) this.running.line.up = true;
  }

  unplug(): void {
    this.plugged = false;
    if (this.running !== null) this.options.network.cut(this.running.line);
  }

  /** Ends the app, as a power cut does. */
  async stop(): Promise<void> {
    this.machine?.crash();
    await this.closing;
  }

  private died(): void {
    const { running } = this;
    if (running === null) return;
    this.running = null;
    running.register.stop();
    running.keeper.stop();
    this.options.network.dropDead();
    this.closing = running.databases.close();
    this.options.onCrash(this);
  }
}
