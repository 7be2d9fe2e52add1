import type { RxStorage, RxStorageInstance } from 'rxdb/plugins/core';
import type { Chance } from './chance.ts';

/** What the code of a dead process gets from whatever it touches: it can do nothing more. */
export class Crashed extends Error {}

/** A process on a machine. It can die at any moment at which it touches the world: its disk, its database, its network. */
export class Machine {
  private dead = false;
  private crashAfter = Number.POSITIVE_INFINITY;
  private crashInJob = Number.POSITIVE_INFINITY;
  private remembered = Number.POSITIVE_INFINITY;
  private readonly chance: Chance;
  private readonly onCrash: () => void;

  constructor(chance: Chance, onCrash: () => void) {
    this.chance = chance;
    this.onCrash = onCrash;
  }

  get alive(): boolean {
    return !this.dead;
  }

  /** Dies at the `touches`-th touch from now. */
  crashSoon(touches: number): void {
    this.crashAfter = Math.max(1, touches);
  }

  /** Dies at the `touches`-th touch after it takes its next job. */
  crashInNextJob(touches: number): void {
    this.crashInJob = touches;
  }

  /** It has taken a job. */
  tookJob(): void {
    if (Number.isFinite(this.crashInJob)) this.crashSoon(this.crashInJob);
    this.crashInJob = Number.POSITIVE_INFINITY;
  }

  /** Is not about to die any more. */
  calmDown(): void {
    this.crashAfter = Number.POSITIVE_INFINITY;
    this.crashInJob = Number.POSITIVE_INFINITY;
  }

  /** Its disk says from the `writes`-th write to the journal on that it has written, and has not. */
  forgetWritesAfter(writes: number): void {
    this.remembered = writes;
  }

  /** Whether a write really reaches the disk. */
  remembers(collection: string): boolean {
    if (collection !== 'journal') return true;
    this.remembered -= 1;
    return this.remembered > 0;
  }

  crash(): void {
    if (this.dead) return;
    this.dead = true;
    this.onCrash();
  }

  /** Does something to the world, or dies before it, or after it and before the answer. */
  async touch<T>(effect: () => Promise<T>): Promise<T> {
    if (this.dead) throw new Crashed('This process is dead.');
    this.crashAfter -= 1;
    if (this.crashAfter > 0) return effect();
    const happens = this.chance.percent(50);
    if (happens) await effect();
    this.crash();
    throw new Crashed('This process died.');
  }
}

/** A disk as a process sees it: each read and write is a moment at which it can die. */
export function diskOf<Internals, Options>(machine: Machine, storage: RxStorage<Internals, Options>): RxStorage<Internals, Options> {
  function attach<T>(instance: RxStorageInstance<T, Internals, Options>): RxStorageInstance<T, Internals, Options> {
    const bulkWrite = instance.bulkWrite.bind(instance);
    const query = instance.query.bind(instance);
    const findDocumentsById = instance.findDocumentsById.bind(instance);
    instance.bulkWrite = (rows, context) =>
      machine.touch(() => (machine.remembers(instance.collectionName) ? bulkWrite(rows, context) : Promise.resolve({ error: [] })));
    instance.query = (prepared) => machine.touch(() => query(prepared));
    instance.findDocumentsById = (ids, deleted) => machine.touch(() => findDocumentsById(ids, deleted));
    return instance;
  }
  return { ...storage, createStorageInstance: async (params) => attach(await storage.createStorageInstance(params)) };
}
