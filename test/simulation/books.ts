import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { upgradeOperation } from '../../domain/registry/upgrade-operation.ts';

/** Units of a SKU that physically came to a shelf (positive) or left it. */
export interface ShelfChange {
  readonly sku: string;
  readonly units: number;
}

/** What a person did, as an onlooker would write it down. */
export interface Deed {
  /** Goods that came or went by it, whatever the book says; null where that depends on what others did before. */
  readonly shelf: readonly ShelfChange[];
  /** Cash into the drawer (positive) or out of it, minor units. */
  readonly cashMinor: number;
  /** Paid back for goods that came back, in cash or not, minor units. */
  readonly refundMinor: number;
}

export const NOTHING: Deed = { shelf: [], cashMinor: 0, refundMinor: 0 };

/** A deed and the operation that the register said is recorded. */
export interface Entry extends Deed {
  readonly operation: Operation;
  readonly device: string;
}

/** What the goods of an order leave by. */
export const LEAVES: ReadonlySet<string> = new Set(['order_handed_over', 'order_shipped']);

/** What was begun when a machine died: whether it was recorded shows when the machine is back. */
export interface Unanswered {
  readonly device: string;
  readonly type: string;
  /** Whole, as canonical JSON. */
  readonly payload: string;
  readonly deed: Deed;
}

/** The auditor's own books, kept from what people did and were told, never from the code under test. */
export class Books {
  /** By operation id. */
  readonly entries = new Map<string, Entry>();
  readonly unanswered: Unanswered[] = [];
  /** What came with each delivery to the shops. */
  readonly deliveries = new Map<string, readonly ShelfChange[]>();
  /** Registers of which a copy was made. */
  readonly copied = new Set<string>();

  recorded(entry: Entry): void {
    this.entries.set(entry.operation.id, entry);
  }

  /** What people at a device have been told is recorded. */
  acknowledgedOn(device: string): readonly Entry[] {
    return [...this.entries.values()].filter((entry) => entry.device === device);
  }

  /**
   * Takes in what a register shows after a restart: an operation that nobody was told of must be one that was under
   * way when it died.
   * @param acknowledged what people had been told before the journal was read.
   * @returns what is wrong: an operation that was acknowledged and is gone, or one that nobody did.
   */
  restarted(device: string, journal: readonly Operation[], acknowledged = this.acknowledgedOn(device)): string[] {
    const wrong: string[] = [];
    const onDisk = new Set(journal.map((operation) => operation.id));
    for (const entry of acknowledged) {
      if (!onDisk.has(entry.operation.id)) wrong.push(`J1: ${device} lost the acknowledged ${entry.operation.type} ${entry.operation.id}`);
    }
    for (const written of journal) {
      if (this.entries.has(written.id)) continue;
      const operation = upgradeOperation(written);
      const payload = canonicalJson(operation.payload);
      const index = this.unanswered.findIndex((one) => one.device === device && one.type === operation.type && one.payload === payload);
      const [begun] = index < 0 ? [] : this.unanswered.splice(index, 1);
      if (begun === undefined) wrong.push(`J1: ${device} has a ${operation.type} that nobody did: ${operation.id}`);
      else this.recorded({ ...begun.deed, operation, device });
    }
    return wrong;
  }
}
