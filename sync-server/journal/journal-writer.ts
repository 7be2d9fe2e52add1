import { type JournalPlace, nextOperation } from '../../domain/registry/next-operation.ts';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import { DocumentMap } from '../../domain/base/document-map.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { shiftDocument } from '../../domain/shift/documents.ts';
import { shiftOpened } from '../../domain/shift/operations.ts';
import { v7 as uuidv7 } from 'uuid';
import { applyOperation } from '../../domain/registry/apply-operation.ts';
import { StoreOverlay } from '../../domain/base/store-overlay.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { FIRST_PREV_HASH, type WrittenOperation } from '../../domain/base/envelope.ts';
import type { Operation, OperationRequest } from '../../domain/registry/operations.ts';
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
  readonly resume?: JournalPlace;
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

  #place: JournalPlace;
  #shift: string | null = null;
  #shiftDate = '';
  #unsent: WrittenOperation[] = [];

  constructor(options: JournalWriterOptions) {
    this.options = options;
    this.#place = options.resume ?? { seq: 0, hash: FIRST_PREV_HASH, receiptCount: 0 };
  }

  /** The business date of a time, at this store. */
  dateAt(at: Date): string {
    return dateInZone(at, this.options.timezone);
  }

  get nextReceiptNumber(): string {
    return formatReceiptNumber(this.options.prefix, this.#place.receiptCount + 1);
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
    const { registerId, storeId } = this.options;
    const opens = decision.value.type === shiftOpened.type;
    const { operation, written } = nextOperation(decision.value, this.#place, {
      id,
      registerId,
      storeId,
      associateId,
      shiftId: opens ? null : this.#shift,
      businessDate: this.#shift === null && !opens ? this.dateAt(at) : this.#shiftDate,
      at: at.toISOString(),
      clockOffsetMs: 0,
    });
    this.overlay.fold(applyOperation(this.overlay, operation));
    this.#place = written;
    this.#unsent.push(written);
    return operation;
  }

  /** Everything recorded since the last call. */
  takeUnsent(): WrittenOperation[] {
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
