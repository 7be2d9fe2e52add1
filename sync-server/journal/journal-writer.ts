import { DocumentMap } from '../../domain/base/document-map.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { RECEIPT_TYPES } from '../../domain/registry/operations.ts';
import { shiftDocument } from '../../domain/shift/documents.ts';
import { shiftOpened } from '../../domain/shift/operations.ts';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { applyOperation } from '../../domain/registry/apply-operation.ts';
import { StoreOverlay } from '../../domain/base/store-overlay.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { FIRST_PREV_HASH, OPERATION_VERSION } from '../../domain/base/envelope.ts';
import { hashedText } from '../../domain/base/hash-operation.ts';
import type { Operation, OperationRequest, UnhashedOperation } from '../../domain/registry/operations.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import type { Result } from '../../domain/base/result.ts';
import { closeShift, expectedCash } from '../../domain/shift/close-shift.ts';
import { openShift } from '../../domain/shift/open-shift.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import { formatReceiptNumber } from '../../domain/sale/receipt-number.ts';

const FLOAT_MINOR = 20_000;

export interface JournalWriterOptions {
  readonly registerId: string;
  readonly storeId: string;
  readonly prefix: string;
  readonly currency: string;
  /** IANA name: the business date is the store's. */
  readonly timezone: string;
  /** Where a journal that was begun before goes on. */
  readonly resume?: { readonly seq: number; readonly lastHash: string; readonly receiptCount: number };
}

/**
 * A register that the server plays itself, for the sample company and for imported history: it records a valid journal
 * by the same decisions as a real one, and knows what it did to the orders of its store.
 */
export class JournalWriter {
  readonly options: JournalWriterOptions;
  /** The orders that the pool gave to this store. */
  readonly known = new DocumentMap();
  readonly overlay = new StoreOverlay(this.known);

  #seq: number;
  #lastHash: string;
  #receipts: number;
  #shift: string | null = null;
  #shiftDate = '';
  #unsent: Operation[] = [];
  readonly #dates: Intl.DateTimeFormat;

  constructor(options: JournalWriterOptions) {
    this.options = options;
    this.#seq = options.resume?.seq ?? 0;
    this.#lastHash = options.resume?.lastHash ?? FIRST_PREV_HASH;
    this.#receipts = options.resume?.receiptCount ?? 0;
    this.#dates = new Intl.DateTimeFormat('en-CA', { timeZone: options.timezone });
  }

  /** The business date of a time, at this store. */
  dateAt(at: Date): string {
    return this.#dates.format(at);
  }

  get nextReceiptNumber(): string {
    return formatReceiptNumber(this.options.prefix, this.#receipts + 1);
  }

  /** An order as it stands after everything recorded. @throws RangeError when this store does not have it. */
  order(id: string): FulfillmentOrder {
    const found = this.overlay.get(fulfillmentOrderDocument, id);
    if (found === undefined) throw new RangeError(`This store has no fulfillment order ${id}.`);
    return found;
  }

  openShift(at: Date, associateId: string): void {
    this.#shiftDate = this.dateAt(at);
    this.#shift = this.record(openShift(null, this.options.currency, FLOAT_MINOR), at, associateId).id;
  }

  closeShift(at: Date, associateId: string): void {
    const shift = this.#openShift();
    this.record(closeShift(shift, expectedCash(shift)), at, associateId);
    this.#shift = null;
  }

  /**
   * Records what was decided.
   * @param id a UUIDv7; without it a new one.
   * @throws Error when it was refused: whoever tells the story has it wrong then.
   */
  record(
    decision: Result<OperationRequest, Refusal>,
    at: Date,
    associateId: string | null,
    id = uuidv7({ msecs: at.getTime() }),
  ): Operation {
    if (!decision.ok) throw new Error(`The register was refused: ${decision.refusal}.`);
    const { type } = decision.value;
    if (RECEIPT_TYPES.includes(type)) this.#receipts += 1;
    this.#seq += 1;
    const unhashed = {
      id,
      version: OPERATION_VERSION,
      registerId: this.options.registerId,
      storeId: this.options.storeId,
      seq: this.#seq,
      prevHash: this.#lastHash,
      receiptCount: this.#receipts,
      associateId,
      shiftId: type === shiftOpened.type ? null : this.#shift,
      businessDate: this.#shift === null && type !== shiftOpened.type ? this.dateAt(at) : this.#shiftDate,
      at: at.toISOString(),
      clockOffsetMs: 0,
      ...decision.value,
    } as UnhashedOperation;
    const operation = { ...unhashed, hash: createHash('sha256').update(hashedText(unhashed)).digest('hex') } as Operation;
    this.overlay.fold(applyOperation(this.overlay, operation));
    this.#lastHash = operation.hash;
    this.#unsent.push(operation);
    return operation;
  }

  /** Everything recorded since the last call. */
  takeUnsent(): Operation[] {
    const unsent = this.#unsent;
    this.#unsent = [];
    return unsent;
  }

  #openShift(): Shift {
    const shift = this.#shift === null ? undefined : this.overlay.get(shiftDocument, this.#shift);
    if (shift === undefined) throw new Error('The register has no open shift.');
    return shift;
  }
}
