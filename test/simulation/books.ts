import { canonicalJson } from '../../domain/base/canonical-json.ts';
import type { Permission } from '../../domain/base/permission.ts';
import type { NamedTender } from '../../domain/payments/tender.ts';
import type { PermissionTable } from '../../domain/permissions/roles.ts';
import type { WrittenOperation } from '../../domain/base/envelope.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { upgradeOperation } from '../../domain/registry/upgrade-operation.ts';
import { PickupCodes } from './pickup-codes.ts';
import { roleOf } from './staff.ts';

/** Units of a SKU that physically came to a shelf (positive) or left it. */
export interface ShelfChange {
  readonly sku: string;
  readonly units: number;
}

/** What a sale says of one line, as its screen showed it. */
export interface SoldLine {
  /** Whether the sale ordered it: nothing of it left this shelf. */
  readonly isOrdered: boolean;
  readonly lineNo: number;
  readonly sku: string;
  readonly kind: string;
  readonly quantity: number;
  /** Minor units, tax included. */
  readonly totalMinor: number;
  /** The points that its customer earned by it. */
  readonly earned: number;
  /** What offers took off it, minor units. */
  readonly offers: readonly { readonly promotionId: string; readonly minor: number }[];
  /** Of the piece, where it has one. */
  readonly serial: string | null;
}

/** Units of a line that came back. */
export interface BackLine extends Pick<SoldLine, 'kind' | 'sku' | 'serial'> {
  readonly units: number;
  /** What the customer got for them, minor units. */
  readonly minor: number;
}

/** A coupon of a sale: the code, or the customer for whom the offer is limited. */
export interface CouponUsed {
  readonly promotionId: string;
  readonly code: string | null;
  readonly customerId: string | null;
}

/** What somebody said at a till that a customer is called. */
interface Called {
  readonly name: string;
  readonly registerId: string;
  /** Whether the till said that it has it: a machine that died may have. */
  readonly isCertain: boolean;
}

const PERMISSION_OF: Partial<Record<string, Permission>> = {
  sale_completed: 'sale.complete',
  card_payment_started: 'sale.complete',
  card_payment_ended: 'sale.complete',
  card_reversal_started: 'sale.complete',
  card_reversal_ended: 'sale.complete',
  card_refund_started: 'return.record',
  card_refund_ended: 'return.record',
  goods_returned: 'return.record',
  goods_exchanged: 'return.record',
  order_rejected: 'order.reject',
  shift_closed: 'shift.close',
};

/** How much money an operation is about, as a person would say. */
function weightOf({ payload }: Pick<Operation, 'payload'>): number {
  if ('returnMinor' in payload) return payload.returnMinor;
  if ('back' in payload) return payload.back?.refundMinor ?? 0;
  if ('refundMinor' in payload) return payload.refundMinor;
  if ('totalMinor' in payload) return payload.totalMinor;
  return 'expectedMinor' in payload ? Math.abs(payload.countedMinor - payload.expectedMinor) : 0;
}

/** What a return needs that is of no sale and no order. */
function withoutOrigin(payload: Operation['payload']): Permission | null {
  const kind = 'origin' in payload && typeof payload.origin === 'object' ? payload.origin.kind : null;
  return kind === 'empties' ? 'return.empties' : kind === 'no_receipt' ? 'return.no_receipt' : null;
}

/**
 * Whether a table of roles lets a person do something, with or without the colleague who approved it: reckoned a second time, so that
 * a mistake in one of the two shows. @returns the permission too; null where the tables of this world say nothing of it.
 */
export function isFine(
  table: PermissionTable,
  operation: Pick<Operation, 'type' | 'payload' | 'associateId' | 'approval'>,
): { readonly fine: boolean; readonly permission: Permission | null } {
  const { type, payload, associateId, approval } = operation;
  const instead = 'isVoid' in payload && payload.isVoid ? 'sale.void' : withoutOrigin(payload);
  const permission = instead ?? PERMISSION_OF[type] ?? null;
  const rules = table[roleOf(associateId) ?? 'associate'];
  // Both are returns to a table that does not name them.
  const rule = permission === null ? undefined : (rules?.[permission] ?? (instead === null ? undefined : rules?.['return.record']));
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
  /** Of `shelf`, what was sold with an order that was handed over. */
  readonly besides?: readonly ShelfChange[];
  /** Goods that were set aside by it (positive) or that no longer wait (negative): none of them is on the shelf's book. */
  readonly aside?: readonly (ShelfChange & { readonly purpose: string })[];
  /** Cash into the drawer (positive) or out of it, minor units. */
  readonly cashMinor: number;
  /** What the goods cost that were sold, before cash is rounded. */
  readonly soldMinor: number;
  /** Paid back for goods that came back, in cash or not, minor units. */
  readonly refundMinor: number;
  /** The lines of a sale. */
  readonly lines?: readonly SoldLine[];
  /** What of them, or of anything else, came back. */
  readonly back?: readonly BackLine[];
  /** What a sale took beside cash; negative for what a void gives back. */
  readonly tenders?: readonly Pick<NamedTender, 'kind' | 'reference' | 'amountMinor'>[];
  /** Notes of other countries into the drawer, by their currency, in its minor units. */
  readonly foreign?: Readonly<Record<string, number>>;
  /** Of a sale. */
  readonly coupons?: readonly CouponUsed[];
  /** The receipt of the sale that is taken back as if it had not been. */
  readonly voids?: string;
  /** The customer who brought goods back without a receipt. */
  readonly withoutReceipt?: string;
  /** What gift cards got by it, or (negative) gave, in minor units by their ids. */
  readonly giftCards?: Readonly<Record<string, number>>;
  /** What the account of a customer got by it, or (negative) gave, and how far it was let go beyond its limit, in minor units. */
  readonly account?: { readonly customerId: string; readonly minor: number; readonly overMinor: number };
  /** The points that a customer earned by it, and used; negative where they were taken back, and given back. */
  readonly points?: { readonly customerId: string; readonly earned: number; readonly used: number };
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

/** The order whose goods left by an operation, alone or with a sale; null where none did. */
export function orderLeft(operation: Operation): string | null {
  const left = inParts(operation).find(({ type }) => LEAVES.has(type));
  return left !== undefined && 'fulfillmentOrderId' in left.payload ? left.payload.fulfillmentOrderId : null;
}

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
  /** What a till's screen said that no person reckons, a sentence each. */
  readonly misread: string[] = [];
  /** Sales by their receipts. */
  readonly sales = new Map<string, Entry>();
  /** What each customer was called, one word after the other. */
  readonly customers = new Map<string, Called[]>();
  /** The limits that the account of each customer had, one after the other, in minor units. */
  readonly limits = new Map<string, number[]>();
  /** The signed codes of pickups. */
  readonly codes = new PickupCodes();
  /** Fulfillment orders of which the web shop was told that their stores know of a customer outside. */
  readonly outside = new Set<string>();
  /** Operations of the head office. */
  readonly ofTheOffice = new Set<string>();
  private customersMade = 0;
  /** Serial numbers of pieces that came back to a shelf, by its store. */
  private readonly pieces = new Map<string, string[]>();
  private piecesMade = 0;

  /** A piece off the shelf of a store: one that came back, or a new one. @returns its serial number. */
  takePiece(storeId: string): string {
    const back = this.pieces.get(storeId)?.shift();
    if (back !== undefined) return back;
    this.piecesMade += 1;
    return `SN-${this.piecesMade}`;
  }

  /** Pieces lie on the shelf again. */
  shelve(storeId: string, lines: readonly BackLine[]): void {
    const serials = lines.flatMap(({ serial }) => (serial === null ? [] : [serial]));
    if (serials.length > 0) this.pieces.set(storeId, [...(this.pieces.get(storeId) ?? []), ...serials]);
  }

  /** The id of a customer who comes for the first time. */
  newCustomer(): string {
    this.customersMade += 1;
    return `C-${this.customersMade}`;
  }

  heard(customerId: string, called: Called): void {
    this.customers.set(customerId, [...(this.customers.get(customerId) ?? []), called]);
  }

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
    const { operation } = entry;
    const sold = inParts(operation).find((one) => saleCompleted.is(one));
    if (sold !== undefined) this.sales.set(sold.payload.receiptNumber, entry);
  }

  /** A line of a sale, as whoever sold it saw it. */
  soldLine(saleId: string, lineNo: number): SoldLine | undefined {
    return this.entries.get(saleId)?.lines?.find((line) => line.lineNo === lineNo);
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
