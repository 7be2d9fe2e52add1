import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { Permission } from '../../domain/base/permission.ts';
import type { PermissionTable } from '../../domain/permissions/roles.ts';
import type { WrittenOperation } from '../../domain/base/envelope.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { upgradeOperation } from '../../domain/registry/upgrade-operation.ts';
import { roleOf } from './staff.ts';

/** Units of a SKU that physically came to a shelf (positive) or left it. */
export interface ShelfChange {
  readonly sku: string;
  readonly units: number;
}

const PERMISSION_OF: Partial<Record<string, Permission>> = {
  sale_completed: 'sale.complete',
  card_payment_started: 'sale.complete',
  card_payment_ended: 'sale.complete',
  card_reversal_started: 'sale.complete',
  card_reversal_ended: 'sale.complete',
  goods_returned: 'return.record',
  order_rejected: 'order.reject',
  shift_closed: 'shift.close',
};

/** How much money an operation is about, as a person would say. */
function weightOf({ payload }: Pick<Operation, 'payload'>): number {
  if ('refundMinor' in payload) return payload.refundMinor;
  if ('totalMinor' in payload) return payload.totalMinor;
  return 'expectedMinor' in payload ? Math.abs(payload.countedMinor - payload.expectedMinor) : 0;
}

/**
 * Whether a table of roles lets a person do something, with or without the colleague who approved it: reckoned a second time, so that
 * a mistake in one of the two shows. @returns the permission too; null where the tables of this world say nothing of it.
 */
export function isFine(
  table: PermissionTable,
  operation: Pick<Operation, 'type' | 'payload' | 'associateId' | 'approval'>,
): { readonly fine: boolean; readonly permission: Permission | null } {
  const { type, associateId, approval } = operation;
  const permission = PERMISSION_OF[type] ?? null;
  const rule = permission === null ? undefined : table[roleOf(associateId) ?? 'associate']?.[permission];
  if (rule === undefined || rule === 'allowed') return { fine: true, permission };
  if (rule === 'denied') return { fine: false, permission };
  if (rule.above !== null && weightOf(operation) <= rule.above) return { fine: true, permission };
  const approver = roleOf(approval?.associateId ?? null);
  const fine =
    approver !== undefined &&
    rule.approvalBy.includes(approver) &&
    approval?.permission === permission &&
    approval.associateId !== associateId;
  return { fine, permission };
}

/** What a person did, as an onlooker would write it down. */
export interface Deed {
  /** Goods that came or went by it, whatever the book says; null where that depends on what others did before. */
  readonly shelf: readonly ShelfChange[];
  /** Cash into the drawer (positive) or out of it, minor units. */
  readonly cashMinor: number;
  /** What the goods cost that were sold, before cash is rounded. */
  readonly soldMinor: number;
  /** Paid back for goods that came back, in cash or not, minor units. */
  readonly refundMinor: number;
  /** The goods of a sale that were sold at half their price. */
  readonly halved?: ReadonlySet<string>;
  /** What gift cards got by it, or (negative) gave, in minor units by their ids. */
  readonly giftCards?: Readonly<Record<string, number>>;
}

export const NOTHING: Deed = { shelf: [], cashMinor: 0, soldMinor: 0, refundMinor: 0 };

/** A deed and the operation that the register said is recorded. */
export interface Entry extends Deed {
  readonly operation: Operation;
  readonly device: string;
}

/** Whether a register records this by itself, when a terminal is asked and when it answers. */
export function isByItself(type: string): boolean {
  return type.startsWith('card_');
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
  /** Registers that were withdrawn, and when that was done. */
  readonly withdrawn = new Map<string, number>();
  /** What the head office said about roles, each from when at the earliest until when at the latest. */
  readonly roleTables: { readonly table: PermissionTable; readonly from: number; until: number }[] = [
    { table: {}, from: 0, until: Number.POSITIVE_INFINITY },
  ];
  /** What a till recorded although its own table of roles denies it, a sentence each. */
  readonly unasked: string[] = [];

  /** The head office says something else about roles. @param change writes it. */
  async sayRoles(table: PermissionTable, change: () => Promise<unknown>): Promise<void> {
    const from = Date.now();
    await change();
    const last = this.roleTables.at(-1);
    if (last !== undefined) last.until = Date.now();
    this.roleTables.push({ table, from, until: Number.POSITIVE_INFINITY });
  }

  /** Whether the server has shut a register out, or will. */
  isStopped(registerId: string): boolean {
    return this.copied.has(registerId) || this.withdrawn.has(registerId);
  }

  /** Takes in what a register writes by itself: nobody waits for it, so it counts once it is on the disk. */
  written(operation: WrittenOperation, device: string): void {
    if (isByItself(operation.type)) this.recorded({ ...NOTHING, operation: upgradeOperation(operation) as Operation, device });
  }

  recorded(entry: Entry): void {
    this.entries.set(entry.operation.id, entry);
  }

  /** The goods of a sale that were sold at half their price, as whoever sold them says. */
  halvedOn(receiptNumber: string): ReadonlySet<string> {
    for (const { operation, halved } of this.entries.values())
      if (operation.type === 'sale_completed' && operation.payload.receiptNumber === receiptNumber) return halved ?? new Set();
    return new Set();
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
      if (isByItself(written.type)) {
        this.recorded({ ...NOTHING, operation, device });
        continue;
      }
      const payload = canonicalJson(operation.payload);
      const index = this.unanswered.findIndex((one) => one.device === device && one.type === operation.type && one.payload === payload);
      const [begun] = index < 0 ? [] : this.unanswered.splice(index, 1);
      if (begun === undefined) wrong.push(`J1: ${device} has a ${operation.type} that nobody did: ${operation.id}`);
      else this.recorded({ ...begun.deed, operation, device });
    }
    return wrong;
  }
}
